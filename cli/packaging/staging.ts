import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { Failure } from '../failure';
import type { AppInfo } from './app-info';
import type { LabelLanguage, Labels } from './labels';

export interface StagedApp {
  root: string;
  info: AppInfo;
  bundle: string;
  labels: Record<LabelLanguage, Labels>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * A folder with exactly what belongs into the zip, and the packages that Rocket.Chat's packager resolves from it.
 * The caller removes it.
 * @throws Failure bad-temporary-folder
 */
export function stageApp({ root, info, bundle, labels }: StagedApp): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'acolhe-package-')));
  try {
    // the packager matches these against the absolute path, and then packs nothing without a word
    if (/node_modules|\.git|[\\/]dist[\\/]|[[\]*?]/.test(folder)) {
      throw new Failure(
        'bad-temporary-folder',
        `Packaging cannot work in ${folder}: set TMPDIR to a plainer folder`,
      );
    }
    copyFileSync(path.join(root, info.iconFile), path.join(folder, info.iconFile));
    writeFileSync(path.join(folder, info.classFile), bundle);
    writeFileSync(path.join(folder, 'app.json'), json(info));
    // the packager overwrites requiredApiVersion with this when the two differ
    writeFileSync(
      path.join(folder, 'package.json'),
      json({ private: true, devDependencies: { '@rocket.chat/apps-engine': info.requiredApiVersion } }),
    );
    mkdirSync(path.join(folder, 'i18n'));
    for (const [language, texts] of Object.entries(labels)) {
      writeFileSync(path.join(folder, 'i18n', `${language}.json`), json(texts));
    }
    linkPackages(folder);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The bundle is not type-checked again, so an empty @types/node is enough. */
function linkPackages(folder: string): void {
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, '@rocket.chat'), { recursive: true });
  for (const name of ['typescript', '@rocket.chat/apps-engine']) {
    symlinkSync(path.dirname(require.resolve(`${name}/package.json`)), path.join(modules, name), 'junction');
  }
  mkdirSync(path.join(modules, '@types/node'), { recursive: true });
  writeFileSync(path.join(modules, '@types/node/index.d.ts'), 'export {};\n');
}
