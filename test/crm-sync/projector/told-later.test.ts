/** What later events change of what was told: edits, deletions, files, tags, repetitions, erasures. */
import { joinData, splitData } from '../../../contract/coded';
import { fold } from '../../../crm-sync/projector/fold';
import { at, encounterOf, eventsOf, expectEncounter, type Line } from './events';

describe('what is told of a message later', () => {
  const message = (...lines: Line[]) => fold(eventsOf(lines))!.messages[0];

  it.each<[string, Line[], object]>([
    [
      'the latest edit by time wins, whatever came first',
      [
        [9, 'edited', 'm1', 'third'],
        [5, 'edited', 'm1', 'second'],
        [1, 'says', 'patient', 'm1', 'first'],
      ],
      { text: 'third', editedAt: at(9) },
    ],
    [
      'a file shows its facts, once',
      [
        [1, 'says', 'patient', 'm1'],
        [2, 'file', 'm1', 'f1'],
        [3, 'file', 'm1', 'f1'],
        [3, 'file', 'other', 'f2'],
      ],
      { files: [{ fileId: 'f1', name: 'f1.pdf', mimeType: 'application/pdf', sizeBytes: 7 }] },
    ],
  ])('%s', (_name, lines, expected) => expect(message(...lines)).toMatchObject(expected));

  it('what was deleted has no words and no files any more, and no edit brings them back', () => {
    const deleted = message(
      [1, 'says', 'patient', 'm1', 'first'],
      [2, 'file', 'm1', 'f1'],
      [3, 'deleted', 'm1'],
      [4, 'edited', 'm1', 'again'],
    );
    expect(deleted).toMatchObject({ deletedAt: at(3) });
    expect(JSON.stringify(deleted)).not.toMatch(/first|again|f1/);
  });

  it('each change gives another revision, so that documents are written anew', () => {
    const lines: Line[] = [
      [1, 'says', 'patient', 'm1'],
      [2, 'edited', 'm1', 'a'],
      [3, 'edited', 'm1', 'b'],
      [4, 'file', 'm1', 'f1'],
      [5, 'deleted', 'm1'],
    ];
    const revisions = lines.map((_line, index) => message(...lines.slice(0, index + 1))!.revision);
    expect(new Set(revisions).size).toBe(lines.length);
  });

  it('tags are those told last', () => {
    expect(
      fold(
        eventsOf([
          [1, 'tagged', 'a'],
          [2, 'tagged', 'b', 'c'],
        ]),
      )!.tags,
    ).toEqual(['b', 'c']);
  });
});

describe('one fact told twice', () => {
  const marks = (...lines: Line[]) =>
    encounterOf(...lines).marks.map((mark) => `${mark.at.getUTCSeconds()} ${mark.kind}`);

  it.each<[string, Line[], string[]]>([
    [
      'an assignment within a minute',
      [
        [1, 'human', 'a1', 'd1'],
        [50, 'human', 'a1', 'd1'],
      ],
      ['1 assigned'],
    ],
    [
      'not to another',
      [
        [1, 'human', 'a1'],
        [2, 'human', 'a2'],
      ],
      ['1 assigned', '2 assigned'],
    ],
    [
      'not back to one who had given it away',
      [
        [1, 'human', 'a1'],
        [5, 'queued', 'd1'],
        [9, 'human', 'a1'],
      ],
      ['1 assigned', '5 queued', '9 assigned'],
    ],
    [
      'a transfer within a minute',
      [
        [1, 'toDepartment', 'd1'],
        [40, 'toDepartment', 'd1'],
      ],
      ['1 transferred'],
    ],
    [
      'not by who took it in between',
      [
        [1, 'toDepartment', 'd1'],
        [5, 'human', 'a1', 'd1'],
        [30, 'toDepartment', 'd1', 'a1'],
      ],
      ['1 transferred', '5 assigned', '30 transferred'],
    ],
    [
      'a queue within a minute, by one clock and the other, with and without its department',
      [
        [1, 'queued'],
        [3, 'queued', 'd1'],
        [50, 'queued'],
      ],
      ['1 queued'],
    ],
    [
      'all of a beginning, one telling between the words of the other',
      [
        [1, 'queued', 'd1'],
        [2, 'bot'],
        [3, 'queued', 'd1'],
        [4, 'bot'],
      ],
      ['1 queued', '2 assigned'],
    ],
    [
      'not a queue more than a minute later',
      [
        [1, 'queued'],
        [62, 'queued'],
      ],
      ['1 queued', '2 queued'],
    ],
    [
      'not of another department',
      [
        [1, 'queued', 'd1'],
        [9, 'queued', 'd2'],
      ],
      ['1 queued', '9 queued'],
    ],
    [
      'not by which a person gives the room back',
      [
        [1, 'queued', 'd1'],
        [5, 'human', 'a1', 'd1'],
        [9, 'queued', 'd1'],
      ],
      ['1 queued', '5 assigned', '9 queued'],
    ],
    [
      'not by which the bot hands over',
      [
        [1, 'queued'],
        [2, 'bot'],
        [30, 'handoff', 'waiting'],
        [30, 'queued'],
      ],
      ['1 queued', '2 assigned', '30 handoff', '30 queued'],
    ],
  ])('%s', (_name, lines, expected) => expect(marks(...lines)).toEqual(expected));

  it('a queue told again neither makes the wait shorter nor takes the bot out of the room', () => {
    expectEncounter(
      [
        [1, 'queued'],
        [9, 'queued'],
      ],
      { state: 'queued', waitingSince: at(1) },
    );
    expectEncounter(
      [
        [1, 'queued'],
        [2, 'bot'],
        [3, 'queued'],
      ],
      { state: 'bot', waitingSince: undefined },
    );
  });

  it('a visitor’s record with the same values is one fact a field', () => {
    const { said } = fold(
      eventsOf([
        [0, 'started'],
        [5, 'saved', 'v1', 'Ana'],
        [40, 'saved', 'v1', 'Ana'],
      ]),
    )!.patient;
    expect(said.map(({ field, values }) => [field, ...values])).toEqual([
      ['name', 'Ana'],
      ['phones', '+55 85 90000-0000'],
    ]);
  });

  it('a transfer told again takes nobody out of the room', () => {
    expectEncounter(
      [
        [1, 'toDepartment', 'd1'],
        [5, 'human', 'a1', 'd1'],
        [9, 'toDepartment', 'd1'],
      ],
      { state: 'served', agent: { id: 'a1' } },
    );
  });
});

describe('what was erased', () => {
  it('is folded from coded facts: findings and age stay, words are gone', () => {
    const events = eventsOf([
      [0, 'started'],
      [1, 'says', 'patient', 'm1', 'secret'],
      [2, 'decided', 'mild'],
      [3, 'edited', 'm1', 'secret'],
    ]).map((event) => {
      const { coded } = splitData(event);
      return { ...event, coded, data: joinData(event.type, coded, undefined), erased: true as const };
    });
    const folded = fold(events)!;
    expect(folded.encounter).toMatchObject({ erased: true, outcome: 'o-mild', messageCount: 1 });
    expect(folded.messages[0]).toMatchObject({ erased: true, from: 'patient' });
    expect(folded.decisions[0]).toMatchObject({ findings: ['fever'], outcome: 'o-mild' });
    expect(folded.decisions[0]!.answers).toBeUndefined();
    expect(JSON.stringify(folded)).not.toMatch(/secret|Ana/);
  });
});
