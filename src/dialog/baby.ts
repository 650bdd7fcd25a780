/** Of a baby the months are asked before all else: what is dangerous depends on them, and much need not be asked. */
import type { Finding } from '../language/findings';
import { normalise } from '../language/normalise';
import { readAnswer } from '../language/answer';
import { isPreciseAge } from '../safety/ages';
import type { Answers, Pack, Question } from '../triage/pack';
import type { State } from './state';

const babyWords =
  /(?<!\p{L})(?:bebe(?:zinh[oa]|zito)?s?|nene(?:m|ns|zinh[oa])?|nenem(?:zinh[oa])?|rn|recem[- ]?nascid[oa]s?|recien nacid[oa]s?|bab(?:y|ies)|newborns?|infant)(?!\p{L})/u;
const unborn = /(?<!\p{L})(?:gravid[ae]s?|gestante|barriga|pregnan\p{L}*|embarazad\p{L}*)(?!\p{L})/u;

/** Is it a baby whom the complaint is about? */
export function isAboutBaby(
  { forWhom, forDependent }: Pick<State, 'forWhom' | 'forDependent'>,
  text: string,
): boolean {
  if (forWhom === 'self' || !(forWhom === 'child' || forDependent)) return false;
  const said = normalise(text);
  return babyWords.test(said) && !unborn.test(said);
}

/** No baby types: who writes of themselves was misread. */
export const isAgeOfBaby = ({ concept, value }: Finding): boolean =>
  concept === 'age' && typeof value === 'number' && value < 3;

const find = ({ questions }: Pack, id: string): Question | undefined =>
  questions.find((one) => one.id === id);

/** The months, where they are what is to be asked next. */
export function monthsQuestion(pack: Pack, answers: Answers, baby: boolean): Question | undefined {
  const { age, age_months: months } = answers;
  const question = find(pack, 'age_months');
  if (!question || pack.demonstration || months !== undefined) return undefined;
  const isBaby = age === undefined ? baby && find(pack, 'age') !== undefined : age === 0 && !isPreciseAge(0);
  return isBaby ? question : undefined;
}

/** What the months of a baby say of the age in years, where that was not asked. */
export function yearsOfMonths(
  { questions }: Pack,
  question: Question,
  value: unknown,
  answers: Answers,
): number | undefined {
  if (question.id !== 'age_months' || typeof value !== 'number' || answers['age'] !== undefined)
    return undefined;
  return questions.some(({ id }) => id === 'age') ? Math.floor(value / 12) : undefined;
}

/** "2 anos" to how many months: it is the age that is told. */
export function questionMeant(pack: Pack, question: Question, text: string): Question {
  if (
    question.id !== 'age_months' ||
    !/(?<!\p{L})(?:anos?|aninhos?|years?|yo)(?!\p{L})/u.test(normalise(text))
  )
    return question;
  const age = find(pack, 'age');
  if (!age) return question;
  const { id, type, unit, min, max } = age;
  const reading = readAnswer(text, { id, type, unit, min, max, unknownAllowed: false }, 'pt-BR');
  return reading.kind === 'value' ? age : question;
}
