/**
 * When a question is asked, as FHIR's enableWhen where that can say the same: one list of comparisons with answers, all or
 * any of them. Whatever else a condition says stays in the extension, and the item is then always enabled.
 */
import type { AnswerScalar, Condition } from '../pack-condition';
import type { Pack, Question } from '../pack-schema';
import { choiceSystem } from './fhir-names';
import type { EnableWhen, Item } from './fhir-types';

type Enabling = Pick<Item, 'enableWhen' | 'enableBehavior'>;
type Behavior = 'all' | 'any';

interface Known {
  pack: Pack;
  questions: ReadonlyMap<string, Question>;
}

export function enableWhenOf(condition: Condition, pack: Pack): Enabling {
  const known: Known = {
    pack,
    questions: new Map(pack.questions.map((question) => [question.id, question])),
  };
  for (const behavior of ['all', 'any'] as const) {
    const found = comparisons(condition, behavior, false, known, new Set());
    if (found?.length === 1) return { enableWhen: found };
    if (found) return { enableWhen: found, enableBehavior: behavior };
  }
  return {};
}

/** The comparisons of which `behavior` must hold, or undefined when it takes more than such a list. */
function comparisons(
  condition: Condition,
  behavior: Behavior,
  negated: boolean,
  known: Known,
  within: ReadonlySet<string>,
): EnableWhen[] | undefined {
  if ('not' in condition) return comparisons(condition.not, behavior, !negated, known, within);
  if ('ref' in condition) {
    const derived = Object.hasOwn(known.pack.derived, condition.ref)
      ? known.pack.derived[condition.ref]
      : undefined;
    if (!derived || within.has(condition.ref)) return undefined;
    return comparisons(derived, behavior, negated, known, new Set([...within, condition.ref]));
  }
  if ('all' in condition || 'any' in condition) {
    const joint = 'all' in condition !== negated ? 'all' : 'any';
    const members = 'all' in condition ? condition.all : condition.any;
    if (joint !== behavior && members.length > 1) return undefined;
    return joined(members.map((member) => comparisons(member, behavior, negated, known, within)));
  }
  if ('is' in condition) {
    const [id, ...answers] = condition.is;
    if (answers.length > 1 && (negated ? 'all' : 'any') !== behavior) return undefined;
    return joined(answers.map((answer) => equality(id, answer, negated, known)));
  }
  if ('gte' in condition) return bound(condition.gte, negated ? '<' : '>=', known);
  if ('lt' in condition) return bound(condition.lt, negated ? '>=' : '<', known);
  return undefined;
}

const joined = (lists: (EnableWhen[] | undefined)[]): EnableWhen[] | undefined =>
  lists.every((list) => list !== undefined) ? lists.flat() : undefined;

function equality(
  id: string,
  answer: AnswerScalar,
  negated: boolean,
  { pack, questions }: Known,
): EnableWhen[] | undefined {
  const question = questions.get(id);
  const start = { question: id, operator: negated ? '!=' : '=' };
  if (question?.type === 'yes-no' && typeof answer === 'boolean')
    return [{ ...start, answerBoolean: answer }];
  if (question?.type === 'number' && typeof answer === 'number') return [{ ...start, answerDecimal: answer }];
  if (question?.type === 'choice' && typeof answer === 'string' && question.choices?.includes(answer))
    return [{ ...start, answerCoding: { system: choiceSystem(pack.id, id), code: answer } }];
  return undefined;
}

function bound(
  [id, value]: [string, number],
  operator: string,
  { questions }: Known,
): EnableWhen[] | undefined {
  return questions.get(id)?.type === 'number'
    ? [{ question: id, operator, answerDecimal: value }]
    : undefined;
}
