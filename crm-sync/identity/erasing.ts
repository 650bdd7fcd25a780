/** What follows from an erasure: keys destroyed, and nothing left by which the person could be found. */
import type { KeyOwner } from '../store/data-keys';
import { destroyKeys } from '../store/destroy-keys';
import type { Tenant } from '../store/tenant';
import { sourceOwner } from './places';

/** Those whose key still opens something. */
async function standing(tenant: Tenant, owners: readonly KeyOwner[]): Promise<KeyOwner[]> {
  const rows = await tenant.dataKeys
    .find({ _id: { $in: [...owners] }, destroyedAt: { $exists: true } }, { projection: { _id: 1 } })
    .toArray();
  const gone = new Set(rows.map((row) => row._id));
  return owners.filter((owner) => !gone.has(owner));
}

/**
 * Carries out the event `acolhe.patient.erased.v1` of one ID. Called whenever its stream is folded, so that a process
 * that dies half-way leaves nothing undone; the second time there is nothing to do.
 */
export async function finishErasing(tenant: Tenant, patientId: string, now: Date): Promise<void> {
  const [sources, conversations] = await Promise.all([
    tenant.sources.find({ patientId }, { projection: { _id: 1 } }).toArray(),
    tenant.encounters.find({ patientId }, { projection: { _id: 1 } }).toArray(),
  ]);
  const owners: KeyOwner[] = [
    `patient/${patientId}`,
    ...sources.map(({ _id }) => sourceOwner(patientId, _id)),
    ...conversations.map(({ _id }): KeyOwner => `conversation/${_id}`),
  ];
  const left = await standing(tenant, owners);
  if (left.length) await destroyKeys(tenant, left, now);
  await tenant.sources.deleteMany({ patientId });
  await tenant.identityKeys.deleteMany({ patientId });
  await tenant.identityConflicts.deleteMany({ patients: patientId });
  await tenant.notes.deleteMany({ patientId });
  await tenant.followUps.deleteMany({ patientId });
}
