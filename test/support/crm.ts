/** A whole CRM in this process on a throw-away database, and a workspace's signed speech to it. */
import { randomBytes, randomUUID } from 'crypto';
import { pino } from 'pino';
import type { EventEnvelope, EventType, IngestAnswer } from '../../contract/event';
import { sign } from '../../contract/signature';
import type { CrmConfig, TenantConfig } from '../../crm-sync/config/config';
import { startCrm, type RunningCrm } from '../../crm-sync/server';
import { expectDescribed } from './described';
import { uniqueDatabase } from './mongo';

export const testSecret = 'whsec_' + Buffer.alloc(32, 7).toString('base64');

export function testTenant(id: string, changes: Partial<TenantConfig> = {}): TenantConfig {
  return {
    id,
    name: `Tenant ${id}`,
    timeZone: 'America/Fortaleza',
    database: uniqueDatabase(),
    sealingKeys: [{ id: 'k1', key: Buffer.from(randomBytes(32)) }],
    workspaces: [{ id: 'w1', url: 'http://127.0.0.1:9', secrets: [testSecret] }],
    // tests run at any hour
    contactHours: { from: '00:00', to: '24:00' },
    ...changes,
  };
}

export function testConfig(mongodbUri: string, tenants: TenantConfig[] = [testTenant('t1')]): CrmConfig {
  return {
    host: '127.0.0.1',
    port: 0,
    mongodbUri,
    tenants,
    sessionKey: Buffer.alloc(32, 1),
    trustProxy: [],
    logLevel: 'silent',
  };
}

export async function startTestCrm(config: CrmConfig): Promise<RunningCrm> {
  return startCrm(config, { log: pino({ level: 'silent' }) });
}

/** An event of workspace w1 of tenant t1, unless told otherwise. `time` in milliseconds. */
export function testEvent(
  type: EventType | (string & {}),
  data: Record<string, unknown>,
  options: { subject?: string; timeMs?: number; id?: string; source?: string } = {},
): EventEnvelope {
  const { subject = 'room-1', timeMs = Date.UTC(2026, 4, 4, 12), id = randomUUID() } = options;
  const { source = '/tenants/t1/workspaces/w1' } = options;
  return { specversion: '1.0', id, source, type, subject, time: new Date(timeMs).toISOString(), data };
}

export interface SendOptions {
  tenant?: string;
  workspace?: string;
  path?: string;
  secret?: string;
  atMs?: number;
  headers?: Record<string, string>;
  /** Without an answer for so long the request fails, as an app's does. */
  limitMs?: number;
}

/** Posts `body` (text as it is, anything else as JSON), signed. */
export async function postSigned(
  crmUrl: string,
  body: unknown,
  {
    tenant = 't1',
    workspace = 'w1',
    path = 'events',
    secret = testSecret,
    atMs = Date.now(),
    headers = {},
    limitMs,
  }: SendOptions = {},
): Promise<{ status: number; body: unknown }> {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const url = `/v1/tenants/${tenant}/workspaces/${workspace}/${path}`;
  const response = await fetch(`${crmUrl}${url}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...sign(secret, { id: randomUUID(), atMs, payload }),
      ...headers,
    },
    body: payload,
    ...(limitMs !== undefined && { signal: AbortSignal.timeout(limitMs) }),
  });
  const { status } = response;
  const text = await response.text();
  const contentType = response.headers.get('content-type') ?? undefined;
  await expectDescribed({ method: 'POST', url, status, contentType, body: text });
  return { status, body: JSON.parse(text) };
}

export async function sendEvents(
  crmUrl: string,
  events: unknown[],
  options?: SendOptions,
): Promise<IngestAnswer['results']> {
  const { status, body } = await postSigned(crmUrl, events, options);
  if (status !== 200) throw new Error(`ingest answered ${status}: ${JSON.stringify(body)}`);
  return (body as IngestAnswer).results;
}

export { eventually } from './wait';
