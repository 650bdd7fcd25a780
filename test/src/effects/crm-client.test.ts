import type { AcolheEvent } from '../../../contract/event';
import { questionTimeoutMs } from '../../../contract/question';
import { verify } from '../../../contract/signature';
import { crmClient } from '../../../src/effects/crm-client';
import { fakeEngine } from '../../support/fake-engine';

const address = { url: 'http://crm.example', tenant: 'demo', workspace: 'main', secret: 'a secret of both' };
const atMs = Date.UTC(2026, 0, 1);
const events = [{ id: 'e1' } as AcolheEvent];
const who = { conversation: 'r1', visitor: 'v1' };
const known = { patientId: '0000-0001-1', earlierConversations: 2 };

function setup(answer: () => unknown, to: typeof address | undefined = address) {
  const engine = fakeEngine();
  engine.answer = async () => answer();
  const client = crmClient(
    engine.http,
    async () => to,
    () => 'id-1',
    () => new Date(atMs),
  );
  return { engine, client };
}

describe('events', () => {
  it('go to the workspace’s own address, signed over the very bytes sent', async () => {
    const { engine, client } = setup(() => ({ statusCode: 200, data: { results: [] } }));
    expect(await client.postEvents(events)).toEqual({ results: [] });
    const [call] = engine.calls;
    expect(call?.url).toBe('http://crm.example/v1/tenants/demo/workspaces/main/events');
    expect(JSON.parse(call?.content ?? '')).toEqual(events);
    expect(call?.headers['content-type']).toBe('application/json');
    expect(verify([address.secret], call?.headers ?? {}, call?.content ?? '', atMs)).toEqual({ ok: true });
  });

  it('read the answer from its text where the engine has not parsed it', async () => {
    const { client } = setup(() => ({ statusCode: 200, content: '{"results":[]}' }));
    expect(await client.postEvents(events)).toEqual({ results: [] });
  });

  it('wait when no CRM is set, and nothing is called', async () => {
    const engine = fakeEngine();
    const client = crmClient(
      engine.http,
      () => Promise.resolve(undefined),
      String,
      () => new Date(atMs),
    );
    expect(await client.postEvents(events)).toBeUndefined();
    expect(engine.calls).toEqual([]);
  });

  it.each([199, 301, 400, 401, 413, 503])('are not taken by an answer of %d', async (statusCode) => {
    const { client } = setup(() => ({ statusCode, data: { results: [] } }));
    await expect(client.postEvents(events)).rejects.toThrow(String(statusCode));
  });

  it('are not taken when the CRM cannot be reached', async () => {
    const { client } = setup(() => {
      throw new Error('connection refused');
    });
    await expect(client.postEvents(events)).rejects.toThrow('connection refused');
  });
});

describe('who is this', () => {
  it('gives the patient the CRM knows', async () => {
    const { engine, client } = setup(() => ({ statusCode: 200, data: known }));
    expect(await client.whoIs(who)).toEqual(known);
    expect(engine.calls[0]?.url).toMatch(/\/questions\/who-is$/);
    expect(engine.calls[0]?.timeout).toBe(questionTimeoutMs);
  });

  it.each<[string, () => unknown]>([
    ['refuses', () => ({ statusCode: 503, data: known })],
    ['answers nonsense', () => ({ statusCode: 200, data: { patientId: 7 } })],
    [
      'is away',
      () => {
        throw new Error('connection refused');
      },
    ],
  ])('has no answer, and does not fail, when the CRM %s', async (_name, answer) => {
    expect(await setup(answer).client.whoIs(who)).toBeUndefined();
  });

  it('has no answer after two seconds, whatever the server makes of its time-out', async () => {
    jest.useFakeTimers();
    try {
      const { client } = setup(() => new Promise(() => undefined));
      const answer = client.whoIs(who);
      await jest.advanceTimersByTimeAsync(questionTimeoutMs);
      expect(await answer).toBeUndefined();
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
