/** Delivers queued commands to the workspaces' apps, signed, again and again until the app has answered. */
import axios from 'axios';
import type { FastifyBaseLogger } from 'fastify';
import type { Filter } from 'mongodb';
import { canonicalJson } from '../../contract/canonical-json';
import { command as commandSchema, commandAnswer } from '../../contract/command';
import { sign } from '../../contract/signature';
import { backoffMs } from '../backoff';
import type { WorkspaceConfig } from '../config/config';
import { mayContact } from '../follow-up/contact-hours';
import { tellRefused } from '../follow-up/tell-refused';
import type { Metrics } from '../metrics/metrics';
import type { CommandDocument } from '../store/documents';
import { commandPlace } from '../store/places';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';

const leaseMs = 30_000;
const timeoutMs = 5_000;
const backoff = { baseMs: 1_000, capMs: 600_000 };
const limit = 50;
/** Nothing is put off for longer: what is due later was written by a clock that was ahead. */
const farMs = 2 * backoff.capMs;

function dueCommands(now: Date): Filter<CommandDocument> {
  const far = new Date(now.getTime() + farMs);
  return { state: 'waiting', $or: [{ nextTryAt: { $lte: now } }, { nextTryAt: { $gt: far } }] };
}

export interface CommandSender {
  stop(): Promise<void>;
}

export interface CommandSenderOptions {
  store: Store;
  metrics: Metrics;
  log: FastifyBaseLogger;
  now?: () => Date;
  random?: () => number;
  pollMs?: number;
}

type Outcome = { state: CommandDocument['state']; reason?: string };

/** A room the app does not know any more is one where nobody is asked or waited for; other commands may only be early. */
const isFinal = (status: number, kind: CommandDocument['kind']): boolean =>
  status === 200 || (status === 404 && ['follow-up', 'urgency', 'task'].includes(kind));

/** What staff were to be told at once, and the app was not there to, has another step by then. */
const ringForMs = 3_600_000;
async function deliver(
  workspace: WorkspaceConfig,
  { _id: id, kind }: Pick<CommandDocument, '_id' | 'kind'>,
  body: string,
  atMs: number,
): Promise<Outcome> {
  if (workspace.appId === undefined) return { state: 'waiting', reason: 'no-app-id' };
  const url = `${workspace.url}/api/apps/public/${encodeURIComponent(workspace.appId)}/command`;
  const headers = {
    'content-type': 'application/json',
    ...sign(workspace.secrets[0]!, { id, atMs, payload: body }),
  };
  try {
    const response = await axios.post<unknown>(url, body, {
      headers,
      timeout: timeoutMs,
      maxRedirects: 0,
      maxContentLength: 65_536,
      validateStatus: () => true,
    });
    if (!isFinal(response.status, kind)) return { state: 'waiting', reason: `status-${response.status}` };
    const answer = commandAnswer.safeParse(response.data);
    if (!answer.success) return { state: 'waiting', reason: 'malformed-answer' };
    if (answer.data.result === 'refused')
      return { state: 'refused', ...(answer.data.reason && { reason: answer.data.reason }) };
    return { state: 'accepted' };
  } catch (error) {
    return { state: 'waiting', reason: (axios.isAxiosError(error) && error.code) || 'unreachable' };
  }
}

export function startCommandSender({
  store,
  metrics,
  log,
  now = () => new Date(),
  random = Math.random,
  pollMs = 1_000,
}: CommandSenderOptions): CommandSender {
  async function send(tenant: Tenant, found: CommandDocument): Promise<void> {
    const workspace = tenant.workspaces.find((one) => one.id === found.workspace);
    if (!workspace) return;
    const { _id, attempts, nextTryAt, conversation, createdAt } = found;
    // One after another: of two IDs the later must be the one the conversation ends with.
    const earlier = { state: 'waiting' as const, conversation, createdAt: { $lt: createdAt } };
    if (await tenant.commands.findOne(earlier, { projection: { _id: 1 } })) return;
    const mine = { _id, state: 'waiting' as const };
    // What the bot asks of its own accord waits for the morning; a person may be told to call before.
    if (found.kind === 'follow-up' && !mayContact(tenant, now())) {
      const later = { $set: { nextTryAt: new Date(now().getTime() + 60_000) } };
      await tenant.commands.updateOne({ ...mine, nextTryAt }, later);
      return;
    }
    if (found.kind === 'ring' && now().getTime() - createdAt.getTime() > ringForMs) {
      await tenant.commands.updateOne(mine, { $set: { state: 'refused', reason: 'expired' } });
      return;
    }
    const leaseUntil = new Date(now().getTime() + leaseMs);
    const taken = await tenant.commands.updateOne(
      { ...mine, nextTryAt },
      { $set: { nextTryAt: leaseUntil } },
    );
    if (taken.matchedCount === 0) return;
    const opened = await tenant.sealing.open(commandPlace(found.conversation, _id), found.sealedCommand);
    const body = canonicalJson(commandSchema.parse(JSON.parse(opened)));
    const { state, reason } = await deliver(workspace, found, body, now().getTime());
    const next = new Date(now().getTime() + backoffMs(backoff, attempts + 1, random()));
    await tenant.commands.updateOne(mine, {
      $set: { state, attempts: attempts + 1, nextTryAt: next, ...(reason && { reason }) },
      ...(reason ? {} : { $unset: { reason: '' } }),
    });
    if (state === 'refused') await tellRefused(tenant, found, reason, now());
    metrics.commands.inc({ result: state });
    if (state !== 'accepted')
      log.warn(
        { tenant: tenant.id, workspace: workspace.id, kind: found.kind, state, reason },
        'command not accepted',
      );
  }

  const away = new Set<string>();

  async function roundOf(tenant: Tenant): Promise<void> {
    try {
      const due = await tenant.commands.find(dueCommands(now()), { limit }).toArray();
      away.delete(tenant.id);
      const sent = await Promise.allSettled(due.map((found) => send(tenant, found)));
      if (sent.some((one) => one.status === 'rejected')) {
        log.error({ tenant: tenant.id }, 'a command could not be read, or its result not kept');
      }
    } catch {
      if (!away.has(tenant.id)) log.error({ tenant: tenant.id }, 'commands cannot be read');
      away.add(tenant.id);
    }
  }

  return startTenantLoops('commands', store, roundOf, pollMs);
}
