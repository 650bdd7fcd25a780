import { resolve } from 'path';
import * as z from 'zod';

export interface WorkspaceConfig {
  host: string;
  /** 0: any free one. */
  port: number;
  /** Where the engine keeps what must outlive a run. */
  stateDir: string;
  /** Rooms, messages, people and the app's memory outlive the run, in `state.json` of stateDir. */
  keepState?: boolean;
  /** Path of a packaged app, installed at start. */
  appZip?: string;
  appSettings?: Record<string, unknown>;
  /** The omnichannel webhook: told everything that happens. */
  webhook?: { url: string; token: string };
  /** Who reads the REST API for a CRM: a user with a personal access token of the operator's choice. */
  sync?: { userId: string; token: string };
  /** Engine processes on one store, as in a Rocket.Chat of several instances. */
  instances?: number;
  /** What the workspace's plan allows; 'community': no private app, a single department. Default 'starter'. */
  plan?: 'community' | 'starter';
  /** Makes the demonstration's departments and sign-ins. */
  demo?: boolean;
  log: (line: string) => void;
}

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const environment = z.object({
  ACOLHE_WORKSPACE_HOST: z.string().min(1).default('127.0.0.1'),
  ACOLHE_WORKSPACE_PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  ACOLHE_STATE_DIR: z.string().min(1).default('.acolhe/workspace'),
  ACOLHE_APP_ZIP: optional(z.string()),
  ACOLHE_APP_SETTINGS: optional(json.pipe(z.record(z.string(), z.unknown()))),
  ACOLHE_WEBHOOK_URL: optional(z.url({ protocol: /^https?$/ })),
  ACOLHE_WEBHOOK_TOKEN: z.string().default(''),
  ACOLHE_SYNC_USER: optional(z.string().regex(/^[\w.-]{1,100}$/)),
  ACOLHE_SYNC_TOKEN: optional(z.string().min(16)),
  ACOLHE_WORKSPACE_INSTANCES: z.coerce.number().int().min(1).max(8).default(1),
  ACOLHE_DEMO: z.enum(['', '0', '1', 'true', 'false']).default(''),
});

/** A variable that cannot be read; the message names it and says why. */
export class ConfigError extends Error {}

/** @throws ConfigError naming every variable that is wrong, never its value */
export function readConfig(env: NodeJS.ProcessEnv, log: (line: string) => void): WorkspaceConfig {
  const read = environment.safeParse(env);
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  }
  const given = read.data;
  return {
    host: given.ACOLHE_WORKSPACE_HOST,
    port: given.ACOLHE_WORKSPACE_PORT,
    stateDir: resolve(given.ACOLHE_STATE_DIR),
    keepState: true,
    appZip: given.ACOLHE_APP_ZIP === undefined ? undefined : resolve(given.ACOLHE_APP_ZIP),
    appSettings: given.ACOLHE_APP_SETTINGS,
    webhook:
      given.ACOLHE_WEBHOOK_URL === undefined
        ? undefined
        : { url: given.ACOLHE_WEBHOOK_URL, token: given.ACOLHE_WEBHOOK_TOKEN },
    ...(given.ACOLHE_SYNC_USER && given.ACOLHE_SYNC_TOKEN
      ? { sync: { userId: given.ACOLHE_SYNC_USER, token: given.ACOLHE_SYNC_TOKEN } }
      : {}),
    instances: given.ACOLHE_WORKSPACE_INSTANCES,
    demo: given.ACOLHE_DEMO === '1' || given.ACOLHE_DEMO === 'true',
    log,
  };
}
