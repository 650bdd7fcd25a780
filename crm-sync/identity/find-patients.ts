/** Looks for people by what staff typed. Only blind tokens reach the database. */
import type { Filter } from 'mongodb';
import type { PatientDocument, SourceDocument } from '../store/identity-documents';
import type { Tenant } from '../store/tenant';
import { blindToken } from './blind-index';
import { readClusters } from './cluster-reads';
import type { SearchKind, SearchTerm } from './search-term';

export interface Found {
  /** All IDs of one person, the oldest first. */
  patientIds: string[];
  kind: SearchKind;
  /** Found by what was typed itself; else by how it sounds. */
  exact: boolean;
}

export interface FoundPage {
  found: Found[];
  total: number;
  /** There are more than were looked at: say more of the person. */
  cut: boolean;
}

/** IDs looked at per kind. */
const lookedAt = 400;

/** Answered by patients and by sources alike. */
type Query = Record<string, unknown>;

interface Question {
  kind: SearchKind;
  exact: boolean;
  query: Query;
}

function questionsOf(secret: Uint8Array, term: SearchTerm): Question[] {
  switch (term.kind) {
    case 'id':
      return [{ kind: 'id', exact: true, query: { _id: term.value } }];
    case 'phone': {
      const token =
        term.value === undefined
          ? blindToken(secret, 'phone-end', term.end ?? '')
          : blindToken(secret, 'phone', term.value);
      return [{ kind: 'phone', exact: true, query: { blind: token } }];
    }
    case 'name': {
      const words = term.words.map((word) => ({ blind: blindToken(secret, 'name-word', word) }));
      const sounds = term.sounds.map((codes) => ({
        blind: { $in: codes.map((code) => blindToken(secret, 'name-sound', code)) },
      }));
      return [
        { kind: 'name', exact: true, query: { $and: words } },
        ...(sounds.length ? [{ kind: 'name' as const, exact: false, query: { $and: sounds } }] : []),
      ];
    }
    default:
      return [{ kind: term.kind, exact: true, query: { blind: blindToken(secret, term.kind, term.value) } }];
  }
}

async function idsOf(tenant: Tenant, { kind, query }: Question): Promise<string[]> {
  const limit = lookedAt + 1;
  const patients = tenant.patients
    .find(query as Filter<PatientDocument>, { projection: { _id: 1 }, limit })
    .toArray();
  if (kind === 'id') return (await patients).map((one) => one._id);
  const sources = tenant.sources
    .find(query as Filter<SourceDocument>, { projection: { _id: 0, patientId: 1 }, limit })
    .toArray();
  return [...(await patients).map((one) => one._id), ...(await sources).map((one) => one.patientId)];
}

/**
 * One result per person, however many of their IDs were hit: exact ones first, then those that sound alike.
 * @param page counted from 0
 */
export async function findPatients(
  tenant: Tenant,
  terms: readonly SearchTerm[],
  { page, size }: { page: number; size: number },
): Promise<FoundPage> {
  const secret = await tenant.keyring.secret('tenant/blind-index');
  const hits = new Map<string, Omit<Found, 'patientIds'>>();
  let cut = false;
  const questions = terms.flatMap((term) => questionsOf(secret, term));
  for (const question of [
    ...questions.filter((one) => one.exact),
    ...questions.filter((one) => !one.exact),
  ]) {
    const ids = [...new Set(await idsOf(tenant, question))];
    cut ||= ids.length > lookedAt;
    const { kind, exact } = question;
    for (const id of ids.slice(0, lookedAt)) if (!hits.has(id)) hits.set(id, { kind, exact });
  }
  const clusters = await readClusters(tenant, [...hits.keys()]);
  const seen = new Set<string>();
  const people: Found[] = [];
  const age = (id: string): number => clusters.documents.get(id)?.createdAt.getTime() ?? Infinity;
  for (const [id, hit] of hits) {
    if (seen.has(id)) continue;
    const cluster = clusters.of(id);
    for (const one of cluster) seen.add(one);
    people.push({ ...hit, patientIds: cluster.sort((a, b) => age(a) - age(b) || (a < b ? -1 : 1)) });
  }
  const newest = (one: Found): number => Math.max(...one.patientIds.map(age));
  people.sort(
    (a, b) =>
      Number(b.exact) - Number(a.exact) ||
      newest(b) - newest(a) ||
      (a.patientIds[0]! < b.patientIds[0]! ? -1 : 1),
  );
  return { found: people.slice(page * size, (page + 1) * size), total: people.length, cut };
}
