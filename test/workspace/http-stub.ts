import type { FastifyInstance, InjectOptions } from 'fastify';

import { addDemoData, demoPassword } from '../../workspace/demo-data';
import type {
  Engine,
  EndpointRequest,
  LivechatInteraction,
  Surface,
  UserInteraction,
} from '../../workspace/engine/engine-types';
import type { HttpContext } from '../../workspace/http/context';
import { serveDdp } from '../../workspace/http/ddp';
import { listen } from '../../workspace/http/listen';
import { buildServer } from '../../workspace/http/server';
import { Sessions } from '../../workspace/http/sessions';
import { Typing } from '../../workspace/http/typing';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';

export interface StubEngine extends Engine {
  pressed: LivechatInteraction[];
  used: UserInteraction[];
  called: { appId: string; path: string; request: EndpointRequest }[];
  installedBytes: number[];
  show: (surface: Surface) => void;
}

/** An engine that has one app, remembers what it is asked and runs nothing. */
export function stubEngine(): StubEngine {
  const listeners = new Set<(surface: Surface) => void>();
  const apps = [{ id: 'app-1', name: 'Acolhe', version: '1.0.0', status: 'auto_enabled' }];
  const engine = {
    pressed: [] as LivechatInteraction[],
    used: [] as UserInteraction[],
    called: [] as StubEngine['called'],
    installedBytes: [] as number[],
    show: (surface: Surface) => listeners.forEach((listener) => listener(surface)),
    install: async (zip: Buffer) => {
      if (zip.subarray(0, 2).toString() !== 'PK') throw new Error('not a zip');
      engine.installedBytes.push(zip.length);
      return { ...apps[0]!, errors: [] };
    },
    apps: () => apps,
    settingsOf: () => ({
      language: { id: 'language', value: 'pt-BR', packageValue: 'pt-BR', type: 'select' },
    }),
    updateSetting: async () => undefined,
    setEnabled: async () => undefined,
    livechatInteraction: async (given: LivechatInteraction) => void engine.pressed.push(given),
    userInteraction: async (given: UserInteraction) => void engine.used.push(given),
    languages: async () => [],
    actionButtons: async () => [
      { appId: 'app-1', actionId: 'patient', labelI18n: 'patient_record', context: 'roomAction' },
    ],
    slashCommand: async () => undefined,
    callEndpoint: async (appId: string, path: string, request: EndpointRequest) => {
      engine.called.push({ appId, path, request });
      return { status: 202, headers: { 'x-app': 'yes' }, content: { got: request.content } };
    },
    surfaces: {
      on: (listener: (surface: Surface) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    runtimePids: async () => [],
    dispatchTo: () => undefined,
    idle: async () => undefined,
    runJobsNow: async () => undefined,
    stop: async () => undefined,
  };
  return engine as unknown as StubEngine;
}

export interface Stub {
  app: FastifyInstance;
  context: HttpContext;
  engine: StubEngine;
  omnichannel: Omnichannel;
  call: (
    method: string,
    url: string,
    options?: { body?: unknown; as?: Auth; headers?: Record<string, string> },
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted on, never relied on
  ) => Promise<{ status: number; body: any }>;
  signIn: (user: string) => Promise<Auth>;
  close: () => Promise<void>;
}
export interface Auth {
  'x-auth-token': string;
  'x-user-id': string;
}

export function stubContext(): { context: HttpContext; engine: StubEngine; tick: (ms: number) => void } {
  let now = Date.parse('2026-03-02T12:00:00.000Z');
  let ids = 0;
  const clock = (): Date => new Date((now += 1));
  const id = (): string => `id-${(ids += 1)}`;
  const omnichannel = new Omnichannel({ clock, id });
  addDemoData(omnichannel);
  const engine = stubEngine();
  const sessions = new Sessions({ clock, token: () => `token-${(ids += 1)}` });
  return {
    context: { omnichannel, engine, sessions, typing: new Typing(), clock, id, log: () => undefined },
    engine,
    tick: (ms) => (now += ms),
  };
}

/** The HTTP of a workspace around a stub engine, without a socket. */
export async function stubServer(): Promise<Stub> {
  const { context, engine } = stubContext();
  const app = await buildServer(context);
  const call: Stub['call'] = async (method, url, { body, as, headers } = {}) => {
    const options: InjectOptions = { method: method as 'GET', url, headers: { ...as, ...headers } };
    if (body !== undefined) options.payload = body as string;
    const response = await app.inject(options);
    let parsed: unknown = response.body;
    try {
      parsed = JSON.parse(response.body);
    } catch {
      // Not every answer is JSON.
    }
    return { status: response.statusCode, body: parsed };
  };
  const signIn: Stub['signIn'] = async (user) => {
    const { body } = await call('POST', '/api/v1/login', { body: { user, password: demoPassword } });
    return { 'x-auth-token': body.data.authToken, 'x-user-id': body.data.userId };
  };
  return { app, context, engine, omnichannel: context.omnichannel, call, signIn, close: () => app.close() };
}

/** The same on a free port of the loopback, with DDP. */
export async function listeningStub(port = 0): Promise<Stub & { url: string }> {
  const stub = await stubServer();
  const early = await listen('127.0.0.1', port);
  await stub.app.ready();
  const stopDdp = serveDdp(early.server, stub.context);
  early.serve(stub.app.routing);
  const close = async (): Promise<void> => {
    await stopDdp();
    await stub.app.close();
    await early.close();
  };
  return { ...stub, url: early.url, close };
}
