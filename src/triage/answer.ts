/** What counts as an answer to a question of a pack. */
import { conceptOf } from '../../settings/concepts';
import type { AnswerScalar, Question } from './pack';

/** The concept of the universal list that a question asks for, if any: the one it names, else its id where that is one. */
export function conceptOfQuestion({ id, concept }: Pick<Question, 'id' | 'concept'>): string | undefined {
  return concept ?? (conceptOf(id) ? id : undefined);
}

export type AnswerCheck = { ok: true; value: AnswerScalar } | { ok: false; reason: string };

/**
 * Checks a coded answer. A number given to a choice question with bins becomes the bin's choice.
 * @returns the answer as `evaluate` takes it, or what would have been one, in words for operators
 */
export function checkAnswer(question: Question, value: unknown): AnswerCheck {
  if (value === 'unknown' && question.unknown.allowed) return { ok: true, value };
  if (question.type === 'yes-no') {
    return typeof value === 'boolean' ? { ok: true, value } : { ok: false, reason: 'must be true or false' };
  }
  if (question.type === 'choice') {
    if (typeof value === 'string' && question.choices?.includes(value)) return { ok: true, value };
    const choice = typeof value === 'number' ? choiceOfNumber(question, value) : undefined;
    if (choice !== undefined) return { ok: true, value: choice };
    return { ok: false, reason: `must be one of ${question.choices?.join(', ')}` };
  }
  return checkNumber(value, question.min, question.max);
}

export function checkNumber(value: unknown, min = -Infinity, max = Infinity): AnswerCheck {
  if (typeof value === 'number' && value >= min && value <= max) return { ok: true, value };
  const range = Number.isFinite(min) && Number.isFinite(max) ? ` from ${min} to ${max}` : '';
  return { ok: false, reason: `must be a number${range}` };
}

/** The choice whose bin a typed number falls in; undefined outside [min, max] or where a question has no bins. */
export function choiceOfNumber(question: Question, value: number): string | undefined {
  const { bins, min = -Infinity, max = Infinity } = question;
  if (!bins || !(value >= min && value <= max)) return undefined;
  return bins.find((bin) => bin.below === undefined || value < bin.below)?.choice;
}

/**
 * The answer that a finding of free text gives to a question.
 * @param present whether the concept was affirmed (true) or denied (false)
 * @returns undefined when the finding says nothing about this question
 */
export function answerFromFinding(
  question: Question,
  concept: string,
  present: boolean,
): AnswerScalar | undefined {
  const partly = question.impliedBy?.includes(concept) ?? false;
  if (conceptOfQuestion(question) !== concept && !(partly && present)) return undefined;
  if (question.type === 'yes-no') return present;
  const choice = present ? 'yes' : 'no';
  return question.choices?.includes(choice) ? choice : undefined;
}
