import AdmZip from 'adm-zip';
import { isDeepStrictEqual } from 'util';
import { Failure } from '../failure';
import type { AppInfo } from './app-info';

export interface ExpectedZip {
  info: AppInfo;
  hooks: readonly string[];
  /** Paths that must be there besides app.json, the class and the icon. */
  files: readonly string[];
}

/**
 * The packager says "finished" even for a zip without its icon or with another app.json, so the zip is looked into.
 * @throws Failure bad-zip
 */
export function checkZip(file: string, { info, hooks, files }: ExpectedZip): void {
  const zip = new AdmZip(file);
  const names = zip.getEntries().map((entry) => entry.entryName);
  const refuse = (why: string): never => {
    throw new Failure('bad-zip', `The packaged zip is not as it must be: ${why}`);
  };
  for (const name of ['app.json', info.classFile.replace(/\.ts$/, '.js'), info.iconFile, ...files]) {
    if (!names.includes(name)) refuse(`${name} is missing`);
  }
  // with a second script Rocket.Chat bundles the app again at each start
  const scripts = names.filter((name) => name.endsWith('.js'));
  if (scripts.length !== 1) refuse(`more than one script (${scripts.join(', ')})`);
  const packed = JSON.parse(zip.readAsText('app.json')) as Record<string, unknown>;
  for (const [key, wanted] of Object.entries({ ...info, implements: [...hooks] })) {
    if (!isDeepStrictEqual(packed[key], wanted))
      refuse(`app.json has ${key} = ${JSON.stringify(packed[key])}`);
  }
}
