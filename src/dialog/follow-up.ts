/** The questions of a follow-up, asked of a patient under monitoring when the CRM says that it is time. */
import type { Command } from '../../contract/command';
import type { Answers } from '../triage/pack';
import { isAdmitted } from './admission';
import { type Draft, sayKey } from './draft';
import { askAgain, startTriage } from './interview';
import type { Knowledge } from './knowledge';
import type { Shared, State } from './state';

export type FollowUpCommand = Extract<Command, { kind: 'follow-up' }>;

/** `busy`: another interview is under way. `not-admitted`: the pack is missing, or a draft that no setting admits. */
export type FollowUpRefusal = 'closed' | 'in-service' | 'busy' | 'not-admitted';

/** Why the bot cannot ask now; undefined when it can. */
export function followUpRefusal(
  state: State,
  { packs }: Pick<Knowledge, 'packs'>,
  { pack: id, answers }: Pick<FollowUpCommand, 'pack'> & { answers?: Answers },
): FollowUpRefusal | undefined {
  if (state.phase === 'closed') return 'closed';
  if (state.phase === 'served' || state.phase === 'waiting') return 'in-service';
  // who took their consent back is asked by people only
  if (state.consent === 'refused' || state.consent === 'withdrawn') return 'not-admitted';
  const interviewed = state.phase === 'asking' || state.phase === 'confirming';
  const isOther = answers?.['monitored_disease'] !== state.answers['monitored_disease'];
  if (interviewed && (state.ledBy !== id || (answers && isOther))) return 'busy';
  const pack = Object.hasOwn(packs, id) ? packs[id] : undefined;
  const admitted = pack?.use === 'follow-up' && isAdmitted(pack, state.setup.admitDrafts ?? false);
  return admitted ? undefined : 'not-admitted';
}

/** An interview of its own; what stays true is among the answers. */
export function begun(pack: string, answers: Answers): Partial<Shared> {
  const none = { asked: [], misunderstood: 0, decided: undefined, offered: false };
  return { ...none, ledBy: pack, answers, recordAsked: true };
}

/** Asks, with what the CRM knows; who was asked and has not answered is asked the same again. */
export function onFollowUp(draft: Draft, command: FollowUpCommand): void {
  const { state } = draft;
  if (followUpRefusal(state, draft.knowledge, command)) return;
  if (state.phase === 'asking') {
    sayKey(draft, 'follow_up_again');
    return askAgain(draft);
  }
  draft.state = { ...state, ...begun(command.pack, { ...command.answers }) };
  sayKey(draft, 'follow_up_hello');
  startTriage(draft, '');
}
