import { build, type Plugin } from 'esbuild';
import { readFile } from 'fs/promises';
import path from 'path';
import { deflateRawSync } from 'zlib';
import { isLabel } from '../../src/triage/labels';
import { Failure } from '../failure';

export interface BundleRequest {
  root: string;
  /** The source that exports the app class by name. */
  entry: string;
  className: string;
  hooks: readonly string[];
}

/** Of what only staff read of protocols, the app needs what outcomes are called: for the patient card. */
const textsOfPack = /settings[\\/]packs[\\/][^\\/]+[\\/](?:pt-BR|en|es)\.json$/;
const outcomeTitle = /^outcome\..+\.title$/;
const withoutLabels = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => !isLabel(key) || outcomeTitle.test(key)));

/**
 * Data are deflated text until the app reads them. An engine unzips the script, hands it to the app's process and parses it
 * before the app is enabled, and each of that takes as long as the script is large; inflating takes a few milliseconds.
 */
const packedJson: Plugin = {
  name: 'packed-json',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^packed-json$/ }, () => ({ path: 'unpack', namespace: 'packed-json' }));
    onLoad({ filter: /./, namespace: 'packed-json' }, () => ({
      contents: `const { inflateRawSync } = require('zlib');
        module.exports = (text) => JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString('utf8'));`,
    }));
    onLoad({ filter: /\.json$/ }, async ({ path: file }) => {
      const all: unknown = JSON.parse(await readFile(file, 'utf8'));
      const data = textsOfPack.test(file) ? withoutLabels(all as Record<string, string>) : all;
      const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
      return { contents: `module.exports = require('packed-json')('${packed}');` };
    });
  },
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
    minifyIdentifiers: true,
    minifyWhitespace: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    external: ['@rocket.chat/apps-engine/*'],
    plugins: [packedJson],
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
