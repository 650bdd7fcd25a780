/** A CRM whose MongoDB is behind a wire proxy and whose clock can jump, with its log kept. */
import { randomUUID } from 'crypto';
import { pino } from 'pino';
import type { EventEnvelope } from '../../contract/event';
import { sign } from '../../contract/signature';
import { someUncounted } from '../../crm-sync/cells/touch';
import { startCrm, type RunningCrm } from '../../crm-sync/server';
import { connectStore } from '../../crm-sync/store/connect';
import type { Store, Tenant } from '../../crm-sync/store/tenant';
import { testConfig, testEvent, testSecret, testTenant } from './crm';
import { eventually } from './wait';
import { startWireProxy, type WireProxy } from './wire-proxy';

export interface FaultyCrm {
  url: string;
  proxy: WireProxy;
  crm: RunningCrm;
  /** The same tenant, past the proxy. */
  tenant: Tenant;
  clock: { aheadMs: number };
  /** Lines of the log, parsed. */
  lines: Record<string, unknown>[];
  log(): string;
  /** One signed batch. @returns the status, 0 when there was no answer */
  post(events: readonly EventEnvelope[], atMs?: number): Promise<number>;
  /** As the app does: again and again until it is acknowledged. @returns every status on the way */
  deliver(events: readonly EventEnvelope[]): Promise<number[]>;
  readiness(): Promise<number>;
  stop(): Promise<void>;
}

export async function startFaultyCrm(mongoUri: string): Promise<FaultyCrm> {
  const proxy = await startWireProxy(mongoUri);
  const t1 = testTenant('t1');
  const direct: Store = await connectStore(testConfig(mongoUri, [t1]));
  const clock = { aheadMs: 0 };
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as never) };
  // A server that steps down tells its clients at once; the one behind the proxy knows nothing of it and must be asked.
  const uri = `${proxy.uri}&serverMonitoringMode=poll&heartbeatFrequencyMS=500`;
  const crm = await startCrm(testConfig(uri, [t1]), {
    log: pino({ level: 'info' }, destination),
    now: () => new Date(Date.now() + clock.aheadMs),
  });
  const post: FaultyCrm['post'] = async (events, atMs = Date.now()) => {
    const payload = JSON.stringify(events);
    const signed = sign(testSecret, { id: randomUUID(), atMs, payload });
    const response = await fetch(`${crm.url}/v1/tenants/t1/workspaces/w1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body: payload,
      signal: AbortSignal.timeout(60_000),
    }).catch(() => undefined);
    await response?.text();
    return response?.status ?? 0;
  };
  return {
    ...{ url: crm.url, proxy, crm, clock, lines, post },
    tenant: direct.tenant('t1')!,
    log: () => lines.map((line) => JSON.stringify(line)).join('\n'),
    async deliver(events) {
      const statuses: number[] = [];
      await eventually(async () => {
        statuses.push(await post(events));
        if (statuses.at(-1) !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
        return statuses.at(-1) === 200;
      }, 60_000);
      return statuses;
    },
    readiness: async () => (await fetch(`${crm.url}/readyz`)).status,
    async stop() {
      proxy.heal();
      proxy.up();
      await crm.stop();
      await direct.close();
      await proxy.stop();
    },
  };
}

/** What only the patient and who serves them may read. */
export const personal = ['Benedita Quaresma', 'dor-no-peito-desde-ontem', 'benedita@example.org'];

/** A conversation with personal words in it; `room` may not be told in logs either. */
export function personalStory(room: string): EventEnvelope[] {
  const [name, text, email] = personal as [string, string, string];
  const startMs = Date.now() - 60_000;
  const visitor = { id: `v-${room}`, name };
  const said = (messageId: string, from: string) =>
    [
      'acolhe.message.recorded.v1',
      { messageId, from, text: `${text} ${messageId}`, via: 'text', authorName: name },
    ] as const;
  const steps: (readonly [string, Record<string, unknown>])[] = [
    ['acolhe.conversation.started.v1', { channel: 'widget', language: 'pt-BR', visitor }],
    said('m1', 'patient'),
    said('m2', 'bot'),
    ['acolhe.visitor.saved.v1', { visitor: { ...visitor, emails: [email] } }],
    ['acolhe.conversation.closed.v1', { by: 'patient' }],
  ];
  return steps.map(([type, data], index) =>
    testEvent(type, data, { subject: room, id: `${room}-e${index}`, timeMs: startMs + index * 1_000 }),
  );
}

/** Every event of the stories once, their documents as they should be, and no personal word in the log. */
export async function expectAllThere(
  { tenant, log }: Pick<FaultyCrm, 'tenant' | 'log'>,
  rooms: readonly string[],
): Promise<void> {
  const count = personalStory('x').length;
  for (const room of rooms) {
    await eventually(
      () => tenant.encounters.findOne({ _id: room, state: 'closed', version: count, messageCount: 2 }),
      60_000,
    );
    expect(await tenant.events.countDocuments({ subject: room })).toBe(count);
    await eventually(async () => (await tenant.messages.countDocuments({ conversation: room })) === 2);
  }
  await eventually(async () => (await someUncounted(tenant)) === undefined, 60_000);
  for (const word of [...personal, ...rooms]) expect(log()).not.toContain(word);
}
