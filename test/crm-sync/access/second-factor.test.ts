import { createHash } from 'crypto';
import { generateSync } from 'otplib';
import { deviceOf } from '../../../crm-sync/access/device';
import { pendingIdOf, openPending, pendingMs, resumePending } from '../../../crm-sync/access/pending';
import { newRecoveryCodes, recoveryHash } from '../../../crm-sync/access/recovery-codes';
import {
  beginEnrolment,
  checkSecondFactor,
  confirmEnrolment,
  hasSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  stepAfterPassword,
} from '../../../crm-sync/access/second-factor';
import { parseSessionCookie, resumeSession, sessionIdOf } from '../../../crm-sync/access/session';
import { enrolmentUri, newSecret, stepOfCode } from '../../../crm-sync/access/totp';
import type { StaffDocument } from '../../../crm-sync/store/staff-documents';
import { fakeShelves } from '../../support/fake-shelves';

/** ASCII `12345678901234567890`, as in RFC 6238, appendix B. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const ana: StaffDocument = {
  _id: 'ana@example.org',
  staffId: 'S0000000A',
  name: 'Ana',
  role: 'manager',
  passwordHash: '',
  createdAt: new Date(0),
  createdBy: 'command',
};
let seed = 0;
const randomBytes = (count: number) =>
  createHash('sha256')
    .update(String((seed += 1)))
    .digest()
    .subarray(0, count);

function given() {
  const fake = fakeShelves();
  fake.people.set(ana._id, ana);
  const clock = { ms: Date.parse('2026-05-04T08:00:00.000Z') };
  const now = () => new Date(clock.ms);
  const person = () => fake.people.get(ana._id)!;
  const codeOf = (secret: string, steps = 0) =>
    generateSync({ secret, epoch: Math.floor(clock.ms / 1000) + steps * 30 });
  return { ...fake, clock, now, person, codeOf };
}

async function enrolled() {
  const all = given();
  const secret = (await beginEnrolment(all.shelves, ana, randomBytes))!;
  const result = await confirmEnrolment(all.shelves, all.person(), all.codeOf(secret), {
    now: all.now(),
    randomBytes,
  });
  if (!result.ok) throw new Error('not enrolled');
  const check = (code: string) => checkSecondFactor(all.shelves, all.person(), code, all.now());
  return { ...all, secret, check, recoveryCodes: result.recoveryCodes };
}

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at second %i', (second, code) =>
    expect(stepOfCode(rfcSecret, code, new Date(second * 1000))).toBe(Math.floor(second / 30)),
  );

  it('are known one step early and late, no further, and however they are spaced', () => {
    const step = 50_000;
    const code = generateSync({ secret: rfcSecret, epoch: step * 30 });
    const at = (second: number) => stepOfCode(rfcSecret, code, new Date(second * 1000));
    expect([at((step - 1) * 30), at(step * 30 + 29), at((step + 1) * 30 + 29)]).toEqual([step, step, step]);
    expect([at((step - 1) * 30 - 1), at((step + 2) * 30)]).toEqual([undefined, undefined]);
    const spaced = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(stepOfCode(rfcSecret, spaced, new Date(step * 30_000))).toBe(step);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('%j is none', (code) =>
    expect(stepOfCode(rfcSecret, code, new Date(0))).toBeUndefined(),
  );

  it('come from 160 random bits, in base 32', () => {
    expect(newSecret(() => Buffer.from('12345678901234567890'))).toBe(rfcSecret);
    expect(enrolmentUri(rfcSecret, 'Acolhe Clínica', 'a@b')).toBe(
      `otpauth://totp/Acolhe%20Cl%C3%ADnica:a%40b?secret=${rfcSecret}&issuer=Acolhe%20Cl%C3%ADnica`,
    );
  });
});

describe('the second factor', () => {
  it.each([
    ['off', false, 'in'],
    ['off', true, 'in'],
    ['optional', false, 'in'],
    ['optional', true, 'code'],
    ['required', false, 'enrol'],
    ['required', true, 'code'],
  ] as const)('setting %s, app set up %s: %s', async (policy, has, step) => {
    const { person } = has ? await enrolled() : given();
    expect(stepAfterPassword(policy, person())).toBe(step);
  });

  it('asks for nothing until the app has shown its first code', async () => {
    const { shelves, person, codeOf, now } = given();
    const secret = (await beginEnrolment(shelves, ana, randomBytes))!;
    expect(hasSecondFactor(person())).toBe(false);
    // The page shown again shows the same secret.
    expect(await beginEnrolment(shelves, person(), randomBytes)).toBe(secret);
    const context = { now: now(), randomBytes };
    expect(await confirmEnrolment(shelves, person(), '000000', context)).toMatchObject({ ok: false });
    expect(hasSecondFactor(person())).toBe(false);
    expect(await confirmEnrolment(shelves, person(), codeOf(secret), context)).toMatchObject({ ok: true });
    expect(hasSecondFactor(person())).toBe(true);
    expect(await beginEnrolment(shelves, person(), randomBytes)).toBeUndefined();
  });

  it('keeps neither secret nor recovery codes as they are', async () => {
    const { people, secret, recoveryCodes } = await enrolled();
    const kept = JSON.stringify([...people.values()]);
    for (const word of [secret, ...recoveryCodes]) expect(kept).not.toContain(word);
  });

  it('accepts each code once: not again, and none from before it', async () => {
    const { check, codeOf, secret, clock } = await enrolled();
    expect(await check(codeOf(secret))).toEqual({ ok: false, problem: 'wrong-code' });
    clock.ms += 60_000;
    const [early, present] = [codeOf(secret, -1), codeOf(secret)];
    expect(await Promise.all([check(present), check(present)])).toEqual(
      expect.arrayContaining([{ ok: true }, { ok: false, problem: 'wrong-code' }]),
    );
    expect(await check(early)).toEqual({ ok: false, problem: 'wrong-code' });
    clock.ms += 30_000;
    expect(await check(codeOf(secret))).toEqual({ ok: true });
  });

  it('makes guessing wait, and a right code too early as well', async () => {
    const { check, codeOf, secret, clock } = await enrolled();
    clock.ms += 60_000;
    for (let n = 0; n < 3; n += 1) expect(await check(`00000${n}`)).toMatchObject({ problem: 'wrong-code' });
    expect(await check(codeOf(secret))).toEqual({ ok: false, problem: 'wait', waitMs: 1_000 });
    clock.ms += 1_000;
    expect(await check(codeOf(secret))).toEqual({ ok: true });
  });

  it('gives ten recovery codes, each good once, however it is typed', async () => {
    const { check, recoveryCodes, person } = await enrolled();
    expect(new Set(recoveryCodes).size).toBe(10);
    const [first = '', second = ''] = recoveryCodes;
    expect(await check(first.toLowerCase().replace(/-/g, ' '))).toEqual({ ok: true });
    expect(await check(first)).toMatchObject({ ok: false });
    expect(await check(second)).toEqual({ ok: true });
    expect(person().secondFactor?.recovery).toHaveLength(8);
  });

  it('binds recovery codes to the person', () =>
    expect(recoveryHash('S0000000A', newRecoveryCodes(randomBytes)[0]!)).not.toBe(
      recoveryHash('S0000000B', newRecoveryCodes(randomBytes)[0]!),
    ));

  it('renews recovery codes: the old ones are worth nothing', async () => {
    const { shelves, check, recoveryCodes, person } = await enrolled();
    const [fresh = ''] = await renewRecoveryCodes(shelves, person(), randomBytes);
    expect(await check(recoveryCodes[0]!)).toMatchObject({ ok: false });
    expect(await check(fresh)).toEqual({ ok: true });
  });

  it('can be taken away, and set up anew with another secret', async () => {
    const { shelves, person, secret } = await enrolled();
    await removeSecondFactor(shelves, person());
    expect(hasSecondFactor(person())).toBe(false);
    expect(await beginEnrolment(shelves, person(), randomBytes)).not.toBe(secret);
  });
});

describe('the state between password and code', () => {
  const open = async () => {
    const all = given();
    const effects = { now: all.now, randomBytes };
    const cookie = await openPending(all.shelves, { tenant: 'demo', staff: ana._id, step: 'code' }, effects);
    return { ...all, token: parseSessionCookie(cookie)?.token ?? '' };
  };

  it('is no session, and a session is none of it', async () => {
    const { shelves, token, now } = await open();
    expect(await resumeSession(shelves, sessionIdOf('demo', token), now(), true)).toBeUndefined();
    expect(await resumeSession(shelves, pendingIdOf('demo', token), now(), true)).toBeUndefined();
    expect(await resumePending(shelves, sessionIdOf('demo', token), now())).toBeUndefined();
    expect(await resumePending(shelves, pendingIdOf('other', token), now())).toBeUndefined();
    expect(await resumePending(shelves, pendingIdOf('demo', token), now())).toMatchObject({ step: 'code' });
  });

  it('lasts five minutes, and ends with the person’s access', async () => {
    const { shelves, people, token, clock, now } = await open();
    clock.ms += pendingMs - 1;
    expect(await resumePending(shelves, pendingIdOf('demo', token), now())).toBeDefined();
    people.set(ana._id, { ...ana, disabledAt: now() });
    expect(await resumePending(shelves, pendingIdOf('demo', token), now())).toBeUndefined();
    people.set(ana._id, ana);
    clock.ms += 1;
    expect(await resumePending(shelves, pendingIdOf('demo', token), now())).toBeUndefined();
  });
});

describe('the device of a session', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  it.each([
    [`${windows} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36`, 'Chrome · Windows'],
    [`${windows} AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0`, 'Edge · Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox · Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Safari/604.1', 'Safari · iOS'],
    ['Mozilla/5.0 (Linux; Android 14; SM-A155M) Chrome/131.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['curl/8', undefined],
    [undefined, undefined],
  ])('%s: %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));
});
