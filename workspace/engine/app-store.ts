import * as z from 'zod';

/** An association as it reaches the store: what kind of thing a record belongs to, and which. */
export interface Association {
  model: string;
  id: string;
}

export const storedRecord = z.object({
  _id: z.string(),
  appId: z.string(),
  associations: z.array(z.object({ model: z.string(), id: z.string() })),
  data: z.custom<object>((value) => typeof value === 'object' && value !== null, 'is no object'),
});
export type StoredRecord = z.infer<typeof storedRecord>;

/**
 * App persistence with the guarantees Rocket.Chat really gives, and no others, so that an app which works here works
 * there: reads come as data only, in no order, without ids or limit; an update sets the first record whose associations
 * are exactly the given ones, whatever it holds by then; nothing is conditional or atomic across records.
 */
export class AppStore {
  private readonly records = new Map<string, StoredRecord>();
  /** Rocket.Chat's index over app and associations. */
  private readonly idsByAssociation = new Map<string, Set<string>>();

  /** `changed` is called at every change; `kept` is what snapshot() gave. */
  constructor(
    private readonly edge: { id: () => string; random: () => number; changed?: () => void },
    kept: readonly StoredRecord[] = [],
  ) {
    for (const record of kept) this.add(structuredClone(record));
  }

  /** Everything as it is now. Not to be changed: what records hold is shared, as here it is only ever replaced. */
  snapshot(): StoredRecord[] {
    return [...this.records.values()].map((record) => ({ ...record }));
  }

  create(data: object, appId: string, associations: Association[] = []): string {
    const _id = this.edge.id();
    this.edge.changed?.();
    this.add(structuredClone({ _id, appId, associations: associations.map(plain), data }));
    return _id;
  }

  readById(id: string, appId: string): object | undefined {
    const record = this.records.get(id);
    return record?.appId === appId ? structuredClone(record.data) : undefined;
  }

  /** Records that have all of these associations, and maybe more; in an order that means nothing. */
  readByAssociations(associations: Association[], appId: string): object[] {
    return this.shuffled(this.having(associations, appId)).map((record) => structuredClone(record.data));
  }

  remove(id: string, appId: string): object | undefined {
    const data = this.readById(id, appId);
    if (data !== undefined) this.delete(id);
    return data;
  }

  /** Removes all records that have all of these associations; answers their data, or undefined when there were none. */
  removeByAssociations(associations: Association[], appId: string): object[] | undefined {
    const removed = this.shuffled(this.having(associations, appId));
    for (const { _id } of removed) this.delete(_id);
    return removed.length === 0 ? undefined : removed.map((record) => structuredClone(record.data));
  }

  update(): never {
    throw new Error('Not implemented.');
  }

  /**
   * Sets the data of one record whose association list is exactly this one (order included), or creates it (`upsert`).
   * Answers the new record's id; when a record was there the update is made and then a TypeError is thrown, as in the
   * server versions that read the id of an upsert which did not happen.
   */
  updateByAssociations(associations: Association[], data: object, upsert: boolean, appId: string): string {
    const wanted = JSON.stringify(associations.map(plain));
    const found = [...this.records.values()].find(
      (record) => record.appId === appId && JSON.stringify(record.associations) === wanted,
    );
    if (found === undefined && upsert) return this.create(data, appId, associations);
    if (found !== undefined) {
      this.edge.changed?.();
      found.data = structuredClone(data);
    }
    throw new TypeError("Cannot read properties of null (reading 'toString')");
  }

  purge(appId: string): void {
    for (const { _id, appId: owner } of [...this.records.values()]) if (owner === appId) this.delete(_id);
  }

  private add(record: StoredRecord): void {
    this.records.set(record._id, record);
    for (const association of record.associations) {
      const ids = this.idsByAssociation.get(keyOf(record.appId, association)) ?? new Set();
      this.idsByAssociation.set(keyOf(record.appId, association), ids.add(record._id));
    }
  }

  private delete(id: string): void {
    this.edge.changed?.();
    const record = this.records.get(id);
    for (const association of record?.associations ?? []) {
      const key = keyOf(record?.appId ?? '', association);
      this.idsByAssociation.get(key)?.delete(id);
      if (this.idsByAssociation.get(key)?.size === 0) this.idsByAssociation.delete(key);
    }
    this.records.delete(id);
  }

  private having(associations: Association[], appId: string): StoredRecord[] {
    const sets = associations.map((wanted) => this.idsByAssociation.get(keyOf(appId, wanted)) ?? new Set());
    const [smallest = this.records.keys()] = sets.sort((a, b) => a.size - b.size);
    return [...smallest]
      .filter((id) => sets.every((ids) => ids.has(id)))
      .map((id) => this.records.get(id as string))
      .filter((record) => record?.appId === appId) as StoredRecord[];
  }

  private shuffled<T>(items: T[]): T[] {
    for (let last = items.length - 1; last > 0; last--) {
      const other = Math.floor(this.edge.random() * (last + 1));
      [items[last], items[other]] = [items[other] as T, items[last] as T];
    }
    return items;
  }
}

const keyOf = (appId: string, { model, id }: Association): string => `${appId}\u0000${model}\u0000${id}`;
const plain = ({ model, id }: Association): Association => ({ model, id });
