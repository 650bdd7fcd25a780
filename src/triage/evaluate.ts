/** Answers + pack → what to ask next, or the decision and why. Pure. */
import { byUrgency, type RedFlag } from '../safety/answer-flags';
import { compiled, type Slot } from './compile';
import { decide, raisedFlags, type Decided } from './decide';
import type { Answers, Pack, Question } from './pack';
import { isSettled, No, openQuestions, Situation, Yes } from './situation';
import { questionsThatMatter } from './still-open';

export { outOfScopeRow, redFlagRow, vitalUnknownRow, type Decided } from './decide';

export type Evaluation = { kind: 'ask'; question: Question } | Decided;

/**
 * What to ask next, or the decision. Red flags of the answers decide first, then the scope, then the table in order. Asked is
 * only what can still change the outcome; once nothing can, the surveillance questions (never in an emergency), then the
 * decision. An answer that was given counts, also to a question that would not have been asked, and to a concept that is no
 * question: it can raise a universal red flag. A demonstration keeps its published order: row by row, red flags beside.
 * @param pack a checked pack: its last row always matches
 * @throws Error where the pack does not fit together; never on account of the answers
 */
export function evaluate(pack: Pack, answers: Answers): Evaluation {
  const ready = compiled(pack);
  const situation = new Situation(ready, answers, false);
  const raised = raisedFlags(situation);
  if (!hasAskable(situation)) return decide(situation, raised);
  const endsHere = raised.length > 0 && ready.redFlagOutcome && !pack.demonstration;
  const question = endsHere ? undefined : nextQuestion(situation);
  if (question) return { kind: 'ask', question };
  const decided = decide(new Situation(ready, answers, true));
  if (decided.outcome.disposition === 'emergency' || decided.redFlags.length > 0) return decided;
  const surveillance = ready.questions.find((slot) => isDueAfterwards(situation, slot));
  return surveillance?.question ? { kind: 'ask', question: surveillance.question } : decided;
}

function nextQuestion(situation: Situation): Question | undefined {
  if (situation.pack.pack.demonstration) return nextInOrder(situation);
  return questionsThatMatter(situation)[0]?.question;
}

/** The decision on these answers, with nothing more to ask: what is not answered counts as not known. */
export function decideNow(pack: Pack, answers: Answers): Decided {
  return decide(new Situation(compiled(pack), answers, true));
}

/** Ids of the questions that have no answer and could still change the outcome, the next one first. */
export function questionsLeft(pack: Pack, answers: Answers): string[] {
  const situation = new Situation(compiled(pack), answers, false);
  if (!pack.demonstration && raisedFlags(situation).length > 0) return [];
  return questionsThatMatter(situation).map(({ id }) => id);
}

/** The red flags in coded answers, universal and the pack's own, the most urgent call first. */
export function redFlagsIn(pack: Pack, answers: Answers): RedFlag[] {
  return byUrgency(raisedFlags(new Situation(compiled(pack), answers, false)).map(({ flag }) => flag));
}

function hasAskable(situation: Situation): boolean {
  for (const slot of situation.pack.questions) if (situation.isAskable(slot)) return true;
  return false;
}

/** The first question, in pack order, that the first open row still depends on; of a mild row, a vital one not yet asked. */
function nextInOrder(situation: Situation): Question | undefined {
  const { rows, filter, questions } = situation.pack;
  const out = filter.ruledOut(situation.values);
  for (let at = filter.next(out, 0); at < rows.length; at = filter.next(out, at + 1)) {
    const { row, when, outcome } = rows[at]!;
    const bits = situation.bits(when);
    if (bits === No) continue;
    if (!isSettled(bits)) {
      const open: Slot[] = [];
      openQuestions(situation, when, open);
      const first = questions.find((slot) => open.includes(slot));
      if (first) return first.question;
    }
    if (bits !== Yes && row.unknown !== 'holds') continue;
    if (outcome.disposition !== 'mild') return undefined;
    return questions.find((slot) => slot.question?.kind === 'vital' && situation.isAskable(slot))?.question;
  }
  return undefined;
}

function isDueAfterwards(situation: Situation, slot: Slot): boolean {
  if (slot.question?.kind !== 'surveillance' || !situation.isAskable(slot)) return false;
  return !slot.when || situation.bits(slot.when) === Yes;
}
