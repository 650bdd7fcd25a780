import { mkdtempSync, rmSync } from 'fs';
import { access, statfs } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { pathToFileURL } from 'url';
import { findBrowser } from '../find-browser';
import { buildApp } from '../packaging/build-app';
import { portProblem } from '../starting/ports';
import { crmPortOf, workspacePortOf } from '../starting/start-all';
import { auditFinding } from './audit-check';
import { fail, ok, warn, type Check, type Finding } from './check';
import { mongoFinding } from './mongodb-check';
import { programOutput } from './program-output';
import { registryFinding } from './registry-check';

export interface DoctorOptions {
  root: string;
  home: string;
  env: Record<string, string | undefined>;
}

const gigabyte = 1e9;

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? ok(version) : fail(version, 'Install Node 20.19 or newer.');
}

async function npmFinding(): Promise<Finding> {
  const version = await programOutput('npm', ['--version']);
  return version ? ok(version) : fail('cannot be run', 'Install npm; it comes with Node.');
}

async function packagesFinding(root: string): Promise<Finding> {
  // scripts/prepare.mjs decides it for `npm start`, too, and must work without any package: it is asked in plain Node
  const program = `import { missingPackages } from ${JSON.stringify(pathToFileURL(path.join(root, 'scripts/prepare.mjs')).href)};
    console.log(missingPackages().length);`;
  const missing = await programOutput(process.execPath, ['--input-type=module', '-e', program], root);
  if (missing === '0') return ok('as in the lockfile');
  return fail(
    missing ? `${missing} missing or of another version` : 'cannot be compared',
    'Run npm install.',
  );
}

async function denoFinding(root: string): Promise<Finding> {
  const version = await programOutput(path.join(root, 'node_modules/.bin/deno'), ['--version']);
  return version
    ? ok(version)
    : fail('does not run', 'Run npm install with scripts allowed: npm rebuild deno.');
}

async function portFinding(read: typeof workspacePortOf, env: DoctorOptions['env']): Promise<Finding> {
  const port = read(env);
  const problem = await portProblem(port);
  return problem ? fail(`${port.port} is not free`, problem) : ok(`${port.port} is free`);
}

async function diskFinding(home: string, root: string): Promise<Finding> {
  const folder = await access(home).then(
    () => home,
    () => root,
  );
  const { bavail, bsize } = await statfs(folder);
  return diskFindingOf(bavail * bsize);
}

export function diskFindingOf(freeBytes: number): Finding {
  const seen = `${(freeBytes / gigabyte).toFixed(1)} GB free`;
  if (freeBytes < 0.3 * gigabyte) return fail(seen, 'Free at least 0.3 GB.');
  return freeBytes < 2 * gigabyte ? warn(seen, 'MongoDB and downloads want about 2 GB.') : ok(seen);
}

async function appFinding(root: string): Promise<Finding> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'acolhe-doctor-'));
  try {
    const { version, sizeBytes, hooks } = await buildApp({ root, outDir });
    return ok(`${version}, ${Math.ceil(sizeBytes / 1000)} kB, ${hooks.length} hooks`);
  } catch (error) {
    return fail(
      (error as Error).message.split('\n').slice(0, 3).join(' '),
      'Run npx acolhe package to see all of it.',
    );
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

export function doctorChecks({ root, home, env }: DoctorOptions): Check[] {
  const browser = async (): Promise<Finding> => {
    const found = findBrowser(env);
    return found
      ? ok(found)
      : warn('none', 'Tests with a browser are skipped: install chromium, or set ACOLHE_CHROMIUM.');
  };
  return [
    { name: 'Node', look: async () => nodeFinding(process.versions.node) },
    { name: 'npm', look: npmFinding },
    { name: 'packages', look: () => packagesFinding(root) },
    { name: 'Deno', look: () => denoFinding(root) },
    { name: 'MongoDB', look: () => mongoFinding(env, home) },
    { name: 'browser', look: browser },
    { name: 'workspace port', look: () => portFinding(workspacePortOf, env) },
    { name: 'CRM port', look: () => portFinding(crmPortOf, env) },
    { name: 'audit checkpoints', look: () => auditFinding(env['ACOLHE_AUDIT_CHECKPOINTS']) },
    { name: 'registry of tenants', look: () => registryFinding(env) },
    { name: 'disk', look: () => diskFinding(home, root) },
    { name: 'app packages', look: () => appFinding(root) },
  ];
}
