import { accessSync, constants } from 'fs';
import path from 'path';

type Environment = Record<string, string | undefined>;

/** The first of `names` that can be run, in the order of the PATH's folders for each name. */
export function onPath(names: readonly string[], env: Environment): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isRunnable);
}

/** Chromium or Chrome for the tests that need a browser: ACOLHE_CHROMIUM, else the system's. */
export function findBrowser(env: Environment = process.env): string | undefined {
  const given = env['ACOLHE_CHROMIUM'];
  if (given) return isRunnable(given) ? given : undefined;
  return onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'], env);
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
