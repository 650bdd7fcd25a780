import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';

interface Row {
  associations: string[];
  data: object;
}

/** Rocket.Chat's app persistence, with nothing it does not promise: `$all` matches, no order, no update. */
export function weakPersistence(): { write: IPersistence; read: IPersistenceRead } {
  let rows: Row[] = [];
  const key = (item: RocketChatAssociationRecord): string => `${item.getModel()}:${item.getID()}`;
  const matching = (wanted: RocketChatAssociationRecord[]) => (row: Row) =>
    wanted.every((item) => row.associations.includes(key(item)));
  const never = async (): Promise<never> => {
    throw new Error('not safe on a real server');
  };
  const create = async (data: object, associations: RocketChatAssociationRecord[]): Promise<string> => {
    rows.unshift({ associations: associations.map(key), data: structuredClone(data) });
    return String(rows.length);
  };
  const remove = async (associations: RocketChatAssociationRecord[]): Promise<object[]> => {
    const gone = rows.filter(matching(associations));
    rows = rows.filter((row) => !gone.includes(row));
    return gone.map((row) => row.data);
  };
  const read = async (associations: RocketChatAssociationRecord[]): Promise<object[]> =>
    structuredClone(rows.filter(matching(associations)).map((row) => row.data));
  return {
    write: {
      create: never,
      createWithAssociation: (data, association) => create(data, [association]),
      createWithAssociations: create,
      update: never,
      updateByAssociation: never,
      updateByAssociations: never,
      remove: never,
      removeByAssociation: (association) => remove([association]),
      removeByAssociations: remove,
    },
    read: {
      read: never,
      readByAssociation: (association) => read([association]),
      readByAssociations: read,
    },
  };
}
