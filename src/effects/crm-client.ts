/** The way to the CRM: signed requests over the engine's HTTP. */
import type { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import type * as z from 'zod';
import {
  type AppointmentAnswer,
  appointmentAnswer,
  type AppointmentQuestion,
  type SlotsAnswer,
  slotsAnswer,
  type slotsQuestion,
} from '../../contract/appointment-questions';
import { cardAnswer, type CardAnswer, type CardQuestion } from '../../contract/card';
import type { AcolheEvent } from '../../contract/event';
import type { KnowledgeQuestion } from '../../contract/knowledge';
import { pingAnswer, type PingOutcome } from '../../contract/ping';
import {
  questionTimeoutMs,
  type WaitAnswer,
  waitAnswer,
  type WhoIsAnswer,
  whoIsAnswer,
  type WhoIsQuestion,
} from '../../contract/question';
import { sign } from '../../contract/signature';
import {
  takesChatsAnswer,
  type TakesChatsAnswer,
  type TakesChatsOrder,
  takesChatsTimeoutMs,
} from '../../contract/takes-chats';
import { within } from '../turn/within';

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
  /** How many wait before a conversation; undefined when the CRM does not answer in time. Never throws. */
  wait(conversation: string): Promise<WaitAnswer | undefined>;
  /** What is known of the patient of a conversation; undefined when the CRM does not answer in time. Never throws. */
  card(question: CardQuestion): Promise<CardAnswer | undefined>;
  /** What can be booked; undefined when the CRM does not answer in time. Never throws. */
  slots(question: z.input<typeof slotsQuestion>): Promise<SlotsAnswer | undefined>;
  /** Undefined when nobody knows what became of it: asked again, it is done once. Never throws. */
  appointment(question: AppointmentQuestion): Promise<AppointmentAnswer | undefined>;
  /** Undefined when the CRM does not say what came of it. Never throws. */
  takesChats(order: TakesChatsOrder): Promise<TakesChatsAnswer | undefined>;
  /** Undefined when no CRM is set. @throws Error when it cannot be reached or refuses */
  knowledge(question: KnowledgeQuestion): Promise<unknown>;
  /** Undefined when no CRM is set. Never throws. @param onward whether the CRM shall ask back */
  ping(onward: boolean): Promise<PingOutcome | undefined>;
}

/** The CRM was reached and did not take what it was sent. */
export class CrmRefusedError extends Error {
  public readonly code = 'crm-refused';

  /** @param status of HTTP; 0 when the engine gave no response */
  public constructor(
    public readonly status: number,
    path: string,
  ) {
    super(`the CRM answered ${status || 'nothing'} to ${path}`);
  }
}

const eventsTimeoutMs = 20_000;
const knowledgeTimeoutMs = 20_000;
const pingTimeoutMs = 8_000;

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
      throw new CrmRefusedError(response?.statusCode ?? 0, path);
    }
    return response.data ?? JSON.parse(response.content ?? 'null');
  };
  const ask = async <S extends z.ZodType>(
    path: string,
    answers: S,
    question: unknown,
    timeoutMs = questionTimeoutMs,
  ): Promise<z.infer<S> | undefined> => {
    try {
      const answer = answers.safeParse(await within(timeoutMs, post(path, question, timeoutMs)));
      return answer.success ? answer.data : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    // the engine's own time-out is not kept by every server version
    postEvents: (events) => within(eventsTimeoutMs, post('events', events, eventsTimeoutMs)),
    knowledge: (question) => within(knowledgeTimeoutMs, post('knowledge', question, knowledgeTimeoutMs)),
    async ping(onward) {
      const beganMs = now().getTime();
      try {
        const raw = await within(pingTimeoutMs, post('ping', { onward }, pingTimeoutMs));
        if (raw === undefined) return undefined;
        const answer = pingAnswer.safeParse(raw);
        if (!answer.success) return { reached: false, reason: 'no-crm' };
        const { time, version, onward: back, urgentFirst } = answer.data;
        const middleMs = (beganMs + now().getTime()) / 2;
        return {
          reached: true,
          clockAheadMs: Date.parse(time) - middleMs,
          version,
          ...(back
            ? { back: { reached: back.reached, ...(back.reason ? { reason: back.reason } : {}) } }
            : {}),
          ...(urgentFirst ? { urgentFirst } : {}),
        };
      } catch (error) {
        return { reached: false, reason: reasonOf(error) };
      }
    },
    wait: (conversation) => ask('questions/wait', waitAnswer, { conversation }),
    card: (question) => ask('questions/card', cardAnswer, question),
    slots: (question) => ask('questions/slots', slotsAnswer, question),
    appointment: (question) => ask('questions/appointment', appointmentAnswer, question),
    takesChats: (order) => ask('agents/takes-chats', takesChatsAnswer, order, takesChatsTimeoutMs),
    whoIs: (question) => ask('questions/who-is', whoIsAnswer, question),
  };
}

/** A code, never an address or what somebody wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof CrmRefusedError) return error.status ? `http-${error.status}` : 'no-answer';
  return (error as { code?: unknown }).code === 'too-late' ? 'too-late' : 'unreachable';
}
