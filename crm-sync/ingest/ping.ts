/** Answers a workspace's signed ping and, when asked to, pings its app in turn: both directions in one question. */
import axios from 'axios';
import { randomUUID } from 'crypto';
import { canonicalJson } from '../../contract/canonical-json';
import {
  pingAnswer,
  type PingAnswer,
  type PingOutcome,
  pingQuestion,
  type PingQuestion,
  type UrgentFirst,
} from '../../contract/ping';
import { sign } from '../../contract/signature';
import type { WorkspaceConfig } from '../config/config';
import { dispatchStates } from '../dispatch/dispatch-state';
import type { Tenant } from '../store/tenant';
import { RefusedRequest, type SignedHandler } from './signed-routes';

/** The app itself waits 8 s for the whole. */
const timeoutMs = 5_000;

export interface PingOptions {
  now: () => Date;
  version: string;
}

export function pingHandler({ now, version }: PingOptions): SignedHandler {
  return async ({ tenant, workspace, body }): Promise<PingAnswer> => {
    const question = pingQuestion.safeParse(body);
    if (!question.success)
      throw new RefusedRequest(400, 'malformed-question', `${question.error.issues[0]?.path.join('.')}`);
    const onward = question.data.onward ? await pingApp(workspace, now) : undefined;
    const urgentFirst = await urgentFirstOf(tenant, workspace);
    return {
      ...{ time: now().toISOString(), version },
      ...(onward ? { onward } : {}),
      ...(urgentFirst ? { urgentFirst } : {}),
    };
  };
}

async function urgentFirstOf(
  tenant: Tenant,
  { id, rocketchat }: WorkspaceConfig,
): Promise<UrgentFirst | undefined> {
  const state = (await dispatchStates(tenant)).find(({ workspace }) => workspace === id);
  if (!state) return undefined;
  const { dispatcher, priorities } = state;
  const code = dispatcher?.code ?? priorities?.code;
  return {
    dispatcher: rocketchat?.dispatcher ?? 'rocketchat',
    ...(dispatcher && { dispatcherIs: dispatcher.is }),
    ...(priorities && { prioritiesAre: priorities.is }),
    ...(code !== undefined && { code }),
  };
}

/** Whether this workspace's app is reached and believes our signature. Never throws. */
export async function pingApp(
  workspace: WorkspaceConfig,
  now: () => Date,
  asked: Pick<PingQuestion, 'knowledge'> = {},
): Promise<PingOutcome> {
  if (workspace.appId === undefined) return { reached: false, reason: 'no-app-id' };
  const payload = canonicalJson(asked);
  const beganMs = now().getTime();
  const signed = sign(workspace.secrets[0] ?? '', { id: randomUUID(), atMs: beganMs, payload });
  try {
    const response = await axios.post<unknown>(
      `${workspace.url}/api/apps/public/${encodeURIComponent(workspace.appId)}/ping`,
      payload,
      {
        headers: { 'content-type': 'application/json', ...signed },
        timeout: timeoutMs,
        maxRedirects: 0,
        maxContentLength: 65_536,
        validateStatus: () => true,
      },
    );
    if (response.status !== 200) return { reached: false, reason: `http-${response.status}` };
    const answer = pingAnswer.safeParse(response.data);
    if (!answer.success) return { reached: false, reason: 'no-app' };
    const middleMs = (beganMs + now().getTime()) / 2;
    return {
      reached: true,
      clockAheadMs: Date.parse(answer.data.time) - middleMs,
      version: answer.data.version,
    };
  } catch (error) {
    return { reached: false, reason: (axios.isAxiosError(error) && error.code) || 'unreachable' };
  }
}
