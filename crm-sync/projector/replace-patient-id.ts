/** An ID the app minted is taken: the conversation gets another by an event of the CRM's own, and the patient is told. */
import { createHash } from 'crypto';
import type { EventEnvelope } from '../../contract/event';
import { queueCommand } from '../commands/queue-command';
import { storeEvents } from '../ingest/store-events';
import type { Tenant } from '../store/tenant';
import type { ToldId } from './fold-state';

/** Whom the conversation is about instead. `dependentOf`: the visitor writes for them. */
export interface Person {
  patientId: string;
  dependentOf?: string;
}

/** Derived from the claim, so that doing this twice does it once. */
export function replacementId(conversation: string, claimEvent: string): string {
  return `patient-id-replaced-${createHash('sha256').update(`${conversation}\u0000${claimEvent}`).digest('hex').slice(0, 32)}`;
}

/** The event follows the claim in the conversation's order, also when the app's clock is ahead. */
export function replacementEvent(
  tenantId: string,
  conversation: string,
  claim: ToldId,
  person: Person,
  now: Date,
): EventEnvelope {
  return {
    specversion: '1.0',
    id: replacementId(conversation, claim.event),
    source: `/tenants/${tenantId}/crm`,
    type: 'acolhe.patient.identified.v1',
    subject: conversation,
    time: new Date(Math.max(now.getTime(), Date.parse(claim.time) + 1)).toISOString(),
    data: { ...person, mintedBy: 'crm' },
  };
}

export async function replacePatientId(
  tenant: Tenant,
  workspace: string,
  conversation: string,
  claim: ToldId,
  person: Person,
  now: Date,
): Promise<void> {
  const id = replacementId(conversation, claim.event);
  const { patientId } = person;
  await queueCommand(tenant, workspace, { id, conversation, kind: 'replace-patient-id', patientId }, now);
  await storeEvents(tenant, [replacementEvent(tenant.id, conversation, claim, person, now)], now);
}
