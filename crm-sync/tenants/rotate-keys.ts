/**
 * Gives a tenant a new key while it is served. Every process knows the new key before anything is wrapped with it; the
 * old one is retired once a count shows that nothing is wrapped by it any more. Interrupted anywhere, it goes on.
 * Destroying what is retired is a step of its own, for later: until then older backups can be read.
 */
import { databaseOf } from '../config/config';
import type { DataKeyDocument } from '../store/documents';
import { countOthers, rewrapDataKeys } from './rewrap-data-keys';
import { RegistryError, type RegistryDocument } from './registry';
import { newTenantKey, sealUri, sealWorkspace } from './tenant-opener';
import { settleMs, type TenantAdmin } from './tenant-admin';
import { durable } from '../store/durable';

export interface Rotation {
  current: string;
  /** Rows wrapped anew. */
  rewrapped: number;
  retired: string[];
}

export interface FinishedRotation {
  current: string;
  /** Rows that somebody had wrapped with a retired key after all, wrapped anew. */
  rewrapped: number;
  destroyed: string[];
}

/** A process that cannot read the registry may wrap with the old key for a while: so many passes, then the operator is told. */
const passes = 20;

const inUse = (document: RegistryDocument) => document.keys.filter((key) => !key.retiredAt);

async function announced(admin: TenantAdmin, document: RegistryDocument): Promise<RegistryDocument> {
  if (inUse(document).length > 1) {
    admin.say('going on with a rotation that was not finished');
    return document;
  }
  const { entry } = await newTenantKey(admin.masterKeys, document._id, admin.randomBytes, admin.now());
  const keys = [...document.keys, entry];
  return admin.registry.change(document, { keys }, `rotate-keys: ${entry.id} announced`, admin.now());
}

/** Puts the newest key first, and seals with it what the registry itself keeps sealed. */
async function madeCurrent(admin: TenantAdmin, document: RegistryDocument): Promise<RegistryDocument> {
  const newest = inUse(document).reduce((a, b) => (b.createdAt >= a.createdAt ? b : a));
  if (document.keys[0]?.id === newest.id) return document;
  const { config, keys } = await admin.opener.open(document);
  const key = keys.find(({ id }) => id === newest.id)!;
  return admin.registry.change(
    document,
    {
      keys: [newest, ...document.keys.filter(({ id }) => id !== newest.id)],
      ...(config.uri !== undefined && {
        sealedUri: sealUri(key, document._id, config.uri, admin.randomBytes),
      }),
      workspaces: config.workspaces.map((one) => sealWorkspace(key, document._id, one, admin.randomBytes)),
    },
    `rotate-keys: ${newest.id} current`,
    admin.now(),
  );
}

async function standing(admin: TenantAdmin, id: string): Promise<RegistryDocument> {
  const document = await admin.registry.get(id);
  if (document.state === 'deleting') throw new RegistryError('wrong-state', `${id} is being deleted`);
  return document;
}

/** Until a count shows that nothing is wrapped by another than the current key. @returns rows wrapped anew */
async function allRewrapped(admin: TenantAdmin, document: RegistryDocument): Promise<number> {
  const { opener, say, sleep, randomBytes } = admin;
  const { _id: id } = document;
  const { config, keys } = await opener.open(document);
  const current = keys[0]!;
  const dataKeys = admin
    .client(config.uri)
    .db(databaseOf(config))
    .collection<DataKeyDocument>('dataKeys', durable);
  let rewrapped = 0;
  const pass = () => {
    const progress = (done: number): void => say(`${rewrapped + done} data keys wrapped anew`);
    return rewrapDataKeys({ tenant: id, dataKeys, keys, randomBytes, progress });
  };
  for (let left = passes; ; left -= 1) {
    rewrapped += await pass();
    // Those who had not heard yet may have used the old key meanwhile.
    await sleep(settleMs);
    if ((await countOthers(dataKeys, current.id)) === 0) return rewrapped;
    if (left === 1)
      throw new RegistryError(
        'wrong-state',
        `some process still wraps with an old key of ${id}: is the registry out of its reach?`,
      );
  }
}

/**
 * @throws RegistryError wrong-state when the tenant is being deleted, changed-meanwhile
 * @throws SealingError when a data key cannot be opened: then nothing is retired
 */
export async function rotateKeys(admin: TenantAdmin, id: string): Promise<Rotation> {
  const { registry, now, say, sleep } = admin;
  let document = await announced(admin, await standing(admin, id));
  say('waiting until every process knows the new key');
  await sleep(settleMs);
  document = await madeCurrent(admin, document);
  const rewrapped = await allRewrapped(admin, document);
  const [current, ...old] = document.keys;
  const retired = old.filter((key) => !key.retiredAt).map((key) => key.id);
  const keys = [current!, ...old.map((key) => ({ ...key, retiredAt: key.retiredAt ?? now() }))];
  await registry.change(document, { keys }, `rotate-keys: retired ${retired.join(' ')}`, now());
  return { current: current!.id, rewrapped, retired };
}

/**
 * Destroys the keys that rotations retired, after another count: backups of the tenant's database from before cannot be
 * read any more. Makes no key.
 * @throws RegistryError wrong-state when a rotation is not at its end, or none has retired a key; changed-meanwhile
 * @throws SealingError when a data key cannot be opened: then nothing is destroyed
 */
export async function finishRotation(admin: TenantAdmin, id: string): Promise<FinishedRotation> {
  const document = await standing(admin, id);
  const begin = `run rotate-keys --id ${id} without --finish first`;
  if (inUse(document).length > 1)
    throw new RegistryError('wrong-state', `a rotation of ${id}'s keys is not at its end: ${begin}`);
  const destroyed = document.keys
    .filter((key) => key.retiredAt && key.wrapped !== undefined)
    .map((key) => key.id);
  if (destroyed.length === 0)
    throw new RegistryError('wrong-state', `${id} has no retired key to destroy: ${begin}`);
  const rewrapped = await allRewrapped(admin, document);
  const keys = document.keys.map(({ wrapped, ...rest }) =>
    rest.retiredAt || wrapped === undefined ? rest : { ...rest, wrapped },
  );
  const what = `rotate-keys: destroyed ${destroyed.join(' ')}`;
  await admin.registry.change(document, { keys }, what, admin.now());
  return { current: keys[0]!.id, rewrapped, destroyed };
}

/** Wraps every tenant's keys anew with the current master key. Nothing else changes, and it may be repeated. */
export async function rotateMaster(admin: TenantAdmin): Promise<{ tenants: number; keys: number }> {
  const { registry, masterKeys, opener, now, say } = admin;
  let tenants = 0;
  let count = 0;
  for (const row of await registry.list()) {
    if (row.state === 'deleted') continue;
    const { keys } = await opener.open(row);
    const entries = await Promise.all(
      row.keys.map(async (entry) => {
        const key = keys.find(({ id }) => id === entry.id);
        if (!key) return entry;
        count += 1;
        return { ...entry, wrapped: await masterKeys.wrap(key.key, { tenant: row._id, keyId: key.id }) };
      }),
    );
    await registry.change(row, { keys: entries }, 'rotate-master', now());
    tenants += 1;
    say(`${row._id}: ${keys.length} keys wrapped anew`);
  }
  return { tenants, keys: count };
}
