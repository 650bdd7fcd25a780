import { urgencies } from '../../../contract/service-events';
import type { Urgency } from '../../../src/routing/urgency';
import { isPressing, urgencyRank } from '../../../src/routing/urgency';
import { urgencyRefusal } from '../../../src/dialog/staff-urgency';
import { step } from '../../../src/dialog/step';
import { placesOf } from '../../../src/dialog/where-to';
import {
  asks,
  hears,
  knowledge,
  lines,
  minutesLater,
  presses,
  type Row,
  served,
  set,
  stands,
  tells,
  waits,
} from '../../support/small-clinic';

const geral = { id: 'd', name: 'Geral' };
const orders = (urgency: Urgency) =>
  hears('command', { command: { kind: 'urgency', id: 'c', conversation: 'room', urgency, staff: 's1' } });
const queued = (more: object = {}, shared: object = {}) =>
  waits({ queued: true, ...more }, { department: geral, waitWatched: true, urgency: 'yellow', ...shared });

describe('Staff decide how soon a person is needed', () => {
  // prettier-ignore
  const rows: Row[] = [
    ['sooner, in a queue where people are', queued(), orders('orange'),
      'raised_by_staff call=call_192',
      'byStaff=orange'],
    ['sooner, while they leave a number instead', queued({ leaves: 'call-back' }), orders('orange'),
      'raised_by_staff call=call_192',
      'byStaff=orange leaves=-'],
    ['sooner, where nobody is', queued({ nobody: true }), orders('orange'),
      'raised_by_staff call=call_192 | asks for general',
      'byStaff=orange queued=false'],
    ['danger', queued(), orders('red'),
      'emergency_192 | asks for urgent',
      'byStaff=red queued=false reason=emergency saidAt=now to=urgent waitingSince=now'],
    ['danger, in danger already', queued({ reason: 'emergency', to: 'urgent' }, { urgency: 'red' }), orders('red'),
      '',
      'byStaff=red'],
    ['sooner, while the bot asks', asks('age'), orders('orange'),
      'raised_by_staff call=call_192 | asks for urgent',
      'byStaff=orange phase=waiting queued=false reason=asked saidAt=now to=urgent tries=0 waitingSince=now'],
    ['a little sooner', queued({}, { urgency: 'green' }), orders('yellow'),
      '',
      'byStaff=yellow'],
    ['later than the protocol said', queued({ reason: 'emergency', to: 'urgent' }, { urgency: 'red', decided: { disposition: 'emergency' } }), orders('yellow'),
      '',
      'byStaff=yellow reason=asked'],
    ['later than a red flag', queued({ reason: 'red-flag', to: 'urgent' }, { urgency: 'red', redFlags: ['dyspnea'] }), orders('orange'),
      '',
      ''],
    ['while a person serves', served({ urgency: 'yellow' }), orders('orange'),
      'tells a',
      'byStaff=orange'],
    ['the same while a person serves', served({ urgency: 'yellow' }), orders('yellow'),
      '',
      'byStaff=yellow'],
    ['over', stands({ phase: 'closed' }), orders('red'),
      '',
      ''],
  ];
  it.each(rows)('Given %s', tells);

  it('Given it, Then the clock, the hours and what is offered follow, and the CRM is told by whom', () => {
    const sla = set({ sla: { minutes: {} } });
    const since = { since: minutesLater(-1), urgency: 'yellow' as const };
    const before = queued({ nobody: true }, { ...sla, unanswered: since });
    expect(
      placesOf({ state: before, knowledge, input: presses('x') }, 'asked', 'general').offers,
    ).toHaveLength(2);
    const next = step(before, orders('orange'), knowledge);
    expect(next.events.find(({ type }) => type === 'acolhe.urgency.changed.v1')?.data).toEqual({
      ...{ urgency: 'orange', reason: 'staff', staff: 's1' },
    });
    expect(next.state).toMatchObject({ urgency: 'orange', unanswered: { urgency: 'orange' } });
    // 11 minutes waited of 10: due at once
    expect(next.effects).toContainEqual({ kind: 'remind', reminder: 'sla', afterMs: 0 });
    expect(
      placesOf({ state: next.state!, knowledge, input: presses('x') }, 'asked', 'general').offers,
    ).toEqual([]);
    const pressed = step(next.state, presses('instead:call-back'), knowledge);
    expect(lines(pressed)).toBe('past_button');
  });

  it.each(urgencies)(
    'Given a red flag, Then %s is refused unless it is red; without one it is not',
    (urgency) => {
      const flagged = urgencyRefusal({ phase: 'served', redFlags: ['dyspnea'] }, { urgency });
      expect(flagged).toBe(urgency === 'red' ? undefined : 'red-flag');
      expect(urgencyRefusal({ phase: 'served', redFlags: [] }, { urgency })).toBeUndefined();
      expect(urgencyRefusal({ phase: 'closed', redFlags: [] }, { urgency })).toBe('closed');
    },
  );
});

describe('An urgency that was told is a floor', () => {
  const night = [
    {
      when: { timeZone: 'America/Sao_Paulo', open: [{ from: '09:00', to: '09:30' }] },
      priority: 'orange' as const,
      department: 'Geral',
    },
  ];
  const published = { ...knowledge.published!, routing: night };
  const places = (shared: object, minutes: number) => {
    const input = { ...presses('x'), at: minutesLater(minutes) };
    return placesOf(
      { state: queued({}, shared), knowledge: { ...knowledge, published }, input },
      'asked',
      'general',
    );
  };

  it('Given a rule of an hour that is over, Then what it raised stays raised, and nothing is offered instead', () => {
    expect(places({ urgency: undefined }, 10)).toMatchObject({ urgency: 'orange', offers: [] });
    expect(places({ urgency: 'orange' }, 60)).toMatchObject({ urgency: 'orange', offers: [] });
    expect(places({ urgency: undefined }, 60)).toMatchObject({ urgency: 'yellow' });
  });

  it('Given staff who decided otherwise, Then no rule raises it', () => {
    expect(places({ urgency: 'yellow', byStaff: 'yellow' }, 10).urgency).toBe('yellow');
  });

  it.each(urgencies)('Given %s told, Then nothing the rules say makes it less', (told) => {
    for (const minutes of [10, 60]) {
      const { urgency } = places({ urgency: told }, minutes);
      expect(urgencyRank[urgency]).toBeLessThanOrEqual(urgencyRank[told]);
      if (isPressing(urgency)) expect(places({ urgency: told }, minutes).offers).toEqual([]);
    }
  });
});
