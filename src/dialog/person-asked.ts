/** One professional, asked for by extension or name, or who had the patient before. Red flags were looked for before. */
import type { PersonAsked } from '../routing/professionals';
import { type Draft, sayKey } from './draft';
import { isUrgent } from './emergency-words';
import { askForHuman, handOver } from './hand-over';
import type { InputOf } from './input';

export function askForPerson(draft: Draft, asked: PersonAsked): void {
  // in an emergency whoever is there comes, and is being called
  if (draft.state.phase === 'waiting' && isUrgent(draft.state.reason)) return askForHuman(draft, 'asked');
  draft.effects.push({ kind: 'find-person', asked });
}

export function onPersonFound(draft: Draft, { person }: InputOf<'person-found'>): void {
  const { state } = draft;
  if (state.phase === 'served' || state.phase === 'closed') return;
  if (state.phase === 'waiting' && isUrgent(state.reason)) return;
  if (!person) {
    sayKey(draft, 'person_unknown');
    return state.phase === 'waiting' ? undefined : handOver(draft, 'asked');
  }
  draft.state = { ...state, wanted: person };
  sayKey(draft, 'person_looking', { person: person.name });
  handOver(draft, state.phase === 'waiting' ? state.reason : 'asked');
}

/** Who comes back soon goes to the same person, where that person is there. */
export function noteServed(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'served' || state.agent.kind === 'bot') return;
  draft.effects.push({ kind: 'note-served', visitor: state.visitor.id, agent: state.agent });
}
