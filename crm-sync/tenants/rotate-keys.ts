/**
 * Gives a tenant a new key while it is served. Every process knows the new key before anything is wrapped with it; the
 * old one is retired once a count shows that nothing is wrapped by it any more. Interrupted anywhere, it goes on.
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

/**
 * @param forget destroys retired keys after another count: backups of the tenant's database from before cannot be read any more
 * @throws RegistryError wrong-state when the tenant is not active, changed-meanwhile
 * @throws SealingError when a data key cannot be opened: then nothing is retired
 */
export async function rotateKeys(
  admin: TenantAdmin,
  id: string,
  { forget = false }: { forget?: boolean } = {},
): Promise<Rotation> {
  const { registry, opener, now, say, sleep, randomBytes } = admin;
  let document = await registry.get(id);
  if (document.state === 'deleting') throw new RegistryError('wrong-state', `${id} is being deleted`);
  document = await announced(admin, document);
  say('waiting until every process knows the new key');
  await sleep(settleMs);
  document = await madeCurrent(admin, document);
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
    if ((await countOthers(dataKeys, current.id)) === 0) break;
    if (left === 1)
      throw new RegistryError(
        'wrong-state',
        `some process still wraps with an old key of ${id}: is the registry out of its reach?`,
      );
  }
  const old = document.keys.filter((key) => key.id !== current.id);
  const retired = old.filter((key) => !key.retiredAt).map((key) => key.id);
  const destroyed = forget ? old.filter((key) => key.wrapped !== undefined).map((key) => key.id) : [];
  const after = document.keys.map((key) => {
    if (key.id === current.id) return key;
    const { wrapped, ...rest } = key;
    const kept = forget || wrapped === undefined ? {} : { wrapped };
    return { ...rest, ...kept, retiredAt: key.retiredAt ?? now() };
  });
  const what = `rotate-keys: retired ${retired.join(' ')}${forget ? `, destroyed ${destroyed.join(' ')}` : ''}`;
  await registry.change(document, { keys: after }, what, now());
  return { current: current.id, rewrapped, retired, destroyed };
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
