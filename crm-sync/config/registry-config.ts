/** Where the registry of tenants is, and the master key that opens it. Without a master key there is no registry. */
import type { MasterKeyConfig } from '../tenants/master-keys';

export interface RegistryConfig {
  /** The control database, at `MONGODB_URI`. */
  database: string;
  masterKey: MasterKeyConfig;
}

export interface ReadableFile {
  text: string;
  /** Permission bits; `undefined` where the system has none. */
  mode: number | undefined;
}

type Told = (variable: string, problem: string) => void;
type MasterKey = MasterKeyConfig['current'];

const readableByOthers = 0o007;
const writableByGroup = 0o020;

function keyOf(text: string, variable: string, told: Told): MasterKey | undefined {
  const key = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (key.length === 32) return { kind: 'local', key };
  told(variable, 'must be base64 of exactly 32 bytes');
  return undefined;
}

/** One key a line: the first wraps, the others open what they wrapped. */
function keysOfFile(path: string, readFile: (path: string) => ReadableFile, told: Told): MasterKey[] {
  const variable = 'ACOLHE_MASTER_KEY_FILE';
  let file: ReadableFile;
  try {
    file = readFile(path);
  } catch {
    told(variable, 'the file cannot be read');
    return [];
  }
  if (file.mode !== undefined && file.mode & (readableByOthers | writableByGroup)) {
    told(variable, 'others may use the file: let only its owner (and at most its group) read it, chmod 600');
    return [];
  }
  const lines = file.text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) told(variable, 'the file is empty');
  return lines.flatMap((line) => keyOf(line.trim(), variable, told) ?? []);
}

/**
 * @param env the variables that concern the registry, empty ones left out
 * @returns nothing when no master key is configured, or something is wrong and was told
 */
export function readRegistryConfig(
  env: {
    controlDatabase?: string | undefined;
    masterKey?: string | undefined;
    masterKeyPrevious?: string | undefined;
    masterKeyFile?: string | undefined;
    kmsKey?: string | undefined;
    kmsKeyPrevious?: string | undefined;
    kmsEndpoint?: string | undefined;
  },
  readFile: (path: string) => ReadableFile,
  told: Told,
): RegistryConfig | undefined {
  const kms = (keyName: string): MasterKey => ({ kind: 'kms', keyName });
  const current = [
    ...(env.masterKey ? [keyOf(env.masterKey, 'ACOLHE_MASTER_KEY', told)] : []),
    ...(env.masterKeyFile ? keysOfFile(env.masterKeyFile, readFile, told) : []),
    ...(env.kmsKey ? [kms(env.kmsKey)] : []),
  ].filter((key) => key !== undefined);
  const previous = [
    ...(env.masterKeyPrevious ? [keyOf(env.masterKeyPrevious, 'ACOLHE_MASTER_KEY_PREVIOUS', told)] : []),
    ...(env.kmsKeyPrevious ? [kms(env.kmsKeyPrevious)] : []),
  ].filter((key) => key !== undefined);
  const sources = [env.masterKey, env.masterKeyFile, env.kmsKey].filter(Boolean).length;
  if (sources > 1) {
    told('ACOLHE_MASTER_KEY', 'give one of ACOLHE_MASTER_KEY, ACOLHE_MASTER_KEY_FILE, ACOLHE_MASTER_KMS_KEY');
    return undefined;
  }
  const database = env.controlDatabase || 'acolhe_control';
  if (!/^[A-Za-z0-9_-]{1,63}$/.test(database)) {
    told('ACOLHE_CONTROL_DATABASE', 'must be 1 to 63 letters, digits, _ or -');
    return undefined;
  }
  if (env.kmsEndpoint && !/^https?:\/\/[^\s/]+\/?$/.test(env.kmsEndpoint)) {
    told('ACOLHE_KMS_ENDPOINT', 'must be an http(s) address without a path');
    return undefined;
  }
  const [first, ...others] = current;
  if (!first) {
    if (sources === 0 && previous.length)
      told('ACOLHE_MASTER_KEY_PREVIOUS', 'there is no current master key beside it');
    return undefined;
  }
  return {
    database,
    masterKey: {
      current: first,
      previous: [...others, ...previous],
      ...(env.kmsEndpoint && { kmsEndpoint: env.kmsEndpoint }),
    },
  };
}
