import type { Facts, StoredEvent } from '../../../bench/chaos/facts';
import { judge } from '../../../bench/chaos/judge';
import { isRight, reportLines } from '../../../bench/chaos/report';
import { cellsOf } from '../../../crm-sync/cells/count';
import { encounter } from '../../support/encounters';

const event = (id: string, type: string, coded: Record<string, unknown> = {}): StoredEvent => ({
  ...{ id, coded, type: `acolhe.${type}.v1`, subject: 'r1', time: '2026-05-04T12:00:00.000Z' },
});

/** One conversation of two messages, as it ought to be. */
function rightFacts(): Facts {
  const events = [
    event('e1', 'conversation.started'),
    event('e2', 'message.recorded', { messageId: 'm1' }),
    event('e3', 'message.recorded', { messageId: 'm2' }),
    event('e4', 'red-flag.raised', { concept: 'dyspnea' }),
    event('e5', 'handoff.requested'),
    event('e6', 'conversation.closed'),
  ];
  const at = new Date('2026-05-04T12:00:00.000Z');
  const one = encounter('r1', {
    ...{ state: 'closed', patientId: 'P1', redFlags: ['dyspnea'], messageCount: 2 },
    marks: [
      { at, order: 1, kind: 'handoff', reason: 'red-flag', department: 'd', result: 'transferred' },
      { at, order: 2, kind: 'transferred' },
    ],
  });
  const messages = [
    { id: 'm1', text: 'one' },
    { id: 'm2', text: 'two' },
  ];
  return {
    rooms: [{ rid: 'r1', visitorId: 'v1', open: false, kind: 'red-flag', transferred: true, messages }],
    edits: true,
    told: new Map(events.map((told) => [`r1\u0000${told.id}`, told])),
    events,
    timelines: new Map([['r1', [...messages]]]),
    encounters: [one],
    decisions: new Map(),
    cells: [...cellsOf([one])].map(([_id, figures]) => ({ _id, version: 1, ...figures })),
    patients: new Map([['v1', ['P1']]]),
    streams: [],
    outbox: { unsent: 0 },
    auditFaults: [],
  };
}

describe('judge', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(judge(rightFacts())).toEqual([]);
  });

  it.each<[string, (facts: Facts) => unknown, string, RegExp]>([
    ['an event that the app told is missing', (f) => f.events.splice(3, 1), 'lost', /r1\/e4/],
    ['a message is missing', (f) => f.timelines.get('r1')!.splice(0, 1), 'lost', /r1\/m1/],
    [
      'a message stands twice',
      (f) => f.timelines.get('r1')!.push({ id: 'm1', text: 'one' }),
      'double',
      /r1\/m1/,
    ],
    [
      'a message nobody wrote',
      (f) => f.timelines.get('r1')!.push({ id: 'm9', text: 'x' }),
      'double',
      /r1\/m9/,
    ],
    [
      'two messages changed places',
      (f) => f.timelines.set('r1', [...f.timelines.get('r1')!].reverse()),
      'order',
      /r1\/m2/,
    ],
    [
      'other words',
      (f) =>
        f.timelines.set('r1', [
          { id: 'm1', text: 'ONE' },
          { id: 'm2', text: 'two' },
        ]),
      'text',
      /r1\/m1/,
    ],
    [
      'two events of one message',
      (f) => f.events.push(event('e9', 'message.recorded', { messageId: 'm1' })),
      'double',
      /message events/,
    ],
    ['it began twice', (f) => f.events.push(event('e9', 'conversation.started')), 'double', /started/],
    ['it never ended', (f) => (f.encounters[0]!.state = 'bot'), 'lost', /closed/],
    ['a flag is not shown', (f) => (f.encounters[0]!.redFlags = []), 'coded', /red flags/],
    [
      'a decision is shown that nobody made',
      (f) => (f.decisions = new Map([['r1', 1]])),
      'coded',
      /decisions/,
    ],
    ['no encounter', (f) => f.encounters.splice(0, 1), 'lost', /no encounter/],
    ['an encounter without a room', (f) => f.encounters.push(encounter('r9')), 'double', /r9/],
    ['a visitor with two IDs', (f) => (f.patients = new Map([['v1', ['P1', 'P2']]])), 'patient', /v1/],
    ['another ID in the conversation', (f) => (f.encounters[0]!.patientId = 'P2'), 'patient', /v1/],
    ['a cell that counts one more', (f) => (f.cells[0]!.n += 1), 'cell', /2026-05-04T12/],
    ['a cell that is missing', (f) => f.cells.splice(0, 1), 'cell', /2026-05-04T12/],
    ['a stream set aside', (f) => f.streams.push({ id: 'r1', state: 'poisoned' }), 'stream', /poisoned/],
    ['something the app could not send', (f) => (f.outbox['unsent'] = 2), 'outbox', /2 unsent/],
    ['a broken audit chain', (f) => f.auditFaults.push('edited'), 'audit', /edited/],
  ])('Given %s, then it says so', (_what, damage, what, where) => {
    const facts = rightFacts();
    damage(facts);
    const found = judge(facts);
    expect(found.some((one) => one.what === what && where.test(one.where))).toBe(true);
  });

  it('Given two visitors with one ID, then it says so', () => {
    const facts = rightFacts();
    facts.rooms.push({ ...facts.rooms[0]!, rid: 'r2', visitorId: 'v2' });
    facts.patients = new Map([
      ['v1', ['P1']],
      ['v2', ['P1']],
    ]);
    facts.encounters.push({ ...facts.encounters[0]!, _id: 'r2' });
    expect(judge(facts)).toContainEqual({ what: 'patient', where: 'visitor v2: P1' });
  });
});

describe('the report', () => {
  const result = {
    ...{ conversations: 1, messages: 2, events: 6, told: 6, cells: 1, drivingSeconds: 1, settlingSeconds: 1 },
    ...{
      kills: { mongodb: 1 },
      requests: { passed: 3 },
      recovery: {},
      unseenRecoveries: 0,
      eventsPerSecond: 3,
    },
    ...{ differences: [], settled: true },
  };

  it('names differences by id, and is right only without any and at rest', () => {
    expect(isRight(result)).toBe(true);
    expect(isRight({ ...result, settled: false })).toBe(false);
    const wrong = { ...result, differences: [{ what: 'lost' as const, where: 'r1/m1' }] };
    expect(isRight(wrong)).toBe(false);
    expect(reportLines(wrong).at(-1)).toBe('DIFFERENCE lost: r1/m1');
  });
});
