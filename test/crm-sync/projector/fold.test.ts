import * as fc from 'fast-check';
import type { EventEnvelope } from '../../../contract/event';
import { fold, inOrder } from '../../../crm-sync/projector/fold';
import { at, encounterOf, eventsOf, expectEncounter, type Line } from './events';

describe('the state of a conversation', () => {
  it.each<[string, Line[], object]>([
    [
      'started: the bot screens',
      [
        [0, 'started'],
        [1, 'bot'],
      ],
      { state: 'bot', channel: 'widget', language: 'es', visitorId: 'v1', startedAt: at(0) },
    ],
    [
      'a photo came while the bot asks: to be looked at',
      [
        [0, 'started'],
        [1, 'bot'],
        [2, 'sends', 'm1'],
      ],
      { state: 'bot', unseenFileAt: at(2) },
    ],
    [
      'a photo that a person answered: seen',
      [
        [0, 'started'],
        [2, 'sends', 'm1'],
        [9, 'says', 'agent', 'm2'],
      ],
      { unseenFileAt: undefined },
    ],
    [
      'queued for nobody yet',
      [
        [0, 'started'],
        [1, 'queued', 'd1'],
      ],
      { state: 'queued', waitingSince: at(1), department: { id: 'd1' } },
    ],
    [
      'queued, then the bot has it: no person is waited for',
      [
        [0, 'queued'],
        [1, 'bot'],
      ],
      { state: 'bot', waitingSince: undefined },
    ],
    [
      'transferred to a department',
      [
        [0, 'started'],
        [1, 'bot'],
        [5, 'toDepartment', 'd2', 'bot'],
      ],
      { state: 'queued', waitingSince: at(5), department: { id: 'd2' } },
    ],
    [
      'queued again while queued: still waiting since the first',
      [
        [5, 'toDepartment', 'd2'],
        [9, 'queued', 'd2'],
      ],
      { state: 'queued', waitingSince: at(5) },
    ],
    [
      'taken by a person',
      [
        [5, 'toDepartment', 'd2'],
        [9, 'human', 'a1', 'd2'],
      ],
      { state: 'served', agent: { id: 'a1', name: 'Person a1' }, waitingSince: undefined },
    ],
    [
      'told the transfer after the assignment it led to',
      [
        [1, 'bot'],
        [5, 'human', 'a1', 'd2'],
        [6, 'toDepartment', 'd2', 'bot'],
      ],
      { state: 'served', agent: { id: 'a1' } },
    ],
    [
      'told so without who had it before',
      [
        [5, 'human', 'a1', 'd2'],
        [6, 'toDepartment', 'd2'],
      ],
      { state: 'served', agent: { id: 'a1' } },
    ],
    [
      'passed on to another department by its person',
      [
        [5, 'human', 'a1', 'd2'],
        [6, 'toDepartment', 'd3', 'a1'],
      ],
      { state: 'queued', agent: undefined, waitingSince: at(6) },
    ],
    [
      'passed on to another person',
      [
        [5, 'human', 'a1'],
        [6, 'toAgent', 'a2'],
      ],
      { state: 'served', agent: { id: 'a2' } },
    ],
    [
      'a hand-off that found nobody',
      [
        [1, 'bot'],
        [3, 'handoff', 'waiting'],
      ],
      { state: 'queued', waitingSince: at(3), department: { id: 'geral' } },
    ],
    [
      'handed over and taken before the app tells of its queue',
      [
        [5, 'human', 'a1', 'd2'],
        [6, 'handoff', 'transferred'],
        [6, 'queued'],
      ],
      { state: 'served', agent: { id: 'a1' }, waitingSince: undefined },
    ],
    [
      'left by its person',
      [
        [5, 'human', 'a1', 'd2'],
        [9, 'queued'],
      ],
      { state: 'queued', agent: undefined, waitingSince: at(9) },
    ],
    [
      'answered while queued',
      [
        [5, 'queued'],
        [9, 'says', 'agent', 'm'],
      ],
      { state: 'served', waitingSince: undefined },
    ],
    [
      '… and the bot stays in the room',
      [
        [3, 'handoff', 'waiting'],
        [4, 'bot'],
      ],
      { state: 'queued', waitingSince: at(3) },
    ],
    [
      'closed while waiting',
      [
        [3, 'queued'],
        [9, 'closed', 'patient'],
      ],
      { state: 'closed', closedAt: at(9), closedBy: 'patient', waitingSince: undefined },
    ],
    [
      'closed stays closed',
      [
        [3, 'closed', 'bot'],
        [4, 'queued'],
        [5, 'human', 'a1'],
        [6, 'toDepartment', 'd1'],
        [7, 'closed', 'agent'],
        [8, 'handoff', 'waiting'],
      ],
      { state: 'closed', closedAt: at(3), closedBy: 'bot' },
    ],
    [
      'known only by a late message',
      [[7, 'says', 'patient', 'm1']],
      { state: 'bot', channel: 'unknown', startedAt: at(7), messageCount: 1 },
    ],
  ])('%s', (_name, lines, expected) => {
    expectEncounter(lines, expected);
  });
});

describe('what dashboards count', () => {
  it.each<[string, Line[], number | undefined]>([
    [
      'from the hand-off to the first message of a person',
      [
        [10, 'handoff', 'transferred'],
        [11, 'toDepartment', 'd'],
        [20, 'human', 'a'],
        [25, 'says', 'agent', 'm'],
        [60, 'says', 'agent', 'n'],
      ],
      15_000,
    ],
    [
      'not the bot’s words',
      [
        [10, 'handoff', 'waiting'],
        [12, 'says', 'bot', 'm'],
        [13, 'says', 'patient', 'n'],
      ],
      undefined,
    ],
    [
      'not from the queue that led to the bot',
      [
        [0, 'queued'],
        [1, 'bot'],
        [50, 'toDepartment', 'd'],
        [53, 'says', 'agent', 'm'],
      ],
      3_000,
    ],
    [
      'from the assignment, when that is told first',
      [
        [1, 'bot'],
        [10, 'human', 'a', 'd'],
        [11, 'toDepartment', 'd', 'bot'],
        [12, 'handoff', 'transferred'],
        [14, 'says', 'agent', 'm'],
      ],
      4_000,
    ],
    [
      'nobody was waited for',
      [
        [1, 'bot'],
        [50, 'says', 'agent', 'm'],
      ],
      undefined,
    ],
  ])('first response: %s', (_name, lines, expected) => {
    expect(encounterOf(...lines).firstResponseMs).toBe(expected);
  });

  it.each<[string, Line[], boolean]>([
    [
      'closed by the bot alone',
      [
        [1, 'bot'],
        [9, 'closed', 'bot'],
      ],
      true,
    ],
    ['not closed yet', [[1, 'bot']], false],
    [
      'a person was assigned',
      [
        [1, 'human', 'a'],
        [9, 'closed', 'agent'],
      ],
      false,
    ],
    [
      'a person wrote',
      [
        [1, 'says', 'agent', 'm'],
        [9, 'closed', 'agent'],
      ],
      false,
    ],
    [
      'a person was asked for, and none came',
      [
        [1, 'handoff', 'waiting'],
        [9, 'closed', 'patient'],
      ],
      false,
    ],
  ])('contained by the bot: %s', (_name, lines, expected) => {
    expect(encounterOf(...lines).containedByBot).toBe(expected);
  });

  it.each<[string, Line[], string | undefined, string[]]>([
    [
      'the last decision',
      [
        [1, 'decided', 'moderate'],
        [2, 'decided', 'mild'],
      ],
      'mild',
      [],
    ],
    [
      'a red flag before it',
      [
        [1, 'flag', 'dyspnea'],
        [2, 'decided', 'mild'],
      ],
      'emergency',
      ['dyspnea'],
    ],
    [
      'a red flag after it',
      [
        [1, 'decided', 'mild'],
        [2, 'flag', 'a'],
        [3, 'flag', 'b'],
        [4, 'flag', 'a'],
      ],
      'emergency',
      ['a', 'b'],
    ],
    ['none yet', [[1, 'started']], undefined, []],
  ])('disposition: %s', (_name, lines, disposition, redFlags) => {
    expectEncounter(lines, { disposition, redFlags });
  });
});

describe('messages, decisions, patient', () => {
  it('gives each message once, placed in one sequence with decisions and marks', () => {
    const folded = fold(
      eventsOf([
        [0, 'started'],
        [1, 'says', 'patient', 'm1'],
        [2, 'flag', 'x'],
        [3, 'says', 'patient', 'm1', 'again'],
        [4, 'decided', 'mild'],
        [5, 'says', 'bot', 'm2'],
      ]),
    )!;
    expect(folded.messages.map(({ messageId, order, text }) => [messageId, order, text])).toEqual([
      ['m1', 1, 'm1'],
      ['m2', 5, 'm2'],
    ]);
    expect(folded.encounter.marks).toEqual([
      { kind: 'red-flag', at: at(2), order: 2, concept: 'x', call: '192' },
    ]);
    expect(folded.decisions).toMatchObject([
      { event: 'e004', order: 4, outcome: 'o-mild', row: 'r1', answers: { fever: true } },
    ]);
    expect(folded.encounter).toMatchObject({
      messageCount: 2,
      version: 6,
      lastEventAt: at(5),
      outcome: 'o-mild',
      pack: 'p',
    });
  });

  it('takes the last ID and the last facts told, of this conversation’s visitor only', () => {
    const { patient } = fold(
      eventsOf([
        [0, 'started'],
        [1, 'identified', 'P1', 'app'],
        [2, 'saved', 'v1', 'Ana Maria'],
        [3, 'identified', 'P2', 'crm'],
        [4, 'saved', 'v2', 'Other'],
      ]),
    )!;
    const claim = { patientId: 'P2', mintedBy: 'crm', event: 'e003', time: at(3).toISOString() };
    const origin = { at: at(2).toISOString(), event: 'e002' };
    const said = (field: string, value: string) => ({ field, values: [value], verified: false, origin });
    expect(patient).toEqual({
      visitorId: 'v1',
      claim,
      own: claim,
      said: [...patient.said.slice(0, -2), said('name', 'Ana Maria'), said('phones', '+55 85 90000-0000')],
    });
  });

  it('counts an event of an unknown type and skips it', () => {
    expect(encounterOf([0, 'started'], [1, 'unknown'])).toMatchObject({
      version: 2,
      state: 'bot',
      lastEventAt: at(1),
    });
  });

  it('is nothing without events', () => expect(fold([])).toBeUndefined());
});

const what: fc.Arbitrary<string[]> = fc.constantFrom(
  ...[
    ['started'],
    ['queued', 'd1'],
    ['bot'],
    ['human', 'a1', 'd1'],
    ['human', 'a2'],
    ['toDepartment', 'd1', 'bot'],
    ['toDepartment', 'd2'],
  ],
  ...[
    ['toAgent', 'a2'],
    ['closed', 'patient'],
    ['says', 'patient', 'm1'],
    ['says', 'agent', 'm2'],
    ['says', 'bot', 'm1'],
    ['decided', 'mild'],
  ],
  ...[
    ['decided', 'emergency'],
    ['rescreened', 'mild', 'emergency'],
    ['edited', 'm1', 'other'],
    ['deleted', 'm2'],
    ['file', 'm1', 'f1'],
    ['tagged', 'x'],
    ['flag', 'f1'],
    ['handoff', 'waiting'],
    ['identified', 'P', 'app'],
    ['saved', 'v1', 'Eva'],
    ['unknown'],
  ],
);
/** Many events of the same instant, so that ids decide. */
const history = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), what), { minLength: 1, maxLength: 25 })
  .map((lines) => eventsOf(lines.map(([seconds, line]) => [seconds, ...line] as unknown as Line)));
const disturbed = history.chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc.shuffledSubarray(events, { minLength: events.length }),
    fc.subarray(events),
  ),
);

describe('a second screening by a person', () => {
  it('is marked beside what the bot had decided, and changes neither that nor who has the room', () => {
    const lines: Line[] = [
      [0, 'started'],
      [1, 'decided', 'moderate'],
      [2, 'toDepartment', 'd1'],
    ];
    const before = encounterOf(...lines);
    const after = encounterOf(...lines, [9, 'rescreened', 'mild', 'moderate']);
    const { marks, version: _v, lastEventAt: _l, ...rest } = before;
    expect(after).toMatchObject({ ...rest, rescreenedAt: at(9) });
    expect(after.marks.slice(marks.length)).toEqual([
      {
        ...{ at: at(9), order: 3, kind: 'rescreen', staff: 's1', blind: true },
        ...{ disposition: 'mild', bot: 'moderate' },
      },
    ]);
  });
});

describe('whatever the delivery', () => {
  it('any order and any repetition give the same fold', () => {
    fc.assert(
      fc.property(disturbed, ([events, shuffled, repeated]) => {
        expect(fold([...repeated, ...shuffled, ...repeated])).toEqual(fold(events));
      }),
    );
  });

  it('folding is a function: the events stay as they were', () => {
    fc.assert(
      fc.property(history, (events) => {
        const before = structuredClone(events);
        fold(events);
        expect(events).toEqual(before);
      }),
    );
  });

  it('more events never lower the version or take a message away', () => {
    fc.assert(
      fc.property(history, fc.nat(), (events, cut) => {
        const some = events.slice(0, 1 + (cut % events.length));
        const [few, all] = [fold(some)!, fold(events)!];
        expect(all.encounter.version).toBeGreaterThanOrEqual(few.encounter.version);
        const ids = new Set(all.messages.map(({ messageId }) => messageId));
        expect(few.messages.every(({ messageId }) => ids.has(messageId))).toBe(true);
      }),
    );
  });

  it('who waits is queued, who is queued waits, and what is closed has an end', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { encounter } = fold(events)!;
        expect(encounter.waitingSince !== undefined).toBe(encounter.state === 'queued');
        expect(encounter.closedAt !== undefined).toBe(encounter.state === 'closed');
        expect(encounter.firstResponseMs ?? 0).toBeGreaterThanOrEqual(0);
        if (encounter.redFlags.length) expect(encounter.disposition).toBe('emergency');
      }),
    );
  });

  it('order is (time, id) alone', () => {
    fc.assert(
      fc.property(disturbed, ([events, shuffled]) => {
        const keys = (list: EventEnvelope[]) => list.map(({ time, id }) => `${time} ${id}`);
        expect(keys(inOrder(shuffled))).toEqual(keys(events).sort());
      }),
    );
  });
});
