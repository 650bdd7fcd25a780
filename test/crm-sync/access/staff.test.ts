import * as fc from 'fast-check';
import {
  addStaff,
  changePassword,
  changeRole,
  disableStaff,
  enableStaff,
} from '../../../crm-sync/access/staff';
import { passwordMatches } from '../../../crm-sync/access/password';
import { roles, type Role } from '../../../crm-sync/access/permissions';
import { fakeShelves } from '../../support/fake-shelves';
import { runs } from '../../support/runs';

const now = new Date('2026-05-04T08:00:00.000Z');
const person = { email: 'Ana@Example.org', name: ' Ana Lima ', role: 'manager', password: 'Chuva-Mansa-77' };
const context = { by: 'command', now };

function given(...people: [string, Role][]) {
  const fake = fakeShelves();
  for (const [_id, role] of people) {
    fake.people.set(_id, {
      _id,
      staffId: `S-${_id}`,
      name: _id,
      role,
      passwordHash: '',
      createdAt: now,
      createdBy: 'command',
    });
    fake.open.set(`s-${_id}`, { _id: `s-${_id}`, staff: _id, createdAt: now, expiresAt: now });
  }
  return fake;
}

describe('staff', () => {
  it('adds a person once, tidied, with who added them', async () => {
    const { shelves, people } = given();
    expect(await addStaff(shelves, person, context)).toEqual({ ok: true });
    expect(people.get('ana@example.org')).toMatchObject({
      name: 'Ana Lima',
      role: 'manager',
      createdBy: 'command',
      createdAt: now,
    });
    expect(await addStaff(shelves, { ...person, name: 'Other' }, context)).toEqual({
      ok: false,
      problem: 'duplicate',
    });
    expect(people.get('ana@example.org')?.name).toBe('Ana Lima');
  });

  it.each([
    [{ email: 'no-at' }, 'bad-email'],
    [{ email: `${'a'.repeat(250)}@example.org` }, 'bad-email'],
    [{ name: 'A' }, 'bad-name'],
    [{ name: 'Ana\nLima' }, 'bad-name'],
    [{ role: 'king' }, 'bad-role'],
    [{ role: 'constructor' }, 'bad-role'],
    [{ password: 'short' }, 'too-short'],
  ])('refuses %j: %s, and keeps nothing', async (change, problem) => {
    const { shelves, people } = given();
    expect(await addStaff(shelves, { ...person, ...change }, context)).toEqual({ ok: false, problem });
    expect(people.size).toBe(0);
  });

  it('ends the sessions of whom it disables, and of nobody else', async () => {
    const { shelves, open, people } = given(['a@x.org', 'administrator'], ['b@x.org', 'attendant']);
    expect(await disableStaff(shelves, 'b@x.org', now)).toEqual({ ok: true });
    expect([...open.keys()]).toEqual(['s-a@x.org']);
    expect(people.get('b@x.org')?.disabledAt).toEqual(now);
    expect(await enableStaff(shelves, 'b@x.org')).toEqual({ ok: true });
    expect(people.get('b@x.org')?.disabledAt).toBeUndefined();
  });

  it('keeps the last administrator', async () => {
    const { shelves, people } = given(['a@x.org', 'administrator'], ['b@x.org', 'manager']);
    expect(await disableStaff(shelves, 'a@x.org', now)).toEqual({ ok: false, problem: 'last-administrator' });
    expect(await changeRole(shelves, 'a@x.org', 'manager')).toEqual({
      ok: false,
      problem: 'last-administrator',
    });
    expect(people.get('a@x.org')).toMatchObject({ role: 'administrator' });
    expect(people.get('a@x.org')?.disabledAt).toBeUndefined();
  });

  it('answers for people who are not there', async () => {
    const { shelves } = given(['a@x.org', 'administrator']);
    for (const result of [
      await changeRole(shelves, 'z@x.org', 'manager'),
      await disableStaff(shelves, 'z@x.org', now),
      await enableStaff(shelves, 'z@x.org'),
    ])
      expect(result).toEqual({ ok: false, problem: 'unknown' });
  });

  it('always has an administrator, whatever is asked at the same moment', async () => {
    const change = fc.record({
      who: fc.nat(3),
      what: fc.constantFrom(...roles, 'disable' as const, 'enable' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(change, { maxLength: 8 }), async (scheduler, changes) => {
        const { shelves } = given(
          ['0', 'administrator'],
          ['1', 'administrator'],
          ['2', 'manager'],
          ['3', 'attendant'],
        );
        // Every question to the database may be answered in any order.
        const slow = new Proxy(shelves.staff, {
          get: (target, key) =>
            scheduler.scheduleFunction(target[key as keyof typeof target] as () => Promise<unknown>),
        });
        const all = changes.map(({ who, what }) => {
          const at = { ...shelves, staff: slow };
          if (what === 'disable') return disableStaff(at, String(who), now);
          if (what === 'enable') return enableStaff(at, String(who));
          return changeRole(at, String(who), what);
        });
        await scheduler.waitFor(Promise.all(all));
        expect(await shelves.staff.countActiveAdministrators()).toBeGreaterThan(0);
      }),
      runs(100),
    );
  });

  it('changes a password only with the current one, and ends the other sessions', async () => {
    const { shelves, people, open } = given();
    await addStaff(shelves, person, context);
    for (const _id of ['here', 'elsewhere'])
      open.set(_id, { _id, staff: 'ana@example.org', createdAt: now, expiresAt: now });
    const input = { id: 'ana@example.org', sessionId: 'here', now, current: 'wrong', next: 'Outra-Chuva-88' };
    expect(await changePassword(shelves, input)).toEqual({ ok: false, problem: 'wrong' });
    expect(await changePassword(shelves, { ...input, current: person.password, next: 'short' })).toEqual({
      ok: false,
      problem: 'too-short',
    });
    expect(open.size).toBe(2);
    expect(await changePassword(shelves, { ...input, current: person.password })).toEqual({ ok: true });
    expect([...open.keys()]).toEqual(['here']);
    expect(await passwordMatches(people.get('ana@example.org')?.passwordHash, input.next)).toBe(true);
  });
});
