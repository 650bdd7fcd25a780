/** What the app keeps, read so that “nothing is kept” is not taken for “may not be read”. */
import type { IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { DeniedError } from '../effects/denied';

/** Its methods throw DeniedError without the permission. */
export function strictly(reader: IPersistenceRead): IPersistenceRead {
  const given = async (rows: Promise<object[] | null | undefined>): Promise<object[]> => {
    const answered = await rows;
    if (!answered) throw new DeniedError('persistence');
    return answered;
  };
  return {
    read: async (id) => reader.read(id),
    readByAssociation: async (one) => given(reader.readByAssociation(one)),
    readByAssociations: async (several) => given(reader.readByAssociations(several)),
  };
}
