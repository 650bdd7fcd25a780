/** A photo sent while the bot still asks stands in the queue until a person has answered, on a real store. */
import type { EventEnvelope } from '../../contract/event';
import type { RunningCrm } from '../../crm-sync/server';
import { supervisionReads } from '../../crm-sync/supervision/supervision-reads';
import { fileDueAt } from '../../crm-sync/supervision/queue';
import { conversation } from '../support/conversation';
import { sendEvents, startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { eventually } from '../support/wait';

let mongo: TestMongo;
let crm: RunningCrm;

beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
}, 120_000);
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
}, 60_000);

it('Given a photo while the bot asks Then the queue has it, due 10 minutes after it came; with words only, not', async () => {
  const chat = conversation({ tenant: 't1', workspace: 'w1' }).start();
  const events = [...chat.events];
  chat.says('estou com tosse');
  events.push(...chat.events);
  await sendEvents(crm.url, events as unknown as EventEnvelope[]);
  const { waiting } = supervisionReads(crm.store.tenant('t1')!);
  const { encounters } = crm.store.tenant('t1')!;
  await eventually(async () => (await encounters.countDocuments({ messageCount: { $gte: 1 } })) === 1);
  expect(await waiting()).toEqual([]);
  chat.says('', { file: true, media: 'image' });
  await sendEvents(crm.url, [...chat.events] as unknown as EventEnvelope[]);
  const row = await eventually(async () => (await waiting())[0]);
  const sentAt = chat.events.find(({ type }) => type === 'acolhe.message.recorded.v1')!.time;
  expect(row.unseenFileAt).toEqual(new Date(sentAt));
  expect(fileDueAt(row)).toEqual(new Date(Date.parse(sentAt) + 600_000));
});
