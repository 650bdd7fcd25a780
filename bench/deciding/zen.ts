/** The same rules as a decision table of GoRules' ZEN engine. */
import { ZenEngine } from '@gorules/zen-engine';
import type { Facts } from './json-rules';
import type { PlainCondition, PlainRule } from './plain-rules';

/** A column a fact, with what no single fact decides in one more; or each row's whole condition in one cell. */
export type Layout = 'columns' | 'expressions';

/** @returns decides: the place of the first row that holds */
export function zenEngine(
  rules: readonly PlainRule[],
  layout: Layout,
): (facts: Facts) => Promise<number | undefined> {
  const decision = new ZenEngine().createDecision(tableOf(rules, layout));
  return async (facts) => {
    const { result } = (await decision.evaluate(facts)) as { result: { at?: number } };
    return result.at;
  };
}

function tableOf(rules: readonly PlainRule[], layout: Layout): object {
  const cells = rules.map(({ when }) => (layout === 'columns' ? cellsOf(when) : { whole: expression(when) }));
  const fields = [...new Set(cells.flatMap((row) => Object.keys(row)))];
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      {
        id: 'table',
        name: 'table',
        type: 'decisionTableNode',
        content: {
          hitPolicy: 'first',
          inputs: fields.map((name) => ({ id: name, name, ...(name === 'whole' ? {} : { field: name }) })),
          outputs: [{ id: 'at', name: 'at', field: 'at' }],
          rules: cells.map((row, at) => ({
            _id: `r${at}`,
            ...Object.fromEntries(fields.map((name) => [name, row[name] ?? ''])),
            at: String(at),
          })),
        },
      },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'e1', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'e2', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
}

/** Of an "all", what is about one fact in that fact's column. */
function cellsOf(when: PlainCondition): Record<string, string> {
  const cells: Record<string, string> = {};
  const isAll = typeof when === 'object' && 'atLeast' in when && when.atLeast === when.of.length;
  for (const part of isAll ? when.of : [when]) {
    const test = unary(part);
    const column = test && !(test.fact in cells) ? test.fact : 'whole';
    const text = test && column !== 'whole' ? test.text : expression(part);
    cells[column] = cells[column] === undefined ? text : `(${cells[column]}) and (${text})`;
  }
  return cells;
}

function unary(part: PlainCondition): { fact: string; text: string } | undefined {
  if (typeof part === 'boolean') return undefined;
  if ('is' in part) {
    const [fact, ...values] = part.is;
    return { fact, text: values.map((value) => JSON.stringify(value)).join(', ') };
  }
  if ('gte' in part) return { fact: part.gte[0], text: `>= ${part.gte[1]}` };
  if ('lt' in part) return { fact: part.lt[0], text: `< ${part.lt[1]}` };
  return undefined;
}

function expression(when: PlainCondition): string {
  if (typeof when === 'boolean') return String(when);
  if ('is' in when) {
    const [fact, ...values] = when.is;
    return values.length === 1
      ? `${fact} == ${JSON.stringify(values[0])}`
      : `${fact} in ${JSON.stringify(values)}`;
  }
  if ('gte' in when) return `${when.gte[0]} >= ${when.gte[1]}`;
  if ('lt' in when) return `${when.lt[0]} < ${when.lt[1]}`;
  if ('not' in when) return `not (${expression(when.not)})`;
  const { atLeast, of } = when;
  const parts = of.map((part) => `(${expression(part)})`);
  if (atLeast === of.length) return parts.join(' and ');
  if (atLeast === 1) return parts.join(' or ');
  return `${parts.map((part) => `(${part} ? 1 : 0)`).join(' + ')} >= ${atLeast}`;
}
