/** The real Apps-Engine on an omnichannel with a bot and one department, and nothing installed. */
import { randomUUID } from 'crypto';
import { AppStore } from '../../workspace/engine/app-store';
import { startEngine } from '../../workspace/engine/engine';
import type { Engine } from '../../workspace/engine/engine-types';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';

export interface BareEngine {
  engine: Engine;
  omnichannel: Omnichannel;
  store: AppStore;
  /** How often records were written or removed so far. */
  changes: () => number;
  /** What engine and apps said so far. */
  lines: readonly string[];
}

/** @param stateDir may hold Deno's cache from before */
export async function startBareEngine(stateDir: string): Promise<BareEngine> {
  const omnichannel = new Omnichannel({ clock: () => new Date(), id: randomUUID });
  omnichannel.addUser({ username: 'triage.bot', name: 'Triage', roles: ['bot', 'livechat-agent'] });
  omnichannel.addDepartment({ name: 'General' });
  let changes = 0;
  const store = new AppStore({ id: randomUUID, random: Math.random, changed: () => void (changes += 1) });
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const siteUrl = 'http://127.0.0.1:3000';
  const engine = await startEngine({ omnichannel, store, siteUrl, stateDir, log });
  return { engine, omnichannel, store, changes: () => changes, lines };
}
