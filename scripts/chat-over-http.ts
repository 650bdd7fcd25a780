/** Patients and agents of a running workspace, through the REST addresses that the widget and the agents' client use. */
import { randomUUID } from 'crypto';

export interface ChatMessage {
  _id: string;
  msg: string;
  /** The patient's own messages carry their token. */
  token?: string;
  blocks?: unknown[];
}

const pollMs = 40;
const limitMs = 20_000;

/** Asks again and again until there is an answer. @throws Error naming `what` after 20 s */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const untilMs = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > untilMs) throw new Error(`${what}: nothing within ${limitMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

async function call<T>(url: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** A new patient with a room of their own. */
export async function enterAsPatient(workspaceUrl: string, name: string) {
  const token = randomUUID();
  const api = `${workspaceUrl}/api/v1/livechat`;
  await call(`${api}/visitor`, { visitor: { token, name } });
  const { room } = await call<{ room: { _id: string } }>(`${api}/room?token=${token}`);
  const rid = room._id;
  const newestFirst = async (): Promise<ChatMessage[]> =>
    (await call<{ messages: ChatMessage[] }>(`${api}/messages.history/${rid}?token=${token}&limit=100`))
      .messages;
  return {
    rid,
    says: (msg: string) => call<{ message: ChatMessage }>(`${api}/message`, { token, rid, msg }),
    /** The first message of the others that `part` matches. */
    hears: (part: RegExp) =>
      until(String(part), async () =>
        (await newestFirst()).find((message) => !message.token && part.test(message.msg)),
      ),
    /** The newest question with buttons that is not `seen` yet; undefined once the bot has passed the patient on. */
    nextQuestion: async (seen: string | undefined) => {
      const step = await until('a question or a queue', async () => {
        const messages = await newestFirst();
        const asked = messages.find((message) => message.blocks?.length);
        if (asked && asked._id !== seen) return { asked };
        const waits = messages.some(
          (message) => !message.token && /fila de|não há ninguém/.test(message.msg),
        );
        return waits ? { asked: undefined } : undefined;
      });
      return step.asked;
    },
    presses: (appId: string, message: ChatMessage, value: string) =>
      call(
        `${workspaceUrl}/api/apps/ui.interaction/${appId}`,
        {
          type: 'blockAction',
          actionId: value,
          triggerId: randomUUID(),
          rid,
          mid: message._id,
          container: { type: 'message', id: message._id },
          payload: { value, blockId: 'acolhe' },
        },
        { 'x-visitor-token': token },
      ),
  };
}

/** Signs an agent in and makes them available. */
export async function enterAsAgent(workspaceUrl: string, user: string, password: string) {
  const api = `${workspaceUrl}/api/v1`;
  const { data } = await call<{ data: { userId: string; authToken: string } }>(`${api}/login`, {
    user,
    password,
  });
  const headers = { 'x-user-id': data.userId, 'x-auth-token': data.authToken };
  await call(`${api}/livechat/agent.status`, { status: 'available' }, headers);
  return {
    /** Takes the room as soon as it waits in a queue of theirs. */
    takes: (rid: string) =>
      until('the room in the queue', async () => {
        const { inquiries } = await call<{ inquiries: { _id: string; rid: string }[] }>(
          `${api}/livechat/inquiries.queuedForUser?count=100`,
          undefined,
          headers,
        );
        const found = inquiries.find((inquiry) => inquiry.rid === rid);
        if (!found) return undefined;
        await call(`${api}/livechat/inquiries.take`, { inquiryId: found._id }, headers);
        return true as const;
      }),
    says: (rid: string, msg: string) =>
      call<{ message: ChatMessage }>(`${api}/chat.sendMessage`, { message: { rid, msg } }, headers),
    closes: (rid: string) => call(`${api}/livechat/room.closeByUser`, { rid }, headers),
  };
}
