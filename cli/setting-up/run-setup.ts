/** Setup from end to end: read, plan, ask, change, and keep how to undo it. Whatever it cannot do changes nothing. */
import * as z from 'zod';
import { type Credentials, login, serverVersion } from '../deploying/deploy-app';
import { requireRoom, requireVersion } from '../deploying/requirements';
import { type Session, workspaceClient, type WorkspaceClient } from '../deploying/workspace-client';
import { Failure } from '../failure';
import { adminClient, type AdminClient } from './admin-client';
import type { CrmSide } from './crm-side';
import { type Journal, newJournal } from './journal';
import { makeChange, type ReaderToken } from './make-change';
import { type Change, planChanges, type Plan } from './plan';
import { type Secrets, secretsOf, type Wanted } from './prepared';
import { readWorkspace } from './read-workspace';

export interface Signed {
  admin: AdminClient;
  client: WorkspaceClient;
  session: Session;
  version: string;
  email: string;
}

const me = z.looseObject({
  _id: z.string(),
  roles: z.array(z.string()).default([]),
  email: z.string().optional(),
});

/** Signs in as an administrator, works, and signs out again. @throws Failure */
export async function asAdministrator<T>(
  { url, credentials }: { url: string; credentials: Credentials },
  work: (signed: Signed) => Promise<T>,
): Promise<T> {
  const client = workspaceClient(url);
  const version = await serverVersion(client);
  requireVersion(version);
  const code = 'code' in credentials ? credentials.code : undefined;
  const session = 'token' in credentials ? credentials : await login(client, credentials);
  try {
    const admin = adminClient(client, session, code);
    const { roles, email } = await admin.get('/api/v1/me', me);
    if (!roles.includes('admin'))
      throw new Failure(
        'permission-missing',
        'This account is no administrator of the workspace: sign in as one.',
      );
    return await work({ admin, client, session, version, email: email ?? 'acolhe@localhost.invalid' });
  } finally {
    if (!('token' in credentials))
      await client.send('POST', '/api/v1/logout', { session }).catch(() => undefined);
  }
}

const installed = z.object({
  app: z.looseObject({ version: z.string().optional(), status: z.string().optional() }),
});
const counts = z.object({ totalPrivateEnabled: z.number(), maxPrivateApps: z.number() });

/** @throws Failure app-missing, no-private-apps */
export async function requireApp(
  admin: AdminClient,
  appId: string,
): Promise<{ version: string; status: string }> {
  const found = await admin.find(`/api/apps/${encodeURIComponent(appId)}`, installed);
  if (found) return { version: found.app.version ?? '?', status: found.app.status ?? 'unknown' };
  requireRoom(await admin.get('/api/apps/count', counts), false);
  throw new Failure(
    'app-missing',
    `The app is not installed: first run npx acolhe deploy --url ${admin.url}`,
  );
}

export interface SetupRequest {
  url: string;
  credentials: Credentials;
  appId: string;
  wanted: Wanted;
  newSecret: () => string;
  now: () => Date;
  say: (line: string) => void;
  /** Shows the plan and gives the changes to make. */
  choose: (plan: Plan) => Promise<readonly Change[]>;
  /** Keeps the CRM's half of the secrets; called before the first change and again with the token. */
  keepCrmSide: (secrets: Secrets, token: ReaderToken | undefined) => Promise<CrmSide>;
  keepJournal: (journal: Journal) => void;
}

export interface SetUp {
  plan: Plan;
  made: Change[];
  crm?: CrmSide;
}

export async function runSetup(request: SetupRequest): Promise<SetUp> {
  const { appId, wanted, say } = request;
  return asAdministrator(request, async (signed) => {
    const { admin, client } = signed;
    say(`Rocket.Chat ${signed.version} at ${admin.url}`);
    await requireApp(admin, appId);
    const current = await readWorkspace(admin, appId, wanted);
    const secrets = secretsOf(current, wanted, request.newSecret);
    const plan = planChanges(current, wanted, secrets);
    const chosen = await request.choose(plan);
    if (chosen.length === 0) return { plan, made: [] };
    let crm = await request.keepCrmSide(secrets, undefined);
    const journal = newJournal(admin.url, appId, request.now());
    const made: Change[] = [];
    const keepToken = async (token: ReaderToken): Promise<void> => {
      crm = await request.keepCrmSide(secrets, token);
    };
    for (const change of chosen) {
      try {
        const undo = await makeChange({ admin, client, appId, email: signed.email, keepToken }, change);
        made.push(change);
        if (undo) journal.undo.push(undo);
        request.keepJournal(journal);
      } catch (error) {
        throw interrupted(error, made.length, chosen.length);
      }
    }
    return { plan, made, crm };
  });
}

function interrupted(error: unknown, made: number, all: number): unknown {
  if (!(error instanceof Failure) || made === 0) return error;
  const words = `${error.message}\n${made} of ${all} changes were made. Run setup again to make the others, or --undo to take these back.`;
  return new Failure(error.code, words, error.exitCode, { cause: error });
}
