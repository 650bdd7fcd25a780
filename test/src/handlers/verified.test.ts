import { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { canonicalJson } from '../../../contract/canonical-json';
import { sign } from '../../../contract/signature';
import { CommandEndpoint } from '../../../src/handlers/command-endpoint';
import { PingEndpoint } from '../../../src/handlers/ping-endpoint';
import { newMemory } from '../../../src/handlers/world';
import { knowledge } from '../../support/conversation';
import { fakeEngine } from '../../support/fake-engine';

const [current, previous] = ['the key of now', 'the key of before'];
const app = { getID: () => 'acolhe', getVersion: () => '1.2.3' } as IApp;
const content = { id: 'c1', conversation: 'none', kind: 'say', text: 'x' };
type Signed = { secret?: string; atMs?: number; payload?: string; headers?: object };

describe.each([
  ['command', CommandEndpoint, { status: 404 }],
  ['ping', PingEndpoint, { status: 200, content: { version: '1.2.3' } }],
] as const)('the app’s endpoint %s', (_path, Endpoint, believed) => {
  const post = ({
    secret = current,
    atMs = Date.now(),
    payload = canonicalJson(content),
    headers,
  }: Signed) => {
    const engine = fakeEngine();
    const { read, modify, http, persistence } = engine;
    Object.assign(engine.settings, { crm_secret: current, crm_secret_previous: previous });
    const memory = newMemory('acolhe', () => knowledge, { warn: () => undefined } as never);
    const signed = headers ?? sign(secret, { id: 'w1', atMs, payload });
    const request: IApiRequest = {
      ...{ method: RequestMethod.POST, headers: { ...signed } as Record<string, string> },
      ...{ query: {}, params: {}, content },
    };
    return new Endpoint(app, () => memory).post(request, {} as never, read, modify, http, persistence);
  };

  it.each([
    ['the key of now', {}],
    ['the key before', { secret: previous }],
  ])('believes %s', async (_name, signed) => {
    expect(await post(signed)).toMatchObject(believed);
  });

  it.each([
    ['another key', { secret: 'guessed' }, 'forged'],
    ['another text', { payload: canonicalJson({ ...content, text: 'y' }) }, 'forged'],
    ['six minutes ago', { atMs: Date.now() - 360_000 }, 'stale'],
    ['no signature', { headers: {} }, 'missing'],
  ])('refuses %s', async (_name, signed, reason) => {
    expect(await post(signed)).toMatchObject({ status: 401, content: { reason } });
  });
});
