/** May this conversation be triaged? A draft is for demonstration only, and the operator may switch triage off. */
import type { Pack } from '../triage/pack';
import { packOf } from './current-pack';
import type { Draft } from './draft';

export type NoTriage = 'off' | 'draft' | 'fault';

/** What stands against triage now; undefined when nothing does. */
export function barToTriage(draft: Draft): NoTriage | undefined {
  if (isTriageOff(draft)) return 'off';
  const pack = packOf(draft);
  // a service whose pack is missing still has people
  if (!pack) return 'fault';
  return isAdmitted(pack, draft.state.setup.admitDrafts ?? false) ? undefined : 'draft';
}

export function isTriageOff({ input }: Pick<Draft, 'input'>): boolean {
  return (input.kind === 'patient-message' || input.kind === 'button') && input.triageOff === true;
}

/** Drafts and examples only where the setting says so; what was retired or is filled in by staff, never. */
export function isAdmitted(pack: Pick<Pack, 'status' | 'demonstration' | 'use'>, drafts: boolean): boolean {
  if (pack.status === 'retired' || pack.use === 'staff') return false;
  return drafts || (pack.status !== 'draft' && !pack.demonstration);
}
