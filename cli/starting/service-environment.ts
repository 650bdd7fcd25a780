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
}

export const demoTenant = 'demo';
export const demoWorkspace = 'main';

/** What the two services are told, each through its environment. Pure. */
export function serviceEnvironments(setup: LocalSetup): ServiceEnvironments {
  const { addresses, secrets } = setup;
  const crmUrl = `http://${addresses.host}:${addresses.crmPort}`;
  const workspaceUrl = `http://${addresses.host}:${addresses.workspacePort}`;
  const tenant = {
    id: demoTenant,
    name: 'Clínica Demonstração',
    timeZone: 'America/Fortaleza',
    database: setup.database,
    sealingKeys: [{ id: 'local-1', key: secrets.sealingKey }],
    workspaces: [{ id: demoWorkspace, url: workspaceUrl, appId: setup.appId, secrets: [secrets.appSecret] }],
  };
  const appSettings = {
    crm_url: crmUrl,
    crm_secret: secrets.appSecret,
    tenant: demoTenant,
    workspace: demoWorkspace,
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
    },
  };
}
