/** A photo, a sound or a file that no person has looked at yet: what the bot cannot read may be urgent. Pure. */
import type { EventData } from '../../contract/event';
import type { EncounterDocument } from '../store/documents';

type Recorded = Pick<EventData<'acolhe.message.recorded.v1'>, 'from' | 'via'>;

/** Kept is the time of the oldest; whoever answers as a person has seen what came before. Changes `encounter`. */
export function noteFile(
  encounter: Pick<EncounterDocument, 'unseenFileAt' | 'state'>,
  { from, via }: Recorded,
  at: Date,
): void {
  if (from === 'agent') delete encounter.unseenFileAt;
  else if (from === 'patient' && via === 'file' && encounter.state !== 'closed')
    encounter.unseenFileAt ??= at;
}
