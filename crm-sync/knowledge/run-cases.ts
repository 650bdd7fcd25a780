/** Embedded cases against a pack. Pure. */
import { packCases, type PackCase } from '../../settings/pack-cases';
import { decideNow } from '../../src/triage/evaluate';
import type { Answers, AnswerScalar, Pack } from '../../src/triage/pack';

export interface CaseResult {
  case: PackCase;
  outcome: string;
  disposition: string;
  urgencyMinutes: number;
  row: string;
  passes: boolean;
}

/** Every question answered, as the case says for those it does not list. */
export function answersOf(pack: Pack, { answers, rest }: PackCase): Answers {
  const full: Record<string, AnswerScalar> = {};
  for (const { id, type } of pack.questions)
    full[id] = type === 'yes-no' && rest === 'no' ? false : 'unknown';
  for (const [id, value] of Object.entries(answers)) full[id] = value ?? 'unknown';
  return full;
}

export function runCases(pack: Pack, cases: readonly PackCase[]): CaseResult[] {
  return cases.map((one) => {
    const { outcome, row, redFlags } = decideNow(pack, answersOf(pack, one));
    const { expect } = one;
    const raised = redFlags.map(({ concept }) => concept);
    const passes =
      outcome.id === expect.outcome &&
      outcome.disposition === expect.disposition &&
      outcome.urgencyMinutes === expect.urgencyMinutes &&
      (expect.row === undefined || row === expect.row) &&
      (expect.redFlags ?? []).every((flag) => raised.includes(flag));
    const { id, disposition, urgencyMinutes } = outcome;
    return { case: one, outcome: id, disposition, urgencyMinutes, row, passes };
  });
}

/** @throws z.ZodError when they are no cases */
export const readCases = (raw: unknown): PackCase[] => packCases.parse(raw);
