import { mkdirSync } from 'fs';
import path from 'path';
import { Failure } from '../failure';
import { findMongo, NoMongoError } from '../mongodb';
import { pingMongo } from '../doctoring/mongodb-check';
import { currentAppZip } from './app-zip';
import { makeDemoStaff } from './demo-staff';
import { claimHome } from './claim-home';
import { keepRunning } from './keep-running';
import { localSecrets } from './local-secrets';
import { registryEnvironment, writeOperatorEnvironment } from './operator-environment';
import type { Owned } from './owned';
import { readPort, requireFreePorts } from './ports';
import { startService } from './service';
import { makeDemoCalendars } from './demo-calendars';
import { demoTenant, serviceEnvironments } from './service-environment';

export interface StartOptions {
  root: string;
  /** Folder for data, secrets and logs. */
  home: string;
  env: Record<string, string | undefined>;
  say: (line: string) => void;
  owned: Owned;
  /** Called when a service does not come back. */
  givenUp: (why: string) => void;
}

export interface Started {
  workspaceUrl: string;
  crmUrl: string;
  /** What operators' commands need, for a shell to read. */
  environmentFile: string;
}

export const workspacePortOf = (env: StartOptions['env']) => readPort(env, 'ACOLHE_WORKSPACE_PORT', 3000);
export const crmPortOf = (env: StartOptions['env']) => readPort(env, 'ACOLHE_CRM_PORT', 3080);

/**
 * Starts MongoDB, crm-sync and the workspace with the app. What was started is `owned`, also when this throws.
 * @throws Failure
 */
export async function startAll({ root, home, env, say, owned, givenUp }: StartOptions): Promise<Started> {
  const workspacePort = workspacePortOf(env);
  const crmPort = crmPortOf(env);
  await requireFreePorts([workspacePort, crmPort]);
  await owned.own(claimHome(home));
  const secrets = localSecrets(home);
  const app = await currentAppZip(root, path.join(home, 'app'), say);
  const mongo = await owned.own(
    await findMongo({ dataDir: path.join(home, 'mongodb'), env, say }).catch((cause: unknown) => {
      if (cause instanceof NoMongoError) throw new Failure(cause.code, cause.message, 1, { cause });
      throw cause;
    }),
  );
  void mongo.gone?.then(() => {
    if (!owned.isStopping) givenUp('MongoDB has ended');
  });
  // one that was started here has answered already
  if (mongo.kind === 'given') await requireMongo(mongo.uri);
  const stateDir = path.join(home, 'workspace');
  mkdirSync(stateDir, { recursive: true });
  const environments = serviceEnvironments({
    addresses: { host: '127.0.0.1', crmPort: crmPort.port, workspacePort: workspacePort.port },
    secrets,
    mongodbUri: mongo.uri,
    appId: app.id,
    appZip: app.file,
    stateDir,
    reconcile: {},
    keepFiles: true,
  });
  const start = async (name: string, script: string, more: Record<string, string>): Promise<string> => {
    if (owned.isStopping) throw new Failure('stopped', 'Stopped while starting');
    say(`Starting ${name} …`);
    const request = {
      name,
      args: ['--import', 'tsx', script],
      cwd: root,
      env: { ...env, ...more },
      logFile: path.join(home, 'logs', `${name}.log`),
    };
    const kept = await owned.own(keepRunning({ start: () => startService(request), say, givenUp }));
    return kept.ready;
  };
  const crm = { ...environments.crm, ...registryEnvironment(env, secrets) };
  const environmentFile = writeOperatorEnvironment(home, {
    ...crm,
    ACOLHE_CRM_URL: `http://127.0.0.1:${crmPort.port}`,
    ACOLHE_WORKSPACE_URL: `http://127.0.0.1:${workspacePort.port}`,
  });
  const crmUrl = await start('crm-sync', 'crm-sync/main.ts', crm);
  await makeDemoStaff(environments.crm, demoTenant);
  await makeDemoCalendars(environments.crm, demoTenant);
  const workspaceUrl = await start('workspace', 'workspace/main.ts', environments.workspace);
  return { crmUrl: trimmed(crmUrl), workspaceUrl: trimmed(workspaceUrl), environmentFile };
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');

async function requireMongo(uri: string): Promise<void> {
  await pingMongo(uri).catch((cause: unknown) => {
    const words = 'The MongoDB in MONGODB_URI does not answer: check the address and that the server runs.';
    throw new Failure('no-mongodb', words, 1, { cause });
  });
}
