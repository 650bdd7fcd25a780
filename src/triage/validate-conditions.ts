/** Whether what a pack's conditions name is there, of the right type, and free of cycles. */
import { checkAnswer } from './answer';
import { inputsOf } from './computed';
import type { AnswerScalar, Condition, Pack } from './pack';
import type { PackProblem } from './pack-problem';

type Add = (code: PackProblem['code'], at: string, message: string) => void;

export function conditionProblems(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const add: Add = (code, at, message) => void problems.push({ code, at, message });
  for (const { at, when } of conditionsOf(pack)) check(pack, when, at, add);
  for (const [id, rule] of Object.entries(pack.computed ?? {})) {
    for (const [input, name] of Object.entries(rule)) {
      if (input === 'formula' || typeof name !== 'string') continue;
      const question = pack.questions.find((item) => item.id === name);
      const at = `computed.${id}.${input}`;
      if (!question) add('unknown-reference', at, `there is no question ${name}`);
      else if (question.type !== 'number') add('wrong-type', at, `${name} is not a number`);
    }
  }
  recordProblems(pack, add);
  cycleProblems(pack, add);
  return problems;
}

function conditionsOf(pack: Pack): Array<{ at: string; when: Condition }> {
  return [
    ...pack.questions.flatMap(({ when }, index) => (when ? [{ at: `questions.${index}.when`, when }] : [])),
    ...Object.entries(pack.derived).map(([id, when]) => ({ at: `derived.${id}`, when })),
    { at: 'scope.when', when: pack.scope.when },
    ...(['redFlags', 'table', 'plans'] as const).flatMap((list) =>
      (pack[list] ?? []).map(({ when }, index) => ({ at: `${list}.${index}.when`, when })),
    ),
  ];
}

/** The conditions directly inside one. */
function membersOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all;
  if ('any' in condition) return condition.any;
  if ('not' in condition) return [condition.not];
  if ('atLeast' in condition) return condition.atLeast.slice(1) as Condition[];
  return [];
}

/** What one condition names itself: a derived condition (`ref:id`) or a question or computed number (`value:id`). */
function namedBy(condition: Condition): string | undefined {
  if ('ref' in condition) return `ref:${condition.ref}`;
  if ('is' in condition) return `value:${condition.is[0]}`;
  if ('gte' in condition) return `value:${condition.gte[0]}`;
  if ('lt' in condition) return `value:${condition.lt[0]}`;
  if ('rise' in condition) return `value:${condition.rise[0]}`;
  if ('fall' in condition) return `value:${condition.fall[0]}`;
  return undefined;
}

function check(pack: Pack, condition: Condition, at: string, add: Add): void {
  membersOf(condition).forEach((member) => check(pack, member, at, add));
  if ('atLeast' in condition && condition.atLeast[0] > condition.atLeast.length - 1) {
    add('wrong-type', at, `asks for ${condition.atLeast[0]} of ${condition.atLeast.length - 1} conditions`);
  }
  if ('ref' in condition && !Object.hasOwn(pack.derived, condition.ref)) {
    add('unknown-reference', at, `there is no derived condition ${condition.ref}`);
  }
  if ('is' in condition) {
    const [id, ...wanted] = condition.is;
    for (const value of wanted) checkValue(pack, id, value, at, add);
  }
  if ('gte' in condition) checkValue(pack, condition.gte[0], condition.gte[1], at, add, true);
  if ('lt' in condition) checkValue(pack, condition.lt[0], condition.lt[1], at, add, true);
  if ('rise' in condition || 'fall' in condition) {
    const [id, by] = 'rise' in condition ? condition.rise : condition.fall;
    if (pack.use !== 'follow-up') add('unknown-reference', at, `only a follow-up has an earlier ${id}`);
    checkValue(pack, id, by, at, add, true);
  }
}

/** The question whose earlier answer a follow-up names, else the id as it is. */
function askedId(pack: Pack, id: string): string {
  return pack.use === 'follow-up' && id.startsWith('previous.') ? id.slice('previous.'.length) : id;
}

function checkValue(
  pack: Pack,
  id: string,
  value: AnswerScalar,
  at: string,
  add: Add,
  compared = false,
): void {
  const asked = askedId(pack, id);
  const question = pack.questions.find((item) => item.id === asked);
  const isNumber = pack.computed ? Object.hasOwn(pack.computed, id) : false;
  if (!question && !isNumber) return add('unknown-reference', at, `there is no question ${id}`);
  if (compared || !question) {
    if (typeof value !== 'number' || (question && question.type !== 'number'))
      add('wrong-type', at, `${id} is not a number`);
    return;
  }
  // A number would be read as a bin of a choice, and "unknown" is never a value to compare with.
  const answer = checkAnswer({ ...question, bins: undefined, unknown: { allowed: false } }, value);
  if (!answer.ok)
    add(question.type === 'choice' ? 'unknown-choice' : 'wrong-type', at, `${id} ${answer.reason}`);
}

function recordProblems(pack: Pack, add: Add): void {
  const { codes = {}, absentIs = {} } = pack.records ?? {};
  const given = [
    ...Object.entries(codes).flatMap(([id, byCode]) =>
      Object.entries(byCode).map(([code, value]) => ({ id, value, at: `records.codes.${id}.${code}` })),
    ),
    ...Object.entries(absentIs).map(([id, value]) => ({ id, value, at: `records.absentIs.${id}` })),
  ];
  for (const { id, value, at } of given) {
    const question = pack.questions.find((item) => item.id === id);
    if (!question) add('unknown-reference', at, `there is no question ${id}`);
    else {
      const answer = checkAnswer(question, value);
      if (!answer.ok) add('wrong-type', at, `${id} ${answer.reason}`);
    }
  }
}

/** A derived condition may not rest on itself, nor a question on whether it is itself to be asked. */
function cycleProblems(pack: Pack, add: Add): void {
  const edges = new Map<string, Set<string>>();
  const collect = (condition: Condition, into: Set<string>): Set<string> => {
    const named = namedBy(condition);
    if (named) into.add(named);
    membersOf(condition).forEach((member) => collect(member, into));
    return into;
  };
  for (const [id, when] of Object.entries(pack.derived)) edges.set(`ref:${id}`, collect(when, new Set()));
  for (const { id, when } of pack.questions) if (when) edges.set(`value:${id}`, collect(when, new Set()));
  for (const [id, rule] of Object.entries(pack.computed ?? {})) {
    edges.set(`value:${id}`, new Set(inputsOf(rule).map((input) => `value:${input}`)));
  }
  const state = new Map<string, 'open' | 'done'>();
  const visit = (node: string, path: readonly string[]): void => {
    if (state.get(node) === 'done') return;
    const names = [...path, node].map((item) => item.slice(item.indexOf(':') + 1));
    if (state.get(node) === 'open') {
      const at = node.startsWith('ref:')
        ? `derived.${node.slice(4)}`
        : `questions.${pack.questions.findIndex(({ id }) => id === node.slice(6))}.when`;
      return add('cycle', at, `rests on itself: ${names.slice(path.indexOf(node)).join(' → ')}`);
    }
    state.set(node, 'open');
    for (const next of edges.get(node) ?? []) visit(next, [...path, node]);
    state.set(node, 'done');
  };
  for (const node of edges.keys()) visit(node, []);
}
