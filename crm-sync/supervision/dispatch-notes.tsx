/** What stands in the way of the urgent going first, where something does. */
import type { DispatchState } from '../dispatch/dispatch-state';
import { Notice } from '../web/components';
import type { Speech, TextKey } from '../web/speech';

/** Conversations still reach agents; the most urgent not by themselves first. */
export function DispatchNotes({ speech, states }: { speech: Speech; states: readonly DispatchState[] }) {
  const shown = states.flatMap((state) => {
    const key = noteOf(state);
    return key ? [{ key, workspace: state.workspace }] : [];
  });
  return (
    <>
      {shown.map(({ key, workspace }) => (
        <Notice kind="info">{speech.t(key, { workspace })}</Notice>
      ))}
    </>
  );
}

function noteOf({ dispatcher, priorities }: DispatchState): TextKey | undefined {
  if (dispatcher?.is === 'assigns') return 'dispatchAssigns';
  if (dispatcher?.is === 'failing') return 'dispatchFailing';
  // ours goes by urgency without them
  if (dispatcher) return undefined;
  if (priorities?.is === 'premium') return 'dispatchPremium';
  return priorities && priorities.is !== 'working' ? 'dispatchRefused' : undefined;
}
