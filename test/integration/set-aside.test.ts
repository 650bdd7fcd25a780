/** Which failures set a stream aside, and which are waited out. */
import { randomUUID } from 'crypto';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { claim, fail, maxAttempts } from '../../crm-sync/projector/claims';
import { projectStreams } from '../../crm-sync/projector/project';
import { listSetAside, retrySetAside } from '../../crm-sync/projector/set-aside';
import { connectStore } from '../../crm-sync/store/connect';
import { markDirty } from '../../crm-sync/store/streams';
import { testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { conversationOf } from '../support/visitors';

let mongo: TestMongo;
beforeAll(async () => {
  mongo = await testMongo();
});
afterAll(async () => mongo?.stop());

it('a stream is not set aside for a database that was away: only failures that will last are counted towards that', async () => {
  const store = await connectStore(testConfig(mongo.uri));
  try {
    const tenant = store.tenant('t1')!;
    await storeEvents(tenant, conversationOf('v1', 'none', {}, { subject: 'away' }), new Date());
    let at = new Date();
    const failed = async (lasting: boolean) => {
      const [row] = await claim(tenant, ['away'], randomUUID(), at);
      const reason = lasting ? 'event-data' : 'store-unreachable';
      const result = await fail(tenant, row!, { reason, lasting }, at, 0.5);
      at = (await tenant.streams.findOne({ _id: 'away' }))?.dueAt ?? at;
      return result;
    };
    for (let attempt = 0; attempt < 3 * maxAttempts; attempt += 1) expect(await failed(false)).toBe('later');
    for (let attempt = 1; attempt < maxAttempts; attempt += 1) expect(await failed(true)).toBe('later');
    expect(await failed(false)).toBe('later');
    expect(await failed(true)).toBe('poisoned');
    expect(await listSetAside(tenant)).toMatchObject([{ stream: 'away', attempts: maxAttempts }]);
    // Another try begins to count anew, as does one that succeeded.
    await retrySetAside(tenant, 'away', at);
    expect(await failed(true)).toBe('later');
    const { failed: none } = await projectStreams(tenant, ['away'], 'well', {
      now: () => at,
      random: () => 0,
    });
    expect(none).toEqual([]);
    expect(await tenant.streams.findOne({ _id: 'away' })).not.toHaveProperty('lastingFailures');
    await markDirty(tenant, ['away'], at);
    for (let attempt = 1; attempt < maxAttempts; attempt += 1) expect(await failed(true)).toBe('later');
  } finally {
    await store.close();
  }
});
