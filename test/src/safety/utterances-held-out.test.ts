/** The other gold lists: how many of their lines are understood may not fall. Of those that are held out no line is printed. */
import { join } from 'path';
import { understand } from '../../../src/safety/understand';
import { scoreOf, utterancesOf } from '../../gold/score-utterances';

const lists: [file: string, leastRight: number, mostMissed: number, mostFalse: number, mostTurned: number][] =
  [
    ['held-out', 0.95, 2, 4, 2],
    ['tuned-2', 0.93, 0, 3, 2],
    ['held-out-2', 0.84, 12, 9, 4],
  ];

describe('gold utterances', () => {
  it.each(lists)(
    'of %s: at least %d right, at most %i flags missed, %i flags that are none, %i denials turned over',
    (file, leastRight, mostMissed, mostFalse, mostTurned) => {
      const scores = utterancesOf(join(__dirname, `../../gold/utterances/${file}.jsonl`)).map((utterance) =>
        scoreOf(utterance, understand(utterance.text, { language: utterance.lang, asked: utterance.asked })),
      );
      const count = (is: (score: (typeof scores)[number]) => boolean): number => scores.filter(is).length;
      expect(count(({ right }) => right) / scores.length).toBeGreaterThanOrEqual(leastRight);
      expect(count(({ missedFlag }) => missedFlag)).toBeLessThanOrEqual(mostMissed);
      expect(count(({ falseFlag }) => falseFlag)).toBeLessThanOrEqual(mostFalse);
      expect(count(({ turnedNegation }) => turnedNegation)).toBeLessThanOrEqual(mostTurned);
    },
  );
});
