/** Answers + pack → what to ask next, or the decision and why. Pure. */
import { openQuestions, questionsOf, reasons, truthOf } from './condition';
import type { Answers, Outcome, Pack, Question } from './pack';

export type Evaluation =
  | { kind: 'ask'; question: Question }
  /** `row`: the decision-table row; `because`: the answers that made it match, as `question=value`. */
  | { kind: 'decided'; outcome: Outcome; row: string; because: string[] };

/** The row named when a missing vital answer took the place of a mild outcome. */
export const vitalUnknownRow = 'vital-unknown';

/**
 * Walks the decision table in order. A row that holds decides; one that does not is passed; an open one asks the first
 * question, in pack order, that it still depends on. What can no longer matter to the row is never asked.
 * An answer that was given counts, also to a question that would not have been asked.
 * A row left open by an answer nobody can give is passed, but then no mild outcome can be reached: see `guardMild`.
 * @param pack a checked pack: its last row always matches
 */
export function evaluate(pack: Pack, answers: Answers): Evaluation {
  for (const row of pack.table) {
    const truth = truthOf(pack, answers, row.when);
    if (truth === true) {
      const outcome = outcomeOf(pack, row.outcome);
      const guard = outcome.disposition === 'mild' ? guardMild(pack, answers) : undefined;
      return guard ?? { kind: 'decided', outcome, row: row.id, because: because(pack, answers, row) };
    }
    if (truth === undefined) {
      const open = new Set<string>();
      openQuestions(pack, answers, row.when, open);
      const question = open.size > 0 ? pack.questions.find((item) => open.has(item.id)) : undefined;
      if (question) return { kind: 'ask', question };
    }
  }
  throw new Error(`The table of pack ${pack.id} ${pack.version} has no row that always matches.`);
}

/** Nobody is sent home while a vital question is unasked, or was asked and its answer is not known. */
function guardMild(pack: Pack, answers: Answers): Evaluation | undefined {
  const blocking: string[] = [];
  for (const question of pack.questions) {
    const value = answers[question.id];
    if (question.kind === 'vital' && value === undefined) {
      const applies = !question.when || truthOf(pack, answers, question.when) !== false;
      if (applies) return { kind: 'ask', question };
    }
    const { means } = question.unknown;
    if (value === 'unknown' && means !== 'yes' && means !== 'no') blocking.push(`${question.id}=unknown`);
  }
  if (blocking.length === 0) return undefined;
  const outcome = outcomeOf(pack, pack.vitalUnknown.outcome);
  return { kind: 'decided', outcome, row: vitalUnknownRow, because: blocking };
}

function outcomeOf(pack: Pack, id: string): Outcome {
  const outcome = pack.outcomes.find((item) => item.id === id);
  if (!outcome) throw new Error(`Pack ${pack.id} ${pack.version} has no outcome ${id}.`);
  return outcome;
}

/** The row's own reasons; for the row that always matches, the answers that ruled out the rows above it. */
function because(pack: Pack, answers: Answers, row: Pack['table'][number]): string[] {
  const found = new Set<string>();
  if ('always' in row.when) {
    for (const earlier of pack.table) reasons(pack, answers, earlier.when, found);
  } else {
    reasons(pack, answers, row.when, found);
  }
  const order = [...questionsOf(pack).keys()];
  const place = (reason: string): number => {
    const at = order.indexOf(reason.slice(0, reason.indexOf('=')));
    return at < 0 ? order.length : at;
  };
  return [...found].sort((a, b) => place(a) - place(b));
}
