import { join } from 'path';

import { AppStore } from './engine/app-store';
import { Omnichannel } from './omnichannel/omnichannel';
import { keepState, readState, type StateKeeper } from './state-file';

export interface RecordsOptions {
  /** Where `state.json` is. */
  stateDir: string;
  /** False: records live and die with the process. */
  isKept: boolean;
  clock: () => Date;
  id: () => string;
  log: (line: string) => void;
}

/** The omnichannel and the app's store, as the last run left them; `stop` writes what is unwritten. */
export async function openRecords(
  options: RecordsOptions,
): Promise<{ omnichannel: Omnichannel; store: AppStore; stop: () => Promise<void> }> {
  const { isKept, clock, id, log } = options;
  const file = join(options.stateDir, 'state.json');
  const kept = isKept ? await readState(file, { now: clock, log }) : undefined;
  let keeper: StateKeeper | undefined;
  const changed = (): void => keeper?.changed();
  const omnichannel = new Omnichannel({ clock, id, changed }, kept?.omnichannel);
  const store = new AppStore({ id, random: Math.random, changed }, kept?.appRecords);
  // both at one moment, so that the app's memory never knows more or less of a room than the room itself
  const take = () => ({ omnichannel: omnichannel.snapshot(), appRecords: store.snapshot() });
  if (isKept) keeper = keepState({ file, take, log });
  return { omnichannel, store, stop: async () => keeper?.stop() };
}
