/** Rocket.Chat's REST API as an administrator, for setup and doctor: answers that fit, or a Failure that says what to do. */
import type * as z from 'zod';
import { refusalOf, wordsOf } from '../deploying/refusals';
import type { Answer, Session, WorkspaceClient } from '../deploying/workspace-client';
import { Failure } from '../failure';

export interface AdminClient {
  url: string;
  get<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>>;
  /** Undefined when Rocket.Chat says there is none. */
  find<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T> | undefined>;
  send<T extends z.ZodType>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: object | undefined,
    schema: T,
  ): Promise<z.output<T>>;
}

/** @param code second factor, which Rocket.Chat may ask for with each change */
export function adminClient(client: WorkspaceClient, session: Session, code?: string): AdminClient {
  const options = { session, ...(code ? { code } : {}) };
  const fitting = <T extends z.ZodType>(answer: Answer, schema: T, doing: string): z.output<T> => {
    const parsed = schema.safeParse(answer.body);
    if (answer.status === 200 && parsed.success) return parsed.data;
    throw failureOf(answer, doing);
  };
  return {
    url: client.url,
    get: async (path, schema) =>
      fitting(await client.send('GET', path, options), schema, `Reading ${bare(path)}`),
    async find(path, schema) {
      const answer = await client.send('GET', path, options);
      const isMissing =
        [400, 404].includes(answer.status) &&
        /not.?(found|match)|invalid-user|invalid-room/i.test(wordsOf(answer.body));
      return isMissing ? undefined : fitting(answer, schema, `Reading ${bare(path)}`);
    },
    send: async (method, path, body, schema) =>
      fitting(await client.send(method, path, { ...options, body }), schema, `${method} ${bare(path)}`),
  };
}

/** Queries may name people. */
const bare = (path: string): string => path.split('?')[0] ?? '';

function failureOf(answer: Answer, doing: string): Failure {
  if (typeof answer.body === 'string' && answer.body.trim() !== '')
    return new Failure(
      'no-rocketchat',
      `${doing}: the answer (${answer.status}) is no JSON. Is a proxy in between, or is this another address?`,
    );
  const words = wordsOf(answer.body);
  if (answer.status === 403 || /error-(unauthorized|not-allowed)|permissions? required/i.test(words))
    return new Failure(
      'permission-missing',
      `${doing} was refused: the account must be an administrator of this workspace (${answer.status}: ${words})`,
    );
  if (answer.status === 501)
    return new Failure('not-supported', `${doing}: this server does not offer it (${words})`);
  return refusalOf(answer, doing);
}
