/** Somebody moved the room: to the bot, or to another department, which the patient hears while they wait in a queue. */
import { sayQueued } from './climb';
import type { Draft } from './draft';
import { onGivenToBot } from './hand-over';
import type { InputOf } from './input';

export function onMoved(draft: Draft, input: InputOf<'transferred'>): void {
  const { state } = draft;
  const { department } = input.to;
  if (!department) return onGivenToBot(draft, input);
  const before = state.department;
  // the bot's own transfers are known by what they were answered with
  const isKnown =
    before && [before.id, before.name].some((one) => one === department.name || one === department.id);
  if (state.phase === 'closed' || isKnown) return;
  draft.state = { ...state, department };
  if (state.phase === 'waiting' && state.queued && before) sayQueued(draft, !state.nobody, department.name);
}
