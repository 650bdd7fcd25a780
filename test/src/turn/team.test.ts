import { noteOnTeam, teamOf } from '../../../src/turn/team';
import { memoryNotes } from '../../support/memory-notes';

it('remembers for 30 days who served in a department, who served last first', async () => {
  const clock = { ms: Date.UTC(2026, 0, 1) };
  const world = { notes: memoryNotes(), now: () => new Date(clock.ms) };
  const serves = (username: string, department = 'Geral') =>
    noteOnTeam(world, department, { username, name: username });
  await serves('ana');
  clock.ms += 1_000;
  await serves('bruno');
  await serves('caio', 'Urgência');
  clock.ms += 1_000;
  // the same day
  await serves('ana');
  expect(await world.notes.of('team/Geral')).toHaveLength(2);
  expect(await teamOf(world, 'Geral')).toEqual(['bruno', 'ana']);
  clock.ms += 25 * 3_600_000;
  await serves('ana');
  expect(await teamOf(world, 'Geral')).toEqual(['ana', 'bruno']);
  clock.ms += 29 * 24 * 3_600_000;
  expect(await teamOf(world, 'Geral')).toEqual(['ana']);
  expect(await teamOf(world, 'Outro')).toEqual([]);
});
