import { randomBytes } from 'crypto';
import { mkdir, readFile } from 'fs/promises';

import type { WorkspaceConfig } from './config';
import { addDemoData } from './demo-data';
import type { AppStore } from './engine/app-store';
import { startEngine } from './engine/engine';
import type { Engine } from './engine/engine-types';
import type { HttpContext } from './http/context';
import type { Faults } from './http/faults';
import { serveDdp } from './http/ddp';
import { listen } from './http/listen';
import { buildServer } from './http/server';
import { Sessions } from './http/sessions';
import { Typing } from './http/typing';
import { startWebhook } from './http/webhook';
import { setWebhook, webhookBySettings } from './http/webhook-settings';
import { openRecords } from './kept-records';
import type { Omnichannel } from './omnichannel/omnichannel';

export interface Workspace {
  /** Without a slash at its end. */
  url: string;
  omnichannel: Omnichannel;
  engine: Engine;
  /** What apps keep. */
  store: AppStore;
  /** How its REST API misbehaves: for tests. */
  faults: Faults;
  /** Leaves no process, timer or socket behind. */
  stop(): Promise<void>;
}

/** Rocket.Chat's own alphabet of ids, without characters that look alike. */
const idAlphabet = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';
const newId = (): string => [...randomBytes(17)].map((byte) => idAlphabet[byte % idAlphabet.length]).join('');

/** Starts a whole workspace: omnichannel, engine with the app, HTTP, DDP, webhook. Rejects when the port is taken, leaving nothing running. */
export async function startWorkspace(config: WorkspaceConfig): Promise<Workspace> {
  const { log, stateDir, instances = 1 } = config;
  const clock = (): Date => new Date();
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const early = await listen(config.host, config.port);
    stops.push(early.close);
    await mkdir(stateDir, { recursive: true });
    const isKept = config.keepState === true;
    const records = await openRecords({ stateDir, isKept, clock, id: newId, log });
    // first in, last out: what the app does while it is stopped is written too
    stops.push(records.stop);
    const { omnichannel, store } = records;
    if (config.demo) addDemoData(omnichannel);
    const engine = await startEngine({ omnichannel, store, instances, siteUrl: early.url, stateDir, log });
    stops.push(() => engine.stop());
    if (config.webhook) setWebhook(omnichannel, config.webhook);
    const webhook = startWebhook(omnichannel, Object.assign(webhookBySettings(omnichannel), { log }));
    stops.push(() => webhook.stop());
    if (config.appZip !== undefined) await installApp(engine, config.appZip, config);

    const sessions = new Sessions({ clock, token: () => randomBytes(32).toString('base64url') });
    if (config.sync) addSyncUser(omnichannel, sessions, config.sync);
    const faults: Faults = {};
    const context: HttpContext = {
      faults,
      plan: config.plan ?? 'starter',
      omnichannel,
      engine,
      sessions,
      typing: new Typing(),
      clock,
      id: newId,
      log,
    };
    const app = await buildServer(context);
    stops.push(() => app.close());
    await app.ready();
    stops.push(serveDdp(early.server, context));
    early.serve(app.routing);
    return { url: early.url, omnichannel, engine, store, faults, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Rocket.Chat lets managers of the omnichannel read all of its rooms, and nobody less. */
function addSyncUser(
  omnichannel: Omnichannel,
  sessions: Sessions,
  { userId, token }: NonNullable<WorkspaceConfig['sync']>,
): void {
  if (!omnichannel.users.has(userId)) {
    const roles = ['user', 'livechat-manager'];
    omnichannel.addUser({ _id: userId, username: userId, name: 'CRM', roles });
  }
  sessions.accept(userId, token);
}

async function installApp(engine: Engine, zip: string, { appSettings, log }: WorkspaceConfig): Promise<void> {
  const installed = await engine.install(await readFile(zip), appSettings);
  if (installed.errors.length > 0)
    throw new Error(`app ${installed.name} ${installed.version}: ${installed.errors.join('; ')}`);
  log(`app ${installed.name} ${installed.version}: ${installed.status}`);
}
