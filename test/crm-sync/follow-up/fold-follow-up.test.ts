import fc from 'fast-check';
import type { EventEnvelope } from '../../../contract/event';
import { foldFollowUp } from '../../../crm-sync/follow-up/fold-follow-up';

const startMs = Date.UTC(2026, 4, 4, 12);
const hour = (n: number): string => new Date(startMs + n * 3_600_000).toISOString();
const told = (hours: number, type: string, data: Record<string, unknown>): EventEnvelope => ({
  ...{
    specversion: '1.0',
    id: `${type}/${hours}`,
    source: '/tenants/t1/crm',
    subject: 'follow-up/P1/respiratory',
  },
  ...{ type: `acolhe.follow-up.${type}.v1`, time: hour(hours), data },
});
const calendar = { plan: 'covid-24h', everyHours: 24, untilDay: 14, tries: 2 };
const planned = told(0, 'planned', {
  ...{ conversation: 'room', decision: 'd1', pack: 'respiratory', packVersion: '1' },
  ...{ ...calendar, disease: 'respiratory', onset: hour(0) },
});
const life = [
  planned,
  told(24, 'asked', { conversation: 'room', ask: 1, answerBy: hour(28) }),
  told(28, 'unanswered', { ask: 1, reason: 'silence' }),
  told(29, 'asked', { conversation: 'room', ask: 2, answerBy: hour(33) }),
  told(30, 'answered', {
    ...{
      conversation: 'room',
      decision: 'd2',
      outcome: 'see_today',
      disposition: 'moderate',
      next: calendar,
    },
  }),
];

describe('a patient’s monitoring', () => {
  it('is one document of coded facts', () => {
    expect(foldFollowUp('P1/respiratory', life)).toEqual({
      ...{ _id: 'P1/respiratory', patientId: 'P1', version: 5, state: 'waiting', asks: 2 },
      dueAt: new Date(hour(54)),
      told: ['room\u0000d1', 'room\u0000d2'],
      decision: { conversation: 'room', event: 'd2', at: new Date(hour(30)) },
      plan: {
        ...{ pack: 'respiratory', plan: 'covid-24h', disease: 'respiratory', everyHours: 24 },
        onset: new Date(hour(0)),
      },
      task: { reason: 'worse', since: new Date(hour(30)), calls: 0 },
      taskSince: new Date(hour(30)),
    });
  });
  it('is the same in whatever order and however often its events come', () => {
    const whole = foldFollowUp('P1', life);
    fc.assert(
      fc.property(fc.shuffledSubarray([...life, ...life], { minLength: 10 }), (events) => {
        expect(foldFollowUp('P1', events)).toEqual(whole);
      }),
    );
  });
  it('a try ends after it began, also when two clocks say otherwise, and the next begins after that', () => {
    const early = told(27, 'unanswered', { ask: 1, reason: 'silence' });
    const asked = told(28, 'asked', { conversation: 'room', ask: 1, answerBy: hour(32) });
    const again = told(28, 'asked', { conversation: 'room', ask: 2, answerBy: hour(32) });
    expect(foldFollowUp('P1', [planned, early, asked])).toMatchObject({ state: 'waiting', asks: 1 });
    const both = [planned, { ...again, id: 'a' }, early, { ...asked, id: 'b' }];
    expect(foldFollowUp('P1', both)).toMatchObject({ state: 'asked', asks: 2 });
  });
  it('is nothing without events of its own', () => {
    expect(foldFollowUp('P1', [])).toBeUndefined();
    expect(foldFollowUp('P1', [{ ...planned, type: 'acolhe.unknown.v1' }])).toBeUndefined();
  });
});
