import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { tmpdir } from 'os';
import { delimiter, dirname, join } from 'path';
import { pathToFileURL } from 'url';

export interface DenoHome {
  /** Belongs to this run alone; delete it when the run ends. */
  runDir: string;
  /** For AppManager: the engine links the runtime's sources into it, and reuses such a link silently if one is there. */
  tempDir: string;
  /** What the host process adds to its environment, so that the `deno` the engine spawns is ours. */
  env: { PATH: string; DENO_DIR: string };
}

/** Files of npm packages the runtime imports, as Deno can load them without a package manager of its own. */
const npmFiles: Record<string, string> = {
  '@msgpack/msgpack': 'dist.es5+esm/index.mjs',
  'acorn-walk': 'dist/walk.mjs',
  'jsonrpc-lite': 'jsonrpc.js',
  'stack-trace': 'lib/stack-trace.js',
  acorn: 'dist/acorn.mjs',
  astring: 'dist/astring.mjs',
  uuid: 'dist/index.js',
};

/**
 * Writes what the engine's Deno runtime needs into a fresh folder of `stateDir`: an import map that leads to this
 * checkout's node_modules and shims, and a `deno` command that starts the real one with that map. Nothing is downloaded.
 * @throws Error when the Deno binary of npm package `deno` is missing
 */
export function prepareDeno(stateDir: string): DenoHome {
  const cacheDir = join(stateDir, 'deno-cache');
  mkdirSync(cacheDir, { recursive: true });
  const runDir = mkdtempSync(join(plainDir(realpathSync(stateDir)), 'engine-'));
  const tempDir = join(runDir, 'temp');
  const binDir = join(runDir, 'bin');
  mkdirSync(tempDir);
  mkdirSync(binDir);
  const configFile = join(runDir, 'deno.json');
  const packages = packageDirs();
  const engineLink = join(runDir, 'apps-engine');
  symlinkSync(packages['@rocket.chat/apps-engine'] ?? '', engineLink, 'dir');
  writeFileSync(configFile, JSON.stringify(denoConfig(packages, engineLink), null, 2));
  const readable = [runDir, join(__dirname, 'shims'), ...new Set(Object.values(packages))];
  writeFileSync(join(binDir, 'deno'), wrapper(denoBinary(), configFile, readable));
  chmodSync(join(binDir, 'deno'), 0o755);
  return {
    runDir,
    tempDir,
    env: { PATH: `${binDir}${delimiter}${process.env.PATH ?? ''}`, DENO_DIR: cacheDir },
  };
}

/**
 * The runtime takes URLs of the engine's files for paths, which fails where a URL escapes a letter or a space; so it is
 * led there by a link from a folder whose path a URL leaves as it is.
 */
const plainDir = (dir: string): string =>
  pathToFileURL(dir).pathname === dir ? dir : realpathSync(tmpdir());

/** Where each package lies, as the engine itself would find it. */
function packageDirs(): Record<string, string> {
  const enginePackage = require.resolve('@rocket.chat/apps-engine/package.json');
  const fromEngine = createRequire(enginePackage);
  const dirs: Record<string, string> = { '@rocket.chat/apps-engine': dirname(enginePackage) };
  const fromHere = createRequire(__filename);
  for (const name of Object.keys(npmFiles)) {
    // The engine has a uuid of its own with other files; the runtime is given the project's.
    const lookups = name === 'uuid' ? [] : (fromEngine.resolve.paths(name) ?? []);
    const found = [...lookups, ...(fromHere.resolve.paths(name) ?? [])]
      .map((path) => join(path, name))
      .find(existsSync);
    if (found === undefined) throw new Error(`npm package ${name} is missing: run npm install`);
    dirs[name] = found;
  }
  return dirs;
}

function denoConfig(packages: Record<string, string>, engineDir: string): object {
  const shim = (name: string) => pathToFileURL(join(__dirname, 'shims', name)).href;
  const imports: Record<string, string> = {
    '@rocket.chat/apps-engine/': `${pathToFileURL(engineDir).href}/`,
    '@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.ts': shim('apps-engine-exception.ts'),
    '@rocket.chat/ui-kit': shim('ui-kit.ts'),
    '@std/cli/parse-args': shim('parse-args.ts'),
    '@std/io': shim('io.ts'),
    '@std/streams': shim('streams.ts'),
  };
  for (const [name, file] of Object.entries(npmFiles)) {
    imports[name] = pathToFileURL(join(packages[name] ?? '', file)).href;
  }
  return { nodeModulesDir: 'manual', lock: false, unstable: ['detect-cjs'], imports };
}

function denoBinary(): string {
  const fromDeno = createRequire(require.resolve('deno/package.json'));
  const arch = process.arch === 'arm64' ? 'arm64' : 'x64';
  const target = process.platform === 'linux' ? `linux-${arch}-glibc` : `${process.platform}-${arch}`;
  const places = [
    () => join(dirname(fromDeno.resolve('./package.json')), 'deno'),
    () => join(dirname(fromDeno.resolve(`@deno/${target}/package.json`)), 'deno'),
  ];
  for (const place of places) {
    try {
      if (existsSync(place())) return place();
    } catch {
      // Not this one: the platform's package is optional.
    }
  }
  throw new Error(`no Deno binary for ${target}: run npm install`);
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The engine spawns plain `deno` with its own arguments; two of them are changed on the way, the rest go through. */
const wrapper = (binary: string, configFile: string, readable: string[]): string => `#!/bin/sh
for argument in "$@"; do
  shift
  case "$argument" in
    --config=*) argument=${quoted(`--config=${configFile}`)} ;;
    --allow-read=*) argument="$argument",${quoted(readable.join(','))} ;;
  esac
  set -- "$@" "$argument"
done
exec ${quoted(binary)} "$@"
`;
