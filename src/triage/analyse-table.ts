/**
 * What the decision table does over all answers: rows nothing reaches, rows that hide more urgent ones, signs that nothing but
 * the last row catches. Each claim that something can
 * happen comes with answers that show it, held against the evaluator itself; each claim that it cannot, with a finished search.
 */
import { conceptOfQuestion } from './answer';
import { AnswerSpace, No, Open, Yes, type Variable } from './analyse-space';
import { Solver, type Solution, type Wanted } from './analyse-solver';
import type { Finding } from './analyse-finding';
import { type CompiledRow, type Node, type Slot } from './compile';
import { decideNow } from './evaluate';
import { Situation } from './situation';
import type { Answers, Pack } from './pack';

const anything = No | Open | Yes;
/** Splits of one search; the packs built in need at most some thousands. */
export const budget = 20_000;

/** Answers of embedded cases that end as expected: what they show is meant. */
export type Meant = ReadonlyArray<{ row: string; answers: Answers }>;

export class TableAnalysis {
  readonly space: AnswerSpace;
  readonly solver: Solver;
  readonly findings: Finding[] = [];
  /** What no finished search could tell, in words. */
  readonly unproved: string[] = [];
  searches = 0;

  constructor(
    readonly pack: Pack,
    private readonly meant: Meant,
    private readonly onProgress: (done: number, of: number) => void = () => undefined,
  ) {
    this.space = new AnswerSpace(pack);
    this.solver = new Solver(this.space);
  }

  run(): void {
    const { rows } = this.space.pack;
    const reached = new Set(this.meant.map(({ row }) => row));
    rows.forEach((row, at) => {
      this.onProgress(at, rows.length);
      if (!reached.has(row.row.id)) this.reach(at);
      this.hidden(at);
    });
    this.gaps();
    this.onProgress(rows.length, rows.length);
  }

  add(severity: Finding['severity'], finding: Omit<Finding, 'severity'>): void {
    this.findings.push({ severity, ...finding });
  }

  solve(
    wanted: readonly Wanted[],
    {
      mild = false,
      asked = true,
      only,
    }: { mild?: boolean; asked?: boolean; only?: Map<Variable, number> } = {},
  ): Solution {
    this.searches += 1;
    return this.solver.solve(
      wanted,
      { noFlags: !this.pack.demonstration, known: mild, asked, ...(only ? { only } : {}) },
      budget,
    );
  }

  /** That row `at` decides: no red flag, in scope, no row above matches. */
  decides(at: number): Wanted[] {
    const { rows } = this.space.pack;
    const row = rows[at]!;
    const mild = isMild(row);
    return [
      { node: row.when, allow: matching(row) },
      ...this.inScope(mild),
      ...rows.slice(0, at).map((above): Wanted => {
        // what blocks a mild outcome must be known not to hold
        const allow = mild && above.row.unknown === 'blocks' ? No : anything & ~matching(above);
        return { node: above.when, allow };
      }),
    ];
  }

  private inScope(mild: boolean): Wanted[] {
    if (this.pack.demonstration) return [];
    return [{ node: this.space.pack.scope, allow: mild ? Yes : Yes | Open }];
  }

  private reach(at: number): void {
    const { rows } = this.space.pack;
    const row = rows[at]!;
    const { id } = row.row;
    const mild = isMild(row);
    const found = this.solve(this.decides(at), { mild });
    if (found.kind === 'found') return;
    const told = found.kind === 'none' ? this.solve(this.decides(at), { mild, asked: false }) : found;
    const here = { at: `table.${at}`, rows: [id] };
    if (told.kind === 'gave-up') this.unproved.push(`whether row ${id} can be reached`);
    else if (told.kind === 'found')
      this.add('note', {
        code: 'unreachable-row',
        ...here,
        message: `row ${id} decides only on what people say unasked: nobody it is for is asked for it`,
        witness: told.answers,
      });
    else {
      const takers = this.takersOf(at);
      this.add('problem', {
        code: 'unreachable-row',
        at: here.at,
        rows: [id, ...takers.rows],
        message: `row ${id} can never decide: ${takers.why}`,
      });
    }
  }

  /** Why nothing reaches a row. */
  private takersOf(at: number): { why: string; rows: string[] } {
    const { rows } = this.space.pack;
    const row = rows[at]!;
    const mild = isMild(row);
    const alone = { node: row.when, allow: matching(row) };
    if (this.solver.solve([alone], { noFlags: false, known: false, asked: false }, budget).kind === 'none')
      return { why: 'its condition never holds', rows: [] };
    const open = { mild, asked: false };
    if (this.solve([alone], { asked: false }).kind === 'none')
      return { why: 'every answer it is for is a red flag, which decides before the table', rows: [] };
    if (this.solve([alone, ...this.inScope(mild)], open).kind === 'none')
      return { why: 'whom it is for is out of scope, or a mild outcome they cannot have', rows: [] };
    const taker = rows
      .slice(0, at)
      .find(
        (above) =>
          this.solve([alone, { node: above.when, allow: anything & ~matching(above) }], open).kind === 'none',
      );
    if (taker) return { why: `row ${taker.row.id} above takes all that it is for`, rows: [taker.row.id] };
    return { why: 'the rows above take all that it is for, together', rows: [] };
  }

  /** More urgent rows below that would decide if this row were not there. */
  private hidden(at: number): void {
    const { rows } = this.space.pack;
    const row = rows[at]!;
    const below = rows
      .map((item, place) => ({ item, place }))
      .slice(at + 1)
      .filter(
        ({ item }) => item.outcome.urgencyMinutes < row.outcome.urgencyMinutes && item.when.kind !== 'always',
      );
    if (below.length === 0) return;
    for (const { item, place } of below) {
      if (this.isMeant(row, item)) continue;
      // a row between that is as urgent would have taken its place anyway
      const between = rows
        .slice(at + 1, place)
        .filter(({ outcome }) => outcome.urgencyMinutes <= item.outcome.urgencyMinutes)
        .map((other): Wanted => ({ node: other.when, allow: anything & ~matching(other) }));
      const wanted = [...this.decides(at), { node: item.when, allow: matching(item) }, ...between];
      const found = this.solve(wanted, { mild: isMild(row) });
      const pair = `row ${row.row.id} (${row.outcome.id}, ${row.outcome.urgencyMinutes} min) hides row ${item.row.id} (${item.outcome.id}, ${item.outcome.urgencyMinutes} min)`;
      if (found.kind === 'gave-up') this.unproved.push(`whether ${pair}`);
      if (found.kind !== 'found' || decideNow(this.pack, found.answers).row !== row.row.id) continue;
      this.add('problem', {
        code: 'hidden-row',
        at: `table.${at}`,
        rows: [row.row.id, item.row.id],
        message: `${pair}, which is below at table.${place}, and no embedded case says that it is meant`,
        witness: found.answers,
      });
    }
  }

  /** Whether an embedded case ends in `row` where `below` matches too. */
  private isMeant(row: CompiledRow, below: CompiledRow): boolean {
    return this.meant.some((item) => item.row === row.row.id && this.matches(below, item.answers));
  }

  /** The more urgent row that would decide on these answers if row `at` were not there, unless that is meant. */
  hiddenFrom(at: number, answers: Answers): CompiledRow | undefined {
    const { rows } = this.space.pack;
    const row = rows[at]!;
    const situation = new Situation(this.space.pack, answers, true);
    const next = rows.slice(at + 1).find((below) => (situation.bits(below.when) & matching(below)) !== 0);
    if (!next || next.when.kind === 'always') return undefined;
    const isMore = next.outcome.urgencyMinutes < row.outcome.urgencyMinutes;
    return isMore && !this.isMeant(row, next) ? next : undefined;
  }

  private matches(row: CompiledRow, answers: Answers): boolean {
    return (new Situation(this.space.pack, answers, true).bits(row.when) & matching(row)) !== 0;
  }

  /** Signs for which there are more urgent rows, told, and caught by nothing but the last row. */
  private gaps(): void {
    const { rows } = this.space.pack;
    const at = rows.length - 1;
    const last = rows[at]!;
    const meant = this.meant.filter(({ row }) => row === last.row.id);
    for (const { slot, rows: named } of this.signs(last)) {
      if (meant.some(({ answers }) => answers[slot.id] === true)) continue;
      const variable = this.space.variableOf.get(slot)!;
      const yes = variable.options.reduce(
        (bits, { answers }, place) => (answers[slot.id] === true ? bits | (1 << place) : bits),
        0,
      );
      const found = this.solve(this.decides(at), { mild: isMild(last), only: new Map([[variable, yes]]) });
      if (found.kind === 'gave-up') this.unproved.push(`whether ${slot.id} can end in the last row`);
      if (found.kind !== 'found' || decideNow(this.pack, found.answers).row !== last.row.id) continue;
      this.add(isMild(last) ? 'problem' : 'note', {
        code: 'gap',
        at: `table.${at}`,
        rows: [last.row.id, ...named],
        message: `${slot.id} told, and only the last row, ${last.row.id} (${last.outcome.id}), catches it; no embedded case says that it is meant`,
        witness: found.answers,
      });
    }
  }

  /** Yes-no questions whose yes makes a more urgent row true, with these rows. */
  private signs(last: CompiledRow): Array<{ slot: Slot; rows: string[] }> {
    const found = new Map<Slot, string[]>();
    for (const row of this.space.pack.rows) {
      if (row === last || row.outcome.urgencyMinutes >= last.outcome.urgencyMinutes) continue;
      for (const slot of namedAsYes(row.when))
        if (isSign(slot)) found.set(slot, [...(found.get(slot) ?? []), row.row.id]);
    }
    return [...found].map(([slot, rows]) => ({ slot, rows: rows.slice(0, 3) }));
  }
}

const matching = ({ row }: CompiledRow): number => (row.unknown === 'holds' ? Yes | Open : Yes);

export const isMild = ({ outcome }: CompiledRow): boolean => outcome.disposition === 'mild';

/** What somebody is, or has for long, is no sign of what they have now. */
const states = new Set(['pregnancy', 'possible_pregnancy', 'postpartum', 'breastfeeding', 'smoking']);

function isSign({ question }: Slot): boolean {
  if (!question || question.kind === 'surveillance' || question.stable) return false;
  return !states.has(conceptOfQuestion(question) ?? question.id);
}

/** The yes-no questions whose yes speaks for a condition. */
function namedAsYes(node: Node, negated = false, into = new Set<Slot>()): Set<Slot> {
  if (
    node.kind === 'atom' &&
    node.slot.question?.type === 'yes-no' &&
    node.test(!negated) &&
    !node.test(negated)
  )
    into.add(node.slot);
  if (node.kind === 'not') namedAsYes(node.member, !negated, into);
  if (node.kind === 'count') for (const member of node.members) namedAsYes(member, negated, into);
  return into;
}
