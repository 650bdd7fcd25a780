import { createHmac } from 'crypto';
import type { LocalSecrets } from './local-secrets';

export interface Addresses {
  host: string;
  crmPort: number;
  workspacePort: number;
}

export interface ServiceEnvironments {
  crm: Record<string, string>;
  workspace: Record<string, string>;
}

export interface LocalSetup {
  addresses: Addresses;
  secrets: LocalSecrets;
  mongodbUri: string;
  /** Where the tenant's data live; the tenant's usual database when absent. */
  database?: string;
  appId: string;
  appZip: string;
  stateDir: string;
  /** The bytes of files are kept, sealed. */
  keepFiles?: boolean;
  /** When the bot may write of its own accord. */
  contactHours?: { from: string; to: string };
  /** crm-sync reads the workspace's REST API and hears its webhook. */
  reconcile?: { everySeconds?: number; graceSeconds?: number; overlapMinutes?: number };
}

/** Whom crm-sync reads the workspace as. */
export const syncUser = 'crm.sync';

/** Both sides' secrets for reconciliation, from the one they already share: nothing more to keep. */
function syncSecrets({ appSecret }: LocalSecrets): { webhookToken: string; token: string } {
  const derived = (name: string): string => createHmac('sha256', appSecret).update(name).digest('base64url');
  return { webhookToken: derived('omnichannel-webhook'), token: derived('crm.sync') };
}

export const demoTenant = 'demo';
export const demoWorkspace = 'main';

/** What the two services are told, each through its environment. Pure. */
export function serviceEnvironments(setup: LocalSetup): ServiceEnvironments {
  const { addresses, secrets } = setup;
  const crmUrl = `http://${addresses.host}:${addresses.crmPort}`;
  const workspaceUrl = `http://${addresses.host}:${addresses.workspacePort}`;
  const sync = setup.reconcile && syncSecrets(secrets);
  const tenant = {
    id: demoTenant,
    name: 'Clínica Demonstração',
    timeZone: 'America/Fortaleza',
    database: setup.database,
    keepFiles: setup.keepFiles,
    contactHours: setup.contactHours,
    sealingKeys: [{ id: 'local-1', key: secrets.sealingKey }],
    workspaces: [
      {
        ...{ id: demoWorkspace, url: workspaceUrl, appId: setup.appId, secrets: [secrets.appSecret] },
        ...(sync && {
          webhookToken: sync.webhookToken,
          rocketchat: { userId: syncUser, token: sync.token, ...setup.reconcile },
        }),
      },
    ],
  };
  const appSettings = {
    crm_url: crmUrl,
    crm_secret: secrets.appSecret,
    tenant: demoTenant,
    workspace: demoWorkspace,
    // the product's own packs are drafts: here they are shown, never used to care for people
    admit_drafts: true,
    consent_url: `${workspaceUrl}/consent`,
  };
  return {
    crm: {
      ACOLHE_CRM_HOST: addresses.host,
      ACOLHE_CRM_PORT: String(addresses.crmPort),
      MONGODB_URI: setup.mongodbUri,
      ACOLHE_TENANTS: JSON.stringify([tenant]),
      ACOLHE_SESSION_KEY: secrets.sessionKey,
    },
    workspace: {
      ACOLHE_WORKSPACE_HOST: addresses.host,
      ACOLHE_WORKSPACE_PORT: String(addresses.workspacePort),
      ACOLHE_STATE_DIR: setup.stateDir,
      ACOLHE_APP_ZIP: setup.appZip,
      ACOLHE_APP_SETTINGS: JSON.stringify(appSettings),
      ACOLHE_DEMO: '1',
      ...(sync && {
        ACOLHE_WEBHOOK_URL: `${crmUrl}/v1/tenants/${demoTenant}/workspaces/${demoWorkspace}/webhook`,
        ACOLHE_WEBHOOK_TOKEN: sync.webhookToken,
        ACOLHE_SYNC_USER: syncUser,
        ACOLHE_SYNC_TOKEN: sync.token,
      }),
    },
  };
}
