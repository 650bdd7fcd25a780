/** The whole product on free ports with data that are gone afterwards: for tests, the picture and measurements. */
import { randomBytes } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { MongoClient } from 'mongodb';
import { tmpdir } from 'os';
import path from 'path';
import { freePort } from '../guarded-server';
import { findMongo, type FoundMongo } from '../mongodb';
import { currentAppZip } from './app-zip';
import { makeDemoStaff } from './demo-staff';
import type { Owned } from './owned';
import { startService, type Service } from './service';
import {
  demoTenant,
  serviceEnvironments,
  type LocalSetup,
  type ServiceEnvironments,
} from './service-environment';

export interface ThrowAway {
  /** A folder for this run alone; it goes when everything is stopped. */
  home: string;
  environments: ServiceEnvironments;
  app: { file: string; id: string };
  mongodb: { uri: string; kind: FoundMongo['kind']; database: string };
  /** The key app and CRM sign with. */
  secret: string;
  crmUrl: string;
  workspacePort: number;
  startCrm(): Promise<void>;
  /** Ends crm-sync as `kill -9` does. */
  killCrm(): Promise<void>;
  /** The workspace with the app, as a process. @returns its address */
  startWorkspace(): Promise<string>;
}

/**
 * Starts MongoDB and crm-sync with the demonstration's staff. What was started is `owned`, also when this throws.
 * A server given by MONGODB_URI is used with a database of its own, which is dropped.
 * @throws Failure, NoMongoError
 */
export async function startThrowAway(
  root: string,
  owned: Owned,
  { reconcile, keepFiles }: Pick<LocalSetup, 'reconcile' | 'keepFiles'> = {},
): Promise<ThrowAway> {
  const kept = path.join(root, '.acolhe');
  const home = await mkdtemp(path.join(tmpdir(), 'acolhe-'));
  const removed = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;
  await owned.own({ stop: () => rm(home, removed) });
  const app = await currentAppZip(root, path.join(kept, 'app'), () => undefined);
  const where = { dataDir: path.join(home, 'mongodb'), home: kept };
  const mongo = await owned.own(await findMongo({ ...where, env: process.env, say: () => undefined }));
  const database = `acolhe_throw_away_${randomBytes(6).toString('hex')}`;
  if (mongo.kind === 'given') await owned.own({ stop: () => dropDatabase(mongo.uri, database) });
  const addresses = { host: '127.0.0.1', crmPort: await freePort(), workspacePort: await freePort() };
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const environments = serviceEnvironments({
    addresses,
    secrets: {
      sealingKey: randomBytes(32).toString('base64'),
      sessionKey: randomBytes(32).toString('base64'),
      appSecret: secret,
    },
    mongodbUri: mongo.uri,
    database,
    appId: app.id,
    appZip: app.file,
    stateDir: home,
    ...(reconcile && { reconcile }),
    ...(keepFiles && { keepFiles }),
    // it runs at any hour
    contactHours: { from: '00:00', to: '24:00' },
  });
  const service = (name: string, script: string, env: Record<string, string>): Service =>
    startService({
      name,
      args: ['--import', 'tsx', script],
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env },
      logFile: path.join(home, `${name}.log`),
    });
  let crm: Service | undefined;
  await owned.own({ stop: async () => crm?.stop() });
  const startCrm = async (): Promise<void> => {
    crm = service('crm-sync', 'crm-sync/main.ts', environments.crm);
    await crm.ready;
  };
  await startCrm();
  await makeDemoStaff(environments.crm, demoTenant);
  return {
    home,
    environments,
    app,
    mongodb: { uri: mongo.uri, kind: mongo.kind, database },
    secret,
    crmUrl: `http://${addresses.host}:${addresses.crmPort}`,
    workspacePort: addresses.workspacePort,
    startCrm,
    async killCrm() {
      if (crm) process.kill(crm.pid, 'SIGKILL');
      await crm?.gone;
    },
    async startWorkspace() {
      const workspace = await owned.own(service('workspace', 'workspace/main.ts', environments.workspace));
      return (await workspace.ready).replace(/\/+$/, '');
    },
  };
}

async function dropDatabase(uri: string, name: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  await client
    .db(name)
    .dropDatabase()
    .finally(() => client.close());
}
