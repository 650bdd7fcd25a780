import { command } from '../../../contract/command';
import { ringOf } from '../../../crm-sync/follow-up/ring-tasks';

const since = new Date('2026-01-05T12:00:00.000Z');
const later = (minutes: number) => new Date(since.getTime() + minutes * 60_000);
const of = (reason: 'worse' | 'no-answer' | 'unreachable') => ({
  ...{
    _id: '0000-0001-1/dengue',
    patientId: '0000-0001-1',
    version: 3,
    state: 'held' as const,
    asks: 1,
    told: [],
  },
  decision: { conversation: 'room1', event: 'e', at: since },
  task: { reason, since, calls: 0 },
});

describe('whom a person is to call by a monitoring', () => {
  it.each([
    ['worse', 0, 'opened'],
    ['worse', 29, 'opened'],
    ['worse', 30, 'overdue'],
    ['worse', 60, 'again'],
    ['no-answer', 239, 'opened'],
    ['unreachable', 240, 'overdue'],
    ['no-answer', 480, 'again'],
  ] as const)('Given %s, then after %i minutes it is %s', (reason, minutes, step) => {
    expect(ringOf(of(reason), 'America/Manaus', later(minutes))).toMatchObject({ step });
  });

  it('is a command the app takes, with the number and nothing else of the patient, the same at each look', () => {
    const ring = ringOf(of('worse'), 'America/Manaus', later(5))!;
    expect(command.parse(ring)).toEqual(ring);
    expect(ring).toMatchObject({
      ...{ kind: 'ring', zone: 'America/Manaus', patient: '0000-0001-1', page: '/tasks/0000-0001-1/dengue' },
      task: { kind: 'worse', urgency: 'orange', dueAt: later(30).toISOString() },
    });
    expect(ringOf(of('worse'), 'America/Manaus', later(9))!.id).toBe(ring.id);
    expect(ringOf(of('worse'), 'America/Manaus', later(31))!.id).not.toBe(ring.id);
  });

  it('Given a decision that is not known, then nothing rings', () => {
    const { decision: _decision, ...rest } = of('worse');
    expect(ringOf(rest, 'UTC', later(0))).toBeUndefined();
  });
});
