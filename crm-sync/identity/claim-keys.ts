/** Claims the strong keys of an ID. Who meets another's is the same person, unless the two contradict each other. */
import type { EventEnvelope } from '../../contract/event';
import { storeEvents } from '../ingest/store-events';
import type { Tenant } from '../store/tenant';
import { blindToken } from './blind-index';
import { candidates, type Candidate } from './candidates';
import { keptApart, readClusters } from './cluster-reads';
import { crmEvent } from './crm-event';
import { projectPatient } from './project-patient';
import { factsOfPatients } from './sources';
import { contradictions, strongKeysOf } from './strong-keys';

/** The same match is told once, also after people undid it. Its id outlives an erasure: it names no token of the key. */
function linkedEvent(tenant: Tenant, patientId: string, { into, kind }: Candidate, now: Date): EventEnvelope {
  return crmEvent(tenant.id, {
    ...{
      id: `linked/${kind}/${into}`,
      type: 'acolhe.patient.linked.v1',
      subject: `patient/${patientId}`,
      time: now,
    },
    data: { into, by: 'match', key: kind },
  });
}

async function meet(tenant: Tenant, patientId: string, candidate: Candidate, now: Date): Promise<void> {
  const { into, kind } = candidate;
  const clusters = await readClusters(tenant, [patientId, into]);
  const [mine, theirs] = [clusters.of(patientId), clusters.of(into)];
  if (mine.includes(into) || keptApart(clusters, mine, theirs)) return;
  const fields = contradictions(await factsOfPatients(tenant, mine), await factsOfPatients(tenant, theirs));
  if (fields.length) {
    const patients = [patientId, into].sort();
    const _id = [...patients, kind].join(' ');
    await tenant.identityConflicts.updateOne(
      { _id },
      { $set: { patients, key: kind, fields }, $setOnInsert: { at: now } },
      { upsert: true },
    );
    return;
  }
  await storeEvents(tenant, [linkedEvent(tenant, patientId, candidate, now)], now);
  // At once, so that the next key sees it.
  await projectPatient(tenant, into, now);
  await projectPatient(tenant, patientId, now);
}

/**
 * Claims every strong key that this ID's facts hold and links it where another holds one. Can be repeated; whatever
 * the order in which several IDs do it, those that share keys end as one cluster.
 */
export async function claimKeys(tenant: Tenant, patientId: string, now: Date): Promise<void> {
  const revisions = await tenant.sources
    .find({ patientId, unclaimed: true }, { projection: { revision: 1 } })
    .toArray();
  const document = await tenant.patients.findOne({ _id: patientId });
  if (document?.erasedAt) return;
  const secret = await tenant.keyring.secret('tenant/blind-index');
  const keys = strongKeysOf(await factsOfPatients(tenant, [patientId])).map(({ kind, value }) => ({
    kind,
    token: blindToken(secret, `key-${kind}`, value),
  }));
  for (const candidate of await candidates(tenant, patientId, keys, now))
    await meet(tenant, patientId, candidate, now);
  for (const { _id, revision } of revisions)
    await tenant.sources.updateOne({ _id, revision }, { $unset: { unclaimed: '' } });
  if (document?.unclaimed)
    await tenant.patients.updateOne(
      { _id: patientId, version: document.version },
      { $unset: { unclaimed: '' } },
    );
}
