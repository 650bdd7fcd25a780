/** What each channel said of a person, kept beside what others said. One document per visitor, one part per conversation. */
import { createHash } from 'crypto';
import { insertNew, isDuplicateKey } from '../store/insert-new';
import type { SourceDocument, SourcePart } from '../store/identity-documents';
import { SealingError } from '../store/sealing';
import type { Tenant } from '../store/tenant';
import { blindTokens } from './blind-index';
import { factsOf, type SaidFact } from './conversation-facts';
import type { Fact } from './facts';
import { patientFactsPlace, sourcePlace } from './places';

export interface SourceKey {
  /** `${workspace}/${visitor id}` */
  source: string;
  patientId: string;
  workspace: string;
  channel: string;
  conversation: string;
}

/** Which events the facts were read from: tells whether a part is as it should be, without what was said. */
function eventsNamed(said: readonly SaidFact[], channel: string): string {
  const named = said.map(({ field, origin }) => [field, origin.event]);
  return createHash('sha256')
    .update(JSON.stringify([channel, named]))
    .digest('base64url')
    .slice(0, 22);
}

async function opened(tenant: Tenant, document: SourceDocument, part: SourcePart): Promise<Fact[]> {
  try {
    const place = sourcePlace(document.patientId, document._id, part.conversation);
    return JSON.parse(await tenant.sealing.open(place, part.sealedFacts)) as Fact[];
  } catch (error) {
    // Erased: there is nothing to know any more.
    if (error instanceof SealingError && error.code === 'destroyed') return [];
    throw error;
  }
}

/** @param drop leave out what was damaged: it is written anew from its own conversation, if there is one */
async function openedParts(
  tenant: Tenant,
  document: SourceDocument,
  parts: readonly SourcePart[],
  drop: boolean,
): Promise<{ part: SourcePart; facts: Fact[] }[]> {
  const all = parts.map(async (part) => {
    try {
      return [{ part, facts: await opened(tenant, document, part) }];
    } catch (error) {
      if (drop && error instanceof SealingError) return [];
      throw error;
    }
  });
  return (await Promise.all(all)).flat();
}

/**
 * The document with what the conversation said in it.
 * @param old as it was read; null when there was none
 * @returns nothing when it is as it should be; `destroyed` when the patient was erased
 */
async function withSaid(
  tenant: Tenant,
  key: SourceKey,
  said: readonly SaidFact[],
  old: SourceDocument | null,
  whole: boolean,
): Promise<SourceDocument | 'destroyed' | undefined> {
  const { source, patientId, workspace, channel, conversation } = key;
  const events = eventsNamed(said, channel);
  const mine = old?.patientId === patientId ? old : null;
  const before = mine?.parts.find((part) => part.conversation === conversation);
  if (before ? before.events === events && !whole : said.length === 0) return undefined;
  const facts = factsOf(said, { patientId, workspace, channel, conversation, source });
  const others = (mine?.parts ?? []).filter((part) => part.conversation !== conversation);
  try {
    const place = sourcePlace(patientId, source, conversation);
    const sealedFacts = await tenant.sealing.seal(place, JSON.stringify(facts));
    const known = mine ? await openedParts(tenant, mine, others, whole) : [];
    const secret = await tenant.keyring.secret('tenant/blind-index');
    return {
      ...{ _id: source, patientId, revision: (old?.revision ?? 0) + 1 },
      parts: [
        ...known.map(({ part }) => part),
        ...(said.length ? [{ conversation, events, sealedFacts }] : []),
      ],
      blind: blindTokens(secret, [...known.flatMap((one) => one.facts), ...facts]),
      // A name alone is part of no strong key.
      ...((old?.unclaimed ?? said.some(({ field }) => field !== 'name')) && { unclaimed: true as const }),
    };
  } catch (error) {
    if (error instanceof SealingError && error.code === 'destroyed') return 'destroyed';
    throw error;
  }
}

async function written(tenant: Tenant, old: SourceDocument | null, next: SourceDocument): Promise<boolean> {
  const { _id, revision } = next;
  try {
    if (!old) await tenant.sources.insertOne(next);
    else return (await tenant.sources.replaceOne({ _id, revision: revision - 1 }, next)).matchedCount === 1;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Keeps what a conversation said. Two conversations of one visitor at once both stay: who finds the document changed
 * reads it again.
 * @param known the document as read before, if it was; null when there was none
 * @param whole whatever is there: it may have been damaged
 * @returns whether strong keys are to be claimed: something is new, or was left unclaimed by a process that died
 */
export async function keepSource(
  tenant: Tenant,
  key: SourceKey,
  said: readonly SaidFact[],
  known?: SourceDocument | null,
  whole = false,
): Promise<boolean> {
  const { source, patientId } = key;
  for (let first = known; ; first = undefined) {
    const old = first === undefined ? await tenant.sources.findOne({ _id: source }) : first;
    const next = await withSaid(tenant, key, said, old, whole);
    if (next === 'destroyed') return false;
    if (next === undefined) return old?.patientId === patientId && old.unclaimed === true;
    if (await written(tenant, old, next)) return next.unclaimed === true;
  }
}

export interface ToldSource {
  key: SourceKey;
  said: readonly SaidFact[];
  /** Whatever is there: it may have been damaged. */
  whole: boolean;
}

/**
 * Keeps what many conversations said, with few round trips where their visitors are new.
 * @returns IDs whose strong keys are to be claimed
 */
export async function keepSources(tenant: Tenant, told: readonly ToldSource[]): Promise<Set<string>> {
  const ids = [...new Set(told.map(({ key }) => key.source))];
  const stored = await tenant.sources.find({ _id: { $in: ids } }).toArray();
  const bySource = new Map(stored.map((one) => [one._id, one]));
  const made = new Map<string, { one: ToldSource; next: SourceDocument }>();
  const single: ToldSource[] = [];
  const unclaimed = new Set<string>();
  for (const one of told) {
    const { source } = one.key;
    if (bySource.has(source) || made.has(source)) {
      single.push(one);
      continue;
    }
    const next = await withSaid(tenant, one.key, one.said, null, one.whole);
    if (next !== undefined && next !== 'destroyed') made.set(source, { one, next });
  }
  const fresh = [...made.values()];
  const taken = await insertNew(
    tenant.sources,
    fresh.map(({ next }) => next),
  );
  for (const [index, { one, next }] of fresh.entries()) {
    if (taken.has(index)) single.push(one);
    else if (next.unclaimed) unclaimed.add(next.patientId);
  }
  await Promise.all(
    single.map(async ({ key, said, whole }) => {
      const known = made.has(key.source) ? undefined : bySource.get(key.source);
      if (await keepSource(tenant, key, said, known, whole)) unclaimed.add(key.patientId);
    }),
  );
  return unclaimed;
}

/** Everything that was said under these IDs, by channels and by staff. */
export async function factsOfPatients(tenant: Tenant, patientIds: readonly string[]): Promise<Fact[]> {
  const [sources, patients] = await Promise.all([
    tenant.sources.find({ patientId: { $in: [...patientIds] } }).toArray(),
    tenant.patients.find({ _id: { $in: [...patientIds] } }).toArray(),
  ]);
  const told = sources.flatMap((document) => document.parts.map((part) => opened(tenant, document, part)));
  const kept = patients.flatMap(({ _id, sealedFacts }) =>
    sealedFacts === undefined ? [] : openedPatientFacts(tenant, _id, sealedFacts),
  );
  return (await Promise.all([...told, ...kept])).flat();
}

export async function openedPatientFacts(tenant: Tenant, patientId: string, sealed: string): Promise<Fact[]> {
  try {
    return JSON.parse(await tenant.sealing.open(patientFactsPlace(patientId), sealed)) as Fact[];
  } catch (error) {
    if (error instanceof SealingError && error.code === 'destroyed') return [];
    throw error;
  }
}

/** Takes away what conversations said that have no events, and documents that nothing is left in. */
export async function forgetConversations(tenant: Tenant, conversations: readonly string[]): Promise<void> {
  const named = { conversation: { $in: [...conversations] } };
  await tenant.sources.updateMany(
    { 'parts.conversation': named.conversation },
    { $pull: { parts: named }, $inc: { revision: 1 } },
  );
  await tenant.sources.deleteMany({ parts: { $size: 0 } });
}
