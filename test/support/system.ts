/** The whole product on free ports: MongoDB, crm-sync as a process that can be killed, the workspace with the real app. */
import { randomBytes } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { currentAppZip } from '../../cli/starting/app-zip';
import { makeDemoStaff } from '../../cli/starting/demo-staff';
import { startService, type Service } from '../../cli/starting/service';
import { demoTenant, serviceEnvironments } from '../../cli/starting/service-environment';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { readConfig } from '../../crm-sync/config/config';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import { connectStore } from '../../crm-sync/store/connect';
import type { Tenant } from '../../crm-sync/store/tenant';
import { freePort } from './free-port';
import { testMongo } from './mongo';

const root = path.join(__dirname, '..', '..');

export interface System {
  workspace: Workspace;
  crmUrl: string;
  appId: string;
  /** The key app and CRM sign with. */
  secret: string;
  tenant: Tenant;
  /** What the CRM has of a conversation, in its order. */
  timeline(conversation: string): Promise<{ from: string; text: string | undefined; messageId: string }[]>;
  /** Kills crm-sync as `kill -9` does. */
  killCrm(): Promise<void>;
  startCrm(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSystem(options: { instances?: number } = {}): Promise<System> {
  const home = await mkdtemp(path.join(tmpdir(), 'acolhe-test-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(home, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const app = await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined);
    const mongo = await testMongo();
    stops.push(() => mongo.stop());
    const crmPort = await freePort();
    const workspacePort = await freePort();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const environments = serviceEnvironments({
      addresses: { host: '127.0.0.1', crmPort, workspacePort },
      secrets: {
        sealingKey: randomBytes(32).toString('base64'),
        sessionKey: randomBytes(32).toString('base64'),
        appSecret: secret,
      },
      mongodbUri: mongo.uri,
      appId: app.id,
      appZip: app.file,
      stateDir: home,
    });
    let crm: Service | undefined;
    const startCrm = async (): Promise<void> => {
      crm = startService({
        name: 'crm-sync',
        args: ['--import', 'tsx', 'crm-sync/main.ts'],
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production', ...environments.crm },
        logFile: path.join(home, 'crm.log'),
      });
      await crm.ready;
    };
    stops.push(async () => crm?.stop());
    await startCrm();
    await makeDemoStaff(environments.crm, demoTenant);
    const store = await connectStore(readConfig(environments.crm));
    stops.push(() => store.close());
    const tenant = store.tenant(demoTenant);
    if (!tenant) throw new Error('the demonstration has no tenant');
    const workspace = await startWorkspace({
      host: '127.0.0.1',
      port: workspacePort,
      stateDir: home,
      appZip: app.file,
      appSettings: JSON.parse(environments.workspace['ACOLHE_APP_SETTINGS'] ?? '{}') as Record<
        string,
        unknown
      >,
      demo: true,
      log: () => undefined,
      ...(options.instances ? { instances: options.instances } : {}),
    });
    stops.push(() => workspace.stop());
    return {
      workspace,
      crmUrl: `http://127.0.0.1:${crmPort}`,
      appId: app.id,
      secret,
      tenant,
      async timeline(conversation) {
        const messages = await patientReads(tenant).messages([conversation]);
        return [...messages]
          .sort((a, b) => a.order - b.order)
          .map((message) => ({
            from: message.from,
            text: message.text,
            messageId: message._id.split('\u0000')[1] ?? '',
          }));
      },
      async killCrm() {
        if (crm) process.kill(crm.pid, 'SIGKILL');
        await crm?.gone;
      },
      startCrm,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
