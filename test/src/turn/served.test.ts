import type { Person } from '../../../src/dialog/input';
import { forgetServed, lastServed, noteServed } from '../../../src/turn/served';
import { memoryNotes } from '../../support/memory-notes';

const hour = 3_600_000;
const ana: Person = { id: 'a', username: 'ana', name: 'Dra. Ana', kind: 'human' };

function world(windowHours = 24) {
  const clock = { ms: Date.parse('2026-01-05T12:00:00.000Z') };
  const notes = memoryNotes();
  return {
    ...{ clock, notes, now: () => new Date(clock.ms) },
    windowMs: () => Promise.resolve(windowHours * hour),
  };
}

describe('who had a visitor last', () => {
  it.each([
    ['within the window', 23.9, 24, { username: 'ana', name: 'Dra. Ana' }],
    ['when it is over', 24, 24, undefined],
    ['where it does not matter', 0, 0, undefined],
  ])('%s', async (_name, laterHours, windowHours, who) => {
    const given = world(windowHours);
    await noteServed(given, 'v1', ana);
    given.clock.ms += laterHours * hour;
    expect(await lastServed(given, 'v1')).toEqual(who);
    expect(await lastServed(given, 'v2')).toBeUndefined();
  });

  it('Given another one since, Then that one; who has no name is called by their username', async () => {
    const given = world();
    await noteServed(given, 'v1', ana);
    given.clock.ms += hour;
    await noteServed(given, 'v1', { id: 'b', username: 'bruno', kind: 'human' });
    expect(await lastServed(given, 'v1')).toEqual({ username: 'bruno', name: 'bruno' });
    expect(await given.notes.of('served/v1')).toHaveLength(1);
  });

  it('Given a memory that cannot be read, Then nobody', async () => {
    const given = world();
    const notes = { ...given.notes, of: () => Promise.reject(new Error('away')) };
    expect(await lastServed({ ...given, notes }, 'v1')).toBeUndefined();
  });

  it('Given it is over, Then it is forgotten; before, it is kept', async () => {
    const given = world();
    await noteServed(given, 'v1', ana);
    await forgetServed(given, 'v1');
    expect(await given.notes.of('served/v1')).toHaveLength(1);
    given.clock.ms += 24 * hour;
    await forgetServed(given, 'v1');
    expect(await given.notes.of('served/v1')).toEqual([]);
  });
});
