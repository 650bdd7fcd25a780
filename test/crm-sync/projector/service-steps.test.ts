import { at, encounterOf, expectEncounter, type Line } from './events';

const served: Line[] = [
  [0, 'started'],
  [5, 'queued', 'd1'],
  [60, 'human', 'ana', 'd1'],
  [65, 'says', 'agent', 'm1'],
];

describe('what a conversation came to', () => {
  it.each<[string, Line[], object]>([
    ['Given it goes on, then nothing is missing', served, { outcomeMissingSince: undefined }],
    [
      'Given it ends without an outcome, then that is missing from then on',
      [...served, [300, 'closed', 'agent']],
      { outcomeMissingSince: at(300) },
    ],
    [
      'Given one was registered before, then nothing is missing',
      [...served, [290, 'outcome', 'resolved'], [300, 'closed', 'agent']],
      { outcomeMissingSince: undefined, serviceOutcome: { outcome: 'resolved' } },
    ],
    [
      'Given one is registered afterwards, then nothing is missing any more',
      [...served, [300, 'closed', 'agent'], [900, 'outcome', 'referred', 's1']],
      { outcomeMissingSince: undefined, serviceOutcome: { outcome: 'referred', by: 's1' } },
    ],
    [
      'Given the patient left before anybody wrote, then they left, and no outcome is missing',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [90, 'closed', 'patient'],
        [90, 'left'],
      ],
      { leftUnseen: true, outcomeMissingSince: undefined },
    ],
    [
      'Given they left before anybody was assigned, then the bot has not done it alone',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [90, 'closed', 'patient'],
        [90, 'left'],
      ],
      { leftUnseen: true, containedByBot: false },
    ],
    [
      'Given only the bot had it, then none is missing',
      [
        [0, 'started'],
        [1, 'bot'],
        [90, 'closed', 'bot'],
      ],
      { outcomeMissingSince: undefined },
    ],
    [
      'Given it was given back to the bot, which ended it, then none is missing',
      [...served, [70, 'toBot', 'ana'], [90, 'closed', 'bot']],
      { outcomeMissingSince: undefined },
    ],
  ])('%s', (_name, lines, expected) => expectEncounter(lines, expected));
});

it('what was tried to find somebody stands in the timeline, in its order, with why it failed', () => {
  const { marks } = encounterOf(
    [0, 'started'],
    [5, 'tried', 'department', 'Urgência', 'full', 'children'],
    [6, 'tried', 'queue', 'Urgência', 'taken'],
  );
  expect(marks).toEqual([
    {
      at: at(5),
      order: 1,
      kind: 'routing',
      rung: 'department',
      department: 'Urgência',
      result: 'full',
      rule: 'children',
    },
    { at: at(6), order: 2, kind: 'routing', rung: 'queue', department: 'Urgência', result: 'taken' },
  ]);
});
