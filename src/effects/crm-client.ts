/** The way to the CRM: signed requests over the engine's HTTP. */
import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import type { AcolheEvent } from '../../contract/event';
import {
  questionTimeoutMs,
  type WhoIsAnswer,
  whoIsAnswer,
  type WhoIsQuestion,
} from '../../contract/question';
import { sign } from '../../contract/signature';

export interface CrmAddress {
  url: string;
  tenant: string;
  workspace: string;
  secret: string;
}

export interface CrmClient {
  /** Undefined when no CRM is set. @throws Error when it cannot be reached or refuses the batch */
  postEvents(events: AcolheEvent[]): Promise<unknown>;
  /** Undefined when the CRM does not answer in time. Never throws. */
  whoIs(question: WhoIsQuestion): Promise<WhoIsAnswer | undefined>;
}

const eventsTimeoutMs = 20_000;

export function crmClient(
  http: IHttp,
  address: () => Promise<CrmAddress | undefined>,
  id: () => string,
  now: () => Date,
): CrmClient {
  const post = async (path: string, body: unknown, timeoutMs: number): Promise<unknown> => {
    const to = await address();
    if (!to) return undefined;
    const payload = JSON.stringify(body);
    const response = await http.post(`${to.url}/v1/tenants/${to.tenant}/workspaces/${to.workspace}/${path}`, {
      content: payload,
      timeout: timeoutMs,
      headers: {
        'content-type': 'application/json',
        ...sign(to.secret, { id: id(), atMs: now().getTime(), payload }),
      },
    });
    if (!response || response.statusCode < 200 || response.statusCode >= 300) {
      throw new Error(`the CRM answered ${response?.statusCode ?? 'nothing'} to ${path}`);
    }
    return response.data ?? JSON.parse(response.content ?? 'null');
  };
  return {
    postEvents: (events) => post('events', events, eventsTimeoutMs),
    async whoIs(question) {
      try {
        const raw = await withinMs(questionTimeoutMs, post('questions/who-is', question, questionTimeoutMs));
        const answer = whoIsAnswer.safeParse(raw);
        return answer.success ? answer.data : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** The engine's own time-out is not kept by every server version. */
async function withinMs<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
