// What `npm start` and `npm test` do before anything else: look at Node, install what is missing. Plain JavaScript
// without packages, since none may be there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const wanted = { major: 20, minor: 19 };

/** One sentence when this Node is too old, else nothing. */
export function nodeProblem(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > wanted.major || (major === wanted.major && minor >= wanted.minor)) return undefined;
  return `Acolhe needs Node ${wanted.major}.${wanted.minor} or newer; this is ${version}. Get it from https://nodejs.org.`;
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Names of packages that the lockfile has and node_modules lacks or has in another version; [] when all is there. */
export function missingPackages(folder = root) {
  const installedFile = path.join(folder, 'node_modules/.package-lock.json');
  const locked = readJson(path.join(folder, 'package-lock.json')).packages;
  const installed = existsSync(installedFile) ? readJson(installedFile).packages : {};
  return Object.entries(locked)
    .filter(
      ([where, item]) =>
        where.includes('node_modules/') && !item.optional && !item.devOptional && !item.link && !item.peer,
    )
    .filter(
      ([where, item]) => installed[where]?.version !== item.version || !existsSync(path.join(folder, where)),
    )
    .map(([where]) => where.replace(/^.*node_modules\//, ''));
}

/** Runs `npm install` when something is missing. The lockfile stays as it is. */
export function installWhatIsMissing(say = console.log) {
  const missing = missingPackages();
  if (missing.length === 0) return;
  say(`Installing ${missing.length} packages (npm install), once …`);
  const lockfile = path.join(root, 'package-lock.json');
  const before = readFileSync(lockfile);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const result = isScript
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (!readFileSync(lockfile).equals(before)) writeFileSync(lockfile, before);
  if (result.status !== 0)
    fail('npm install did not succeed; its words are above. Check the network and try again.');
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Everything above, in order. */
export function prepare() {
  const problem = nodeProblem();
  if (problem) fail(problem);
  installWhatIsMissing();
}
