import { targetMinutes } from '../../../settings/target-minutes';
import { step } from '../../../src/dialog/step';
import type { Setup } from '../../../src/dialog/input';
import { knowledge, says, set, waits } from '../../support/small-clinic';

const geral = { id: 'd', name: 'Geral' };
const asksAt = (at: string, setup: Partial<Setup> = {}, shared: object = {}, known = knowledge) => {
  const before = waits(
    { queued: true, nobody: true, leaves: 'call-back' },
    { department: geral, waitWatched: true, urgency: 'yellow', ...set(setup), ...shared },
  );
  const { effects, events } = step(before, says('11 91234-5678', {}, at), known);
  const task = events.find(({ type }) => type === 'acolhe.task.opened.v1')?.data as {
    dueAt: string;
    text: string;
  };
  const words = effects.flatMap((one) => (one.kind === 'say' ? [one.text] : [])).join('\n');
  return { ...task, words };
};
const manaus = { timeZone: 'America/Manaus', from: '08:00', to: '20:00' };

describe('by when somebody is called back', () => {
  it.each([
    // 03:00 in São Paulo: the first hour of the day's calls
    ['in the night', '2026-01-06T06:00:00.000Z', {}, '2026-01-06T12:00:00.000Z', '09:00'],
    ['in the morning', '2026-01-06T13:00:00.000Z', {}, '2026-01-06T14:00:00.000Z', '11:00'],
    ['late in the evening', '2026-01-06T22:30:00.000Z', {}, '2026-01-07T11:30:00.000Z', '08:30'],
    [
      'in the night of Manaus',
      '2026-01-06T07:00:00.000Z',
      { clock: manaus },
      '2026-01-06T13:00:00.000Z',
      '09:00',
    ],
    [
      'by a service that calls longer',
      '2026-01-06T23:00:00.000Z',
      { clock: { ...manaus, to: '22:00' } },
      '2026-01-07T00:00:00.000Z',
      '20:00',
    ],
    [
      'by a service with targets of its own',
      '2026-01-06T13:00:00.000Z',
      { sla: { minutes: { yellow: 30 } } },
      '2026-01-06T13:30:00.000Z',
      '10:30',
    ],
    [
      'by a service without a target',
      '2026-01-06T13:00:00.000Z',
      { sla: { minutes: { yellow: 0 } } },
      '2026-01-06T14:00:00.000Z',
      '11:00',
    ],
  ] as const)(
    'Given it is asked for %s, Then within the hours of calls, by its clock',
    (_name, at, setup, due, time) => {
      const { dueAt, words } = asksAt(at, setup);
      expect(dueAt).toBe(due);
      expect(words).toContain(`time=${time}`);
    },
  );

  it('Given published hours, Then those count, and their clock', () => {
    const weekly = [{ days: [2], open: [{ from: '14:00', to: '18:00' }] }];
    const hours = [{ department: 'Geral', timeZone: 'America/Noronha', weekly, holidays: [] }];
    const known = { ...knowledge, published: { ...knowledge.published!, hours } };
    const { dueAt, words } = asksAt('2026-01-06T06:00:00.000Z', { clock: manaus }, {}, known);
    expect(dueAt).toBe('2026-01-06T17:00:00.000Z');
    expect(words).toContain('time=15:00');
  });

  it('Given any hour of the day, Then nobody is promised a call before 08:00 or after 20:00', () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const { dueAt } = asksAt(`2026-01-06T${String(hour).padStart(2, '0')}:17:00.000Z`, { clock: manaus });
      const local = (new Date(dueAt).getUTCHours() + 20) % 24;
      expect(local).toBeGreaterThanOrEqual(8);
      expect(local).toBeLessThan(20);
      expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(
        Date.parse('2026-01-06T00:17:00.000Z') + targetMinutes.yellow * 60_000,
      );
    }
  });

  it('Given somebody who writes in another language, Then the task is in the service’s', () => {
    const published = { ...knowledge.published!, texts: {} };
    const { text } = asksAt('2026-01-06T13:00:00.000Z', {}, { tongue: 'en' }, { ...knowledge, published });
    expect(text).toContain('Pediu que');
  });
});
