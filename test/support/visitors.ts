/** Visitors of channels who say who they are, and what becomes of them. */
import type { EventEnvelope } from '../../contract/event';
import { readClusters } from '../../crm-sync/identity/cluster-reads';
import { patientOfVisitor } from '../../crm-sync/identity/register';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import { claimable } from '../../crm-sync/projector/claims';
import { projectStreams } from '../../crm-sync/projector/project';
import type { Tenant } from '../../crm-sync/store/tenant';
import { testEvent } from './crm';

export interface Saying {
  name?: string;
  cpf?: string;
  cns?: string;
  birthDate?: string;
  phones?: string[];
  emails?: string[];
  verified?: ('phone' | 'email')[];
}

export const beganMs = Date.UTC(2026, 4, 4, 12);

/** One conversation of a visitor: begun, identified, who they say they are, a message, closed. */
export function conversationOf(
  visitor: string,
  patientId: string,
  saying: Saying,
  {
    subject = `room-${visitor}`,
    timeMs = beganMs,
    mintedBy = 'crm',
    dependentOf,
    channel = 'whatsapp',
  }: {
    subject?: string;
    timeMs?: number;
    mintedBy?: 'crm' | 'app';
    dependentOf?: { guardian: string; patientId: string };
    channel?: string;
  } = {},
): EventEnvelope[] {
  const steps: [string, Record<string, unknown>][] = [
    ['acolhe.conversation.started.v1', { channel, language: 'pt-BR', visitor: { id: visitor } }],
    ['acolhe.patient.identified.v1', { patientId, mintedBy }],
    ['acolhe.visitor.saved.v1', { visitor: { id: visitor, ...saying } }],
    [
      'acolhe.message.recorded.v1',
      { messageId: `m-${subject}`, from: 'patient', text: `palavras de ${visitor}`, via: 'text' },
    ],
    ...(dependentOf
      ? [
          [
            'acolhe.patient.identified.v1',
            { patientId: dependentOf.patientId, mintedBy, dependentOf: dependentOf.guardian },
          ] as [string, Record<string, unknown>],
        ]
      : []),
    ['acolhe.conversation.closed.v1', { by: 'agent' }],
  ];
  return steps.map(([type, data], at) =>
    testEvent(type, data, { subject, timeMs: timeMs + at * 1_000, id: `${subject}-${at}` }),
  );
}

/** Projects until nothing is left to do. */
export async function settle(tenant: Tenant, now: () => Date = () => new Date()): Promise<void> {
  for (let token = 0; ; token += 1) {
    const due = await claimable(tenant, now(), 64);
    if (due.length === 0) return;
    const { failed } = await projectStreams(tenant, due, `settle-${token}-${Math.random()}`, {
      now,
      random: () => 0.5,
    });
    if (failed.length) throw new Error(JSON.stringify(failed));
  }
}

/** A visitor comes, and says something of themselves. @returns their ID */
export async function visit(
  tenant: Tenant,
  visitor: string,
  saying: Saying,
  options: Parameters<typeof conversationOf>[3] = {},
): Promise<string> {
  const { _id } = await patientOfVisitor(tenant, { workspace: 'w1', visitorId: visitor }, new Date());
  await storeEvents(tenant, conversationOf(visitor, _id, saying, options), new Date());
  return _id;
}

/** Which of these IDs are one person: groups, each sorted, in order. */
export async function groups(tenant: Tenant, ids: readonly string[]): Promise<string[][]> {
  const clusters = await readClusters(tenant, ids);
  const found = new Map(ids.map((id) => [clusters.of(id).join(' '), clusters.of(id)]));
  return [...found.values()].sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}
