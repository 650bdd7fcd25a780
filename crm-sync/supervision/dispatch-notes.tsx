/** What stands in the way of the urgent going first, where something does. */
import type { DispatchState } from '../dispatch/dispatch-state';
import { Notice } from '../web/components';
import type { Speech, TextKey } from '../web/speech';

/** Conversations still reach agents; the most urgent not by themselves first. */
export function DispatchNotes({ speech, states }: { speech: Speech; states: readonly DispatchState[] }) {
  const shown = states.flatMap((state) => {
    const note = noteOf(state);
    return note ? [{ ...note, workspace: state.workspace }] : [];
  });
  return (
    <>
      {shown.map(({ key, workspace, since, idle }) => (
        <Notice key={`${workspace} ${key}`} kind={idle ? 'error' : 'info'}>
          {speech.t(key, { workspace })}{' '}
          <span class="small">{speech.t('dispatchSince', { time: speech.recent(since) })}</span>
        </Notice>
      ))}
    </>
  );
}

interface Note {
  key: TextKey;
  since: Date;
  /** Our dispatcher is meant to be at it, and is not. */
  idle?: true;
}

function noteOf({ dispatcher, priorities }: DispatchState): Note | undefined {
  if (dispatcher) {
    const { is, since } = dispatcher;
    // ours goes by urgency without priorities
    if (is === 'working') return undefined;
    return { key: is === 'assigns' ? 'dispatchAssigns' : 'dispatchFailing', since, idle: true };
  }
  if (!priorities || priorities.is === 'working') return undefined;
  const { is, since } = priorities;
  return { key: is === 'premium' ? 'dispatchPremium' : 'dispatchRefused', since };
}
