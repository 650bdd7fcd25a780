/** An app that does nothing, packaged exactly as Acolhe is: what installing any app costs. */
import { copyFileSync, mkdirSync, writeFileSync } from 'fs';
import path from 'path';
import { buildApp, type PackagedApp } from '../../cli/packaging/build-app';
import { readAppInfo } from '../../cli/packaging/app-info';
import { labelLanguages } from '../../cli/packaging/labels';

const source = `import { App } from '@rocket.chat/apps-engine/definition/App';
export class EmptyApp extends App {}
`;

/** @param folder an empty one, for its sources and its zip */
export async function buildEmptyApp(root: string, folder: string): Promise<PackagedApp> {
  const info = readAppInfo(root);
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  writeFileSync(path.join(folder, 'src/EmptyApp.ts'), source);
  copyFileSync(path.join(root, info.iconFile), path.join(folder, info.iconFile));
  const own = {
    id: '7d0f6f0a-3c1b-4a54-9a63-2f0d5f1f7c11',
    name: 'Empty',
    nameSlug: 'empty',
    classFile: 'EmptyApp.ts',
  };
  writeFileSync(path.join(folder, 'app.json'), JSON.stringify({ ...info, ...own }));
  const labels = path.join(folder, 'settings/texts/app');
  mkdirSync(labels, { recursive: true });
  for (const language of labelLanguages) writeFileSync(path.join(labels, `${language}.json`), '{}');
  return buildApp({ root: folder, outDir: path.join(folder, 'dist') });
}
