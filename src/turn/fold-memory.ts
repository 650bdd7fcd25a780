/**
 * What one process remembers of the conversations it folded last: each message, the bot's own too, asks for the fold of
 * all inputs before it, which differ from those of the last time by one or two. Losing it costs one fold.
 */
import { compareInputs, type Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import type { State } from '../dialog/state';
import { foldOne } from '../dialog/step';

/** Conversations remembered; others are folded from their beginning. */
const conversationsAtMost = 500;
/** Inputs that come late belong near the end: states further back are folded again. */
const statesAtMost = 8;

interface Folded {
  knowledge: Knowledge;
  /** In their order, whole: the same id with other words is another input. */
  inputs: string[];
  /** After the last inputs, by how many inputs were folded. */
  states: Map<number, State | undefined>;
}

export class FoldMemory {
  /** By conversation; those used last come last. */
  private readonly folded = new Map<string, Folded>();

  /** As `fold`, of inputs of one conversation. */
  public fold(conversation: string, inputs: readonly Input[], knowledge: Knowledge): State | undefined {
    const ordered = inOrder(inputs);
    const texts = ordered.map((input) => JSON.stringify(input));
    const before = this.folded.get(conversation);
    const known = before?.knowledge === knowledge ? before : undefined;
    let from = known ? sameBeginning(known.inputs, texts) : 0;
    while (from > 0 && !known?.states.has(from)) from -= 1;
    let state = known?.states.get(from);
    const states = new Map([...(known?.states ?? [])].filter(([count]) => count <= from));
    for (let at = from; at < ordered.length; at += 1) {
      state = foldOne(state, ordered[at] as Input, knowledge);
      states.set(at + 1, state);
    }
    this.keep(conversation, { knowledge, inputs: texts, states });
    return state;
  }

  /** Remembers the state that `step` gave for this input, after those that were folded last. */
  public add(conversation: string, input: Input, state: State | undefined): void {
    const folded = this.folded.get(conversation);
    if (!folded) return;
    folded.inputs.push(JSON.stringify(input));
    folded.states.set(folded.inputs.length, state);
    this.keep(conversation, folded);
  }

  private keep(conversation: string, folded: Folded): void {
    for (const count of folded.states.keys()) {
      if (folded.states.size <= statesAtMost) break;
      folded.states.delete(count);
    }
    this.folded.delete(conversation);
    this.folded.set(conversation, folded);
    for (const oldest of this.folded.keys()) {
      if (this.folded.size <= conversationsAtMost) break;
      this.folded.delete(oldest);
    }
  }
}

/** Inputs told twice count once. */
function inOrder(inputs: readonly Input[]): Input[] {
  const seen = new Set<string>();
  return [...inputs].sort(compareInputs).filter(({ id }) => !seen.has(id) && seen.add(id));
}

function sameBeginning(some: readonly string[], others: readonly string[]): number {
  let count = 0;
  while (count < some.length && count < others.length && some[count] === others[count]) count += 1;
  return count;
}
