/**
 * Calls of Rocket.Chat's REST API: signed in, under its rate limit, answers checked by their shape, every failure a
 * RocketChatError. One per workspace and purpose.
 */
import axios, { AxiosError, type AxiosResponse } from 'axios';
import type { Readable } from 'stream';
import { setTimeout } from 'timers/promises';
import type * as z from 'zod';
import { backoffMs } from '../backoff';
import { failureOf, RocketChatError } from './failure';
import { defaultLimits, learn, newPace, spend, waitMs, type PaceLimits } from './pace';

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
  /** Tries of one reading before a temporary failure is told. What changes something is tried once. */
  tries?: number;
  /** The longest that a call waits for its turn, else `rate-limited` is told at once. Default: as long as it takes. */
  longestTurnMs?: number;
  /** Told of every answer, `ok` or a failure's code. */
  answered?: (code: string) => void;
}

export interface RocketChatHttp {
  /** @param endpoint the pattern, which logs and Rocket.Chat's limiter go by; @param path what is asked for */
  get<T extends z.ZodType>(
    shape: T,
    endpoint: string,
    params?: Record<string, unknown>,
    path?: string,
  ): Promise<z.output<T>>;
  /** Once: whoever asks looks what came of it when the failure is `temporary`. */
  post<T extends z.ZodType>(
    shape: T,
    endpoint: string,
    body: Record<string, unknown>,
    path?: string,
  ): Promise<z.output<T>>;
  /** A file's bytes. @param path on the server, `/file-upload/…` */
  stream(endpoint: string, path: string): Promise<Readable>;
}

const backoff = { baseMs: 500, capMs: 30_000 };
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

export function rocketChatHttp(options: ClientOptions): RocketChatHttp {
  const { now = Date.now, random = Math.random, sleep = pause, limits = defaultLimits } = options;
  const { timeoutMs = 20_000, tries = 5, longestTurnMs = Infinity } = options;
  const { answered = () => undefined, signal } = options;
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
      if (wait > longestTurnMs) throw new RocketChatError('temporary', 'rate-limited', endpoint);
      await sleep(wait, signal);
    }
    pace = spend(pace, limits, endpoint, now());
  }

  async function once(endpoint: string, call: (signal: AbortSignal) => Promise<AxiosResponse<unknown>>) {
    await turn(endpoint);
    let response: AxiosResponse<unknown>;
    try {
      // `timeout` ends a silent connection only; the signal ends one that drips too
      const timeout = AbortSignal.timeout(timeoutMs);
      response = await call(signal ? AbortSignal.any([timeout, signal]) : timeout);
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

  /** Checks the answer and tells of it. */
  async function read<T extends z.ZodType>(
    shape: T,
    endpoint: string,
    work: Promise<unknown>,
  ): Promise<z.output<T>> {
    try {
      const answer = shape.safeParse(await work);
      if (!answer.success) {
        const where = answer.error.issues[0]?.path.map(String).join('.') ?? '';
        throw new RocketChatError('permanent', 'wrong-shape', endpoint, where);
      }
      answered('ok');
      return answer.data;
    } catch (error) {
      if (error instanceof RocketChatError) answered(error.code);
      throw error;
    }
  }

  return {
    async get(shape, endpoint, params = {}, path = endpoint) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await read(
            shape,
            endpoint,
            once(endpoint, (ends) => http.get<unknown>(path, { params, signal: ends })),
          );
        } catch (error) {
          const again = error instanceof RocketChatError && error.kind === 'temporary';
          if (!again || attempt >= tries || error.code === 'stopped') throw error;
          await sleep(backoffMs(backoff, attempt, random()), signal);
        }
      }
    },
    post: (shape, endpoint, body, path = endpoint) =>
      read(
        shape,
        endpoint,
        once(endpoint, (ends) =>
          http.post<unknown>(path, JSON.stringify(body), {
            headers: { 'content-type': 'application/json' },
            signal: ends,
          }),
        ),
      ),
    async stream(endpoint, path) {
      await turn(endpoint);
      let response: AxiosResponse<Readable>;
      try {
        response = await http.get<Readable>(`${options.url}${path}`, {
          responseType: 'stream',
          ...(signal && { signal }),
        });
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

const pageSize = 100;
export const paged = (offset: number) => ({ offset, count: pageSize });

/** Every page of a list. */
export async function allPages<T>(
  read: (offset: number) => Promise<{ items: T[]; total: number }>,
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const { items, total } = await read(found.length);
    found.push(...items);
    if (items.length === 0 || found.length >= total) return found;
  }
}
