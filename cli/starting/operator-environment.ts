/** What operators' commands need to work on the demonstration: a file for the shell, readable by its owner only. */
import { createHmac } from 'crypto';
import { renameSync, rmSync, writeFileSync } from 'fs';
import path from 'path';
import type { LocalSecrets } from './local-secrets';

type Environment = Record<string, string | undefined>;

/** Where the registry of tenants is and what opens it. */
const registryVariable = /^ACOLHE_(MASTER_K|CONTROL_|KMS_)/;

/**
 * The registry's variables as they were given, else a registry of the demonstration's own with a master key from the
 * secret there is: nothing more to keep. With one, `acolhe tenant …` works beside the demonstration's tenant.
 */
export function registryEnvironment(env: Environment, { sealingKey }: LocalSecrets): Record<string, string> {
  const given = Object.entries(env).flatMap(([name, value]) =>
    registryVariable.test(name) && value ? [[name, value] as const] : [],
  );
  if (given.some(([name]) => name.startsWith('ACOLHE_MASTER_K'))) return Object.fromEntries(given);
  const masterKey = createHmac('sha256', sealingKey).update('master-key').digest('base64');
  // A MongoDB that was given may hold a registry already, which this key does not open.
  const own = { ACOLHE_CONTROL_DATABASE: 'acolhe_demo_control', ACOLHE_MASTER_KEY: masterKey };
  return { ...own, ...Object.fromEntries(given) };
}

/** As a shell reads it back, whatever it holds. */
const quoted = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`;

/** `. <file>` in a shell. Pure. */
export function shellText(environment: Record<string, string>): string {
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
  return ['# Holds keys. Use: set -a; . this file; npx acolhe audit verify', ...lines, ''].join('\n');
}

/** @returns the file, `crm.env` in the folder; one of an earlier start is replaced */
export function writeOperatorEnvironment(folder: string, environment: Record<string, string>): string {
  const file = path.join(folder, 'crm.env');
  const made = `${file}.${process.pid}`;
  try {
    // a mode is given to a new file only
    writeFileSync(made, shellText(environment), { mode: 0o600, flag: 'wx' });
    renameSync(made, file);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  }
  return file;
}
