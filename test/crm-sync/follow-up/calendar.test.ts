import fc from 'fast-check';
import {
  dayMs,
  dayOf,
  dueAtOf,
  followUp,
  noFollowUp,
  type Calendar,
  type FollowUpEvent,
  type FollowUpState,
} from '../../../crm-sync/follow-up/calendar';

const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 4, 4, 12);
const covid24: Calendar = { plan: 'covid-24h', everyHours: 24, untilDay: 14, tries: 2 };
const covid48: Calendar = { plan: 'covid-48h', everyHours: 48, untilDay: 14, tries: 2 };
const dengueA: Calendar = { plan: 'dengue-a', everyHours: 24, untilDay: 7, tries: 2 };
const calendars = [covid24, covid48, dengueA];

const played = (...events: FollowUpEvent[]): FollowUpState => events.reduce(followUp, noFollowUp);
const planned = (calendar: Calendar, day = 0): FollowUpEvent => ({
  ...{ kind: 'planned', atMs: startMs, calendar, onsetMs: startMs - day * dayMs },
});
const asked = (ask: number, atMs: number): FollowUpEvent => ({
  ...{ kind: 'asked', ask, atMs, answerByMs: atMs + 4 * hourMs },
});
const silent = (ask: number, atMs: number): FollowUpEvent => ({
  ...{ kind: 'unanswered', ask, atMs, reason: 'silence' },
});

describe('when the next question is due', () => {
  it.each([
    [covid24, 2, 24],
    [covid48, 2, 48],
    [dengueA, 2, 24],
    // The last day is asked about too.
    [covid48, 13, 24],
    [covid24, 13, 24],
  ])('given %j planned on day %i, then it is due after %i h', (calendar, day, hours) => {
    expect(dueAtOf(played(planned(calendar, day)))).toBe(startMs + hours * hourMs);
  });

  it.each([
    [covid24, 14],
    [covid48, 14],
    [covid48, 30],
    [dengueA, 7],
  ])('given %j planned on day %i, then it has ended', (calendar, day) => {
    expect(played(planned(calendar, day))).toMatchObject({ phase: 'ended', reason: 'last-day' });
  });
});

describe('who does not answer', () => {
  const first = startMs + 24 * hourMs;
  const second = first + 4 * hourMs;
  const once = [planned(covid24), asked(1, first), silent(1, second)];
  const twice = [...once, asked(2, second), silent(2, second + 4 * hourMs)];

  it('given one silent try, then a second one is due at once and nobody is called', () => {
    expect(played(...once)).toMatchObject({ phase: 'waiting', dueAtMs: second, tried: 1 });
    expect(played(...once).task).toBeUndefined();
  });
  it('given two, then a person is to call and nothing is asked meanwhile', () => {
    expect(played(...twice)).toMatchObject({
      ...{ phase: 'held', asks: 2 },
      task: { reason: 'no-answer', sinceMs: second + 4 * hourMs },
    });
    expect(dueAtOf(played(...twice))).toBeUndefined();
  });
  it.each(['closed', 'in-service', 'refused', 'app-away'] as const)(
    'given a bot that cannot write (%s), then a person is to call at once',
    (reason) => {
      const state = played(planned(covid24), asked(1, first), {
        ...{ kind: 'unanswered', ask: 1, atMs: first, reason },
      });
      expect(state).toMatchObject({ phase: 'held', task: { reason: 'unreachable' } });
    },
  );
  it.each([
    ['better', { phase: 'waiting', tried: 0 }, undefined],
    ['no-answer', { phase: 'waiting', tried: 0 }, undefined],
    ['worse', { phase: 'held' }, 'worse'],
    ['seen', { phase: 'ended', reason: 'closed-by-person' }, undefined],
  ] as const)('given that task done as %s, then %j', (outcome, expected, task) => {
    const state = played(...twice, { kind: 'task-done', outcome, atMs: startMs + 2 * dayMs });
    expect(state).toMatchObject(expected);
    expect(state.task?.reason).toBe(task);
  });
  it('given they answer after all, then nobody need call', () => {
    const state = played(...twice, {
      ...{ kind: 'answered', disposition: 'mild', next: covid48, atMs: second + 5 * hourMs },
    });
    expect(state).toMatchObject({ phase: 'waiting', dueAtMs: second + 53 * hourMs });
    expect(state.task).toBeUndefined();
  });
  it('given the end of an older try comes late, then the answer stands', () => {
    const state = played(planned(covid24), asked(1, first), {
      ...{ kind: 'answered', disposition: 'mild', next: covid24, atMs: first + 1 },
    });
    expect(followUp(state, silent(1, second))).toEqual(state);
  });
});

describe('who answers', () => {
  const at = startMs + 24 * hourMs;
  const before = [planned(covid24), asked(1, at)];
  const answer = (disposition: 'emergency' | 'moderate' | 'mild', next?: Calendar): FollowUpEvent => ({
    ...{ kind: 'answered', disposition, atMs: at + hourMs, ...(next && { next }) },
  });

  it.each(['emergency', 'moderate'] as const)('%s: a person at once', (disposition) => {
    expect(played(...before, answer(disposition))).toMatchObject({
      ...{ phase: 'ended', reason: 'handed-over', task: { reason: 'worse', sinceMs: at + hourMs } },
    });
    expect(played(...before, answer(disposition, covid24))).toMatchObject({
      ...{ phase: 'waiting', task: { reason: 'worse' } },
    });
  });
  it('mild with another contact: goes on', () => {
    expect(played(...before, answer('mild', covid48))).toMatchObject({
      ...{ phase: 'waiting', dueAtMs: at + 49 * hourMs },
    });
  });
  it('mild without another contact: recovered', () => {
    expect(played(...before, answer('mild'))).toMatchObject({ phase: 'ended', reason: 'recovered' });
  });
  it('given somebody worse whom no call reached, then the task stays and counts the call', () => {
    const state = played(...before, answer('moderate'), {
      ...{ kind: 'task-done', outcome: 'no-answer', atMs: at + 2 * hourMs },
    });
    expect(state.task).toEqual({ reason: 'worse', sinceMs: at + hourMs, calls: 1 });
  });
});

/** A patient and a service, played by chance: each turn something that may happen, does. */
const move = fc.record({
  what: fc.constantFrom('answer', 'worse', 'end', 'silence', 'unreachable', 'task'),
  outcome: fc.constantFrom('better', 'worse', 'no-answer', 'seen' as const),
  delayMs: fc.integer({ min: 0, max: 4 * hourMs - 1 }),
});

function play(
  calendar: Calendar,
  day: number,
  moves: readonly (typeof move extends fc.Arbitrary<infer M> ? M : never)[],
  look: (before: FollowUpState, event: FollowUpEvent, after: FollowUpState) => void,
): void {
  let state = noFollowUp;
  const happen = (event: FollowUpEvent): void => {
    const after = followUp(state, event);
    look(state, event, after);
    state = after;
  };
  happen(planned(calendar, day));
  let nowMs = startMs;
  for (const { what, outcome, delayMs } of moves) {
    nowMs = Math.max(nowMs, dueAtOf(state) ?? nowMs);
    if (state.phase === 'waiting') happen(asked(state.asks + 1, nowMs));
    if (state.phase === 'asked') {
      const { ask } = state;
      const late = nowMs + 4 * hourMs;
      if (what === 'silence') happen(silent(ask, (nowMs = late)));
      else if (what === 'unreachable') happen({ kind: 'unanswered', ask, atMs: nowMs, reason: 'closed' });
      else if (what !== 'task')
        happen({
          ...{ kind: 'answered', atMs: (nowMs += delayMs) },
          disposition: what === 'worse' ? 'moderate' : 'mild',
          ...(what !== 'end' && { next: calendar }),
        });
    }
    if (state.task && (what === 'task' || state.phase === 'held'))
      happen({ kind: 'task-done', outcome, atMs: (nowMs += delayMs) });
  }
}

describe('whatever happens', () => {
  const game = [
    fc.constantFrom(...calendars),
    fc.integer({ min: 0, max: 16 }),
    fc.array(move, { maxLength: 60 }),
  ] as const;

  it('never asks after the last day', () => {
    fc.assert(
      fc.property(...game, (calendar, day, moves) => {
        const onsetMs = startMs - day * dayMs;
        play(calendar, day, moves, (_before, event, after) => {
          if (event.kind === 'asked' && after.phase === 'asked')
            expect(dayOf(onsetMs, event.atMs)).toBeLessThanOrEqual(calendar.untilDay);
          if (after.phase === 'waiting')
            expect(dayOf(onsetMs, after.dueAtMs)).toBeLessThanOrEqual(calendar.untilDay);
        });
      }),
    );
  });

  it('never tries more often than the plan says without a task or an answer', () => {
    fc.assert(
      fc.property(...game, (calendar, day, moves) => {
        let inARow = 0;
        play(calendar, day, moves, (_before, event, after) => {
          if (event.kind === 'asked') inARow += 1;
          else if (event.kind === 'answered' || event.kind === 'task-done') inARow = 0;
          expect(inARow).toBeLessThanOrEqual(calendar.tries);
          if (inARow === calendar.tries && event.kind === 'unanswered') expect(after.task).toBeDefined();
        });
      }),
    );
  });

  it('keeps the plan’s distance after an answer; only the last one may come after a day', () => {
    fc.assert(
      fc.property(...game, (calendar, day, moves) => {
        const onsetMs = startMs - day * dayMs;
        play(calendar, day, moves, (_before, event, after) => {
          if (event.kind !== 'answered' || after.phase !== 'waiting') return;
          const gapMs = after.dueAtMs - event.atMs;
          const last = dayOf(onsetMs, after.dueAtMs) === calendar.untilDay;
          expect(gapMs === calendar.everyHours * hourMs || (last && gapMs === dayMs)).toBe(true);
        });
      }),
    );
  });

  it('who gets worse has a task until a person has seen them or heard that they are better', () => {
    fc.assert(
      fc.property(...game, (calendar, day, moves) => {
        let worse = false;
        play(calendar, day, moves, (_before, event, after) => {
          if (event.kind === 'answered' && event.disposition !== 'mild') worse = true;
          if (event.kind === 'task-done' && ['better', 'seen'].includes(event.outcome)) worse = false;
          if (worse) expect(after.task?.reason).toBe('worse');
        });
      }),
    );
  });

  it('nobody is held without somebody who is to call them', () => {
    fc.assert(
      fc.property(...game, (calendar, day, moves) => {
        play(calendar, day, moves, (_before, _event, after) => {
          if (after.phase === 'held') expect(after.task).toBeDefined();
        });
      }),
    );
  });
});
