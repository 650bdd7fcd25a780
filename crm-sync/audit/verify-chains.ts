/** Walks the chains entry by entry and names the first bad one of each. Pure: entries and checkpoints come in, findings go out. */
import { isAuthentic, isAuthenticAt, type ChainKey } from './chain';
import { placeOf } from './entry';

export type Fault = 'edited' | 'missing' | 'inserted' | 'out-of-order' | 'truncated' | 'rewritten';

/** A writer's entry as a checkpoint names it. */
export interface Head {
  writer: string;
  seq: number;
  mac: string;
}

export interface ChainFault {
  fault: Fault;
  /** Of the chain, or the name of an entry that belongs to none. */
  writer: string;
  /** Of the first bad entry. */
  seq: number;
  /** The first bad entry lies between `seq` and this one (`rewritten`: checkpoints name only some entries). */
  until?: number;
  /** Of the last entry before it that is sound, or what the entry says of itself. */
  at?: Date;
}

export interface ChainFindings {
  entries: number;
  writers: number;
  /** Entries that no checkpoint covers yet: those of them that were the last of their chain can vanish unseen. */
  uncovered: number;
  /** The first of each chain, in order of time. */
  faults: ChainFault[];
}

/** A stored entry of which nothing is certain yet. */
export type Stored = Readonly<Record<string, unknown>>;

interface Chain {
  writer: string;
  /** Seq of the entry that must come next, and the `mac` it must name. */
  next: number;
  prev: string;
  at?: Date;
  /** Of its checkpoints, in order. */
  heads: Head[];
  /** How many of `heads` were met, and the seq of the last one. */
  met: number;
  lastHead: number;
  faulted: boolean;
}

/** How far from its place an entry is looked for, to tell a moved entry from an edited one. */
const searchedPlaces = 200;

const dateOf = (stored: Stored): Date | undefined =>
  stored['at'] instanceof Date ? stored['at'] : undefined;

function writtenElsewhere(
  key: ChainKey,
  stored: Stored,
  place: { writer: string; seq: number },
): number | undefined {
  for (let distance = 1; distance <= searchedPlaces; distance += 1) {
    for (const seq of [place.seq + distance, place.seq - distance]) {
      if (seq >= 0 && isAuthenticAt(key, stored, { writer: place.writer, seq })) return seq;
    }
  }
  return undefined;
}

/** What is wrong with an entry that nobody with the key wrote for this place. `next` = the stored entry behind it in the same chain. */
function nameForeign(key: ChainKey, chain: Chain, stored: Stored, next: Stored | undefined): Fault {
  const place = { writer: chain.writer, seq: chain.next };
  const nextPlace = { writer: chain.writer, seq: chain.next + 1 };
  const elsewhere = isAuthentic(key, stored) ? Number(stored['seq']) : writtenElsewhere(key, stored, place);
  const nextBelongsHere = next && next['prev'] === chain.prev && isAuthenticAt(key, next, place);
  if (elsewhere !== undefined) {
    // A copy of another entry was put in between; where the two are neighbours they changed places.
    if (nextBelongsHere) return elsewhere === place.seq + 1 ? 'out-of-order' : 'inserted';
    // All behind a deleted entry moved up by one.
    const movedUp =
      elsewhere === place.seq + 1 && next && isAuthenticAt(key, next, { ...place, seq: elsewhere + 1 });
    return movedUp && !isAuthenticAt(key, next, nextPlace) ? 'missing' : 'out-of-order';
  }
  if (nextBelongsHere) return 'inserted';
  const covered = chain.next <= (chain.heads.at(-1)?.seq ?? -1);
  return covered || (next && isAuthentic(key, next)) ? 'edited' : 'inserted';
}

/**
 * @param documents of the whole log, in order of `_id`
 * @param heads of all checkpoints whose signatures hold
 * @param progress called with the number of entries read, every now and then
 */
export async function verifyChains(
  documents: AsyncIterable<Stored>,
  { key, heads, progress }: { key: ChainKey; heads: readonly Head[]; progress?: (entries: number) => void },
): Promise<ChainFindings> {
  const headsOf = new Map<string, Head[]>();
  for (const head of heads) {
    const list = headsOf.get(head.writer);
    if (list) list.push(head);
    else headsOf.set(head.writer, [head]);
  }
  for (const list of headsOf.values()) list.sort((a, b) => a.seq - b.seq);
  const findings: ChainFindings = { entries: 0, writers: 0, uncovered: 0, faults: [] };
  let chain: Chain | undefined;
  const seen = new Set<string>();

  const fault = (of: Chain, found: Omit<ChainFault, 'writer'>): void => {
    of.faulted = true;
    findings.faults.push({ writer: of.writer, ...(of.at ? { at: of.at } : {}), ...found });
  };
  const close = (): void => {
    if (!chain) return;
    const covered = (chain.heads.at(-1)?.seq ?? -1) + 1;
    // a chain with a fault is not read to its end
    if (!chain.faulted && chain.next < covered) fault(chain, { fault: 'truncated', seq: chain.next });
    if (!chain.faulted) findings.uncovered += chain.next - covered;
    chain = undefined;
  };
  const chainOf = (writer: string): Chain => {
    if (chain?.writer === writer) return chain;
    close();
    findings.writers += 1;
    seen.add(writer);
    const opened: Chain = {
      writer,
      next: 0,
      prev: '',
      heads: headsOf.get(writer) ?? [],
      met: 0,
      lastHead: -1,
      faulted: false,
    };
    chain = opened;
    return opened;
  };

  /** `behind` = the stored entry after this one, of whichever chain. */
  const look = (stored: Stored, behind: Stored | undefined): void => {
    findings.entries += 1;
    const place = placeOf(stored['_id']);
    if (!place) {
      const at = dateOf(stored);
      findings.faults.push({
        fault: 'inserted',
        writer: String(stored['_id']),
        seq: -1,
        ...(at ? { at } : {}),
      });
      return;
    }
    const of = chainOf(place.writer);
    if (of.faulted) return;
    const next = placeOf(behind?.['_id'])?.writer === of.writer ? behind : undefined;
    const atHome = stored['writer'] === place.writer && stored['seq'] === place.seq;
    const authentic = atHome && isAuthentic(key, stored);
    if (place.seq > of.next) {
      const real = authentic || (next && isAuthentic(key, next)) || of.next <= (of.heads.at(-1)?.seq ?? -1);
      return fault(of, real ? { fault: 'missing', seq: of.next } : { fault: 'inserted', seq: place.seq });
    }
    if (!authentic) return fault(of, { fault: nameForeign(key, of, stored, next), seq: of.next });
    if (stored['prev'] !== of.prev) {
      // Its own HMAC holds, so the entry before it was another one: only who has the key can do that.
      return fault(of, { fault: 'rewritten', seq: Math.max(0, of.next - 1) });
    }
    for (let head = of.heads[of.met]; head?.seq === place.seq; head = of.heads[of.met]) {
      if (head.mac !== stored['mac']) {
        return fault(of, { fault: 'rewritten', seq: Math.min(of.lastHead + 1, place.seq), until: place.seq });
      }
      of.met += 1;
      of.lastHead = head.seq;
    }
    of.next += 1;
    of.prev = String(stored['mac']);
    of.at = dateOf(stored) ?? of.at;
  };

  let waiting: Stored | undefined;
  for await (const stored of documents) {
    if (waiting) look(waiting, stored);
    waiting = stored;
    if (findings.entries % 10_000 === 9_999) progress?.(findings.entries + 1);
  }
  if (waiting) look(waiting, undefined);
  close();
  for (const [writer] of headsOf) {
    if (!seen.has(writer)) findings.faults.push({ fault: 'missing', writer, seq: 0 });
  }
  findings.faults.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0));
  return findings;
}
