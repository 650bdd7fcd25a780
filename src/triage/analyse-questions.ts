/** Questions nobody is ever asked, and danger signs that a mild outcome does not wait for. */
import { conceptOf } from '../../settings/concepts';
import { conceptOfQuestion } from './answer';
import { isNever, Open, Yes } from './analyse-space';
import { budget, isMild, type TableAnalysis } from './analyse-table';
import { slotsOf, type Node, type Slot } from './compile';
import { decideNow } from './evaluate';

/** Adds to the findings of `table`. */
export function questionFindings(table: TableAnalysis): void {
  neverAsked(table);
  dangerSigns(table);
}

function neverAsked(table: TableAnalysis): void {
  const { questions } = table.space.pack;
  const used = usedSlots(table);
  questions.forEach((slot, index) => {
    const { question, when, id } = slot;
    const here = { code: 'never-asked' as const, at: `questions.${index}`, rows: [] };
    const isTold = when !== undefined && isNever(when);
    if (question!.kind === 'deciding' && !used.has(slot))
      table.add('problem', {
        ...here,
        message: isTold
          ? `${id} is kept, but no rule uses it`
          : `${id} is never asked: no rule depends on it`,
      });
    else if (when && !isTold) {
      table.searches += 1;
      const asked = table.solver.solve(
        // "not yes and not no" is how a pack says "where it is not known"
        [{ node: when, allow: asksWhetherKnown(table, when) ? Open | Yes : Yes }],
        { noFlags: false, known: false, asked: true },
        budget,
      );
      if (asked.kind === 'none')
        table.add('problem', { ...here, message: `${id} is never asked: its condition never holds` });
      if (asked.kind === 'gave-up') table.unproved.push(`whether ${id} is ever asked`);
    }
  });
}

/** Whether a condition is about something being known at all: it holds for every answer but "I don't know". */
function asksWhetherKnown(table: TableAnalysis, node: Node): boolean {
  if (node.kind === 'not') return asksWhetherKnown(table, node.member);
  if (node.kind === 'count') return node.members.some((member) => asksWhetherKnown(table, member));
  if (node.kind !== 'atom') return false;
  const { space } = table;
  const options = space.variableOf.get(node.slot)?.options ?? [];
  return options.every(
    (option) =>
      option.isAbsent || option.answers[node.slot.id] === 'unknown' || space.truth(node, option) === Yes,
  );
}

/** What any rule depends on, at once or by way of what is asked when. */
function usedSlots(table: TableAnalysis): Set<Slot> {
  const { pack, rows, scope, addedFlags, universalFlags, ages, slotOf } = table.space.pack;
  const used = new Set<Slot>();
  const use = (node: Node): void => {
    for (const slot of slotsOf(node)) {
      if (used.has(slot)) continue;
      used.add(slot);
      if (slot.when) use(slot.when);
      if (slot === ages.days || slot === ages.months)
        [ages.years, ages.months].forEach((item) => used.add(item));
      if (slot.formula?.formula === 'bmi')
        for (const id of [slot.formula.weightKg, slot.formula.heightCm]) used.add(slotOf.get(id)!);
    }
  };
  for (const { when } of rows) use(when);
  use(scope);
  for (const { when, inDoubt } of [...addedFlags, ...universalFlags]) [when, inDoubt ?? when].forEach(use);
  for (const { when } of pack.plans ?? []) use(table.space.pack.node(when));
  for (const slot of table.space.pack.questions)
    if (slot.question?.kind !== 'deciding' && slot.when) use(slot.when);
  return used;
}

/** Red flags of the universal list that a pack asks for, but does not wait for before a mild outcome. */
function dangerSigns(table: TableAnalysis): void {
  const { questions, rows } = table.space.pack;
  const mild = rows.flatMap((row, at) => (isMild(row) ? [at] : []));
  questions.forEach((slot, index) => {
    const { question, id } = slot;
    const concept = conceptOfQuestion(question!);
    if (question!.kind === 'vital' || !question!.unknown.allowed || !concept || !conceptOf(concept)?.call)
      return;
    const variable = table.space.variableOf.get(slot)!;
    if (variable.isOnlyTold) return;
    const unknown = variable.options.reduce(
      (bits, { answers }, place) => (answers[id] === 'unknown' ? bits | (1 << place) : bits),
      0,
    );
    for (const at of mild) {
      const only = new Map([[variable, unknown]]);
      const found = table.solve(table.decides(at), { mild: true, only });
      if (found.kind === 'gave-up') table.unproved.push(`whether a mild outcome waits for ${id}`);
      if (found.kind !== 'found' || decideNow(table.pack, found.answers).row !== rows[at]!.row.id) continue;
      table.add('note', {
        code: 'not-vital',
        at: `questions.${index}`,
        rows: [rows[at]!.row.id],
        message: `${id} is a red flag, but not vital: row ${rows[at]!.row.id} gives a mild outcome without knowing it`,
        witness: found.answers,
      });
      return;
    }
  });
}
