import { startWebhook, webhookRetryDelayMs } from '../../workspace/http/webhook';
import type { WebhookPayload } from '../../workspace/http/webhook-payload';
import { stubContext } from './http-stub';

interface Call {
  headers: Record<string, string>;
  body: WebhookPayload;
}

function hooked(answers: (() => Response)[] = []) {
  const { context } = stubContext();
  const calls: Call[] = [];
  const waits: number[] = [];
  const lines: string[] = [];
  const webhook = startWebhook(context.omnichannel, {
    url: 'http://127.0.0.1/hook',
    token: 'secret',
    log: (line) => lines.push(line),
    wait: async (ms) => void waits.push(ms),
    fetch: async (_url, options) => {
      calls.push({
        headers: options?.headers as Record<string, string>,
        body: JSON.parse(String(options?.body)) as WebhookPayload,
      });
      return (answers.shift() ?? (() => new Response('', { status: 200 })))();
    },
  });
  return { omnichannel: context.omnichannel, calls, waits, lines, webhook };
}
const status =
  (code: number, text = '') =>
  () =>
    new Response(text, { status: code });

function story(omnichannel: ReturnType<typeof hooked>['omnichannel']): string {
  const visitor = omnichannel.registerVisitor({
    token: 'v-1',
    name: 'Maria da Silva',
    email: 'maria@paciente.example',
  });
  const { room } = omnichannel.startRoom(visitor);
  omnichannel.sendVisitorMessage({ token: 'v-1', rid: room._id, msg: 'falta de ar' });
  return room._id;
}
const named = (omnichannel: ReturnType<typeof hooked>['omnichannel'], name: string) =>
  [...omnichannel.departments.values()].find((item) => item.name === name);

describe('the omnichannel webhook', () => {
  it('tells the documented story of a conversation, in order, with its token', async () => {
    const { omnichannel, calls, webhook } = hooked();
    const rid = story(omnichannel);
    const bot = omnichannel.rooms.get(rid)?.servedBy?._id ?? '';
    omnichannel.sendUserMessage({ rid, userId: bot, msg: 'Ligue 192' });
    omnichannel.forward({ rid, byUserId: bot, departmentId: named(omnichannel, 'Urgência')?._id });
    omnichannel.closeByVisitor({ token: 'v-1', rid });
    await webhook.idle();
    await webhook.stop();

    const types = calls.map(({ body }) => body.type);
    for (const type of [
      'LivechatSessionStart',
      'LivechatSessionTaken',
      'Message',
      'LivechatSessionForwarded',
      'LivechatSessionQueued',
    ]) {
      expect(types).toContain(type);
    }
    expect(types.at(-1)).toBe('LivechatSession');
    expect(types.indexOf('LivechatSessionStart')).toBeLessThan(types.indexOf('Message'));
    expect(new Set(calls.map(({ headers }) => headers['x-rocketchat-livechat-token']))).toEqual(
      new Set(['secret']),
    );
    const messages = calls.filter(({ body }) => body.type === 'Message').map(({ body }) => body.messages[0]);
    expect(messages).toMatchObject([
      { msg: 'falta de ar', username: 'guest-1' },
      { msg: 'Ligue 192', agentId: bot },
    ]);
    expect(messages[0]).not.toHaveProperty('agentId');
    const last = calls.at(-1)?.body;
    expect(last).toMatchObject({
      _id: rid,
      closer: 'visitor',
      visitor: {
        token: 'v-1',
        name: 'Maria da Silva',
        email: [{ address: 'maria@paciente.example' }],
        departmentName: 'Urgência',
      },
    });
    expect(last?.messages.map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['falta de ar', 'Ligue 192']),
    );
  });

  it('keeps the JSON of a 200 as crmData and nothing else', async () => {
    const { omnichannel, webhook } = hooked([
      status(200, '{"patient":"7K3M-9QX2-H"}'),
      status(201, '{"other":1}'),
      status(200, 'plain'),
    ]);
    const rid = story(omnichannel);
    await webhook.idle();
    await webhook.stop();
    expect(omnichannel.rooms.get(rid)?.crmData).toEqual({ patient: '7K3M-9QX2-H' });
  });

  it('tries a broken other side five times with growing waits, then goes on', async () => {
    const down = () => {
      throw new TypeError('fetch failed');
    };
    const { omnichannel, calls, waits, lines, webhook } = hooked([
      status(500),
      down,
      status(503),
      status(429),
      status(500),
    ]);
    story(omnichannel);
    await webhook.idle();
    await webhook.stop();
    const [first] = calls;
    expect(calls.filter(({ body }) => body.type === first?.body.type)).toHaveLength(5);
    expect(waits).toEqual([1, 2, 3, 4].map(webhookRetryDelayMs));
    expect(calls.at(-1)?.body.type).toBe('Message');
    expect(lines).toEqual([expect.stringMatching(/given up after 5 tries/)]);
    expect(lines.join()).not.toMatch(/Maria|falta de ar/);
  });

  it('does not repeat what was refused', async () => {
    const { omnichannel, calls, waits, webhook } = hooked([status(401), status(404), status(400)]);
    story(omnichannel);
    await webhook.idle();
    await webhook.stop();
    expect(waits).toEqual([]);
    expect(new Set(calls.map(({ body }) => body.type)).size).toBe(calls.length);
  });

  it('stops while it waits, and hears nothing afterwards', async () => {
    const { context } = stubContext();
    let asked = 0;
    let told = (): void => undefined;
    const first = new Promise<void>((resolve) => (told = resolve));
    const webhook = startWebhook(context.omnichannel, {
      url: 'http://127.0.0.1/hook',
      token: '',
      log: () => undefined,
      fetch: async () => {
        asked += 1;
        told();
        return new Response('', { status: 500 });
      },
    });
    story(context.omnichannel);
    await first;
    await webhook.stop();
    const before = asked;
    context.omnichannel.registerVisitor({ token: 'v-1', name: 'Outro Nome' });
    expect(asked).toBe(before);
  });
});
