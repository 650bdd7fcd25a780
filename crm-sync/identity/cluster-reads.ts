/** Which IDs are one person, as the documents say it now. */
import type { PatientDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { clusterOf, isVouchedFor, type Link } from './clusters';

export interface Clusters {
  documents: ReadonlyMap<string, PatientDocument>;
  /** The ID's cluster, sorted; itself alone when it has no links. */
  of(patientId: string): string[];
  /** As much of it as more than a number somebody typed connects. */
  surely(patientId: string): string[];
}

/** Reads these IDs and all that are linked with them: as many rounds as the longest chain has links, mostly one. */
export async function readClusters(tenant: Tenant, patientIds: readonly string[]): Promise<Clusters> {
  const documents = new Map<string, PatientDocument>();
  const asked = new Set<string>();
  for (let next = [...new Set(patientIds)]; next.length > 0;) {
    for (const id of next) asked.add(id);
    const [named, pointing] = await Promise.all([
      tenant.patients.find({ _id: { $in: next } }).toArray(),
      tenant.patients.find({ 'links.to': { $in: next } }).toArray(),
    ]);
    for (const one of [...named, ...pointing]) documents.set(one._id, one);
    const met = [...named, ...pointing].flatMap((one) => [
      one._id,
      ...(one.links ?? []).map((link) => link.to),
    ]);
    next = [...new Set(met)].filter((id) => !asked.has(id));
  }
  const links = [...documents.values()].flatMap(({ _id, links: out = [] }) =>
    out.map((link): Link & { sure: boolean } => ({ from: _id, to: link.to, sure: isVouchedFor(link) })),
  );
  const sure = links.filter((link) => link.sure);
  return {
    documents,
    of: (patientId) => clusterOf(patientId, links),
    surely: (patientId) => clusterOf(patientId, sure),
  };
}

/** Did staff say that somebody of the one cluster is another person than somebody of the other? */
export function keptApart({ documents }: Clusters, a: readonly string[], b: readonly string[]): boolean {
  const says = (from: readonly string[], of: readonly string[]) =>
    from.some((id) => documents.get(id)?.apart?.some((other) => of.includes(other)));
  return says(a, b) || says(b, a);
}
