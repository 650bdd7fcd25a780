/** Patients and agents, over the workspace's REST API as the widget and the agents' client use it. */
import { demoPassword } from '../../workspace/demo-data';
import type { Workspace } from '../../workspace/start-workspace';
import type { Script } from './script';

export interface Driven {
  rid: string;
  script: Script;
  /** Lines that nobody answered in time, by their place in the script. */
  unanswered: number[];
  /** Why the agent could not do their part. */
  stuck?: string;
}

export interface DriverOptions {
  workspace: Workspace;
  /** For an answer, or a hand-off. */
  limitMs: number;
  /** A line sent then was answered now. */
  answered: (sentMs: number) => void;
}

const pollMs = 25;
const greetingMs = 4_000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function until<T>(limitMs: number, look: () => T | undefined): Promise<T | undefined> {
  for (const endMs = performance.now() + limitMs; performance.now() < endMs; await pause(pollMs)) {
    const found = look();
    if (found !== undefined) return found;
  }
  return undefined;
}

type Call = <T>(path: string, body?: unknown) => Promise<T>;

function caller(url: string, headers: Record<string, string> = {}): Call {
  return async (path, body) => {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path.split('?')[0]} answered ${response.status}`);
    return JSON.parse(text) as never;
  };
}

/** Signs the agent in who serves both departments. @returns leads one conversation to its end */
export async function startDriver({ workspace, limitMs, answered }: DriverOptions) {
  const { omnichannel, url } = workspace;
  const visitorCalls = caller(url);
  const { data } = await visitorCalls<{ data: { userId: string; authToken: string } }>('login', {
    user: 'ana',
    password: demoPassword,
  });
  const agentCalls = caller(url, { 'x-user-id': data.userId, 'x-auth-token': data.authToken });
  await agentCalls('livechat/agent.status', { status: 'available' });

  const othersSince = (rid: string, count: number): true | undefined =>
    omnichannel
      .messagesOf(rid)
      .slice(count)
      .some((message) => !message.token && !message.t && message.msg)
      ? true
      : undefined;

  async function agentServes(
    rid: string,
    { says, edits, tags }: NonNullable<Script['agent']>,
  ): Promise<void> {
    const waiting = await until(limitMs, () =>
      [...omnichannel.inquiries.values()].find((one) => one.rid === rid && one.status === 'queued'),
    );
    if (!waiting) throw new Error('never came to the queue');
    await agentCalls('livechat/inquiries.take', { inquiryId: waiting._id });
    for (const [line, msg] of says.entries()) {
      const { message } = await agentCalls<{ message: { _id: string } }>('chat.sendMessage', {
        message: { rid, msg },
      });
      if (edits && line === 0)
        await agentCalls('chat.update', { roomId: rid, msgId: message._id, text: `${msg} (corrigido)` });
    }
    await agentCalls('livechat/room.closeByUser', { rid, comment: 'resolvido', tags });
  }

  return async function drive(script: Script): Promise<Driven> {
    const token = script.visitor;
    await visitorCalls('livechat/visitor', { visitor: { token, name: script.name } });
    const { room } = await visitorCalls<{ room: { _id: string } }>(`livechat/room?token=${token}`);
    const rid = room._id;
    const driven: Driven = { rid, script, unanswered: [] };
    // the engine may have died with the news of the room: then the bot meets the patient at their first words
    await until(greetingMs, () => othersSince(rid, 0));
    for (const [line, { text, waits }] of script.lines.entries()) {
      await visitorCalls('livechat/message', { token, rid, msg: text });
      const count = omnichannel.messagesOf(rid).findIndex(({ msg }) => msg === text) + 1;
      const sentMs = performance.now();
      if (!waits) continue;
      if (await until(limitMs, () => othersSince(rid, count))) answered(sentMs);
      else driven.unanswered.push(line);
    }
    try {
      if (script.agent) await agentServes(rid, script.agent);
      else await visitorCalls('livechat/room.close', { token, rid, comment: 'até logo' });
    } catch (error) {
      driven.stuck = (error as Error).message;
    }
    return driven;
  };
}
