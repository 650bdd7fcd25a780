/**
 * Conditions as a clinician writes them: `fever and (age >= 60 or not diabetes)`, `at least 2 of (cough, headache)`.
 * Printed and read back, a condition is the same, member by member. docs/formats.md is the description for its writers.
 */
import type { AnswerScalar, Condition } from '../pack-condition';
import { TokenReader } from './token-reader';
import { answerText, CellError, numberText, wordText } from './tokens';

/** A bare word is a derived value of the pack where it is the name of one, else a question answered with yes. */
export type DerivedNames = ReadonlySet<string>;

const deepest = 100;

export function conditionText(condition: Condition, derived: DerivedNames): string {
  const text = (member: Condition): string => conditionText(member, derived);
  const group = (member: Condition): string => (isGroup(member) ? `(${text(member)})` : text(member));
  if ('always' in condition) return 'always';
  if ('ref' in condition)
    return derived.has(condition.ref) ? wordText(condition.ref) : `derived(${wordText(condition.ref)})`;
  if ('gte' in condition) return `${wordText(condition.gte[0])} >= ${numberText(condition.gte[1])}`;
  if ('lt' in condition) return `${wordText(condition.lt[0])} < ${numberText(condition.lt[1])}`;
  if ('rise' in condition)
    return `${wordText(condition.rise[0])} rises by at least ${numberText(condition.rise[1])}`;
  if ('fall' in condition)
    return `${wordText(condition.fall[0])} falls by at least ${numberText(condition.fall[1])}`;
  if ('is' in condition) return isText(condition.is, derived, { one: '=', many: 'in' });
  if ('not' in condition) return notText(condition.not, derived, text);
  if ('atLeast' in condition) {
    const [count, ...members] = condition.atLeast;
    return `at least ${count} of (${members.map(text).join(', ')})`;
  }
  const members = 'all' in condition ? condition.all : condition.any;
  if (members.length === 1) return `${'all' in condition ? 'all' : 'any'} of (${members.map(text).join('')})`;
  return members.map(group).join('all' in condition ? ' and ' : ' or ');
}

const isGroup = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);

type Is = [string, AnswerScalar, ...AnswerScalar[]];

function isText(is: Is, derived: DerivedNames, words: { one: string; many: string }): string {
  const [question, first, ...more] = is;
  if (more.length > 0)
    return `${wordText(question)} ${words.many} (${[first, ...more].map(answerText).join(', ')})`;
  if (first === true && words.one === '=' && !derived.has(question)) return wordText(question);
  return `${wordText(question)} ${words.one} ${answerText(first)}`;
}

function notText(inner: Condition, derived: DerivedNames, text: (member: Condition) => string): string {
  if ('is' in inner && !(inner.is.length === 2 && inner.is[1] === true && !derived.has(inner.is[0])))
    return isText(inner.is, derived, { one: '!=', many: 'not in' });
  const bare = 'ref' in inner || 'is' in inner || 'always' in inner;
  return bare ? `not ${text(inner)}` : `not (${text(inner)})`;
}

/** @throws CellError that says at which character what was expected */
export function parseCondition(text: string, derived: DerivedNames): Condition {
  const reader = new TokenReader(text);
  const condition = expression(reader, derived, 0);
  reader.end('"and", "or" or the end');
  return condition;
}

function expression(reader: TokenReader, derived: DerivedNames, depth: number): Condition {
  if (depth > deepest) throw new CellError(reader.next.at, `more than ${deepest} brackets in one another`);
  const members: [Condition, ...Condition[]] = [operand(reader, derived, depth)];
  const joint = reader.is('word', 'and') ? 'and' : 'or';
  while (reader.take('word', joint)) members.push(operand(reader, derived, depth));
  if (reader.is('word', joint === 'and' ? 'or' : 'and'))
    reader.refuse('brackets around either, because "and" and "or" side by side can be read in two ways');
  if (members.length === 1) return members[0];
  return joint === 'and' ? { all: members } : { any: members };
}

function operand(reader: TokenReader, derived: DerivedNames, depth: number): Condition {
  if (depth > deepest) throw new CellError(reader.next.at, `more than ${deepest} "not" in one another`);
  if (reader.take('word', 'not')) return { not: operand(reader, derived, depth + 1) };
  const inner = (): Condition => expression(reader, derived, depth + 1);
  if (reader.take('symbol', '(')) {
    const condition = inner();
    if (!reader.take('symbol', ')')) reader.refuse('"and", "or" or ")"');
    return condition;
  }
  if (reader.take('word', 'always')) return { always: true };
  for (const word of ['all', 'any'] as const) {
    if (!reader.take('word', word)) continue;
    reader.need('word', 'of');
    const members = reader.list(inner);
    return word === 'all' ? { all: members } : { any: members };
  }
  if (reader.take('word', 'at')) return atLeast(reader, inner);
  if (reader.take('word', 'derived')) {
    reader.need('symbol', '(');
    const ref = reader.name('the name of a derived value');
    reader.need('symbol', ')');
    return { ref };
  }
  return comparison(reader, derived);
}

function atLeast(reader: TokenReader, inner: () => Condition): Condition {
  reader.need('word', 'least');
  const { at } = reader.next;
  const count = reader.number();
  if (!Number.isInteger(count) || count < 1) throw new CellError(at, 'expected a whole number from 1');
  reader.need('word', 'of');
  return { atLeast: [count, ...reader.list(inner)] };
}

function comparison(reader: TokenReader, derived: DerivedNames): Condition {
  const name = reader.name('a question, a derived value, "not", "at least … of", "always" or "("');
  if (reader.take('symbol', '>=')) return { gte: [name, reader.number()] };
  if (reader.take('symbol', '<')) return { lt: [name, reader.number()] };
  if (reader.is('symbol', '>') || reader.is('symbol', '<='))
    reader.refuse('">=" or "<" (thresholds are said as "from … on" and "under …")');
  if (reader.take('symbol', '=') || reader.take('word', 'is')) return { is: [name, reader.answer()] };
  if (reader.take('symbol', '!=')) return { not: { is: [name, reader.answer()] } };
  if (reader.take('word', 'in')) return { is: [name, ...reader.list(() => reader.answer())] };
  if (reader.take('word', 'not')) {
    reader.need('word', 'in');
    return { not: { is: [name, ...reader.list(() => reader.answer())] } };
  }
  for (const word of ['rises', 'falls'] as const) {
    if (!reader.take('word', word)) continue;
    reader.need('word', 'by');
    if (reader.take('word', 'at')) reader.need('word', 'least');
    const by = reader.number();
    return word === 'rises' ? { rise: [name, by] } : { fall: [name, by] };
  }
  return derived.has(name) ? { ref: name } : { is: [name, true] };
}
