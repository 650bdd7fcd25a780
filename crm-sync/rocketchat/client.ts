/** Rocket.Chat's REST API, read-only: one client per workspace, under its rate limit, every failure a RocketChatError. */
import axios, { AxiosError, type AxiosResponse } from 'axios';
import type { Readable } from 'stream';
import { setTimeout } from 'timers/promises';
import type * as z from 'zod';
import { backoffMs } from '../backoff';
import { failureOf, RocketChatError } from './failure';
import { defaultLimits, learn, newPace, spend, waitMs, type PaceLimits } from './pace';
import {
  answers,
  type Message,
  type Room,
  type Transfer,
  type Visitor,
  type Contact,
  type RocketUser,
} from './shapes';

export interface ClientOptions {
  /** Without a slash at its end. */
  url: string;
  userId: string;
  token: string;
  now?: () => number;
  random?: () => number;
  /** Ends waits and calls under way with code `stopped`. */
  signal?: AbortSignal;
  /** Waits, or ends early when `signal` is aborted. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  limits?: PaceLimits;
  timeoutMs?: number;
  /** Tries of one call before a temporary failure is told. */
  tries?: number;
  /** Told of every answer, `ok` or a failure's code. */
  answered?: (code: string) => void;
}

export interface RoomsPage {
  rooms: Room[];
  total: number;
}

export interface RocketChat {
  /** A page of rooms, the last changed first. */
  rooms(offset: number, count: number): Promise<RoomsPage>;
  /** @throws RocketChatError gone */
  room(rid: string): Promise<Room>;
  /** Everything said in a room, system messages and edits as they stand, and what was deleted and is still known. */
  messages(rid: string): Promise<{ messages: Message[]; deleted: { _id: string; _deletedAt?: Date }[] }>;
  transfers(rid: string): Promise<Transfer[]>;
  visitor(visitorId: string): Promise<Visitor>;
  contact(contactId: string): Promise<Contact | undefined>;
  user(userId: string): Promise<RocketUser>;
  agents(): Promise<{ _id: string; username: string; name?: string }[]>;
  departments(): Promise<{ _id: string; name: string }[]>;
  priorities(): Promise<{ _id: string; name?: string; i18n?: string }[]>;
  customFields(): Promise<{ _id: string; label?: string; scope?: string }[]>;
  /** A file's bytes. @param path as in the message, `/file-upload/…` */
  file(fileId: string, name: string): Promise<Readable>;
}

const backoff = { baseMs: 500, capMs: 30_000 };
const pageSize = 100;
const maxAnswerBytes = 64 * 1024 * 1024;

/** Never rejects: who waited looks whether it was stopped. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, signal && { signal }).catch(() => undefined);
}

/** Why no answer came, as a code. */
function transportFailure(endpoint: string, error: unknown): RocketChatError {
  const code = error instanceof AxiosError ? error.code : undefined;
  if (code === 'ECONNABORTED' || code === 'ETIMEDOUT')
    return new RocketChatError('temporary', 'timeout', endpoint, undefined, { cause: error });
  const name = code === 'ERR_BAD_RESPONSE' || code === 'ECONNRESET' ? 'cut-off' : 'unreachable';
  return new RocketChatError('temporary', name, endpoint, undefined, { cause: error });
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

export function rocketChatClient(options: ClientOptions): RocketChat {
  const { now = Date.now, random = Math.random, sleep = pause, limits = defaultLimits } = options;
  const { timeoutMs = 20_000, tries = 5, answered = () => undefined, signal } = options;
  const http = axios.create({
    baseURL: `${options.url}/api/v1/`,
    timeout: timeoutMs,
    headers: { 'x-user-id': options.userId, 'x-auth-token': options.token, accept: 'application/json' },
    responseType: 'text',
    // as text, so that HTML and truncated JSON are told apart from a good answer
    transformResponse: (data: unknown) => data,
    validateStatus: () => true,
    // credentials go nowhere else
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    proxy: false,
  });
  let pace = newPace(limits, now());

  async function turn(endpoint: string): Promise<void> {
    for (;;) {
      const wait = waitMs(pace, limits, endpoint, now());
      if (signal?.aborted) throw new RocketChatError('temporary', 'stopped', endpoint);
      if (wait === 0) break;
      await sleep(wait, signal);
    }
    pace = spend(pace, limits, endpoint, now());
  }

  async function once(endpoint: string, path: string, params: Record<string, unknown>): Promise<unknown> {
    await turn(endpoint);
    let response: AxiosResponse<unknown>;
    try {
      // `timeout` ends a silent connection only; the signal ends one that drips too
      const timeout = AbortSignal.timeout(timeoutMs);
      response = await http.get<unknown>(path, {
        params,
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
    } catch (error) {
      const code = signal?.aborted ? 'stopped' : 'timeout';
      if (axios.isCancel(error)) throw new RocketChatError('temporary', code, endpoint);
      throw transportFailure(endpoint, error);
    }
    pace = learn(pace, endpoint, response.headers, now());
    const body = parsed(response.data);
    const failure = failureOf(endpoint, response.status, body);
    if (failure) throw failure;
    return body;
  }

  /** @param endpoint the pattern, which logs and Rocket.Chat's limiter go by; @param path what is asked for */
  async function get<T extends z.ZodType>(
    shape: T,
    endpoint: string,
    params: Record<string, unknown> = {},
    path: string = endpoint,
  ): Promise<z.output<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const body = await once(endpoint, path, params);
        const answer = shape.safeParse(body);
        if (!answer.success) {
          const where = answer.error.issues[0]?.path.map(String).join('.') ?? '';
          throw new RocketChatError('permanent', 'wrong-shape', endpoint, where);
        }
        answered('ok');
        return answer.data;
      } catch (error) {
        if (!(error instanceof RocketChatError)) throw error;
        answered(error.code);
        if (error.kind !== 'temporary' || attempt >= tries || error.code === 'stopped') throw error;
        await sleep(backoffMs(backoff, attempt, random()), signal);
      }
    }
  }

  /** Every page of a list. */
  async function all<T>(read: (offset: number) => Promise<{ items: T[]; total: number }>): Promise<T[]> {
    const found: T[] = [];
    for (;;) {
      const { items, total } = await read(found.length);
      found.push(...items);
      if (items.length === 0 || found.length >= total) return found;
    }
  }

  const paged = (offset: number) => ({ offset, count: pageSize });
  const at = encodeURIComponent;

  return {
    async rooms(offset, count) {
      // rooms changed in one instant keep their order from page to page
      const params = { offset, count, sort: JSON.stringify({ _updatedAt: -1, _id: 1 }) };
      const { rooms, total } = await get(answers.rooms, 'livechat/rooms', params);
      return { rooms, total };
    },
    async room(rid) {
      return (await get(answers.room, 'rooms.info', { roomId: rid })).room;
    },
    async messages(rid) {
      const params = { roomId: rid, lastUpdate: new Date(0).toISOString() };
      const { result } = await get(answers.messages, 'chat.syncMessages', params);
      return { messages: result.updated, deleted: result.deleted };
    },
    transfers: (rid) =>
      all(async (offset) => {
        const path = `livechat/transfer.history/${at(rid)}`;
        const answer = await get(answers.transfers, 'livechat/transfer.history/:rid', paged(offset), path);
        return { items: answer.history, total: answer.total };
      }),
    async visitor(visitorId) {
      return (await get(answers.visitor, 'livechat/visitors.info', { visitorId })).visitor;
    },
    async contact(contactId) {
      return (await get(answers.contact, 'omnichannel/contacts.get', { contactId })).contact ?? undefined;
    },
    async user(userId) {
      return (await get(answers.user, 'users.info', { userId })).user;
    },
    agents: () =>
      all(async (offset) => {
        const answer = await get(answers.agents, 'livechat/users/agent', paged(offset));
        return { items: answer.users, total: answer.total };
      }),
    departments: () =>
      all(async (offset) => {
        const answer = await get(answers.departments, 'livechat/department', paged(offset));
        return { items: answer.departments, total: answer.total };
      }),
    priorities: () =>
      all(async (offset) => {
        const answer = await get(answers.priorities, 'livechat/priorities', paged(offset));
        return { items: answer.priorities, total: answer.total };
      }),
    customFields: () =>
      all(async (offset) => {
        const answer = await get(answers.customFields, 'livechat/custom-fields', paged(offset));
        return { items: answer.customFields, total: answer.total };
      }),
    async file(fileId, name) {
      const endpoint = 'file-upload';
      await turn(endpoint);
      const url = `${options.url}/file-upload/${at(fileId)}/${at(name)}`;
      let response: AxiosResponse<Readable>;
      try {
        response = await http.get<Readable>(url, { responseType: 'stream', ...(signal && { signal }) });
      } catch (error) {
        throw transportFailure(endpoint, error);
      }
      if (response.status === 200) return response.data;
      response.data.destroy();
      throw (
        failureOf(endpoint, response.status, {}) ??
        new RocketChatError('permanent', `http-${response.status}`, endpoint)
      );
    },
  };
}
