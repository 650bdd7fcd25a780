import { execFileSync, spawn } from 'child_process';
import { once } from 'events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { createServer, type AddressInfo, type Server } from 'net';
import { tmpdir } from 'os';
import path from 'path';
import { welcome } from '../../cli/start';
import { claimHome } from '../../cli/starting/claim-home';
import { localSecrets } from '../../cli/starting/local-secrets';
import { registryEnvironment, writeOperatorEnvironment } from '../../cli/starting/operator-environment';
import { Owned } from '../../cli/starting/owned';
import { readPort, requireFreePorts } from '../../cli/starting/ports';
import { serviceEnvironments } from '../../cli/starting/service-environment';
import { readConfig } from '../../crm-sync/config/config';
import { settingIds } from '../../settings/app-settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('ports', () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    port = (taken.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('names the port and the variable of one that is taken, in one sentence', async () => {
    await expect(requireFreePorts([{ variable: 'ACOLHE_CRM_PORT', port }])).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${port} is taken: free it, or set ACOLHE_CRM_PORT to another port.`,
    });
  });
  it('refuses one port for two', async () => {
    const two = [
      { variable: 'A', port: 1 + port },
      { variable: 'B', port: 1 + port },
    ];
    await expect(requireFreePorts(two)).rejects.toThrow(/B and A are the same port/);
  });
  it.each(['0', '65536', 'http', '-1', '3000.5'])('refuses the port "%s"', (text) => {
    expect(() => readPort({ X: text }, 'X', 1)).toThrow(/^X must be a port from 1 to 65535/);
  });
  it.each([
    [{}, 3000],
    [{ X: '' }, 3000],
    [{ X: '4000' }, 4000],
  ])('reads %j as %i', (env, wanted) => expect(readPort(env, 'X', 3000).port).toBe(wanted));
});

describe('local secrets', () => {
  const file = () => path.join(folder, 'home', 'secrets.json');
  it('are made once, for the owner only', () => {
    const made = localSecrets(path.join(folder, 'home'));
    expect(localSecrets(path.join(folder, 'home'))).toEqual(made);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(made)).size).toBe(3);
  });
  it('are never replaced when the file is damaged', () => {
    localSecrets(path.join(folder, 'home'));
    writeFileSync(file(), '{"sealingKey":"cut');
    expect(() => localSecrets(path.join(folder, 'home'))).toThrow(/damaged/);
    expect(readFileSync(file(), 'utf8')).toBe('{"sealingKey":"cut');
  });
});

describe('the claim on a data folder', () => {
  const home = () => path.join(folder, 'home');
  it('refuses a second process while the first lives', async () => {
    const other = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    try {
      const first = claimHome(home(), other.pid);
      expect(() => claimHome(home())).toThrow(new RegExp(`already runs on .*process ${other.pid}`));
      await first.stop();
      expect(() => claimHome(home())).not.toThrow();
    } finally {
      other.kill();
      await once(other, 'exit');
    }
  });
  it('is void when its process has gone', () => {
    claimHome(home(), 2 ** 30);
    expect(() => claimHome(home())).not.toThrow();
  });
});

describe('what the services are told', () => {
  const environments = () =>
    serviceEnvironments({
      addresses: { host: '127.0.0.1', crmPort: 3081, workspacePort: 3001 },
      secrets: localSecrets(folder),
      mongodbUri: 'mongodb://127.0.0.1:27017',
      appId: 'app-1',
      appZip: '/x/app.zip',
      stateDir: '/x/state',
    });

  it('is a configuration that crm-sync accepts', () => {
    const config = readConfig(environments().crm);
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3081 });
    expect(config.tenants[0]).toMatchObject({
      id: 'demo',
      workspaces: [{ url: 'http://127.0.0.1:3001', appId: 'app-1' }],
    });
  });
  it('sets only settings the app has, and the secret that the CRM knows', () => {
    const { crm, workspace } = environments();
    const settings = JSON.parse(workspace['ACOLHE_APP_SETTINGS'] ?? '') as Record<string, string>;
    expect(settingIds).toEqual(expect.arrayContaining(Object.keys(settings)));
    expect(settings['crm_url']).toBe('http://127.0.0.1:3081');
    expect(readConfig(crm).tenants[0]?.workspaces[0]?.secrets).toEqual([settings['crm_secret']]);
  });
});

describe('the environment for operators’ commands', () => {
  const secrets = () => localSecrets(folder);
  /** As a shell understands the file. */
  const sourced = (file: string) => {
    const print = `${JSON.stringify(process.execPath)} -e 'console.log(JSON.stringify(process.env))'`;
    const out = execFileSync('sh', ['-c', `set -a; . ${file}; ${print}`], { env: {}, encoding: 'utf8' });
    return JSON.parse(out) as Record<string, string>;
  };

  it('is a file for its owner only, also when one was there before, that a shell reads and commands accept', () => {
    const environments = serviceEnvironments({
      addresses: { host: '127.0.0.1', crmPort: 3081, workspacePort: 3001 },
      secrets: secrets(),
      mongodbUri: 'mongodb://127.0.0.1:27017/?appName=it%27s',
      ...{ appId: 'app-1', appZip: '/x/app.zip', stateDir: '/x/state' },
    });
    const crm = {
      ...environments.crm,
      ...registryEnvironment({}, secrets()),
      WORDS: `it's "$HOME" \`x\` \\`,
    };
    writeFileSync(path.join(folder, 'crm.env'), 'old', { mode: 0o644 });
    const file = writeOperatorEnvironment(folder, crm);
    expect(file).toBe(path.join(folder, 'crm.env'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const read = sourced(file);
    expect(read).toMatchObject(crm);
    expect(readConfig(read)).toEqual(readConfig(crm));
    expect(readConfig(read)).toMatchObject({
      tenants: [{ id: 'demo' }],
      registry: { database: 'acolhe_demo_control', masterKey: { current: { kind: 'local' } } },
    });
  });

  it('keeps the master key that was given, and else the same one at every start', () => {
    const given = {
      ACOLHE_MASTER_KEY_FILE: '/k',
      ACOLHE_CONTROL_DATABASE: 'c',
      PATH: '/bin',
      ACOLHE_KMS_ENDPOINT: '',
    };
    expect(registryEnvironment(given, secrets())).toEqual({
      ACOLHE_MASTER_KEY_FILE: '/k',
      ACOLHE_CONTROL_DATABASE: 'c',
    });
    const made = registryEnvironment({}, secrets());
    expect(made).toEqual(registryEnvironment({ ACOLHE_MASTER_KEY: '' }, secrets()));
    expect(Object.values(secrets())).not.toContain(made['ACOLHE_MASTER_KEY']);
  });
});

describe('the last words of a start', () => {
  const started = {
    ...{ workspaceUrl: 'http://127.0.0.1:3000', crmUrl: 'http://127.0.0.1:3080' },
    environmentFile: '/x/crm.env',
  };

  it('name the file that operators’ commands need', () => {
    expect(welcome(started)).toContain('  set -a; . /x/crm.env; npx acolhe audit verify');
  });

  it('are the three addresses, each at the end of a line of its own', () => {
    const lines = welcome(started);
    expect(lines.slice(-3)).toEqual([
      'Patient  http://127.0.0.1:3000/',
      'Agent    http://127.0.0.1:3000/agent',
      'CRM      http://127.0.0.1:3080/',
    ]);
    expect(lines.slice(0, -3).join('\n')).not.toMatch(/^(Patient|Agent|CRM) /m);
  });

  it('name the workspace’s administrator, whom setup and doctor --url ask for', () => {
    const lines = welcome(started);
    expect(lines).toContain('  administrator of the workspace: admin; password acolhe-demo');
  });
});

describe('owned things', () => {
  const thing = (name: string, stopped: string[], fails = false) => ({
    stop: async () => {
      stopped.push(name);
      if (fails) throw new Error('does not stop');
    },
  });
  it('are stopped last first, once, also when one fails', async () => {
    const owned = new Owned();
    const stopped: string[] = [];
    await owned.own(thing('a', stopped));
    await owned.own(thing('b', stopped, true));
    await Promise.all([owned.stopAll(), owned.stopAll()]);
    expect(stopped).toEqual(['b', 'a']);
  });
  it('are stopped at once when they come too late', async () => {
    const owned = new Owned();
    const stopped: string[] = [];
    await owned.stopAll();
    await owned.own(thing('late', stopped));
    expect(stopped).toEqual(['late']);
  });
});
