/** A tenant's knowledge: what was brought in, who signed it, what is published. Everything is only ever added. */
import { createHash } from 'crypto';
import type { KnowledgeKind, KnowledgeSnapshot, PackParts } from '../../contract/knowledge';
import { readSnapshot } from '../../src/knowledge/read-snapshot';
import { buildSnapshot, maxSnapshotCharacters } from './build-snapshot';
import { builtInVersions } from './built-in';
import { checkInWorker } from './check-in-worker';
import type { KnowledgeShelf } from './knowledge-shelf';
import { remembered, type PackCheck, type PackProblem } from './pack-check';
import type { Upload } from './read-upload';
import { readCases } from './run-cases';
import {
  newestOf,
  placeOf,
  placeOfId,
  signersOf,
  signaturesNeeded,
  statusOf,
  versionOf,
  type Person,
  type SignatureDocument,
  type SnapshotDocument,
  type SnapshotHead,
  type Status,
  type VersionDocument,
  type VersionHead,
} from './version';

export interface ShownVersion extends VersionHead {
  status: Status;
  signers: SignatureDocument[];
  builtIn: boolean;
}

export interface Overview {
  /** Every version, built-in ones too; the newest first within its place. */
  versions: ShownVersion[];
  /** Newest first. */
  snapshots: SnapshotHead[];
}

export type ChangeProblem =
  'unknown' | 'already-signed' | 'not-signed' | 'unsound' | 'too-large' | 'in-use' | 'unreadable';
export type Changed = { ok: true; number: number } | { ok: false; problem: ChangeProblem };

export interface KnowledgeStore {
  overview(): Promise<Overview>;
  find(version: string): Promise<VersionDocument | undefined>;
  /** What keeps a protocol from being signed and activated; nothing of other knowledge, which is checked when it comes. */
  problems(version: VersionDocument): Promise<PackProblem[]>;
  /** @returns the version's id, or that its label was used for other content before */
  propose(
    kind: KnowledgeKind,
    upload: Upload,
    author: Person,
    now: Date,
  ): Promise<{ ok: true; id: string } | { ok: false; problem: 'label-used' }>;
  sign(version: string, by: Person, now: Date): Promise<{ ok: true } | { ok: false; problem: ChangeProblem }>;
  activate(version: string, by: Person, now: Date): Promise<Changed>;
  /** Publishes an earlier snapshot's content anew, under the next number; of 0 what came with the product. */
  restore(number: number, by: Person, now: Date): Promise<Changed>;
  /** What apps are led by. */
  newest(): Promise<SnapshotHead | undefined>;
  snapshot(number: number): Promise<SnapshotDocument | undefined>;
}

export interface StoreOptions {
  tenant: string;
  shelf: KnowledgeShelf;
  builtIn?: () => readonly VersionDocument[];
  check?: PackCheck;
  /** Told after something was published. Must not throw. */
  published?: () => void;
}

/** What is in a version says all: one for all tenants. */
const checkOnce = remembered(checkInWorker);

const refused = <P>(problem: P): { ok: false; problem: P } => ({ ok: false, problem });

export function knowledgeStore(options: StoreOptions): KnowledgeStore {
  const { tenant, shelf, builtIn = builtInVersions, published = () => undefined } = options;
  const check = options.check ? remembered(options.check) : checkOnce;

  const find = async (id: string): Promise<VersionDocument | undefined> =>
    (await shelf.version(id)) ?? builtIn().find((one) => one._id === id);

  /** Judged by the embedded cases that came with it; else by those the product has for this pack. */
  const problems = async (version: VersionDocument): Promise<PackProblem[]> => {
    if (version.kind !== 'pack') return [];
    const raw = version.cases ?? builtIn().find((one) => placeOf(one) === placeOf(version))?.cases;
    const key = createHash('sha256')
      .update(`${version._id}\n${raw ?? ''}`)
      .digest('hex');
    return check(key, () => ({
      ...(JSON.parse(version.body) as PackParts),
      cases: raw === undefined ? [] : readCases(JSON.parse(raw)),
    }));
  };
  const isSound = async (version: VersionDocument): Promise<boolean> =>
    (await problems(version)).length === 0;

  /** Numbers are given without gaps: of two who publish at once one finds its number taken, and looks again. */
  const publish = async (
    by: Person,
    now: Date,
    change: SnapshotDocument['change'],
    make: (
      last: SnapshotHead | undefined,
      number: number,
    ) => Promise<{ snapshot: KnowledgeSnapshot; hash: string; versions: string[] } | ChangeProblem>,
  ): Promise<Changed> => {
    for (;;) {
      const last = newestOf(await shelf.snapshots());
      const number = (await shelf.lastNumber()) + 1;
      const made = await make(last, number);
      if (typeof made === 'string') return refused(made);
      const body = JSON.stringify(made.snapshot);
      if (body.length > maxSnapshotCharacters) return refused('too-large');
      // what no app could read is not published
      if (!readSnapshot(made.snapshot).ok) return refused('unreadable');
      const { versions, hash } = made;
      if (!(await shelf.insertSnapshot({ _id: number, at: now, by, change, versions, hash, body }))) continue;
      published();
      return { ok: true, number };
    }
  };

  return {
    find,
    problems,
    async overview() {
      const [kept, signatures, snapshots] = await Promise.all([
        shelf.versions(),
        shelf.signatures(),
        shelf.snapshots(),
      ]);
      const known = new Set(kept.map(({ _id }) => _id));
      const product = new Set(builtIn().map(({ _id }) => _id));
      const all: VersionHead[] = [...kept, ...builtIn().filter(({ _id }) => !known.has(_id))];
      const versions = all
        .map(({ _id, kind, id, label, author, at }) => ({
          ...{ _id, kind, id, label, author, at },
          status: statusOf(_id, signatures, snapshots),
          signers: signersOf(_id, signatures),
          builtIn: product.has(_id),
        }))
        .sort((a, b) => b.at.getTime() - a.at.getTime());
      return { versions, snapshots: [...snapshots].sort((a, b) => b._id - a._id) };
    },
    async propose(kind, { body, cases }, author, now) {
      const version = versionOf(kind, body, { author, at: now, cases });
      const others = [...(await shelf.versions()), ...builtIn()];
      const same = others.filter((one) => placeOf(one) === placeOf(version));
      if (same.some((one) => one._id === version._id)) return { ok: true, id: version._id };
      if (kind === 'pack' && same.some(({ label }) => label === version.label)) return refused('label-used');
      await shelf.insertVersion(version);
      return { ok: true, id: version._id };
    },
    async sign(id, by, now) {
      const version = await find(id);
      if (!version) return refused('unknown');
      if (!(await isSound(version))) return refused('unsound');
      // a product's draft becomes the tenant's own with its first signature
      await shelf.insertVersion(version);
      const done = await shelf.insertSignature({ _id: `${id}/${by.staffId}`, version: id, by, at: now });
      return done ? { ok: true } : refused('already-signed');
    },
    activate: (id, by, now) =>
      publish(by, now, { activated: id }, async (last, number) => {
        const [version, signatures] = [await find(id), await shelf.signatures()];
        if (!version) return 'unknown';
        if (signersOf(id, signatures).length < signaturesNeeded) return 'not-signed';
        if (last?.versions.includes(id)) return 'in-use';
        if (!(await isSound(version))) return 'unsound';
        const kept = (last?.versions ?? []).filter((other) => placeOfId(other) !== placeOf(version));
        const others = await Promise.all(kept.map(find));
        const versions = [version, ...others.filter((one) => one !== undefined)];
        const parts = { versions, builtIn: builtIn(), signatures };
        const made = buildSnapshot(parts, { version: number, tenant, at: now });
        return { ...made, versions: versions.map(({ _id }) => _id).sort() };
      }),
    restore: (number, by, now) =>
      publish(by, now, { restored: number }, async (last, next) => {
        if (number === 0) {
          if (!last) return 'unknown';
          if (last.versions.length === 0) return 'in-use';
          const parts = { versions: [], builtIn: builtIn(), signatures: [] };
          return { ...buildSnapshot(parts, { version: next, tenant, at: now }), versions: [] };
        }
        const earlier = await shelf.snapshot(number);
        if (!earlier) return 'unknown';
        if (last?._id === number) return 'in-use';
        const content = JSON.parse(earlier.body) as KnowledgeSnapshot;
        const snapshot = { ...content, version: next, createdAt: now.toISOString() };
        const reading = readSnapshot(snapshot);
        if (!reading.ok) return 'unreadable';
        return { snapshot, hash: reading.read.hash, versions: earlier.versions };
      }),
    newest: async () => newestOf(await shelf.snapshots()),
    snapshot: (number) => shelf.snapshot(number),
  };
}
