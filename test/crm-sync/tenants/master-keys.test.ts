/** One contract for every place a master key can be kept. */
import { randomBytes } from 'crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { KMSClient } from '@aws-sdk/client-kms';
import { readConfig } from '../../../crm-sync/config/config';
import { kmsMasterKeys } from '../../../crm-sync/tenants/kms-master-keys';
import { createMasterKeys } from '../../../crm-sync/tenants/create-master-keys';
import type { MasterKeyError, MasterKeys } from '../../../crm-sync/tenants/master-keys';
import { startFakeKms, type FakeKms } from '../../support/fake-kms';

const keyOne = 'arn:aws:kms:sa-east-1:111122223333:key/one';
const keyTwo = 'arn:aws:kms:sa-east-1:111122223333:key/two';
const context = { tenant: 'vila-serena', keyId: 'k1' };
let kms: FakeKms;
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  kms = await startFakeKms([keyOne, keyTwo]);
  folder = mkdtempSync(join(tmpdir(), 'acolhe-master-'));
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIAEXAMPLE';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'example';
});
afterAll(async () => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
  await kms?.stop();
});
beforeEach(() => {
  kms.failures.length = 0;
  kms.calls.length = 0;
});

const inBase64 = (fill: number): string => Buffer.alloc(32, fill).toString('base64');

function configured(env: Record<string, string>): MasterKeys {
  const base = { MONGODB_URI: 'mongodb://127.0.0.1', ACOLHE_SESSION_KEY: inBase64(1) };
  return createMasterKeys(readConfig({ ...base, ...env }).registry!.masterKey, (count) => randomBytes(count));
}

function keyFile(...fills: number[]): string {
  const file = join(folder, `key-${fills.join('-')}`);
  writeFileSync(file, fills.map(inBase64).join('\n'), { mode: 0o600 });
  return file;
}

/** Each place, as configured first, and after its master key was changed for another with the first beside it. */
const places: [string, () => Record<string, string>, () => Record<string, string>][] = [
  [
    'the environment',
    () => ({ ACOLHE_MASTER_KEY: inBase64(2) }),
    () => ({ ACOLHE_MASTER_KEY: inBase64(3), ACOLHE_MASTER_KEY_PREVIOUS: inBase64(2) }),
  ],
  [
    'a file',
    () => ({ ACOLHE_MASTER_KEY_FILE: keyFile(4) }),
    () => ({ ACOLHE_MASTER_KEY_FILE: keyFile(5, 4) }),
  ],
  [
    'AWS KMS',
    () => ({ ACOLHE_MASTER_KMS_KEY: keyOne, ACOLHE_KMS_ENDPOINT: kms.url }),
    () => ({
      ...{ ACOLHE_MASTER_KMS_KEY: keyTwo, ACOLHE_MASTER_KMS_KEY_PREVIOUS: keyOne },
      ACOLHE_KMS_ENDPOINT: kms.url,
    }),
  ],
];

describe.each(places)('a master key in %s', (_place, first, second) => {
  const secret = randomBytes(32);

  it('gives back what it wrapped, in another process too', async () => {
    const wrapped = await configured(first()).wrap(secret, context);
    expect(await configured(first()).unwrap(wrapped, context)).toEqual(secret);
  });

  it('shows nothing of what it wrapped, and wraps it otherwise each time', async () => {
    const keys = configured(first());
    const [a, b] = [await keys.wrap(secret, context), await keys.wrap(secret, context)];
    expect(a).not.toBe(b);
    for (const text of ['base64', 'base64url', 'hex'] as const)
      expect(a + keys.current()).not.toContain(secret.toString(text).slice(0, 20));
  });

  it.each([
    ['another tenant', { ...context, tenant: 'other' }],
    ['another key', { ...context, keyId: 'k2' }],
  ])('opens nothing under the name of %s', async (_what, other) => {
    const keys = configured(first());
    const wrapped = await keys.wrap(secret, context);
    await expect(keys.unwrap(wrapped, other)).rejects.toMatchObject({ code: 'wrong-context' });
  });

  it('notices a change', async () => {
    const keys = configured(first());
    const wrapped = await keys.wrap(secret, context);
    const last = wrapped.at(-8) === 'A' ? 'B' : 'A';
    const changed = `${wrapped.slice(0, -8)}${last}${wrapped.slice(-7)}`;
    await expect(keys.unwrap(changed, context)).rejects.toMatchObject({ code: 'wrong-context' });
  });

  it('opens what the one before wrapped, and the one before opens nothing of the new one', async () => {
    const [old, current] = [configured(first()), configured(second())];
    expect(await current.unwrap(await old.wrap(secret, context), context)).toEqual(secret);
    expect(current.current()).not.toBe(old.current());
    await expect(old.unwrap(await current.wrap(secret, context), context)).rejects.toMatchObject({
      code: 'unknown-master-key',
    });
  });

  it('opens nothing of another place', async () => {
    const others = places.filter(([place]) => place !== _place);
    for (const [, other] of others) {
      const wrapped = await configured(other()).wrap(secret, context);
      await expect(configured(first()).unwrap(wrapped, context)).rejects.toMatchObject({
        code: 'unknown-master-key',
      });
    }
  });
});

describe('AWS KMS', () => {
  const slept: number[] = [];
  const keys = () =>
    kmsMasterKeys({
      client: new KMSClient({ region: 'sa-east-1', endpoint: kms.url, maxAttempts: 1 }),
      keyName: keyOne,
      sleep: async (ms) => void slept.push(ms),
      random: () => 0.5,
    });
  beforeEach(() => void (slept.length = 0));

  it('is told tenant and key as encryption context, in signed requests', async () => {
    await keys().unwrap(await keys().wrap(Buffer.alloc(32), context), context);
    const call = { keyId: keyOne, signed: true };
    const names = { 'acolhe:tenant': 'vila-serena', 'acolhe:key': 'k1' };
    expect(kms.calls).toEqual([
      { ...call, operation: 'Encrypt', context: names },
      { ...call, operation: 'Decrypt', context: names },
    ]);
  });

  it.each([
    ['throttled', { status: 400, type: 'ThrottlingException' }],
    ['at its limit', { status: 400, type: 'LimitExceededException' }],
    ['failing', { status: 500, type: 'KMSInternalException' }],
    ['unreachable behind it', { status: 503, type: 'DependencyTimeoutException' }],
  ])('%s is asked again, ever later', async (_what, failure) => {
    kms.failures.push(failure, failure, failure);
    const wrapped = await keys().wrap(Buffer.alloc(32, 7), context);
    expect(slept).toEqual([75, 150, 300]);
    expect(await keys().unwrap(wrapped, context)).toEqual(Buffer.alloc(32, 7));
  });

  it('that stays away is named after five tries', async () => {
    kms.failures.push(...Array.from({ length: 9 }, () => ({ status: 500, type: 'KMSInternalException' })));
    await expect(keys().wrap(Buffer.alloc(32), context)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'AWS KMS does not answer (KMSInternalException)',
    });
    expect(kms.calls).toHaveLength(5);
  });

  it.each([
    ['AccessDeniedException', 'refused'],
    ['DisabledException', 'refused'],
    ['KMSInvalidStateException', 'refused'],
    ['UnrecognizedClientException', 'refused'],
    ['NotFoundException', 'unknown-master-key'],
    ['IncorrectKeyException', 'unknown-master-key'],
    ['InvalidCiphertextException', 'wrong-context'],
  ])('says %s at once, as %s, and nothing that was sent', async (type, code) => {
    const secret = randomBytes(32);
    kms.failures.push({ status: 400, type, message: 'arn:aws:iam::111122223333:user/x may not' });
    const error = await keys()
      .wrap(secret, context)
      .catch((thrown: unknown) => thrown as MasterKeyError);
    expect(error).toMatchObject({ code });
    expect((error as MasterKeyError).message).not.toContain('iam');
    expect(kms.calls).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  it('that nobody reaches is named, not waited for without end', async () => {
    const nobody = kmsMasterKeys({
      client: new KMSClient({ region: 'sa-east-1', endpoint: 'http://127.0.0.1:9', maxAttempts: 1 }),
      keyName: keyOne,
      sleep: async () => undefined,
    });
    await expect(nobody.wrap(Buffer.alloc(32), context)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
