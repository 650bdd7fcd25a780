/**
 * Which knowledge a conversation is led by. A new one takes the newest published snapshot this process can read, one that is
 * under way keeps the one it began with. What one process keeps, the others find at their next sweep.
 */
import type { Input } from '../dialog/input';
import type { Knowledge } from '../dialog/knowledge';
import { readSnapshot, type ReadSnapshot } from '../knowledge/read-snapshot';
import { publishedKnowledge } from './knowledge';
import type { KnowledgeHead, KnowledgeRecords } from './knowledge-records';

/** What a process remembers; losing it costs a reading. */
export interface KnowledgeMemory {
  /** By hash, published ones that were read; those used last come last. */
  read: Map<string, Knowledge>;
  /** The newest that can be decided by; undefined before it was looked for. */
  newest: { tenant: string; version: number; knowledge: Knowledge } | undefined;
  looked: boolean;
  /** Hashes of rows that cannot be read: not tried, nor said, again. */
  bad: Set<string>;
  askedMs: number | undefined;
  asking: boolean;
}

export const newKnowledgeMemory = (): KnowledgeMemory => ({
  ...{ read: new Map(), newest: undefined, looked: false },
  ...{ bad: new Set(), askedMs: undefined, asking: false },
});

export interface ShelfWorld {
  builtIn: () => Knowledge;
  records: KnowledgeRecords;
  memory: KnowledgeMemory;
  log: (problem: { code: string; detail: string }) => void;
}

/** Published ones held in memory; a conversation with an older one has it read again. */
const readAtMost = 4;

/** Looks what is kept, and takes the newest of this tenant that can be read. */
export async function lookForNewest(world: ShelfWorld, tenant: string): Promise<void> {
  const { memory, records } = world;
  const heads = (await records.heads()).filter((head) => head.tenant === tenant);
  memory.looked = true;
  if (memory.newest && memory.newest.tenant !== tenant) memory.newest = undefined;
  for (const head of heads.sort((a, b) => b.version - a.version)) {
    if (memory.newest && memory.newest.version >= head.version) return;
    const knowledge = await readHead(world, head);
    if (!knowledge) continue;
    memory.newest = { tenant, version: head.version, knowledge };
    return;
  }
}

/** What a conversation that begins now is led by. */
export async function newestKnowledge(world: ShelfWorld, tenant: string): Promise<Knowledge> {
  const { memory } = world;
  if (!memory.looked || (memory.newest && memory.newest.tenant !== tenant))
    await lookForNewest(world, tenant);
  return memory.newest?.knowledge ?? world.builtIn();
}

/** What a conversation is led by that began with this one. Falls back to the newest: people are not left without an answer. */
export async function knowledgeNamed(world: ShelfWorld, hash: string): Promise<Knowledge> {
  const { memory, records, log } = world;
  if (hash === world.builtIn().hash) return world.builtIn();
  const known = memory.read.get(hash);
  if (known) return known;
  if (!memory.bad.has(hash)) {
    const head = (await records.heads()).find((one) => one.hash === hash);
    const knowledge = head && (await readHead(world, head));
    if (knowledge) return knowledge;
    memory.bad.add(hash);
    log({ code: 'knowledge-missing', detail: hash });
  }
  return memory.newest?.knowledge ?? world.builtIn();
}

/** The knowledge that this conversation's inputs name. */
export function namedBy(inputs: readonly Input[]): string | undefined {
  for (const input of inputs) if (input.kind === 'started') return input.setup.knowledge;
  return undefined;
}

/** Puts what was just taken into memory. */
export function remember(memory: KnowledgeMemory, read: ReadSnapshot): Knowledge {
  const knowledge = publishedKnowledge(read);
  memory.read.delete(knowledge.hash);
  memory.read.set(knowledge.hash, knowledge);
  for (const hash of memory.read.keys()) {
    if (memory.read.size <= readAtMost) break;
    memory.read.delete(hash);
  }
  return knowledge;
}

async function readHead(world: ShelfWorld, head: KnowledgeHead): Promise<Knowledge | undefined> {
  const { memory, records, log } = world;
  if (memory.bad.has(head.hash)) return undefined;
  const text = await records.textOf(head);
  // another process may be removing it
  if (text === undefined) return undefined;
  const reading = readSnapshot(parsed(text));
  if (reading.ok && reading.read.hash === head.hash) return remember(memory, reading.read);
  memory.bad.add(head.hash);
  const first = reading.ok ? undefined : reading.problems[0];
  log({ code: 'knowledge-unreadable', detail: first ? `${first.at}: ${first.code}` : 'hash' });
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
