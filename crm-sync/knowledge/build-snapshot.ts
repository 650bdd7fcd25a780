/** From versions in use to the snapshot that apps get. Pure. */
import {
  knowledgeHash,
  type DepartmentHours,
  type DialogOverrides,
  type KnowledgeSnapshot,
  type PackParts,
  type RoutingRules,
} from '../../contract/knowledge';
import { withHolidays } from './holidays';
import { signersOf, type SignatureDocument, type VersionDocument } from './version';

/** Larger ones would not come through to apps. */
export const maxSnapshotCharacters = 8_000_000;

export interface Parts {
  /** One of each place, all in use. */
  versions: readonly VersionDocument[];
  /** Packs of the product whose place none of `versions` takes: they stay drafts. */
  builtIn: readonly VersionDocument[];
  signatures: readonly SignatureDocument[];
}

export function buildSnapshot(
  { versions, builtIn, signatures }: Parts,
  { version, tenant, at }: { version: number; tenant: string; at: Date },
): { snapshot: KnowledgeSnapshot; hash: string } {
  const bodyOf = <T>(kind: VersionDocument['kind']): T | undefined => {
    const found = versions.find((one) => one.kind === kind) ?? builtIn.find((one) => one.kind === kind);
    return found && (JSON.parse(found.body) as T);
  };
  const taken = new Set(versions.map(({ kind, id }) => `${kind}/${id}`));
  const drafts = builtIn.filter(({ kind, id }) => kind === 'pack' && !taken.has(`pack/${id}`));
  const packs = [
    ...versions.filter(({ kind }) => kind === 'pack').map((one) => activePack(one, signatures)),
    ...drafts.map(({ body }) => JSON.parse(body) as PackParts),
  ].sort((a, b) => (a.pack.id < b.pack.id ? -1 : 1));
  const facilities = bodyOf<unknown[]>('facilities');
  const answers = bodyOf<Record<string, unknown>>('answers');
  const snapshot: KnowledgeSnapshot = {
    ...{ version, tenant, createdAt: at.toISOString(), packs },
    ...(facilities ? { facilities } : {}),
    ...(answers ? { answers } : {}),
    routing: bodyOf<RoutingRules>('routing') ?? [],
    hours: withHolidays(bodyOf<DepartmentHours>('hours') ?? [], at),
    texts: bodyOf<DialogOverrides>('texts') ?? {},
  };
  return { snapshot, hash: knowledgeHash(snapshot) };
}

/** A pack as apps get it says that it is active, and whose names are under it. */
function activePack(version: VersionDocument, signatures: readonly SignatureDocument[]): PackParts {
  const { pack, texts } = JSON.parse(version.body) as PackParts;
  const signed = signersOf(version._id, signatures).map(({ by, at }) => ({
    ...{ name: by.name, role: 'clinician', at: at.toISOString() },
  }));
  return { pack: { ...pack, status: 'active', signatures: signed }, texts };
}
