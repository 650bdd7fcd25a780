import fc from 'fast-check';
import { urgencies } from '../../../contract/service-events';
import {
  climbed,
  isNobodyThere,
  type Ladder,
  ladderOf,
  type Move,
  moveOf,
  type RungAnswer,
} from '../../../src/routing/ladder';
import { placesFor, type Rung } from '../../../src/routing/route';
import type { Urgency } from '../../../src/routing/urgency';

const names = ['A', 'B', 'C', 'D', 'general', 'urgent'] as const;
type Place = (typeof names)[number];

/** What is at a department now. `gone`: deleted or disabled; `empty`: no agents belong to it. */
type There = 'someone' | 'busy' | 'nobody' | 'gone' | 'empty' | 'refuses' | 'refuses all';
const theres: There[] = ['someone', 'busy', 'nobody', 'gone', 'empty', 'refuses', 'refuses all'];
type World = Record<Place, There>;

function answerOf(world: World, { rung, waits, unstaffed }: Extract<Move, { kind: 'try' }>): RungAnswer {
  const there = rung.kind === 'person' ? 'nobody' : world[rung.place as Place];
  if (there === 'gone') return 'gone';
  if (there === 'refuses all') return 'refused';
  if (there === 'empty' && !unstaffed) return 'unstaffed';
  if (waits || there === 'someone') return 'taken';
  return there === 'busy' ? 'full' : there === 'nobody' ? 'away' : 'refused';
}

interface Walk {
  tries: Extract<Move, { kind: 'try' }>[];
  end: Exclude<Move, { kind: 'try' }>;
  ladder: Ladder;
}
function walk(from: Ladder, world: World): Walk {
  const tries: Walk['tries'] = [];
  let ladder = from;
  for (;;) {
    const move = moveOf(ladder);
    if (move.kind !== 'try') return { tries, end: move, ladder };
    tries.push(move);
    if (tries.length > 100) throw new Error('it does not end');
    ladder = climbed(ladder, answerOf(world, move));
  }
}

const place = fc.constantFrom(...names);
const story = fc.record({
  urgency: fc.constantFrom(...urgencies),
  department: place,
  others: fc.array(place, { maxLength: 3 }),
  onCall: fc.option(place, { nil: undefined }),
  agent: fc.option(fc.constant('ana'), { nil: undefined }),
  ruled: fc.boolean(),
  closed: fc.subarray([...names]),
  world: fc.record(
    Object.fromEntries(names.map((name) => [name, fc.constantFrom(...theres)])) as Record<
      Place,
      fc.Arbitrary<There>
    >,
  ),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

function told({ urgency, department, others, onCall, agent, ruled, closed, world }: Story): Walk & {
  offers: readonly string[];
} {
  const rule = { urgencies: [urgency], department, agent, ladder: { departments: others, onCall } };
  const someone = { urgency, language: 'pt-BR' as const, at: '2026-01-05T12:00:00.000Z' };
  const places = placesFor(ruled ? [rule] : [], someone, { byDefault: ['general', 'urgent'] });
  const ladder = ladderOf(places, (rung: Rung) => closed.includes(rung.place as Place));
  return { ...walk(ladder, world), offers: ladder.offers };
}
const isPressing = (urgency: Urgency): boolean => urgency === 'red' || urgency === 'orange';

describe('a ladder, whatever its rungs answer', () => {
  it('asks no rung twice of the same, and ends', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { tries } = told(one);
        const asked = tries.map(({ at, waits, unstaffed }) => `${at} ${waits} ${unstaffed}`);
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });

  it('ends at a person, in a queue, or nowhere: the last only where every department is gone or refuses all', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { end, ladder } = told(one);
        if (end.kind === 'taken') return;
        const departments = ladder.rungs.filter(({ kind }) => kind !== 'person');
        expect(departments.length).toBeGreaterThan(0);
        for (const { place: name } of departments)
          expect(['gone', 'refuses all']).toContain(one.world[name as Place]);
      }),
    );
  });

  it('never ends where nobody is while somebody is at another rung that is open', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { end, ladder } = told(one);
        const open = (name: string) => isPressing(one.urgency) || !one.closed.includes(name as Place);
        const staffed = ladder.rungs.filter(
          ({ kind, place: name }) =>
            kind !== 'person' && open(name) && ['someone', 'busy'].includes(one.world[name as Place]),
        );
        if (staffed.length === 0) return;
        expect(end.kind).toBe('taken');
        if (end.kind === 'taken') expect(['someone', 'busy']).toContain(one.world[end.rung.place as Place]);
      }),
    );
  });

  it('is not taken to a department that is gone', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { end } = told(one);
        if (end.kind === 'taken') expect(one.world[end.rung.place as Place]).not.toBe('gone');
      }),
    );
  });

  it('holds up nobody who is pressing by closed hours, and offers them nothing instead of a person', () => {
    fc.assert(
      fc.property(story, (one) => {
        if (!isPressing(one.urgency)) return;
        const { offers, ladder } = told(one);
        expect(offers).toEqual([]);
        expect(ladder.answers).not.toContain('closed');
      }),
    );
  });

  it('takes who is pressing to a free person anywhere before any queue', () => {
    fc.assert(
      fc.property(story, (one) => {
        if (!isPressing(one.urgency)) return;
        const { end, ladder } = told(one);
        const free = ladder.rungs.some(
          ({ kind, place: name }) => kind !== 'person' && one.world[name as Place] === 'someone',
        );
        if (!free) return;
        expect(end).toMatchObject({ kind: 'taken', waits: false });
      }),
      { numRuns: 500 },
    );
  });

  it('chooses no queue of a department without agents while another would have them wait', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { end, ladder } = told(one);
        const staffed = ladder.rungs.some(
          ({ kind, place: name }) =>
            kind !== 'person' && !['gone', 'empty', 'refuses all'].includes(one.world[name as Place]),
        );
        if (staffed && end.kind === 'taken') expect(one.world[end.rung.place as Place]).not.toBe('empty');
      }),
      { numRuns: 500 },
    );
  });

  it('goes to departments that no rule names only where nobody is at those it names, or in a hurry', () => {
    fc.assert(
      fc.property(story, (one) => {
        if (isPressing(one.urgency)) return;
        const { end, ladder } = told(one);
        if (end.kind !== 'taken' || !end.rung.spare) return;
        const named = ladder.answers.filter((_answer, at) => !ladder.rungs[at]!.spare);
        expect(named).not.toContain('full');
      }),
    );
  });
});

describe('the rungs of one ladder', () => {
  const departments = ['A', 'B', 'C'].map((name): Rung => ({ kind: 'department', place: name }));
  const ladder = (closed: string[] = [], pressing = false): Ladder =>
    ladderOf(
      {
        ...{ rungs: departments, tags: [], offers: pressing ? [] : ['call-back'] },
        urgency: pressing ? 'orange' : 'green',
      },
      ({ place: name }) => closed.includes(name),
    );
  const answered = (from: Ladder, ...answers: RungAnswer[]): Move => moveOf(answers.reduce(climbed, from));
  const at = (move: Move): string =>
    move.kind === 'try'
      ? `try ${move.rung.place}${move.waits ? ' queue' : ''}`
      : move.kind === 'taken'
        ? `taken ${move.rung.place}${move.waits ? ' queue' : ''}`
        : move.kind;

  // prettier-ignore
  it.each<[string, string[], RungAnswer[], string]>([
    ['the first has somebody', [], ['taken'], 'taken A'],
    ['the first has nobody', [], ['away'], 'try B'],
    ['the first is closed', ['A'], [], 'try B'],
    ['the first refuses', [], ['refused'], 'try B'],
    ['all are busy', [], ['full', 'full', 'full'], 'try A queue'],
    ['one is busy', [], ['away', 'full', 'away'], 'try B queue'],
    ['nobody is anywhere', [], ['away', 'away', 'away'], 'try A queue'],
    ['all are closed', ['A', 'B', 'C'], [], 'try A queue'],
    ['the first takes nobody new', [], ['paused', 'away', 'away'], 'try B queue'],
    ['all take nobody new', [], ['paused', 'paused', 'paused'], 'try A queue'],
    ['the first is gone', [], ['gone', 'away', 'away'], 'try B queue'],
    ['a queue refuses', [], ['away', 'away', 'away', 'refused'], 'try B queue'],
    ['a queue takes them', [], ['away', 'away', 'away', 'taken'], 'taken A queue'],
    ['all are gone', [], ['gone', 'gone', 'gone'], 'nowhere'],
    ['the first has no agents at all', [], ['unstaffed', 'away', 'away'], 'try B queue'],
    ['none has agents', [], ['unstaffed', 'unstaffed', 'unstaffed'], 'try A queue'],
    ['a closed one turns out to have no agents', ['A'], ['away', 'unstaffed', 'unstaffed'], 'try B queue'],
    ['all queues refuse', [], ['away', 'away', 'away', 'refused', 'refused', 'refused'], 'nowhere'],
  ])('Given %s', (_name, closed, answers, is) => {
    expect(at(answered(ladder(closed), ...answers))).toBe(is);
  });

  it('Given somebody pressing, Then closed hours are asked all the same, and a paused queue is as good as any', () => {
    expect(at(moveOf(ladder(['A'], true)))).toBe('try A');
    expect(at(answered(ladder([], true), 'paused', 'away', 'away'))).toBe('try A queue');
  });

  it('Given an answer after the end, Then nothing changes', () => {
    const over = climbed(ladder(), 'taken');
    expect(climbed(over, 'refused')).toBe(over);
  });

  it.each<[RungAnswer[], boolean]>([
    [['away', 'closed'], true],
    [['away', 'full'], false],
    [['taken'], false],
  ])('Given %j, Then whether nobody is there is %s', (answers, is) => {
    expect(isNobodyThere({ answers })).toBe(is);
  });
});
