import { copyFileSync, mkdirSync, rmSync, statSync } from 'fs';
import path from 'path';
import { readAppInfo } from './app-info';
import { bundleApp } from './bundle';
import { checkZip } from './check-zip';
import { implementedHooks } from './implemented-hooks';
import { readLabels } from './labels';
import { runRcApps } from './rc-apps';
import { stageApp } from './staging';

export interface PackagedApp {
  /** Absolute path of the zip. */
  file: string;
  id: string;
  version: string;
  sizeBytes: number;
  hooks: string[];
  permissions: string[];
}

/**
 * Packages the app in `root` into `<outDir>/<nameSlug>_<version>.zip`, ready for a Rocket.Chat workspace.
 * @throws Failure
 */
export async function buildApp({ root, outDir }: { root: string; outDir: string }): Promise<PackagedApp> {
  const info = readAppInfo(root);
  const entry = path.join(root, 'src', info.classFile);
  const className = path.basename(info.classFile, '.ts');
  const hooks = implementedHooks(entry, className);
  const labels = readLabels(root);
  const bundle = await bundleApp({ root, entry, className, hooks });
  const folder = stageApp({ root, info, bundle, labels });
  try {
    const zipName = `${info.nameSlug}_${info.version}.zip`;
    const zip = await runRcApps(folder, zipName);
    checkZip(zip, { info, hooks, files: Object.keys(labels).map((language) => `i18n/${language}.json`) });
    const file = path.resolve(outDir, zipName);
    mkdirSync(path.dirname(file), { recursive: true });
    copyFileSync(zip, file);
    return {
      file,
      id: info.id,
      version: info.version,
      sizeBytes: statSync(file).size,
      hooks,
      permissions: info.permissions.map((permission) => permission.name),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
