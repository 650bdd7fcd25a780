import * as fc from 'fast-check';
import { accountPolicy, addressPolicy, counted, type Tries } from '../../../crm-sync/access/delay';
import { hashPassword } from '../../../crm-sync/access/password';
import { signIn } from '../../../crm-sync/access/sign-in';
import { claimTry, doorOf } from '../../../crm-sync/access/tries';
import { fakeShelves } from '../../support/fake-shelves';
import { runs } from '../../support/runs';

const startMs = Date.parse('2026-05-04T08:00:00.000Z');
const password = 'Chuva-Mansa-77';
const hash = hashPassword(password);
const ana = 'ana@example.org';

async function given(disabledAt?: Date) {
  const fake = fakeShelves();
  fake.people.set(ana, {
    _id: ana,
    staffId: 'S0000000A',
    name: 'Ana',
    role: 'manager',
    passwordHash: await hash,
    createdAt: new Date(0),
    createdBy: 'command',
    ...(disabledAt ? { disabledAt } : {}),
  });
  const clock = { ms: startMs };
  const effects = { now: () => new Date(clock.ms), randomBytes: (count: number) => Buffer.alloc(count, 3) };
  const tryIt = (email: string, secret: string, address = '192.0.2.1') =>
    signIn(fake.shelves, { tenant: 'demo', email, password: secret, address }, effects);
  /** As if so many had failed a moment ago. */
  const failed = (door: ReturnType<typeof doorOf>, count: number) => {
    let tries: Tries | undefined;
    for (let n = 0; n < count; n += 1) tries = counted(tries, new Date(clock.ms), door.policy);
    if (tries) fake.tries.set(door.key, { tries, revision: 1 });
  };
  return { ...fake, clock, tryIt, failed };
}

const accountDoor = (email: string) => doorOf('account', email, accountPolicy);
const addressDoor = (address: string) => doorOf('address', address, addressPolicy);

describe('sign-in', () => {
  it('opens a session for the right e-mail, in any case, and password', async () => {
    const { tryIt, open } = await given();
    expect(await tryIt(' Ana@Example.org ', password)).toMatchObject({
      ok: true,
      step: 'in',
      person: { role: 'manager' },
    });
    expect([...open.values()].map((session) => session.staff)).toEqual([ana]);
  });

  it.each([
    ['a wrong password', ana, undefined],
    ['an unknown e-mail', 'who@example.org', undefined],
    ['a disabled person', ana, new Date(0)],
  ])('gives the same answer to %s', async (_what, email, disabledAt) => {
    const { tryIt, open } = await given(disabledAt);
    const secret = disabledAt ? password : 'something else 1';
    expect(await tryIt(email, secret)).toEqual({ ok: false, reason: 'wrong', waitMs: 0 });
    expect(open.size).toBe(0);
  });

  it.each([ana, 'nobody@example.org'])(
    'Given three failures of %s, when the password is right too early, then it is refused like any other',
    async (email) => {
      const { tryIt, clock, open } = await given();
      for (const waitMs of [0, 0, 1_000])
        expect(await tryIt(email, 'wrong wrong 1')).toEqual({ ok: false, reason: 'wrong', waitMs });
      const early = { ok: false, reason: 'wait', waitMs: 1_000 };
      expect(await tryIt(email, password)).toEqual(early);
      expect(await tryIt(email, 'wrong wrong 1')).toEqual(early);
      expect(open.size).toBe(0);
      clock.ms += 1_000;
      expect((await tryIt(ana, password)).ok).toBe(true);
    },
  );

  it('begins anew after a success, and asks nobody else to wait', async () => {
    const { tryIt, clock, failed } = await given();
    failed(accountDoor('other@example.org'), 20);
    failed(accountDoor(ana), 5);
    clock.ms += 4_000;
    expect((await tryIt(ana, password)).ok).toBe(true);
    expect(await tryIt(ana, 'wrong wrong 1')).toMatchObject({ reason: 'wrong', waitMs: 0 });
  });

  it('makes an address wait that failed at many accounts, and no other address', async () => {
    const { tryIt, failed } = await given();
    failed(addressDoor('192.0.2.1'), addressPolicy.waitFrom + 3);
    expect(await tryIt(ana, password)).toEqual({ ok: false, reason: 'wait', waitMs: 8_000 });
    expect(await tryIt(ana, password, '192.0.2.2')).toMatchObject({ ok: true });
  });

  it('gives an address its successes back', async () => {
    const { tryIt, tries } = await given();
    for (let n = 0; n < 5; n += 1) await tryIt(ana, password);
    expect([...tries.values()].map((row) => row.tries.failures)).toEqual([0]);
  });

  it('keeps neither e-mail nor address in what it counts', async () => {
    const { tryIt, tries } = await given();
    await tryIt(ana, 'wrong wrong 1');
    expect(JSON.stringify([...tries])).not.toMatch(/ana|192\.0/);
  });

  it('gains nothing by asking many times at once, in any order', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 25 }), async (scheduler, many) => {
        const { attempts } = fakeShelves().shelves;
        const slow = new Proxy(attempts, {
          get: (target, key) =>
            scheduler.scheduleFunction(target[key as keyof typeof target] as () => Promise<unknown>),
        });
        const asked = Promise.all(
          Array.from({ length: many }, () => claimTry(slow, accountDoor(ana), new Date(startMs))),
        );
        const waits = await scheduler.waitFor(asked);
        expect(waits.filter((ms) => ms === 0)).toHaveLength(Math.min(many, accountPolicy.waitFrom));
      }),
      runs(60),
    ));
});
