/** Utterances written from the list of concepts by another hand than the lexicons': test/gold/utterances/README.md. */
import { join } from 'path';
import { understand } from '../../../src/safety/understand';
import { scoreOf, utterancesOf } from '../../gold/score-utterances';

const tuned = utterancesOf(join(__dirname, '../../gold/utterances/tuned.jsonl')).map((utterance) => ({
  utterance,
  score: scoreOf(utterance, understand(utterance.text, { language: utterance.lang, asked: utterance.asked })),
}));
const named = (wrong: (one: (typeof tuned)[number]) => boolean): string[] =>
  tuned.filter(wrong).map(({ utterance }) => `${utterance.id} ${utterance.text}`);

describe('gold utterances', () => {
  it('are understood: at least 97 of 100', () => {
    const wrong = named(({ score }) => !score.right);
    expect(wrong.slice(Math.floor(tuned.length * 0.03))).toEqual([]);
  });
  it('lose no red flag', () => expect(named(({ score }) => score.missedFlag)).toEqual([]));
  it('have no negation turned over', () => expect(named(({ score }) => score.turnedNegation)).toEqual([]));
});
