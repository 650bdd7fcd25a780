import {
  openSession,
  parseSessionCookie,
  resumeSession,
  sessionIdleMs,
  sessionIdOf,
  sessionLifeMs,
} from '../../../crm-sync/access/session';
import { fakeShelves } from '../../support/fake-shelves';

const startMs = Date.parse('2026-05-04T08:00:00.000Z');
const hourMs = 3_600_000;

async function signedIn() {
  const fake = fakeShelves();
  const person = {
    _id: 'ana@example.org',
    staffId: 'S0000000A',
    name: 'Ana',
    role: 'manager' as const,
    passwordHash: '',
    createdAt: new Date(0),
    createdBy: 'command',
  };
  fake.people.set(person._id, person);
  const effects = { now: () => new Date(startMs), randomBytes: (count: number) => Buffer.alloc(count, 9) };
  const cookie = await openSession(fake.shelves, { tenant: 'demo', staff: person._id }, effects);
  const parsed = parseSessionCookie(cookie);
  const id = sessionIdOf('demo', parsed?.token ?? '');
  const at = (ms: number, extend = true) => resumeSession(fake.shelves, id, new Date(startMs + ms), extend);
  return { ...fake, cookie, id, at, token: parsed?.token ?? '' };
}

describe('sessions', () => {
  it('keep no token, only its hash bound to the tenant', async () => {
    const { open, token, id } = await signedIn();
    expect([...open.keys()]).toEqual([id]);
    expect(JSON.stringify([...open.values()])).not.toContain(token);
    expect(sessionIdOf('other', token)).not.toBe(id);
  });

  it('end after 8 hours without use', async () => {
    const { at } = await signedIn();
    expect(await at(sessionIdleMs - 1)).toBeDefined();
    const other = await signedIn();
    expect(await other.at(sessionIdleMs)).toBeUndefined();
  });

  it('last while they are used, but never longer than a day', async () => {
    const { at } = await signedIn();
    for (let hour = 4; hour < 24; hour += 4) expect(await at(hour * hourMs)).toBeDefined();
    expect(await at(sessionLifeMs - 1)).toBeDefined();
    expect(await at(sessionLifeMs)).toBeUndefined();
  });

  it('are not kept alive by what a page fetches by itself', async () => {
    const { at } = await signedIn();
    for (let hour = 1; hour < 8; hour += 1) expect(await at(hour * hourMs, false)).toBeDefined();
    expect(await at(8 * hourMs, false)).toBeUndefined();
  });

  it('end at once for a disabled person', async () => {
    const { at, shelves } = await signedIn();
    const ana = await shelves.staff.find('ana@example.org');
    const { role } = ana as { role: 'manager' };
    await shelves.staff.setStanding('ana@example.org', { role }, { role, disabledAt: new Date(startMs) });
    expect(await at(1)).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'demo',
    'demo.',
    'demo.short',
    'Demo.' + 'a'.repeat(43),
    '../x.' + 'a'.repeat(43),
    'demo.' + 'a'.repeat(44),
  ])('reads nothing from the cookie %j', (cookie) => expect(parseSessionCookie(cookie)).toBeUndefined());
});
