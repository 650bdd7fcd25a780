/** The whole product on free ports: MongoDB, crm-sync as a process that can be killed, the workspace with the real app. */
import path from 'path';
import { Owned } from '../../cli/starting/owned';
import { demoTenant } from '../../cli/starting/service-environment';
import { startThrowAway } from '../../cli/starting/throw-away';
import type { WorkspaceConfig } from '../../workspace/config';
import { startWorkspace, type Workspace } from '../../workspace/start-workspace';
import { readConfig } from '../../crm-sync/config/config';
import { patientReads } from '../../crm-sync/patients/patient-reads';
import { connectStore } from '../../crm-sync/store/connect';
import type { Tenant } from '../../crm-sync/store/tenant';

const root = path.join(__dirname, '..', '..');

export interface System {
  workspace: Workspace;
  /** What the services are told. */
  environments: { crm: Record<string, string> };
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

export interface SystemOptions {
  instances?: number;
  /** crm-sync reads the workspace and hears its webhook. */
  reconcile?: { everySeconds?: number; graceSeconds?: number };
  keepFiles?: boolean;
  /** What the workspace's plan allows. */
  plan?: WorkspaceConfig['plan'];
}

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const owned = new Owned();
  try {
    const started = await startThrowAway(root, owned, options);
    const { environments, app, secret, crmUrl } = started;
    const store = await connectStore(readConfig(environments.crm));
    await owned.own({ stop: () => store.close() });
    const tenant = store.tenant(demoTenant);
    if (!tenant) throw new Error('the demonstration has no tenant');
    const workspace = await startWorkspace({
      host: '127.0.0.1',
      port: started.workspacePort,
      stateDir: started.home,
      appZip: app.file,
      appSettings: {
        ...(JSON.parse(environments.workspace['ACOLHE_APP_SETTINGS'] ?? '{}') as Record<string, unknown>),
        // most stories begin with the complaint; those about the opening switch it on
        ...{ ask_consent: false, ask_for_whom: false, ask_survey: false },
      },
      demo: true,
      ...(options.plan && { plan: options.plan }),
      ...(options.reconcile && {
        webhook: {
          url: environments.workspace['ACOLHE_WEBHOOK_URL']!,
          token: environments.workspace['ACOLHE_WEBHOOK_TOKEN']!,
        },
        sync: {
          userId: environments.workspace['ACOLHE_SYNC_USER']!,
          token: environments.workspace['ACOLHE_SYNC_TOKEN']!,
        },
      }),
      log: () => undefined,
      ...(options.instances ? { instances: options.instances } : {}),
    });
    await owned.own(workspace);
    return {
      workspace,
      environments,
      crmUrl,
      appId: app.id,
      secret,
      tenant,
      async timeline(conversation) {
        const messages = await patientReads(tenant).messages([conversation]);
        return [...messages]
          .sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order)
          .map((message) => ({
            from: message.from,
            text: message.text,
            messageId: message._id.split('\u0000')[1] ?? '',
          }));
      },
      killCrm: () => started.killCrm(),
      startCrm: () => started.startCrm(),
      stop: () => owned.stopAll(),
    };
  } catch (error) {
    await owned.stopAll();
    throw error;
  }
}
