import { generateKeyPairSync } from 'crypto';
import { rmSync } from 'fs';

import { prepareDeno } from '../deno/prepare-deno';
import type { Omnichannel } from '../omnichannel/omnichannel';
import type { AppStore } from './app-store';
import { createBridges } from './bridges/bridges';
import { createConverters } from './convert';
import { Dispatch } from './dispatch';
import type { Engine, EndpointAnswer, InstalledApp, Surface } from './engine-types';
import { hookOf } from './hooks';
import { startHost, type Host } from './host';
import { livechatInteractionData, userInteractionData } from './interactions';
import { Scheduler, type Job } from './scheduler';

export interface EngineOptions {
  omnichannel: Omnichannel;
  store: AppStore;
  /** How many app hosts share the omnichannel and the store, as several Rocket.Chat processes would. Default 1. */
  instances?: number;
  siteUrl: string;
  /** Holds this run's files and Deno's cache. */
  stateDir: string;
  log: (line: string) => void;
}

type Installed = InstalledApp & { errors: string[]; item?: unknown };

/** Starts the real Apps-Engine on the omnichannel; see Engine for what it offers. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { omnichannel, store, siteUrl, log } = options;
  const deno = prepareDeno(options.stateDir);
  const convert = createConverters(omnichannel);
  const listeners = new Set<(surface: Surface) => void>();
  const edge = { clock: () => new Date(), id: () => crypto.randomUUID() };
  const scheduler = new Scheduler(edge, (job) => runJob(job));
  const bridges = createBridges({
    omnichannel,
    store,
    scheduler,
    convert,
    siteUrl,
    show: (surface) => listeners.forEach((listener) => listener(surface)),
  });
  const serve = (method: string, args: unknown[]): unknown => {
    if (method === 'log') return log(String(args[0]));
    const [bridge, name, given] = args as [string, string, unknown[]];
    return bridges(bridge, name, given);
  };
  const hosts: Host[] = [];
  const dispatch = new Dispatch(hosts);
  const appsNow = new Map<string, InstalledApp>();
  const settingsNow = new Map<string, ReturnType<Engine['settingsOf']>>();

  async function runJob(job: Job): Promise<void> {
    const running = dispatch.pick().call('runJob', job.name, { ...job.data, jobId: job.id });
    await dispatch.track(running).catch((error: Error) => log(`job ${job.name}: ${error.message}`));
  }

  async function refresh(): Promise<void> {
    const first = firstHost();
    for (const app of await first.call<InstalledApp[]>('apps')) {
      appsNow.set(app.id, app);
      settingsNow.set(app.id, await first.call('settingsOf', app.id));
    }
  }

  const firstHost = (): Host => {
    const [first] = hosts;
    if (first === undefined) throw new Error('the engine has stopped');
    return first;
  };
  const onEvery = (method: string, ...args: unknown[]) =>
    Promise.all(hosts.map((host) => host.call(method, ...args)));
  const installer = {
    id: 'workspace',
    username: 'workspace',
    name: 'Workspace',
    type: 'user',
    roles: ['admin'],
  };

  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const start = { tempDir: deno.tempDir, keys: { privateKey, publicKey } };
  let unlisten = (): void => undefined;

  const stop = async (): Promise<void> => {
    unlisten();
    scheduler.stop();
    await Promise.all(hosts.splice(0).map((host) => host.stop()));
    rmSync(deno.runDir, { recursive: true, force: true });
  };

  try {
    for (let instance = 0; instance < (options.instances ?? 1); instance++) {
      hosts.push(await startHost({ env: deno.env, start, serve, log }));
    }
  } catch (error) {
    await stop();
    throw error;
  }

  unlisten = omnichannel.on((happening) => {
    if (appsNow.size === 0) return;
    const hook = hookOf(happening, convert);
    if (hook === undefined) return;
    // Rocket.Chat does not wait for apps either; what goes wrong in one is its own loss.
    const fired = dispatch.pick().call('event', hook.name, hook.data);
    dispatch.track(fired).catch((error: Error) => log(`hook ${hook.name}: ${error.message}`));
  });

  return {
    install: async (zip, settings = {}) => {
      const [first, ...others] = hosts;
      if (first === undefined) throw new Error('the engine has stopped');
      const { item, ...installed } = await first.call<Installed>('install', zip, settings, installer);
      if (item !== undefined) for (const other of others) await other.call('adopt', item, zip);
      await refresh();
      return installed;
    },
    apps: () => [...appsNow.values()],
    settingsOf: (appId) => {
      const settings = settingsNow.get(appId);
      if (settings === undefined) throw new Error(`app ${appId} is not installed`);
      return settings;
    },
    updateSetting: async (appId, id, value) => {
      await onEvery('updateSetting', appId, id, value);
      await refresh();
    },
    setEnabled: async (appId, enabled) => {
      await onEvery('setEnabled', appId, enabled);
      await refresh();
    },
    livechatInteraction: (given) => {
      const data = livechatInteractionData(given, omnichannel, convert);
      return dispatch.track(dispatch.pick().call('event', 'IUIKitLivechatInteractionHandler', data));
    },
    userInteraction: (given) => {
      const data = userInteractionData(given, omnichannel, convert);
      return dispatch.track(dispatch.pick().call('event', 'IUIKitInteractionHandler', data));
    },
    actionButtons: () => firstHost().call('actionButtons'),
    languages: () => firstHost().call('languages'),
    slashCommand: async ({ command, params, userId, rid, triggerId }) => {
      const context = { user: convert.user(userId), room: convert.room(rid), params, triggerId };
      await dispatch.track(dispatch.pick().call('slashCommand', command, context));
    },
    callEndpoint: (appId, path, request) =>
      dispatch.track(
        dispatch.pick().call<EndpointAnswer>('endpoint', appId, path, {
          ...request,
          method: request.method.toLowerCase(),
          params: {},
        }),
      ),
    surfaces: {
      on: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    runtimePids: async () => ((await onEvery('runtimePids')) as number[][]).flat(),
    dispatchTo: (instance) => dispatch.pin(instance),
    idle: () => dispatch.idle(),
    runJobsNow: (processorId) => scheduler.runNow(processorId),
    stop,
  };
}
