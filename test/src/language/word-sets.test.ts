/** Each word of the lists that steer the reading does what its list is for. */
import { languages } from '../../../contract/event';
import { conceptBook } from '../../../src/language/concept-book';
import { readIntent } from '../../../src/language/intent';
import type { Lexicon } from '../../../src/language/lexicon/lexicon';
import { findPhrases } from '../../../src/language/phrases';
import { spokenAt } from '../../../src/language/spoken-number';
import { tokenise } from '../../../src/language/tokens';
import { lexicons, wordSets, type WordSets } from '../../../src/language/word-sets';
import { readPolar } from '../../../src/language/yes-no';
import { expandPhrase } from './expand-phrase';
import { told } from './say';

interface Rule {
  list: keyof WordSets;
  say: (word: string) => string;
  reads: RegExp;
  /** Words that a stronger rule takes. */
  but?: readonly string[];
}

const rules: readonly Rule[] = [
  // in Portuguese "no" is "in the"
  { list: 'negators', say: (word) => `${word} febre`, reads: /fever=no/, but: ['no'] },
  { list: 'concord', say: (word) => `não tenho ${word} febre`, reads: /fever=no/ },
  // "más" of Spanish is spelled like "but"
  { list: 'transparent', say: (word) => `não ${word} febre`, reads: /fever=no/, but: ['mas'] },
  { list: 'never', say: (word) => `${word} tive febre assim`, reads: /fever=unknown/ },
  { list: 'or', say: (word) => `sem tosse ${word} febre`, reads: /cough=no, fever=no/, but: ['o'] },
  { list: 'and', say: (word) => `febre não ${word} tosse`, reads: /fever=no/ },
  { list: 'but', say: (word) => `febre não ${word} tosse`, reads: /cough=yes, fever=no/ },
  { list: 'contrast', say: (word) => `não ${word} febre`, reads: /fever=yes/ },
  { list: 'doubt', say: (word) => `${word} não tenho febre`, reads: /fever=unknown/ },
  { list: 'novelty', say: (word) => `não tive febre ${word}`, reads: /fever=unknown/ },
  { list: 'deniedAfter', say: (word) => `febre não ${word}`, reads: /fever=no/ },
  { list: 'articles', say: (word) => `sem tosse ou ${word} febre`, reads: /fever=no/ },
  { list: 'pointing', say: (word) => `nunca tive ${word} febre`, reads: /fever=(?:yes|unknown)/ },
  { list: 'plainNo', say: (word) => `febre ${word}`, reads: /fever=no/ },
  { list: 'also', say: (word) => `febre ${word} não`, reads: /fever=no/ },
  { list: 'now', say: (word) => `nunca tive febre ${word}`, reads: /fever=unknown/ },
];

describe.each(rules)('the words of $list', ({ list, say, reads, but = [] }) => {
  it('Given each in a sentence Then it steers the reading', () => {
    const idle = [...wordSets[list]].filter((word) => !reads.test(told(say(word))));
    expect(idle).toEqual(but);
  });
  it('Given no such word Then the reading is another', () => {
    if (!['contrast', 'pointing'].includes(list)) expect(told(say('xyz'))).not.toMatch(reads);
  });
});

it('Given each filler within a phrase Then the phrase is found', () => {
  const found = (word: string): boolean =>
    findPhrases(tokenise(`dor ${word} cabeca`), conceptBook()).matches.some(
      ({ concept }) => concept === 'headache',
    );
  expect([...wordSets.fillers].filter((word) => !found(word))).toEqual(['do_cao', 'mas']);
  expect(found('xyz')).toBe(false);
});

const ways = (phrase: string): string[] => expandPhrase(phrase, 60).map((words) => words.join(' '));

/** [list, whether the question is vital, what its phrases say, phrases that say something else]. */
const answers: readonly [keyof Lexicon['answers'], boolean, string, readonly string[]][] = [
  ['yes', false, 'yes', ['sem duvida', 'pode ser sim']],
  ['no', false, 'no', ['nao percebi nada', 'acho que nao nao', 'not realy', 'imagina so']],
  ['unknown', false, 'unknown', ['probably']],
  ['probablyYes', true, 'yes', []],
  ['probablyNo', true, 'unknown', []],
  ['plainNo', true, 'no', ['i do not']],
];
it.each(answers)('Given each phrase of the answers "%s" (vital: %s) Then %s', (list, vital, says, but) => {
  const other = lexicons.flatMap((lexicon, at) =>
    lexicon.answers[list]
      .flatMap(ways)
      .filter(
        (text) => readPolar(text, vital ? 'dyspnea' : 'fever', vital, languages[at] ?? 'pt-BR') !== says,
      ),
  );
  expect(other.filter((text) => !but.includes(text))).toEqual([]);
});

it.each(['human', 'greeting', 'thanks', 'restart'] as const)(
  'Given each phrase of %s Then it is wanted',
  (intent) => {
    const phrases = lexicons.flatMap((lexicon) => lexicon.intents[intent]);
    expect(phrases.flatMap(ways).filter((text) => readIntent(text) !== intent)).toEqual([]);
  },
);

it('Given each word of a number Then its value', () => {
  for (const { numbers } of lexicons)
    for (const [word, value] of Object.entries(numbers))
      expect([word, spokenAt(tokenise(word), 0)?.value]).toEqual([word, value]);
});
