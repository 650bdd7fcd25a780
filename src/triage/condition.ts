/**
 * Conditions over answers in Kleene's strong three-valued logic: a part that is not known yet leaves the whole open
 * only where it can still change it. Source: S. C. Kleene, "Introduction to Metamathematics", § 64.
 */
import { computedValue, inputsOf } from './computed';
import type { Answers, AnswerScalar, Condition, Pack, Question } from './pack';

/** `undefined` = not known (yet). */
export type Truth = boolean | undefined;

type Atom = { id: string; test: (value: AnswerScalar) => boolean };

const indexes = new WeakMap<Pack, ReadonlyMap<string, Question>>();

/** The pack's questions by id; built once a pack. */
export function questionsOf(pack: Pack): ReadonlyMap<string, Question> {
  let index = indexes.get(pack);
  if (!index) indexes.set(pack, (index = new Map(pack.questions.map((item) => [item.id, item]))));
  return index;
}

function atomOf(condition: Condition): Atom | undefined {
  if ('is' in condition) {
    const [id, ...wanted] = condition.is;
    return { id, test: (value) => wanted.includes(value) };
  }
  if ('gte' in condition) {
    const [id, limit] = condition.gte;
    return { id, test: (value) => typeof value === 'number' && value >= limit };
  }
  if ('lt' in condition) {
    const [id, limit] = condition.lt;
    return { id, test: (value) => typeof value === 'number' && value < limit };
  }
  return undefined;
}

/** What "no" or "yes" (not applicable, or unknown and read so) makes of a condition on this question. */
function readAs(question: Question, test: Atom['test'], meaning: boolean): boolean {
  return question.type === 'yes-no' ? test(meaning) : meaning;
}

function unknownTruth(question: Question, test: Atom['test']): Truth {
  const { means } = question.unknown;
  return means === 'yes' || means === 'no' ? readAs(question, test, means === 'yes') : undefined;
}

function atomTruth(pack: Pack, answers: Answers, { id, test }: Atom): Truth {
  const value = answers[id];
  const question = questionsOf(pack).get(id);
  if (value === undefined) {
    const rule = pack.computed?.[id];
    if (rule) {
      const number = computedValue(pack, answers, id);
      if (number !== undefined) return test(number);
      for (const input of inputsOf(rule)) {
        const asked = questionsOf(pack).get(input);
        const meaning = asked && answers[input] === 'unknown' ? unknownTruth(asked, test) : undefined;
        if (meaning !== undefined) return meaning;
      }
      return undefined;
    }
    return question?.when && truthOf(pack, answers, question.when) === false
      ? readAs(question, test, false)
      : undefined;
  }
  return value === 'unknown' && question ? unknownTruth(question, test) : test(value);
}

export function truthOf(pack: Pack, answers: Answers, condition: Condition): Truth {
  if ('always' in condition) return true;
  if ('ref' in condition) {
    const derived = pack.derived[condition.ref];
    return derived && truthOf(pack, answers, derived);
  }
  if ('not' in condition) {
    const inner = truthOf(pack, answers, condition.not);
    return inner === undefined ? undefined : !inner;
  }
  const counted = countedOf(condition);
  if (!counted) return atomTruth(pack, answers, atomOf(condition)!);
  let holding = 0;
  let possible = counted.members.length;
  for (const member of counted.members) {
    const truth = truthOf(pack, answers, member);
    if (truth === true) holding += 1;
    if (truth === false) possible -= 1;
    if (holding >= counted.needed) return true;
    if (possible < counted.needed) return false;
  }
  return undefined;
}

/** `all`, `any` and `atLeast` are one thing: how many of the members are needed. */
function countedOf(condition: Condition): { needed: number; members: readonly Condition[] } | undefined {
  if ('all' in condition) return { needed: condition.all.length, members: condition.all };
  if ('any' in condition) return { needed: 1, members: condition.any };
  if ('atLeast' in condition) {
    const [needed, ...members] = condition.atLeast;
    return { needed, members };
  }
  return undefined;
}

/** Adds to `into` the ids of the unanswered questions that an open condition still depends on. */
export function openQuestions(pack: Pack, answers: Answers, condition: Condition, into: Set<string>): void {
  if (truthOf(pack, answers, condition) !== undefined) return;
  if ('ref' in condition) return openQuestions(pack, answers, pack.derived[condition.ref]!, into);
  if ('not' in condition) return openQuestions(pack, answers, condition.not, into);
  const counted = countedOf(condition);
  if (counted) {
    for (const member of counted.members) openQuestions(pack, answers, member, into);
    return;
  }
  const { id } = atomOf(condition)!;
  const rule = pack.computed?.[id];
  for (const asked of rule ? inputsOf(rule) : [id]) openQuestion(pack, answers, asked, into);
}

function openQuestion(pack: Pack, answers: Answers, id: string, into: Set<string>): void {
  if (answers[id] !== undefined) return;
  const when = questionsOf(pack).get(id)?.when;
  const before = new Set<string>();
  if (when) openQuestions(pack, answers, when, before);
  // Whether it applies is asked first; when that can never be known, the question itself is asked.
  for (const item of before.size > 0 ? before : [id]) into.add(item);
}

/** Adds to `into` the answers, as `id=value`, by which a decided condition is true or false. */
export function reasons(pack: Pack, answers: Answers, condition: Condition, into: Set<string>): void {
  if ('always' in condition) return;
  if ('ref' in condition) return reasons(pack, answers, pack.derived[condition.ref]!, into);
  if ('not' in condition) return reasons(pack, answers, condition.not, into);
  const counted = countedOf(condition);
  if (counted) {
    const truth = truthOf(pack, answers, condition);
    for (const member of counted.members) {
      if (truthOf(pack, answers, member) === truth) reasons(pack, answers, member, into);
    }
    return;
  }
  const { id } = atomOf(condition)!;
  const rule = pack.computed?.[id];
  const number = answers[id] ?? computedValue(pack, answers, id);
  if (number !== undefined)
    into.add(`${id}=${typeof number === 'number' ? Math.round(number * 100) / 100 : number}`);
  else if (rule) {
    for (const input of inputsOf(rule)) {
      if (answers[input] !== undefined) into.add(`${input}=${answers[input]}`);
    }
  } else {
    const when = questionsOf(pack).get(id)?.when;
    if (when) reasons(pack, answers, when, into);
  }
}
