import { compareEngines } from '../../../bench/deciding/engines';
import { madePack } from '../../../bench/deciding/long-tables';
import { compareQuestions } from '../../../bench/deciding/questions';
import { plainRules } from '../../../bench/deciding/plain-rules';
import { packs } from '../../../settings/packs';

const timing = { rounds: 1, forMs: 1, seed: 3 };

it.each(['fr-covid-2020', 'respiratory'])('Given pack %s Then all engines decide alike', async (id) => {
  const { engines, rowsThatDecided } = await compareEngines(packs[id]!, timing, 40);
  expect(engines.map(({ engine }) => engine)).toEqual(['Acolhe', 'json-rules-engine', '@gorules/zen-engine']);
  expect(rowsThatDecided).toBeGreaterThan(3);
});

it('Given at least two of three, and what nobody is asked Then the plain rules say so', () => {
  const pack = madePack(2, 1);
  const [row, last] = pack.table;
  const is = (id: string) => ({ is: [id, true] as [string, true] });
  const when = { all: [{ atLeast: [2, is('q1'), is('q2'), is('q3')] as never }, { not: is('nobody_asks') }] };
  const known = new Set(['q1', 'q2', 'q3']);
  const rulesOf = (condition: typeof when | { any: unknown[] }) =>
    plainRules({ ...pack, table: [{ ...row!, when: condition as never }, last!] }, known);
  expect(rulesOf(when).map(({ row: id }) => id)).toEqual(['else']);
  expect(rulesOf({ any: when.all })[0]).toMatchObject({
    row: 'r0',
    when: { atLeast: 2, of: [{ is: ['q1', true] }, { is: ['q2', true] }, { is: ['q3', true] }] },
  });
});

it('Given generated people Then the bot asks fewer questions and ends in the same outcome', () => {
  const { asked, fixed, fixedToTheEnd, people } = compareQuestions(packs['respiratory']!, 60, 5);
  expect(people).toBe(60);
  expect(asked.mean).toBeLessThan(fixed.mean);
  expect(fixed.mean).toBeLessThanOrEqual(fixedToTheEnd.mean);
});
