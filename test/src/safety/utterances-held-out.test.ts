/**
 * The other gold lists: how many of their lines are understood may not fall. All but `held-out-4` are tuned on by now; of that one no line is
 * printed.
 */
import { join } from 'path';
import { understand } from '../../../src/safety/understand';
import { scoreOf, utterancesOf } from '../../gold/score-utterances';

const lists: [file: string, leastRight: number, mostMissed: number, mostFalse: number, mostTurned: number][] =
  [
    ['held-out', 0.98, 0, 0, 0],
    ['tuned-2', 0.95, 0, 3, 0],
    ['held-out-2', 0.96, 0, 0, 0],
    ['tuned-3', 0.89, 2, 2, 3],
    ['held-out-3', 0.94, 0, 0, 0],
    ['tuned-4', 0.92, 0, 0, 0],
    ['held-out-4', 0.87, 8, 2, 6],
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
