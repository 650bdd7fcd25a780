/** The service's settings, read once from the environment. Everything wrong is told at once; secrets are never printed. */
import { readFileSync, statSync } from 'fs';
import { isAbsolute } from 'path';
import * as z from 'zod';
import { languages } from '../../contract/event';
import { readRegistryConfig, type RegistryConfig } from './registry-config';

const name = z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -');

function base64(minBytes: number, exact = false) {
  const wanted = exact ? `exactly ${minBytes}` : `at least ${minBytes}`;
  return z.string().transform((text, context) => {
    const bytes = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
    if (exact ? bytes.length === minBytes : bytes.length >= minBytes) return bytes;
    context.addIssue({ code: 'custom', message: `must be base64 of ${wanted} bytes` });
    return z.NEVER;
  });
}

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as America/Fortaleza');

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((text) => text.replace(/\/+$/, ''));
const mongoUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must start with mongodb:// or mongodb+srv://');

export const workspaceSchema = z
  .strictObject({
    id: name,
    url,
    /** Id of the installed app; commands to a workspace without one wait. */
    appId: z.string().min(1).max(100).optional(),
    /** Signing secrets: the current one first, then the one being retired. */
    secrets: z.array(z.string().min(16, 'must have at least 16 characters')).min(1).max(2),
    /** What Rocket.Chat's omnichannel webhook sends as `X-RocketChat-Livechat-Token`; without it the webhook is refused. */
    webhookToken: z.string().min(16, 'must have at least 16 characters').optional(),
    /** Whom reconciliation reads Rocket.Chat as; without it nothing is read. */
    rocketchat: z
      .strictObject({
        userId: z.string().min(1).max(200),
        /** A personal access token. */
        token: z.string().min(1).max(500),
        /** Language of the app there, for conversations it never told of. */
        language: z.enum(languages).default('pt-BR'),
        /** Usernames of bots: what they write is no person's. */
        bots: z.array(z.string().min(1).max(200)).max(20).optional(),
        everySeconds: z.number().int().min(1).max(86_400).default(60),
        overlapMinutes: z.number().int().min(0).max(10_080).default(10),
        /** Things younger than this are left to the app, which tells them first. */
        graceSeconds: z.number().int().min(0).max(3_600).default(60),
        /** Who gives conversations to agents: Rocket.Chat, by its own routing, or we, in the product's order. Default: rocketchat. */
        dispatcher: z.enum(['rocketchat', 'acolhe']).optional(),
        /** Of our dispatcher: conversations at once, for agents of whom Rocket.Chat tells no limit. Default: 3. */
        placesPerAgent: z.number().int().min(1).max(100).optional(),
      })
      .optional(),
  })
  .superRefine((one, context) => {
    if (one.rocketchat && !isSafeUrl(one.url))
      context.addIssue({
        code: 'custom',
        path: ['url'],
        message: 'must be https (or loopback) to read Rocket.Chat',
      });
  });

/** Credentials travel only over TLS or within this machine. */
function isSafeUrl(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function distinct<T extends { id: string }>(what: string) {
  return (list: readonly T[], context: z.RefinementCtx): void => {
    if (new Set(list.map((item) => item.id)).size < list.length) {
      context.addIssue({ code: 'custom', message: `${what} ids must differ` });
    }
  };
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:00');
const contactHours = z
  .strictObject({ from: clock, to: clock })
  .refine(({ from, to }) => from < to, 'must begin before it ends, on the same day');

export const tenantSchema = z.strictObject({
  id: name,
  name: z.string().min(1).max(200),
  timeZone: timeZone.default('America/Fortaleza'),
  database: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,63}$/, 'must be 1 to 63 letters, digits, _ or -')
    .optional(),
  uri: mongoUri.optional(),
  /** Keys that wrap the data keys; the first is current, the others still open what they wrapped. */
  sealingKeys: z
    .array(z.strictObject({ id: name, key: base64(32, true) }))
    .min(1)
    .superRefine(distinct('sealing key')),
  workspaces: z.array(workspaceSchema).superRefine(distinct('workspace')),
  /** Codes of an authenticator app at sign-in: for nobody, for who set one up (default), or for everybody. */
  secondFactor: z.enum(['off', 'optional', 'required']).optional(),
  /** Keep the bytes of files that patients and agents send, sealed, and not only what is known of them. */
  keepFiles: z.boolean().optional(),
  /** When the bot may write of its own accord, in the tenant's time zone; default 08:00 to 20:00. */
  contactHours: contactHours.optional(),
});

export type TenantConfig = z.infer<typeof tenantSchema>;

/** One database per tenant. */
export function databaseOf(one: Pick<TenantConfig, 'id' | 'database'>): string {
  return one.database ?? `acolhe_${one.id}`;
}

export const tenantList = z
  .array(tenantSchema)
  .min(1, 'must name at least one tenant')
  .superRefine(distinct('tenant'))
  .superRefine((list, context) => {
    const databases = new Set(list.map((one) => `${one.uri ?? ''} ${databaseOf(one)}`));
    if (databases.size < list.length)
      context.addIssue({ code: 'custom', message: 'tenants must not share a database' });
  });
export type WorkspaceConfig = z.infer<typeof workspaceSchema>;

const namedProxies = z.enum(['loopback', 'linklocal', 'uniquelocal']);
const proxy = z.union([namedProxies, z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
/** Whoever is trusted says for others where they come from, so “everybody” is none of the answers. */
const proxies = z.string().transform((text, context) => {
  const list = text.split(',').map((item) => item.trim());
  if (list.every((item) => proxy.safeParse(item).success && !item.endsWith('/0'))) return list;
  context.addIssue({
    code: 'custom',
    message: 'must list addresses, ranges such as 10.0.0.0/8, loopback, linklocal or uniquelocal, by commas',
  });
  return z.NEVER;
});

const variables = {
  ACOLHE_CRM_HOST: z.string().min(1).default('127.0.0.1'),
  ACOLHE_CRM_PORT: z.coerce.number('must be a port, 0 to 65535').int().min(0).max(65_535).default(3080),
  MONGODB_URI: mongoUri,
  ACOLHE_TENANTS: tenantList,
  ACOLHE_SESSION_KEY: base64(32),
  ACOLHE_TRUST_PROXY: proxies.optional(),
  ACOLHE_AUDIT_CHECKPOINTS: z
    .string()
    .refine((folder) => isAbsolute(folder), 'must be an absolute path')
    .optional(),
  ACOLHE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
};

export interface CrmConfig {
  host: string;
  /** 0 = any free port. */
  port: number;
  mongodbUri: string;
  /** Those of the configuration; the registry may hold others. */
  tenants: TenantConfig[];
  /** Absent without a master key: then there are no other tenants. */
  registry?: RegistryConfig;
  sessionKey: Buffer;
  /** Reverse proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  trustProxy: string[];
  /** Folder where signed checkpoints of the audit log are kept besides the database. */
  auditCheckpoints?: string;
  logLevel: string;
}

/** Lists each wrong variable and why; holds no value of any. */
export class ConfigError extends Error {
  readonly code = 'bad-configuration';
  constructor(readonly problems: readonly { variable: string; problem: string }[]) {
    super(['Wrong configuration:', ...problems.map((p) => `  ${p.variable}: ${p.problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

type Problem = { variable: string; problem: string };

function tenantsText(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string,
  others: boolean,
): { variable: string; value?: unknown; problem?: string } {
  const fromFile = env['ACOLHE_TENANTS'] === undefined && env['ACOLHE_TENANTS_FILE'] !== undefined;
  const variable = fromFile ? 'ACOLHE_TENANTS_FILE' : 'ACOLHE_TENANTS';
  let text: string | undefined;
  try {
    text = fromFile ? readFile(env['ACOLHE_TENANTS_FILE']!) : env['ACOLHE_TENANTS'];
  } catch {
    return { variable, problem: 'the file cannot be read' };
  }
  if (text === undefined) {
    if (others) return { variable };
    return { variable, problem: 'missing (or give ACOLHE_TENANTS_FILE, or a master key and a registry)' };
  }
  try {
    return { variable, value: JSON.parse(text) };
  } catch {
    return { variable, problem: 'is not JSON' };
  }
}

/** What is wrong with one value, in words that never repeat the value. */
function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const where = issue.path.length ? `${issue.path.join('.')} ` : '';
    return `${where}${issue.message}`;
  });
}

/** Windows' bits say nothing about who may read. */
function fileMode(path: string): number | undefined {
  return process.platform === 'win32' ? undefined : statSync(path).mode;
}

/**
 * @param env usually `process.env`
 * @param modeOf permission bits of a file
 * @throws ConfigError naming every wrong variable
 */
export function readConfig(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
  modeOf: (path: string) => number | undefined = fileMode,
): CrmConfig {
  const problems: Problem[] = [];
  const registry = readRegistryConfig(
    {
      controlDatabase: env['ACOLHE_CONTROL_DATABASE'],
      masterKey: env['ACOLHE_MASTER_KEY'],
      masterKeyPrevious: env['ACOLHE_MASTER_KEY_PREVIOUS'],
      masterKeyFile: env['ACOLHE_MASTER_KEY_FILE'],
      kmsKey: env['ACOLHE_MASTER_KMS_KEY'],
      kmsKeyPrevious: env['ACOLHE_MASTER_KMS_KEY_PREVIOUS'],
      kmsEndpoint: env['ACOLHE_KMS_ENDPOINT'],
    },
    (path) => ({ text: readFile(path), mode: modeOf(path) }),
    (variable, problem) => problems.push({ variable, problem }),
  );
  const read = <K extends keyof typeof variables>(
    key: K,
    value: unknown,
    variable: string = key,
  ): z.output<(typeof variables)[K]> => {
    const parsed = variables[key].safeParse(value === '' ? undefined : value);
    if (parsed.success) return parsed.data as z.output<(typeof variables)[K]>;
    const missing = value === undefined || value === '';
    for (const problem of missing ? ['missing'] : problemsOf(parsed.error))
      problems.push({ variable, problem });
    return undefined as never;
  };
  // what is wrong with its master key is told; that there are no other tenants is not wrong then
  const wantsRegistry = Object.entries(env).some(([name, value]) => /^ACOLHE_MASTER_K/.test(name) && value);
  const tenants = tenantsText(env, readFile, registry !== undefined || wantsRegistry);
  const config: CrmConfig = {
    host: read('ACOLHE_CRM_HOST', env['ACOLHE_CRM_HOST']),
    port: read('ACOLHE_CRM_PORT', env['ACOLHE_CRM_PORT']),
    mongodbUri: read('MONGODB_URI', env['MONGODB_URI']),
    tenants: tenants.value === undefined ? [] : read('ACOLHE_TENANTS', tenants.value, tenants.variable),
    sessionKey: read('ACOLHE_SESSION_KEY', env['ACOLHE_SESSION_KEY']),
    trustProxy: read('ACOLHE_TRUST_PROXY', env['ACOLHE_TRUST_PROXY']) ?? [],
    auditCheckpoints: read('ACOLHE_AUDIT_CHECKPOINTS', env['ACOLHE_AUDIT_CHECKPOINTS']),
    logLevel: read('ACOLHE_LOG_LEVEL', env['ACOLHE_LOG_LEVEL']),
    ...(registry && { registry }),
  };
  if (tenants.problem) problems.push({ variable: tenants.variable, problem: tenants.problem });
  if (problems.length) throw new ConfigError(problems);
  return config;
}
