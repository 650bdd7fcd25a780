import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { pino } from 'pino';
import { queueCommand } from '../../crm-sync/commands/queue-command';
import { startCommandSender } from '../../crm-sync/commands/send-commands';
import { createMetrics } from '../../crm-sync/metrics/metrics';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store } from '../../crm-sync/store/tenant';
import { testConfig, testSecret, testTenant } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

let mongo: TestMongo;
let app: Server;
let store: Store;
const heard: string[] = [];

beforeAll(async () => {
  app = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']));
    request.resume();
    response.setHeader('content-type', 'application/json').end('{"result":"accepted"}');
  });
  await new Promise<void>((resolve) => void app.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  mongo = await testMongo();
  const workspaces = [{ id: 'w1', url, appId: 'app', secrets: [testSecret] }];
  store = await connectStore(testConfig(mongo.uri, [testTenant('t1', { workspaces })]));
});
afterAll(async () => {
  await store?.close();
  await mongo?.stop();
  await new Promise((resolve) => app?.close(resolve));
});

it('Given an earlier command of a conversation waits for another try, then a later one waits too', async () => {
  const tenant = store.tenants[0]!;
  const startMs = Date.UTC(2026, 4, 4, 12);
  let nowMs = startMs;
  const say = (id: string, conversation: string) =>
    queueCommand(tenant, 'w1', { id, conversation, kind: 'say', text: id }, new Date((nowMs += 1)));
  await say('first', 'r1');
  await tenant.commands.updateOne({ _id: 'first' }, { $set: { nextTryAt: new Date(startMs + 60_000) } });
  await say('second', 'r1');
  await say('other', 'r2');
  const sender = startCommandSender({
    ...{ store, metrics: createMetrics(store), log: pino({ level: 'silent' }) },
    ...{ now: () => new Date(nowMs), pollMs: 10 },
  });
  try {
    await eventually(() => tenant.commands.findOne({ _id: 'other', state: 'accepted' }));
    nowMs = startMs + 61_000;
    await eventually(() => tenant.commands.findOne({ _id: 'second', state: 'accepted' }));
    expect(heard).toEqual(['other', 'first', 'second']);
  } finally {
    await sender.stop();
  }
});
