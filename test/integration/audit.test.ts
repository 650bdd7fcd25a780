import { createPublicKey } from 'crypto';
import { spawn } from 'child_process';
import { mkdtemp, readFile, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { text } from 'stream/consumers';
import { mintPatientId } from '../../contract/patient-id';
import { parseCheckpoints } from '../../cli/auditing/checkpoint-files';
import { auditReads } from '../../crm-sync/audit/audit-reads';
import { auditStore, checkpointOf, type AuditStore } from '../../crm-sync/audit/audit-store';
import { linkEntry } from '../../crm-sync/audit/chain';
import { checkpointKeyOf } from '../../crm-sync/audit/checkpoint';
import { startCheckpointer } from '../../crm-sync/audit/checkpointer';
import { folderSink } from '../../crm-sync/audit/checkpoint-sinks';
import { entryId, type AuditDocument } from '../../crm-sync/audit/entry';
import { createAuditLog } from '../../crm-sync/audit/log';
import { makeCheckpoint } from '../../crm-sync/audit/make-checkpoint';
import { verifyAudit } from '../../crm-sync/audit/verify-audit';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import type { TenantConfig } from '../../crm-sync/config/config';
import { eventually } from '../support/wait';
import { testMongo, uniqueDatabase, type TestMongo } from '../support/mongo';

const patientId = mintPatientId(() => Buffer.from([9, 8, 7, 6, 5]));
let mongo: TestMongo;
let config: { mongodbUri: string; tenants: TenantConfig[] };
let stores: Store[];
let tenant: Tenant;
let other: Tenant;
let log: AuditStore;
let folder: string;
let file: string;
/** Writers of the two processes. */
let a: string;
let b: string;

const check = (by = tenant) =>
  makeCheckpoint({
    tenant: 't1',
    store: auditStore(by.db),
    secret: (owner) => by.keyring.secret(owner),
    sinks: [folderSink(folder)],
    now: () => new Date(),
    ownHead: () => by.audit.head(),
  });
const read = (by: Tenant, n: number) =>
  by.audit.append({ actor: 'staff/S1', action: 'patients.read', target: `patient/P${n}` });

async function verify(checkpoints?: string) {
  const seed = await tenant.keyring.secret('tenant/checkpoint');
  const publicKey = createPublicKey(checkpointKeyOf(seed).privateKey);
  const lines = checkpoints ?? (await readFile(file, 'utf8'));
  return verifyAudit(tenant, { files: [parseCheckpoints('elsewhere', lines)], publicKey });
}

/** A log as two processes wrote it: 3 checkpoints, then two entries that none covers. */
beforeAll(async () => {
  mongo = await testMongo();
  folder = await mkdtemp(join(tmpdir(), 'acolhe-checkpoints-'));
  file = join(folder, 't1.jsonl');
  const t1: TenantConfig = {
    id: 't1',
    name: 'Tenant t1',
    timeZone: 'America/Fortaleza',
    database: uniqueDatabase(),
    sealingKeys: [{ id: 'k1', key: Buffer.alloc(32, 3) }],
    workspaces: [],
  };
  config = { mongodbUri: mongo.uri, tenants: [t1] };
  stores = [await connectStore(config, undefined, 'crm'), await connectStore(config, undefined, 'crm')];
  tenant = stores[0]!.tenant('t1')!;
  other = stores[1]!.tenant('t1')!;
  log = auditStore(tenant.db);
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 4; n += 1) await read(n % 3 === 2 ? other : tenant, round * 10 + n);
    await check(round === 1 ? other : tenant);
  }
  await Promise.all([read(tenant, 98), read(tenant, 99)]);
  a = tenant.audit.head()!.writer;
  b = other.audit.head()!.writer;
});
afterAll(async () => {
  await Promise.all((stores ?? []).map((store) => store.close()));
  await mongo?.stop();
  if (folder) await rm(folder, { recursive: true });
});

const of = async (writer: string, seq: number): Promise<AuditDocument> =>
  (await log.audit.findOne({ _id: entryId(writer, seq) }))!;
/** MongoDB lets nobody change an `_id`: as an attacker would. */
async function place(id: string, { _id, ...entry }: AuditDocument): Promise<void> {
  await log.audit.replaceOne({ _id: id }, entry, { upsert: true });
}

type Tamper = () => Promise<unknown>;
const table: [string, Tamper, () => object][] = [
  [
    'an edited entry',
    () => log.audit.updateOne({ _id: entryId(a, 2) }, { $set: { target: 'patient/OTHER' } }),
    () => ({ fault: 'edited', writer: a, seq: 2 }),
  ],
  [
    'a deletion in the middle',
    () => log.audit.deleteOne({ _id: entryId(a, 3) }),
    () => ({ fault: 'missing', writer: a, seq: 3 }),
  ],
  [
    'a deletion of the tail',
    () => log.audit.deleteMany({ _id: { $gte: entryId(a, 6), $lte: entryId(a, 999) } }),
    () => ({ fault: 'truncated', writer: a, seq: 6 }),
  ],
  [
    'an insertion',
    async () => place(entryId(b, 99), { ...(await of(b, 1)), seq: 99 }),
    () => ({ fault: 'inserted', writer: b, seq: 99 }),
  ],
  [
    'two that changed places',
    async () => {
      const [one, two] = [await of(a, 2), await of(a, 5)];
      await place(one._id, two);
      await place(two._id, one);
    },
    () => ({ fault: 'out-of-order', writer: a, seq: 2 }),
  ],
  [
    'a whole writer removed, with the row that names it',
    async () => {
      await log.audit.deleteMany({ writer: b });
      await log.writers.deleteOne({ _id: b });
    },
    () => ({ fault: 'missing', writer: b, seq: 0 }),
  ],
  [
    'a chain rewritten with the stolen key',
    async () => {
      const key = { tenant: 't1', key: await tenant.keyring.secret('tenant/audit') };
      let prev = (await of(a, 1)).mac;
      for (let seq = 2; await log.audit.findOne({ _id: entryId(a, seq) }); seq += 1) {
        const { at, actor, action, target } = await of(a, seq);
        const content = { actor, action, target: seq === 2 ? 'patient/OTHER' : target! };
        const entry = linkEntry(key, { writer: a, seq, prev }, at, content);
        await place(entryId(a, seq), { _id: entryId(a, seq), ...entry });
        prev = entry.mac;
      }
    },
    () => ({ fault: 'rewritten', writer: a }),
  ],
];

describe('the audit log of two processes', () => {
  let before: AuditDocument[];
  let rows: Awaited<ReturnType<typeof writersNow>>;
  const writersNow = () => log.writers.find().toArray();
  beforeEach(async () => {
    before = await log.audit.find().toArray();
    rows = await writersNow();
  });
  afterEach(async () => {
    await log.audit.deleteMany({});
    await log.audit.insertMany(before);
    await log.writers.deleteMany({});
    await log.writers.insertMany(rows);
  });

  it('is sound as it was written, each process with a chain of its own', async () => {
    const { sound, chains, checkpoints } = await verify();
    expect({ sound, ...chains }).toEqual({ sound: true, entries: 16, writers: 2, uncovered: 2, faults: [] });
    expect(checkpoints.checkpoints).toBe(3);
    expect(before.filter((entry) => entry.seq === 0).map((entry) => entry.action)).toEqual([
      'audit.opened',
      'audit.opened',
    ]);
  });

  it.each(table)('%s is found and named', async (_what, tamper, expected) => {
    await tamper();
    const { sound, chains } = await verify();
    expect(sound).toBe(false);
    expect(chains.faults).toEqual([expect.objectContaining(expected())]);
  });

  it('a chain cut short is noticed by the next checkpoint, which signs nothing of it', async () => {
    await log.audit.deleteMany({ _id: { $gte: entryId(a, 6), $lte: entryId(a, 999) } });
    await read(other, 200);
    const result = await check(other);
    expect([result.made, result.broken]).toEqual([true, [a]]);
    expect(result.last?.heads.map((head) => head.writer)).toEqual([b]);
    await log.checkpoints.deleteOne({ _id: 4 });
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    await writeFile(file, `${lines.slice(0, 3).join('\n')}\n`);
    const row = (await writersNow()).find((one) => one._id === b)!;
    rows = rows.map((one) => (one._id === b ? { ...row, covered: one.covered! } : one));
    before = [...before, await of(b, other.audit.head()!.seq)];
  });

  const lines = async () => (await readFile(file, 'utf8')).trimEnd().split('\n');
  it.each<[string, (all: string[]) => string[], object]>([
    [
      'an edit',
      (all) => all.with(1, all[1]!.replace('"entries":', '"entries":1')),
      { fault: 'edited', line: 2 },
    ],
    ['a cut', (all) => all.slice(0, 2), { fault: 'truncated', checkpoint: 3 }],
    ['a swap', (all) => [all[1]!, all[0]!, all[2]!], { fault: 'out-of-order', checkpoint: 1 }],
    ['a gap', (all) => all.toSpliced(1, 1), { fault: 'missing', checkpoint: 2 }],
  ])('%s in the file of checkpoints is found and named', async (_what, tamper, expected) => {
    const { sound, checkpoints } = await verify(tamper(await lines()).join('\n'));
    expect(sound).toBe(false);
    expect(checkpoints.faults[0]).toMatchObject(expected);
  });

  async function run(...args: string[]) {
    const tenants = config.tenants.map(({ sealingKeys, ...one }) => ({
      ...one,
      sealingKeys: sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
    }));
    const child = spawn(process.execPath, [join(__dirname, '../../cli/acolhe.mjs'), 'audit', ...args], {
      env: {
        ...process.env,
        MONGODB_URI: config.mongodbUri,
        ACOLHE_TENANTS: JSON.stringify(tenants),
        ACOLHE_SESSION_KEY: Buffer.alloc(32, 1).toString('base64'),
        ACOLHE_AUDIT_CHECKPOINTS: folder,
      },
    });
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await code, out, error };
  }

  it('acolhe audit verify says so with its exit code, and names the entry', async () => {
    const key = JSON.parse((await run('key', '--json')).out) as { publicKey: string };
    const sound = await run('verify', '--public-key', key.publicKey, '--checkpoints', file);
    expect([sound.code, sound.error]).toEqual([0, '']);
    expect(sound.out).toContain('t1: sound');
    expect(sound.out).toContain('3 entries are newer than the last checkpoint');
    await log.audit.updateOne({ _id: entryId(a, 2) }, { $set: { action: 'queue.read' } });
    const found = await run('verify', '--json');
    expect([found.code, JSON.parse(found.out).tenants[0].faults[0]]).toMatchObject([
      1,
      { fault: 'edited', writer: a, seq: 2 },
    ]);
    const told = await run('verify');
    expect(told.out).toContain(`edited: writer ${a}, entry 2 was changed after it was written`);
  });

  it.each([
    ['a key of another kind', ['verify', '--public-key', 'abc']],
    ['a file that is not there', ['verify', '--checkpoints', '/nowhere/at-all.jsonl']],
    ['an unknown tenant', ['verify', '--tenant', 'tx']],
    ['a day that is none', ['list', '--day', '2026-13-41']],
  ])('bad input ends with exit code 2: %s', async (_what, args) => {
    const { code, out, error } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).not.toBe('');
  });

  it('acolhe audit list writes down that it was asked', async () => {
    const { code, out } = await run('list', '--patient', patientId, '--json');
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ actor: 'command', action: 'audit.read', target: `patient/${patientId}` }]);
  });
});

describe('reading the log', () => {
  const actions = async (filter: object, limit = 50) =>
    (await auditReads(tenant).entries(filter, limit, new Date())).map(({ target }) => target);

  it('by patient, in what was read and in lists', async () => {
    await tenant.audit.append({ actor: 'staff/S2', action: 'patients.read', patients: ['P98', 'P7'] });
    expect(await actions({ patientId: 'P98' })).toEqual([undefined, 'patient/P98']);
    expect(await actions({ staffId: 'S2' })).toEqual([undefined]);
  });

  it('page after page, nothing twice and nothing left out', async () => {
    const all = await auditReads(tenant).entries({}, 100, new Date());
    const paged: AuditDocument[] = [];
    for (let last: AuditDocument | undefined; ; last = paged.at(-1)) {
      const before = last && { at: last.at, id: last._id };
      const page = await auditReads(tenant).entries({}, 3, new Date(), before);
      paged.push(...page);
      if (page.length < 3) break;
    }
    expect(paged.map((entry) => entry._id)).toEqual(all.map((entry) => entry._id));
    expect(all.length).toBe(await log.audit.countDocuments());
  });

  it('tells how it stands', async () => {
    const { last, lastHolds } = await auditReads(tenant).state();
    expect([last?.n, lastHolds]).toEqual([3, true]);
  });
});

describe('the service', () => {
  const told: [object, string][] = [];
  const quiet = {
    info: (facts: object, message: string) => void told.push([facts, message]),
    warn: (message: string) => void told.push([{}, message]),
    error: (facts: object, message: string) => void told.push([facts, message]),
  };
  const start = (where?: string, now = () => new Date()) =>
    startCheckpointer({
      store: { tenants: [tenant] },
      ...(where ? { folder: where } : {}),
      log: quiet as never,
      now,
    });

  it('signs what is new when it ends, and a folder set later holds all that was signed before', async () => {
    const later = await mkdtemp(join(tmpdir(), 'acolhe-checkpoints-'));
    try {
      await read(tenant, 300);
      const checkpointer = start(later);
      await checkpointer.stop();
      const kept = (await readFile(join(later, 't1.jsonl'), 'utf8')).trimEnd().split('\n');
      expect(kept.map((line) => (JSON.parse(line) as { n: number }).n)).toEqual([1, 2, 3, 4]);
      const { sound, chains } = await verify(kept.join('\n'));
      expect([sound, chains.uncovered]).toEqual([true, 0]);
      expect(checkpointer.state('t1')).toMatchObject({ broken: 0 });
      expect(told.filter(([, message]) => message === 'audit checkpoint')).toHaveLength(1);
    } finally {
      await rm(later, { recursive: true });
    }
  });

  it('makes one a minute and none while nothing is new; says once where they are kept', async () => {
    told.length = 0;
    await read(tenant, 301);
    const minutes = start(undefined, () => new Date(Date.now() + 61_000));
    await eventually(() => told.some(([, message]) => message === 'audit checkpoint'));
    await minutes.stop();
    expect(told.filter(([, message]) => message === 'audit checkpoint')).toHaveLength(1);
    expect(told.filter(([, message]) => message.includes('ACOLHE_AUDIT_CHECKPOINTS'))).toHaveLength(1);
  });
});

describe('appending', () => {
  it('keeps the order, writes together what waits together, and survives a database that fails', async () => {
    let fails = false;
    const written: number[] = [];
    const failing = {
      insertMany: async (documents: AuditDocument[]) => {
        if (fails) throw new Error('disk full');
        written.push(documents.length);
        return log.audit.insertMany(documents);
      },
    };
    const own = createAuditLog({
      tenant: 't1',
      process: 'crm',
      audit: failing as never,
      writers: log.writers,
      key: () => tenant.keyring.secret('tenant/audit'),
      now: () => new Date(),
      randomBytes: (count) =>
        Buffer.from(Array.from({ length: count }, () => Math.floor(Math.random() * 256))),
    });
    const one = (n: number) => own.append({ actor: 'service', action: 'test', details: { n } });
    await Promise.all(Array.from({ length: 100 }, (_, n) => one(n)));
    expect(written.length).toBeLessThan(5);
    const first = own.head()!;
    const order = await log.audit.find({ writer: first.writer }).sort({ _id: 1 }).toArray();
    expect(order.slice(1).map((entry) => entry.details?.['n'])).toEqual([...Array(100).keys()]);
    fails = true;
    await expect(one(100)).rejects.toThrow('disk full');
    fails = false;
    await one(101);
    expect(own.head()!.writer).not.toBe(first.writer);
    const copies = (await log.checkpoints.find().sort({ _id: 1 }).toArray()).map(checkpointOf);
    const { chains } = await verify(copies.map((copy) => JSON.stringify(copy)).join('\n'));
    expect(chains.faults).toEqual([]);
  });

  it('refuses what is no code', async () => {
    const entry = { actor: 'service', action: 'test', details: { who: 'Maria Silva' } } as const;
    await expect(tenant.audit.append(entry)).rejects.toThrow('codes only: details.who');
  });
});
