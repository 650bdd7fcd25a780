/** The whole product, each part in processes of its own that can be killed, with a proxy that fails on purpose between app and service. */
import { randomBytes } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { freePort } from '../../cli/guarded-server';
import { currentAppZip } from '../../cli/starting/app-zip';
import type { Owned } from '../../cli/starting/owned';
import { demoTenant, demoWorkspace, serviceEnvironments } from '../../cli/starting/service-environment';
import { readConfig } from '../../crm-sync/config/config';
import { connectStore } from '../../crm-sync/store/connect';
import type { Tenant } from '../../crm-sync/store/tenant';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { startFaultProxy, type FaultProxy, type ProxyOptions } from './proxy';
import { startCrmProcess, startMongo, type Killable, type KillableMongo } from './services';

const root = path.join(__dirname, '..', '..');
const host = '127.0.0.1';

export interface World {
  mongo: KillableMongo;
  crms: Killable[];
  proxy: FaultProxy;
  workspace: Workspace;
  appId: string;
  tenant: Tenant;
}

export interface WorldOptions extends Pick<ProxyOptions, 'fateOf' | 'saw' | 'passed'> {
  processes: number;
  /** The service also reads the workspace and hears its webhook, so that edits and tags reach it. */
  reconcile: boolean;
  /** Told what the workspace logs. */
  log: (line: string) => void;
}

/** Everything started is `owned`, also when this throws. */
export async function startWorld(owned: Owned, options: WorldOptions): Promise<World> {
  const home = await mkdtemp(path.join(tmpdir(), 'acolhe-chaos-'));
  const removed = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;
  await owned.own({ stop: () => rm(home, removed) });
  const app = await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined);
  const mongo = await owned.own(await startMongo(path.join(home, 'mongodb'), await freePort()));
  const proxyPort = await freePort();
  const workspacePort = await freePort();
  const key = (): string => randomBytes(32).toString('base64');
  const environments = serviceEnvironments({
    // what app and webhook take for the service is the proxy
    addresses: { host, crmPort: proxyPort, workspacePort },
    secrets: { sealingKey: key(), sessionKey: key(), appSecret: `whsec_${key()}` },
    ...{ mongodbUri: mongo.uri, database: 'chaos', appId: app.id, appZip: app.file, stateDir: home },
    ...(options.reconcile && { reconcile: { everySeconds: 10, graceSeconds: 5, overlapMinutes: 1 } }),
  });
  const ports = await Promise.all(Array.from({ length: options.processes }, () => freePort()));
  const crms = await Promise.all(
    ports.map(async (port) =>
      owned.own(
        await startCrmProcess(
          { ...environments.crm, ACOLHE_CRM_PORT: String(port), ACOLHE_LOG_LEVEL: 'warn' },
          path.join(home, `crm-${port}.log`),
        ),
      ),
    ),
  );
  const upstreams = ports.map((port) => new URL(`http://${host}:${port}`));
  const { fateOf, saw, passed } = options;
  const proxy = await owned.own(await startFaultProxy({ port: proxyPort, upstreams, fateOf, saw, passed }));
  const store = await connectStore(readConfig(environments.crm));
  await owned.own({ stop: () => store.close() });
  const tenant = store.tenant(demoTenant);
  if (!tenant) throw new Error('the configuration has no tenant');
  const told = environments.workspace;
  const workspace = await startWorkspace({
    ...{ host, port: workspacePort, stateDir: home, appZip: app.file, demo: true, log: options.log },
    appSettings: {
      ...(JSON.parse(told['ACOLHE_APP_SETTINGS'] ?? '{}') as Record<string, unknown>),
      // the stories begin with the complaint
      ...{ ask_consent: false, ask_for_whom: false },
    },
    ...(options.reconcile && {
      webhook: { url: told['ACOLHE_WEBHOOK_URL']!, token: told['ACOLHE_WEBHOOK_TOKEN']! },
      sync: { userId: told['ACOLHE_SYNC_USER']!, token: told['ACOLHE_SYNC_TOKEN']! },
    }),
  });
  await owned.own(workspace);
  return { mongo, crms, proxy, workspace, appId: app.id, tenant };
}

export const eventsPath = `/v1/tenants/${demoTenant}/workspaces/${demoWorkspace}/events`;
