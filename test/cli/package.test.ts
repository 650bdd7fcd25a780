import AdmZip from 'adm-zip';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { Failure } from '../../cli/failure';
import { readAppInfo } from '../../cli/packaging/app-info';
import { buildApp } from '../../cli/packaging/build-app';
import { bundleApp } from '../../cli/packaging/bundle';
import { checkZip } from '../../cli/packaging/check-zip';
import { implementedHooks } from '../../cli/packaging/implemented-hooks';
import { readLabels } from '../../cli/packaging/labels';
import { projectRoot } from '../../cli/project-root';
import { minimum } from '../../cli/deploying/requirements';

const appSource = `
import type { IAppAccessors, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { IMessage, IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata';
import * as z from 'zod';
const greeting = z.object({ text: z.string() });
export class AcolheApp extends App implements IPostMessageSent {
  public constructor(info: IAppInfo, logger: ILogger, accessors?: IAppAccessors) { super(info, logger, accessors); }
  public async executePostMessageSent(message: IMessage): Promise<void> { greeting.parse(message); }
}
`;

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return 'no failure';
}

describe('package', () => {
  let root: string;
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  };
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'package-test-'));
    for (const file of ['app.json', 'icon.png', 'settings/texts/app']) {
      cpSync(path.join(projectRoot, file), path.join(root, file), { recursive: true });
    }
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(root, 'node_modules'), 'junction');
    write('src/AcolheApp.ts', appSource);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('makes a zip with one script, the labels, the icon and an unchanged app.json', async () => {
    const built = await buildApp({ root, outDir: path.join(root, 'out') });
    const zip = new AdmZip(built.file);
    const names = zip.getEntries().map((entry) => entry.entryName);
    expect(names.filter((name) => !name.startsWith('.')).sort()).toEqual(
      [
        'AcolheApp.js',
        'app.json',
        'i18n/en.json',
        'i18n/es.json',
        'i18n/pt-BR.json',
        'icon.png',
        'package.json',
      ].sort(),
    );
    const info = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as object;
    expect(JSON.parse(zip.readAsText('app.json'))).toEqual({ ...info, implements: ['IPostMessageSent'] });
    expect(built).toMatchObject({ hooks: ['IPostMessageSent'], version: readAppInfo(root).version });
    expect(zip.readAsText('AcolheApp.js')).not.toMatch(/globalThis|require\(['"]zod/);
  }, 60_000);

  it('bundles the same input to the same text', async () => {
    const request = { root, entry: path.join(root, 'src/AcolheApp.ts'), className: 'AcolheApp', hooks: [] };
    expect(await bundleApp(request)).toBe(await bundleApp(request));
  });

  it('packs data small, and unpacks the same when the app reads them', async () => {
    const data = { pergunta: 'Você tem febre? '.repeat(200), ímpar: [1, null, '≥ 38 °C "ou" \\ mais'] };
    write('src/data.json', JSON.stringify(data));
    write(
      'src/AcolheApp.ts',
      "import data from './data.json'; export class AcolheApp { read() { return data; } }",
    );
    const request = { root, entry: path.join(root, 'src/AcolheApp.ts'), className: 'AcolheApp', hooks: [] };
    const text = await bundleApp(request);
    expect(text.length).toBeLessThan(JSON.stringify(data).length);
    // one character outside of ASCII makes engines keep the whole script twice as large
    expect(text).toMatch(/^[\0-\x7f]*$/);
    // as the engine runs it
    const run = new Function('require', text.replace('export default', 'return')) as (
      load: NodeJS.Require,
    ) => new () => { read: () => unknown };
    expect(new (run(require))().read()).toEqual(data);
  });

  it('refuses code that Rocket.Chat would rewrite', async () => {
    write(
      'src/AcolheApp.ts',
      `${appSource.replace('greeting.parse(message)', 'console.log((message.room as any).usernames)')}`,
    );
    const request = { root, entry: path.join(root, 'src/AcolheApp.ts'), className: 'AcolheApp', hooks: [] };
    expect(await codeOf(() => bundleApp(request))).toBe('unsafe-usernames');
  });

  it('says where the source is wrong', async () => {
    write('src/AcolheApp.ts', `import './not-there';\n${appSource}`);
    const request = { root, entry: path.join(root, 'src/AcolheApp.ts'), className: 'AcolheApp', hooks: [] };
    await expect(bundleApp(request)).rejects.toThrow(/not-there/);
  });

  it('refuses a hook that Rocket.Chat does not have, and a source without the class', async () => {
    write(
      'src/AcolheApp.ts',
      appSource.replace('implements IPostMessageSent', 'implements IPostMessageSend'),
    );
    expect(await codeOf(() => implementedHooks(path.join(root, 'src/AcolheApp.ts'), 'AcolheApp'))).toBe(
      'unknown-hook',
    );
    expect(await codeOf(() => implementedHooks(path.join(root, 'src/AcolheApp.ts'), 'Other'))).toBe(
      'no-app-class',
    );
  });

  it.each([
    ['no JSON', '{'],
    ['no permissions', JSON.stringify({ id: '3f0b6c2e-5d0e-4b7e-9a51-6d2f7c1a8e90', version: '1.0.0' })],
  ])('refuses an app.json with %s', async (_what, text) => {
    write('app.json', text);
    expect(await codeOf(() => readAppInfo(root))).toBe('bad-app-json');
  });

  it('refuses languages with different labels, naming the key', () => {
    write('settings/texts/app/es.json', '{"only_here":"x"}');
    expect(() => readLabels(root)).toThrow(/only_here/);
  });

  it('sees a zip that lacks a file, has two scripts or another app.json', () => {
    const info = readAppInfo(root);
    const file = path.join(root, 'made.zip');
    const make = (files: Record<string, string>): string => {
      const zip = new AdmZip();
      for (const [name, text] of Object.entries(files)) zip.addFile(name, Buffer.from(text));
      zip.writeZip(file);
      return file;
    };
    const good = {
      'app.json': JSON.stringify({ ...info, implements: [] }),
      'AcolheApp.js': '',
      'icon.png': '',
    };
    const check = () => checkZip(file, { info, hooks: [], files: [] });
    make(good);
    expect(check).not.toThrow();
    make({ 'app.json': good['app.json'], 'AcolheApp.js': '' });
    expect(check).toThrow(/icon\.png is missing/);
    make({ ...good, 'other.js': '' });
    expect(check).toThrow(/more than one script/);
    make({ ...good, 'app.json': JSON.stringify({ ...info, implements: [], requiredApiVersion: '1.62.0' }) });
    expect(check).toThrow(/requiredApiVersion/);
  });

  it("the project's own app.json fits package.json and what deploy asks of a server", () => {
    const info = readAppInfo(projectRoot);
    const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(info.version).toBe(manifest.version);
    expect(info.requiredApiVersion).toMatch(new RegExp(`^>=${minimum.engine.replaceAll('.', '\\.')} `));
  });
});
