/**
 * One instance of Rocket.Chat's app host: the real AppManager in a process of its own, because it is a singleton and
 * because it checks permissions only when NODE_ENV is not "test". Started by engine.ts; everything else is messages.
 */
import AdmZip from 'adm-zip';
import type { ChildProcess } from 'child_process';

import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';

import { childBridges, type Processors } from './child-bridges';
import { MemoryMetadata, MemorySources, ToldLogs } from './child-storage';
import { createWire, type WireMessage } from './wire';

const processors: Processors = new Map();
const metadata = new MemoryMetadata();
const sources = new MemorySources();
let manager: AppManager;

const wire = createWire(
  (message) => process.connected && process.send?.(message, undefined, undefined, () => undefined),
  (method, args) => {
    const served = methods[method];
    if (served === undefined) throw new Error(`host process has no method ${method}`);
    return served(...(args as never[]));
  },
);
process.on('message', (message) => wire.receive(message as WireMessage));
process.on('disconnect', () => void stop());
// Writing to a runtime that has just died fails outside any call; that event is lost, the host goes on.
process.on('uncaughtException', (error) => void tell(`host: ${error.message}`));
process.on(
  'unhandledRejection',
  (reason) => void tell(`host: ${reason instanceof Error ? reason.message : String(reason)}`),
);

const tell = (line: string): Promise<unknown> => wire.call('log', line).catch(() => undefined);

const methods: Record<string, (...args: never[]) => unknown> = {
  start: async (given: { tempDir: string; keys: { privateKey: string; publicKey: string } }) => {
    manager = new AppManager({
      metadataStorage: metadata,
      logStorage: new ToldLogs((line) => void tell(line)),
      sourceStorage: sources,
      bridges: childBridges(
        (bridge, method, args) => wire.call('bridge', bridge, method, args),
        processors,
        given.keys,
      ),
      tempFilePath: given.tempDir,
    });
    await manager.load();
  },
  install,
  adopt,
  apps: async () =>
    Promise.all(
      (await manager.get()).map(async (app) => ({
        id: app.getID(),
        name: app.getName(),
        version: app.getVersion(),
        status: await app.getStatus(),
      })),
    ),
  settingsOf: (appId: string) => installed(appId).getStorageItem().settings,
  updateSetting: async (appId: string, id: string, value: unknown) => {
    const setting = installed(appId).getStorageItem().settings[id];
    if (setting === undefined) throw new Error(`app has no setting ${id}`);
    await manager.getSettingsManager().updateAppSetting(appId, { ...setting, value });
  },
  setEnabled: async (appId: string, enabled: boolean) => {
    const status = enabled ? 'manually_enabled' : 'manually_disabled';
    await manager.changeStatus(appId, status as IAppStorageItem['status']);
  },
  event: (name: AppInterface, data: unknown) => unlessRuntimeDies(fire(name, data)),
  slashCommand: async (
    command: string,
    context: { user: never; room: never; params: string[]; triggerId: string },
  ) => {
    const { user, room, params, triggerId } = context;
    const given = new SlashCommandContext(user, room, params, undefined as never, triggerId);
    await unlessRuntimeDies(manager.getCommandManager().executeCommand(command, given));
  },
  endpoint: (appId: string, path: string, request: never) =>
    manager.getApiManager().executeApi(appId, path, request),
  actionButtons: () => manager.getUIActionButtonManager().getAllActionButtons(),
  languages: async () =>
    (await manager.get()).map((app) => ({
      id: app.getID(),
      languages: app.getStorageItem().languageContent,
    })),
  runJob: async (processorId: string, data: object) => {
    const found = processors.get(processorId);
    if (found === undefined) throw new Error(`no processor ${processorId}`);
    await unlessRuntimeDies(
      found.processor(data, undefined as never, undefined as never, undefined as never, undefined as never),
    );
  },
  runtimePids: () => runtimes().map((runtime) => runtime.pid),
  stop,
};

function installed(appId: string): ReturnType<AppManager['getOneById']> {
  const app = manager.getOneById(appId);
  if (app === undefined) throw new Error(`app ${appId} is not installed`);
  return app;
}

/** Installs or updates; settings are given before the app is enabled, as an administrator's earlier ones would be. */
async function install(zip: Buffer, settings: Record<string, unknown>, user: never): Promise<unknown> {
  const info = infoOf(zip);
  const permissions = info.permissions ?? [];
  const isUpdate = (await metadata.retrieveOne(info.id)) !== null;
  const outcome = isUpdate
    ? await manager.update(zip, permissions, { loadApp: true, user })
    : await manager.add(zip, { enable: false, permissionsGranted: permissions, user });
  const errors: string[] = [];
  if (outcome.hasStorageError()) errors.push(outcome.getStorageError());
  if (outcome.hasAppUserError()) errors.push(JSON.stringify(outcome.getAppUserError()));
  const app = manager.getOneById(info.id);
  const version = info.version;
  if (app === undefined) return { id: info.id, name: info.name, version, status: 'unknown', errors };
  const item = app.getStorageItem();
  for (const [id, value] of Object.entries(settings)) {
    const setting = item.settings[id];
    if (setting === undefined) errors.push(`app has no setting ${id}`);
    else await metadata.updateSetting(item._id ?? '', Object.assign(setting, { value }));
  }
  const status = await app.getStatus();
  if (!status.endsWith('enabled'))
    await manager.changeStatus(info.id, 'manually_enabled' as IAppStorageItem['status']);
  return {
    id: info.id,
    name: info.name,
    version,
    status: await app.getStatus(),
    errors,
    item: app.getStorageItem(),
  };
}

/**
 * What Rocket.Chat's page for installing apps reads from a package before it asks for consent; the engine reads the rest.
 * @throws Error where there is no app.json in it
 */
function infoOf(zip: Buffer): IAppStorageItem['info'] {
  const text = new AdmZip(zip).readAsText('app.json');
  if (text === '') throw new Error('Invalid App package. No "app.json" file.');
  return JSON.parse(text) as IAppStorageItem['info'];
}

/** Takes over an app that another instance has installed or updated: its item and package, no install event. */
async function adopt(stored: IAppStorageItem, zip: Buffer): Promise<void> {
  const isUpdate = (await metadata.retrieveOne(stored.id)) !== null;
  await metadata.create(stored);
  await sources.store(stored, zip);
  if (isUpdate) await manager.updateAndStartupLocal(stored, zip);
  else await manager.addLocal(stored.id);
}

/** `executeListener` starts these two and does not wait for them; asking for them by name does. */
const unawaited: Partial<Record<AppInterface, string>> = {
  [AppInterface.IPostMessageSent]: 'executePostMessageSent',
  [AppInterface.IPostSystemMessageSent]: 'executePostSystemMessageSent',
};

async function fire(name: AppInterface, data: unknown): Promise<unknown> {
  const listeners = manager.getListenerManager();
  const method = unawaited[name];
  if (method === undefined) return listeners.executeListener(name as never, data as never);
  return (listeners as unknown as Record<string, (data: unknown) => Promise<unknown>>)[method]?.(data);
}

function runtimes(): ChildProcess[] {
  const apps = [
    ...(manager as unknown as { apps: Map<string, { getRuntimeController(): unknown }> }).apps.values(),
  ];
  return apps
    .map((app) => (app.getRuntimeController() as { deno?: ChildProcess }).deno)
    .filter(
      (runtime) => runtime?.pid !== undefined && runtime.exitCode === null && runtime.signalCode === null,
    ) as ChildProcess[];
}

/** A runtime that dies never answers what it was given: that is lost at once, not after the engine's time-out of 30 s. */
async function unlessRuntimeDies<T>(work: Promise<T>): Promise<T | undefined> {
  const alive = runtimes();
  let died = (): void => undefined;
  const death = new Promise<undefined>((resolve) => {
    died = () => resolve(undefined);
    // As many listeners as events being handled: more than Node's default bound is no leak here.
    for (const runtime of alive) runtime.setMaxListeners(0).once('exit', died);
  });
  try {
    return await Promise.race([work, death]);
  } finally {
    for (const runtime of alive) runtime.off('exit', died);
    work.catch(() => undefined);
  }
}

async function stop(): Promise<void> {
  const apps = manager === undefined ? [] : await manager.get();
  await Promise.all(
    apps.map((app) =>
      app
        .getRuntimeController()
        .stopApp()
        .catch(() => undefined),
    ),
  );
  wire.cut('stopped');
  setImmediate(() => process.exit(0));
}
