/** The answers by which conditions are true or false, as `question=value`. */
import type { CompiledPack, Node, Slot } from './compile';
import { No, Open, Yes, type Situation } from './situation';

/**
 * Of settled conditions, the answers that settle them, in pack order: of a group that holds the members that hold, of one
 * that fails those that fail. What holds only because its unknown counts so names that unknown.
 * @param more slots whose answers count as well
 */
export function answersBehind(
  situation: Situation,
  nodes: readonly Node[],
  more: readonly Slot[] = [],
): string[] {
  const found = new Set<Slot>(more);
  for (const node of nodes) collect(situation, node, found);
  const texts = new Map<string, number>();
  for (const slot of found) {
    for (const told of toldBehind(situation, slot)) texts.set(told.text, told.place);
  }
  return [...texts].sort((a, b) => a[1] - b[1]).map(([text]) => text);
}

/** Ids of these slots, each once: questions in pack order, then the others. */
export function inPackOrder({ questions }: CompiledPack, slots: Iterable<Slot>): string[] {
  const wanted = new Set(slots);
  const first = questions.filter((slot) => wanted.has(slot));
  return [...new Set([...first, ...wanted])].map(({ id }) => id);
}

function collect(situation: Situation, node: Node, into: Set<Slot>): void {
  switch (node.kind) {
    case 'always':
      return;
    case 'atom':
      into.add(node.slot);
      return;
    case 'change':
      into.add(node.slot).add(node.before);
      return;
    case 'not':
      return collect(situation, node.member, into);
    case 'count': {
      const bits = situation.bits(node);
      for (const member of node.members) {
        const its = situation.bits(member);
        if (its === bits || (bits === Open && its === Yes)) collect(situation, member, into);
      }
    }
  }
}

interface Told {
  text: string;
  place: number;
}

function toldBehind(situation: Situation, slot: Slot): Told[] {
  const { answers, pack } = situation;
  if (answers[slot.id] !== undefined) return [told(pack, slot, answers[slot.id])];
  const { days, months, years } = pack.ages;
  if (slot === days || slot === months || slot === years) {
    const given = [days, months, years].filter((item) => answers[item.id] !== undefined);
    return given.map((item) => told(pack, item, answers[item.id]));
  }
  if (slot.formula?.formula === 'bmi') {
    const computed = situation.values[slot.at];
    if (typeof computed === 'number') return [told(pack, slot, Math.round(computed * 100) / 100)];
    const inputs = [slot.formula.weightKg, slot.formula.heightCm].flatMap((id) => pack.slotOf.get(id) ?? []);
    return inputs
      .filter(({ id }) => answers[id] !== undefined)
      .map((item) => told(pack, item, answers[item.id]));
  }
  // a question that does not apply: what says so
  if (!slot.when || ![No, Yes].includes(situation.bits(slot.when))) return [];
  const before = new Set<Slot>();
  collect(situation, slot.when, before);
  before.delete(slot);
  return [...before].flatMap((item) => toldBehind(situation, item));
}

function told({ questions }: CompiledPack, slot: Slot, value: unknown): Told {
  const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  // questions were given the first places, in their order
  return {
    text: `${slot.id}=${shown}`,
    place: slot.at < questions.length ? slot.at : questions.length + slot.at,
  };
}
