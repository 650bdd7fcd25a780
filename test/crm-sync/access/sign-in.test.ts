import {
  attemptWindowMs,
  maxFailuresPerAccount,
  maxFailuresPerAddress,
  signIn,
} from '../../../crm-sync/access/sign-in';
import { hashPassword } from '../../../crm-sync/access/password';
import { fakeShelves } from '../../support/fake-pages';

const startMs = Math.floor(Date.parse('2026-05-04T08:00:00.000Z') / attemptWindowMs) * attemptWindowMs;
const password = 'Chuva-Mansa-77';
const hash = hashPassword(password);

async function given(disabledAt?: Date) {
  const fake = fakeShelves();
  fake.people.set('ana@example.org', {
    _id: 'ana@example.org',
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
  return { ...fake, clock, tryIt };
}

describe('sign-in', () => {
  it('opens a session for the right e-mail, in any case, and password', async () => {
    const { tryIt, open } = await given();
    expect(await tryIt(' Ana@Example.org ', password)).toMatchObject({ ok: true, role: 'manager' });
    expect([...open.values()].map((session) => session.staff)).toEqual(['ana@example.org']);
  });

  it.each([
    ['a wrong password', 'ana@example.org', undefined],
    ['an unknown e-mail', 'who@example.org', undefined],
    ['a disabled person', 'ana@example.org', new Date(0)],
  ])('gives the same answer to %s', async (_what, email, disabledAt) => {
    const { tryIt, open } = await given(disabledAt);
    const secret = disabledAt ? password : 'something else 1';
    expect(await tryIt(email, secret)).toEqual({ ok: false, reason: 'wrong' });
    expect(open.size).toBe(0);
  });

  it.each(['ana@example.org', 'nobody@example.org'])(
    'tries %s only so often in a quarter of an hour',
    async (email) => {
      const { tryIt, clock, counters } = await given();
      await tryIt(email, 'wrong wrong 1');
      // The rest of the window's failures, without their hashing.
      for (const key of counters.keys())
        if (key.startsWith('account')) counters.set(key, maxFailuresPerAccount);
      expect(await tryIt(email, password)).toEqual({
        ok: false,
        reason: 'too-many',
        retryAt: new Date(startMs + attemptWindowMs),
      });
      clock.ms += attemptWindowMs;
      expect(await tryIt('ana@example.org', password)).toMatchObject({ ok: true });
    },
  );

  it('counts failures per address, whatever the account, and gives a success back', async () => {
    const { tryIt, counters } = await given();
    await tryIt('ana@example.org', password);
    expect([...counters].filter(([key]) => key.startsWith('address')).map(([, count]) => count)).toEqual([0]);
    expect([...counters.keys()].filter((key) => key.startsWith('account'))).toEqual([]);
    for (const key of counters.keys()) counters.set(key, maxFailuresPerAddress);
    expect(await tryIt('ana@example.org', password)).toMatchObject({ reason: 'too-many' });
    expect(await tryIt('ana@example.org', password, '192.0.2.2')).toMatchObject({ ok: true });
  });

  it('keeps neither e-mail nor address in the counters', async () => {
    const { tryIt, counters } = await given();
    await tryIt('ana@example.org', 'wrong wrong 1');
    expect([...counters.keys()].join()).not.toMatch(/ana|192\.0/);
  });
});
