/** The second screening as a form: which questions it shows, what was typed, what is still needed. Pure. */
import { checkAnswer } from '../../src/triage/answer';
import { compiled } from '../../src/triage/compile';
import { questionsLeft, redFlagsIn } from '../../src/triage/evaluate';
import type { Answers, AnswerScalar, Pack, Question } from '../../src/triage/pack';
import { No, Situation, Yes } from '../../src/triage/situation';
import { isJudgement } from './own-choice';

export const fieldOf = ({ id }: Pick<Question, 'id'>): string => `q_${id}`;
/** Of a vital number: ticked when it is not known. */
export const unknownFieldOf = ({ id }: Pick<Question, 'id'>): string => `q_${id}_unknown`;

export interface FormReading {
  answers: Answers;
  /** Questions whose value does not fit. */
  invalid: string[];
}

type Body = Readonly<Record<string, unknown>>;

/** @returns undefined when nothing was answered, `invalid` when it is no answer */
function valueOf(question: Question, body: Body): AnswerScalar | 'invalid' | undefined {
  const typed = body[fieldOf(question)];
  if (typed !== undefined && typeof typed !== 'string') return 'invalid';
  const text = (typed ?? '').trim();
  const { allowed } = question.unknown;
  if (text === '') {
    if (question.type !== 'number' || typed === undefined || !allowed) return undefined;
    // "if measured": an empty field says that it was not
    if (question.kind !== 'vital') return 'unknown';
    return body[unknownFieldOf(question)] === 'on' ? 'unknown' : undefined;
  }
  const words: Record<string, AnswerScalar> = { yes: true, no: false, unknown: 'unknown' };
  const value =
    question.type === 'number'
      ? Number(text.replace(',', '.'))
      : question.type === 'yes-no'
        ? Object.hasOwn(words, text)
          ? words[text]
          : text
        : text;
  const checked = checkAnswer(question, value);
  return checked.ok ? checked.value : 'invalid';
}

/** What a condition says of a question now. */
function appliesIn(pack: Pack, answers: Answers): (question: Question) => number {
  const ready = compiled(pack);
  const situation = new Situation(ready, answers, false);
  return ({ id }) => {
    const when = ready.slotOf.get(id)?.when;
    return when ? situation.bits(when) : Yes;
  };
}

/** @param body fields as posted; unknown ones are left */
export function readForm(pack: Pack, body: Body): FormReading {
  const given: Record<string, AnswerScalar> = {};
  const invalid: string[] = [];
  for (const question of pack.questions) {
    const value = valueOf(question, body);
    if (value === 'invalid') invalid.push(question.id);
    else if (value !== undefined) given[question.id] = value;
  }
  const applies = appliesIn(pack, given);
  const kept = pack.questions.filter(
    (question) => given[question.id] !== undefined && applies(question) !== No,
  );
  return { answers: Object.fromEntries(kept.map(({ id }) => [id, given[id]])), invalid };
}

/** All whose `when` holds, in pack order. */
export function shownQuestions(pack: Pack, answers: Answers): Question[] {
  const applies = appliesIn(pack, answers);
  return pack.questions.filter((question) => applies(question) === Yes);
}

/**
 * Questions without an answer that must have one before it is decided: the vital ones and those that can still change the
 * outcome; beside a red flag the person's own judgement alone.
 */
export function needed(pack: Pack, answers: Answers): string[] {
  const flagged = redFlagsIn(pack, answers).length > 0;
  const vital = shownQuestions(pack, answers).filter(
    (question) =>
      question.kind === 'vital' && answers[question.id] === undefined && (!flagged || isJudgement(question)),
  );
  return [...new Set([...vital.map(({ id }) => id), ...(flagged ? [] : questionsLeft(pack, answers))])];
}
