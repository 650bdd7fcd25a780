import { casesOf, type PackCase } from '../../settings/pack-cases';
import { packs } from '../../settings/packs';
import { decideNow, evaluate } from '../../src/triage/evaluate';
import type { Answers, AnswerScalar, Pack } from '../../src/triage/pack';

const judged = Object.values(packs);

/** Every question answered, as the case says for those it does not list. */
function answersOf(pack: Pack, { answers, rest }: PackCase): Answers {
  const full: Record<string, AnswerScalar> = {};
  for (const { id, type } of pack.questions)
    full[id] = type === 'yes-no' && rest === 'no' ? false : 'unknown';
  for (const [id, value] of Object.entries(answers)) full[id] = value ?? 'unknown';
  return full;
}

describe.each(judged.map((pack) => [pack.id, pack] as const))(
  'Given the embedded cases of %s',
  (id, pack) => {
    const cases = casesOf(id);

    it('they are 15 or more, each with a name of its own and a source the pack cites', () => {
      expect(cases.length).toBeGreaterThanOrEqual(15);
      expect(new Set(cases.map((item) => item.id)).size).toBe(cases.length);
      const uncited = cases.filter(({ source }) => !Object.hasOwn(pack.citations, source.citation));
      expect(uncited.map((item) => item.id)).toEqual([]);
    });

    it.each(cases.map((item) => [item.id, item] as const))('%s ends as its source says', (_id, item) => {
      const answers = answersOf(pack, item);
      const decided = decideNow(pack, answers);
      const { redFlags = [], row = decided.row, ...expected } = item.expect;
      expect({
        outcome: decided.outcome.id,
        disposition: decided.outcome.disposition,
        urgencyMinutes: decided.outcome.urgencyMinutes,
        row: decided.row,
      }).toEqual({ ...expected, row });
      expect(decided.redFlags.map(({ concept }) => concept)).toEqual(expect.arrayContaining(redFlags));
      expect(evaluate(pack, answers)).toEqual(decided);
    });

    it('every row of the table is hit by one', () => {
      const rows = new Set(cases.map((item) => decideNow(pack, answersOf(pack, item)).row));
      expect(pack.table.map((row) => row.id).filter((row) => !rows.has(row))).toEqual([]);
    });
  },
);
