import { readFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { Failure } from '../failure';
import { refusalOf } from './refusals';
import { requireRoom, requireVersion } from './requirements';
import { workspaceClient, type Session, type WorkspaceClient } from './workspace-client';
import { readZipInfo, type ZipInfo } from './zip-info';

export type Credentials = Session | { user: string; password: string; code?: string };

export interface DeployRequest {
  url: string;
  credentials: Credentials;
  zip: string;
  /** Only check; change nothing. */
  dryRun: boolean;
  say: (line: string) => void;
}

export interface Deployed {
  url: string;
  rocketChat: string;
  appId: string;
  version: string;
  action: 'installed' | 'updated' | 'none';
  /** The app's status as Rocket.Chat names it; absent after a dry run. */
  status?: string;
}

const serverInfo = z.union([
  z.object({ version: z.string() }),
  z.object({ info: z.object({ version: z.string() }) }).transform(({ info }) => info),
]);
const signIn = z.object({ data: z.object({ authToken: z.string(), userId: z.string() }) });
const counts = z.object({ totalPrivateEnabled: z.number(), maxPrivateApps: z.number() });
const app = z.object({
  app: z.looseObject({ status: z.string().optional(), version: z.string().optional() }),
});
const isEnabled = (status: string | undefined): boolean =>
  status === 'auto_enabled' || status === 'manually_enabled';

/**
 * Brings a packaged app into a Rocket.Chat workspace, after checking that it can run there.
 * @throws Failure that says what to do
 */
export async function deployApp({ url, credentials, zip, dryRun, say }: DeployRequest): Promise<Deployed> {
  const info = readZipInfo(zip);
  const client = workspaceClient(url);
  const rocketChat = await serverVersion(client);
  say(`Rocket.Chat ${rocketChat} at ${client.url}`);
  requireVersion(rocketChat);
  const code = 'code' in credentials ? credentials.code : undefined;
  const session = 'token' in credentials ? credentials : await login(client, credentials);
  try {
    const installed = await installedApp(client, session, info.id);
    const places = await read(client, session, '/api/apps/count', counts, 'Reading what the plan allows');
    requireRoom(places, isEnabled(installed?.status));
    say(
      installed
        ? `Version ${installed.version ?? '?'} is there (${installed.status ?? '?'})`
        : 'Not there yet',
    );
    const result = { url: client.url, rocketChat, appId: info.id, version: info.version };
    if (dryRun) return { ...result, action: 'none' };
    const status = await upload(client, session, { zip, info, update: installed !== undefined, code });
    return { ...result, action: installed ? 'updated' : 'installed', status };
  } finally {
    // a session that was opened here is closed here
    if (!('token' in credentials))
      await client.send('POST', '/api/v1/logout', { session }).catch(() => undefined);
  }
}

export async function serverVersion(client: WorkspaceClient): Promise<string> {
  const answer = await client.send('GET', '/api/info');
  const parsed = serverInfo.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) return parsed.data.version;
  throw new Failure(
    'no-rocketchat',
    `${client.url} does not answer as a Rocket.Chat does (${answer.status})`,
    2,
  );
}

/** @throws Failure not-signed-in, second-factor */
export async function login(
  client: WorkspaceClient,
  { user, password, code }: { user: string; password: string; code?: string },
): Promise<Session> {
  const answer = await client.send('POST', '/api/v1/login', {
    body: { user, password, ...(code ? { code } : {}) },
  });
  const parsed = signIn.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) throw refusalOf(answer, 'Signing in');
  return { token: parsed.data.data.authToken, userId: parsed.data.data.userId };
}

async function read<T extends z.ZodType>(
  client: WorkspaceClient,
  session: Session,
  where: string,
  schema: T,
  doing: string,
): Promise<z.output<T>> {
  const answer = await client.send('GET', where, { session });
  const parsed = schema.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) return parsed.data;
  throw refusalOf(answer, doing);
}

async function installedApp(client: WorkspaceClient, session: Session, id: string) {
  const answer = await client.send('GET', `/api/apps/${encodeURIComponent(id)}`, { session });
  if (answer.status === 404) return undefined;
  const parsed = app.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) return parsed.data.app;
  throw refusalOf(answer, 'Looking for the app');
}

interface Upload {
  zip: string;
  info: ZipInfo;
  update: boolean;
  code?: string;
}

/** The server answers success even when it could not enable the app, so its status is what counts. */
async function upload(
  client: WorkspaceClient,
  session: Session,
  { zip, info, update, code }: Upload,
): Promise<string> {
  const body = new FormData();
  body.append('permissions', JSON.stringify(info.permissions));
  body.append('app', new Blob([readFileSync(zip)], { type: 'application/zip' }), path.basename(zip));
  const where = update ? `/api/apps/${encodeURIComponent(info.id)}` : '/api/apps';
  const answer = await client.send('POST', where, { session, body, code });
  if (answer.status !== 200) throw refusalOf(answer, update ? 'Updating the app' : 'Installing the app');
  const parsed = app.safeParse(answer.body);
  const status = parsed.success ? parsed.data.app.status : undefined;
  if (status !== undefined && isEnabled(status)) return status;
  throw new Failure(
    'not-enabled',
    `The app is on the server but not running (status ${status ?? 'unknown'}). See its log in Administration > Marketplace > Private Apps > Acolhe, ` +
      'and enable it there; if the plan allows no more private apps, disable another one first.',
  );
}
