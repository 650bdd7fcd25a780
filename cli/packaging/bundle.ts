import { build, type Plugin } from 'esbuild';
import { readFile } from 'fs/promises';
import path from 'path';
import { Failure } from '../failure';

export interface BundleRequest {
  root: string;
  /** The source that exports the app class by name. */
  entry: string;
  className: string;
  hooks: readonly string[];
}

/** Data stay text until the app reads them: engines parse JSON much faster than the same as code. */
const jsonAsText: Plugin = {
  name: 'json-as-text',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      const data: unknown = JSON.parse(await readFile(file, 'utf8'));
      return {
        contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(data))});`,
        loader: 'js',
      };
    }),
};

/**
 * One self-contained source file around everything the app imports. Rocket.Chat's packager looks for a real class
 * declaration with its hooks and cannot read the bundle, so a class that extends the bundled one is put below it.
 *
 * `globalThis` does not exist inside an app, yet zod keeps its registry there: the bundle brings an object of its own.
 * @throws Failure unsafe-usernames, bundle-failed
 */
export async function bundleApp({ root, entry, className, hooks }: BundleRequest): Promise<string> {
  const implemented = hooks.length > 0 ? ` implements ${hooks.join(', ')}` : '';
  const result = await build({
    absWorkingDir: root,
    entryPoints: [path.relative(root, entry)],
    write: false,
    bundle: true,
    format: 'iife',
    globalName: 'app',
    platform: 'node',
    target: 'es2017',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    external: ['@rocket.chat/apps-engine/*'],
    plugins: [jsonAsText],
    define: { globalThis: 'appGlobal' },
    banner: { js: '// @ts-nocheck\nconst appGlobal = {};' },
    footer: { js: `export default class ${className} extends app.${className}${implemented} {}` },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
  }).catch((cause: unknown) => {
    throw new Failure('bundle-failed', `The app cannot be bundled: ${(cause as Error).message}`, 1, {
      cause,
    });
  });
  const text = result.outputFiles[0]?.text ?? '';
  if (/\.usernames\b/.test(text)) {
    // Rocket.Chat rewrites each `.usernames` into an await and makes the function around it asynchronous
    throw new Failure('unsafe-usernames', "The app's code says `.usernames`: write ['usernames'] instead");
  }
  return text;
}
