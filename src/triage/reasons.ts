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
  const found: Slot[] = [...more];
  for (const node of nodes) collect(situation, node, found);
  const reasons: Told[] = [];
  for (const slot of found) addTold(situation, slot, reasons);
  if (reasons.length > 1) reasons.sort((a, b) => a.place - b.place);
  const texts: string[] = [];
  for (const { text } of reasons) if (texts.at(-1) !== text) texts.push(text);
  return texts;
}

/** Ids of these slots, each once: questions in pack order, then the others. */
export function inPackOrder({ questions }: CompiledPack, slots: Iterable<Slot>): string[] {
  const wanted = new Set(slots);
  const first = questions.filter((slot) => wanted.has(slot));
  return [...new Set([...first, ...wanted])].map(({ id }) => id);
}

function addSlot(slot: Slot, into: Slot[]): void {
  if (!into.includes(slot)) into.push(slot);
}

function collect(situation: Situation, node: Node, into: Slot[]): void {
  switch (node.kind) {
    case 'always':
      return;
    case 'atom':
      return addSlot(node.slot, into);
    case 'change':
      addSlot(node.slot, into);
      return addSlot(node.before, into);
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

function addTold(situation: Situation, slot: Slot, into: Told[]): void {
  const { answers, pack } = situation;
  if (answers[slot.id] !== undefined) {
    into.push(told(pack, slot, answers[slot.id]));
    return;
  }
  const { days, months, years } = pack.ages;
  if (slot === days || slot === months || slot === years)
    return addGiven(situation, [days, months, years], into);
  if (slot.formula?.formula === 'bmi') {
    const computed = situation.values[slot.at];
    if (typeof computed === 'number') into.push(told(pack, slot, computed));
    else {
      const inputs = [slot.formula.weightKg, slot.formula.heightCm];
      addGiven(
        situation,
        inputs.flatMap((id) => pack.slotOf.get(id) ?? []),
        into,
      );
    }
    return;
  }
  // a question that does not apply: what says so
  if (!slot.when || ![No, Yes].includes(situation.bits(slot.when))) return;
  const before: Slot[] = [];
  collect(situation, slot.when, before);
  for (const item of before) if (item !== slot) addTold(situation, item, into);
}

function addGiven({ answers, pack }: Situation, slots: readonly Slot[], into: Told[]): void {
  for (const slot of slots) if (answers[slot.id] !== undefined) into.push(told(pack, slot, answers[slot.id]));
}

function told({ questions }: CompiledPack, slot: Slot, value: unknown): Told {
  const shown = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  // questions were given the first places, in their order
  return {
    text: `${slot.id}=${shown}`,
    place: slot.at < questions.length ? slot.at : questions.length + slot.at,
  };
}
