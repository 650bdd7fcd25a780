/** An app of one file, packaged exactly as Acolhe is. */
import { copyFileSync, mkdirSync, writeFileSync } from 'fs';
import path from 'path';
import { buildApp, type PackagedApp } from '../../cli/packaging/build-app';
import { readAppInfo } from '../../cli/packaging/app-info';
import { labelLanguages } from '../../cli/packaging/labels';

export interface SmallApp {
  id: string;
  name: string;
  /** Declares the class `<name>App`. */
  source: string;
}

/** @param folder an empty one, for its sources and its zip */
export async function buildSmallApp(root: string, folder: string, app: SmallApp): Promise<PackagedApp> {
  const { id, name, source } = app;
  const info = readAppInfo(root);
  const classFile = `${name}App.ts`;
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  writeFileSync(path.join(folder, 'src', classFile), source);
  copyFileSync(path.join(root, info.iconFile), path.join(folder, info.iconFile));
  const own = { id, name, nameSlug: name.toLowerCase(), classFile };
  writeFileSync(path.join(folder, 'app.json'), JSON.stringify({ ...info, ...own }));
  const labels = path.join(folder, 'settings/texts/app');
  mkdirSync(labels, { recursive: true });
  for (const language of labelLanguages) writeFileSync(path.join(labels, `${language}.json`), '{}');
  return buildApp({ root: folder, outDir: path.join(folder, 'dist') });
}
