import { at, expectEncounter, type Line } from './events';

const answeredBy = (agent: string): Line[] => [
  [0, 'started'],
  [5, 'queued', 'd1'],
  [60, 'human', agent, 'd1'],
  [65, 'says', 'agent', 'm1'],
];

describe('the clock of who waits for a person', () => {
  it.each<[string, Line[], object]>([
    [
      'Given nobody asked for a person, then none runs',
      [
        [0, 'started'],
        [1, 'queued'],
        [2, 'bot'],
      ],
      { state: 'bot', unansweredSince: undefined },
    ],
    [
      'Given somebody is assigned and writes nothing, then it runs from the first wait',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
      ],
      { state: 'served', waitingSince: undefined, unansweredSince: at(5) },
    ],
    [
      'Given somebody is assigned at once, without a queue, then it runs from then on',
      [
        [0, 'started'],
        [1, 'bot'],
        [60, 'human', 'ana', 'd1'],
      ],
      { state: 'served', unansweredSince: at(60) },
    ],
    [
      'Given they go without a word, then it goes on, with what was told of it',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [70, 'warned'],
        [90, 'queued'],
      ],
      { state: 'queued', waitingSince: at(90), unansweredSince: at(5), sla: 'warned' },
    ],
    [
      'Given a person writes, then it ends',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [65, 'says', 'agent', 'm1'],
      ],
      { state: 'served', unansweredSince: undefined, firstResponseMs: 60_000 },
    ],
    [
      'Given the room goes to another agent afterwards, then a new one runs',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [65, 'says', 'agent', 'm1'],
        [300, 'human', 'bruno', 'd1'],
      ],
      { state: 'served', unansweredSince: undefined, owedSince: at(300), agent: { id: 'bruno' } },
    ],
    [
      'Given it goes to another before anybody wrote, then the first one runs on',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [300, 'human', 'bruno', 'd1'],
      ],
      { unansweredSince: at(5), owedSince: undefined },
    ],
    [
      'Given the patient writes to who has answered them, then they are owed an answer from the first word on',
      [
        ...answeredBy('ana'),
        [70, 'says', 'patient', 'm2', 'ainda dói muito'],
        [80, 'says', 'patient', 'm3', 'alô?'],
      ],
      { owedSince: at(70), unansweredSince: undefined },
    ],
    [
      'Given thanks alone, then nothing is owed',
      [...answeredBy('ana'), [70, 'says', 'patient', 'm2', 'obrigada!']],
      { owedSince: undefined },
    ],
    [
      'Given thanks and a question, then it is',
      [...answeredBy('ana'), [70, 'says', 'patient', 'm2', 'obrigada, e agora?']],
      { owedSince: at(70) },
    ],
    ['Given a photo, then it is', [...answeredBy('ana'), [70, 'sends', 'm2']], { owedSince: at(70) }],
    [
      'Given it is answered, then no more',
      [...answeredBy('ana'), [70, 'says', 'patient', 'm2', 'dói'], [75, 'says', 'agent', 'm3']],
      { owedSince: undefined },
    ],
    [
      'Given nobody has answered at all, then the wait itself runs',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [70, 'says', 'patient', 'm2', 'alô'],
      ],
      { unansweredSince: at(5), owedSince: undefined },
    ],
    [
      'Given the assignment of who has answered is told again, then none runs',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [65, 'says', 'agent', 'm1'],
        [66, 'human', 'ana', 'd1'],
      ],
      { unansweredSince: undefined },
    ],
    [
      'Given an earlier wait was too long, then what was told of it is not held against the next',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [3_605, 'breached'],
        [3_700, 'human', 'ana', 'd1'],
        [3_705, 'says', 'agent', 'm1'],
        [3_900, 'queued', 'd1'],
      ],
      { state: 'queued', unansweredSince: at(3_900), sla: undefined },
    ],
    [
      'Given an agent gives the room to the bot, then it has it, and nobody is waited for',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'human', 'ana', 'd1'],
        [80, 'toBot', 'ana'],
      ],
      { state: 'bot', agent: undefined, unansweredSince: undefined, waitingSince: undefined },
    ],
    [
      'Given it ends, then none runs',
      [
        [0, 'started'],
        [5, 'queued', 'd1'],
        [60, 'closed', 'patient'],
      ],
      { state: 'closed', unansweredSince: undefined },
    ],
  ])('%s', (_name, lines, expected) => expectEncounter(lines, expected));
});
