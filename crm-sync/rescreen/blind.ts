/**
 * From whom the bot's decision is hidden: attendants and clinicians decide first, and see it beside their own then. What is hidden is the
 * decision alone; red flags, answers and the queue's order stay, so that nobody in danger waits for it (ADR 27). Pure.
 */
import type { Role } from '../access/permissions';
import type { EncounterDocument } from '../store/documents';

export interface Viewer {
  role: Role;
  staffId: string;
}

/** Managers supervise, and see everything at any time. */
const decidesFirst: readonly Role[] = ['attendant', 'clinician'];

type Open = Pick<EncounterDocument, 'state' | 'erased'>;

/** Is a second screening by this person, their first, made without sight of the bot's decision? Others see it all the time. */
export function screensBlind({ role }: Pick<Viewer, 'role'>, { state, erased }: Open): boolean {
  return decidesFirst.includes(role) && state !== 'closed' && erased !== true;
}

export type Hideable = Open & Pick<EncounterDocument, 'disposition' | 'screenedBy'>;

/** Is there a decision of the bot that this person is to decide about first? */
export function isHidden(viewer: Viewer, encounter: Hideable): boolean {
  return (
    encounter.disposition !== undefined &&
    screensBlind(viewer, encounter) &&
    encounter.screenedBy?.includes(viewer.staffId) !== true
  );
}
