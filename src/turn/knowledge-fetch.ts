/**
 * Asks the CRM for the published knowledge and takes it only whole: signed by the workspace's secret, an answer to this very
 * question, of this tenant, named by its hash, newer than what is there, and readable by the loader of what is built in.
 * Whatever fails, the last good one stays.
 */
import {
  knowledgeAnswer,
  verifyKnowledge,
  type KnowledgeQuestion,
  type WaitRules,
} from '../../contract/knowledge';
import { readSnapshot } from '../knowledge/read-snapshot';
import { lookForNewest, remember, type ShelfWorld } from './knowledge-shelf';
import { noteInstead, type Notes } from './notes';
import { keepPaused } from './paused-intakes';
import { keepClock } from './service-clock';

export interface FetchWorld extends ShelfWorld {
  now: () => Date;
  nonce: () => string;
  notes: Notes;
  /** Undefined when no CRM is set. @throws Error when it cannot be reached or refuses */
  ask: (question: KnowledgeQuestion) => Promise<unknown>;
  /** Undefined when no CRM is set. */
  trust: () => Promise<{ tenant: string; secrets: readonly string[] } | undefined>;
  /** As the settings say now, for the CRM's pages. */
  waits?: () => Promise<WaitRules>;
}

/** How often the CRM is asked without being told to. */
export const askEveryMs = 3 * 60_000;
/** What was replaced is kept for as long at least: another process may begin conversations with it. */
export const keepReplacedMs = 24 * 3_600_000;

class NotTaken extends Error {
  public constructor(public readonly reason: string) {
    super(reason);
  }
}

/** Of each sweep: takes what other processes kept, and asks when it is time. Never throws. */
export async function refreshKnowledge(world: FetchWorld, atOnce = false): Promise<void> {
  const { memory, log } = world;
  if (memory.asking) return;
  memory.asking = true;
  try {
    const trust = await world.trust();
    if (!trust) return;
    await lookForNewest(world, trust.tenant);
    const nowMs = world.now().getTime();
    const due = memory.askedMs === undefined || Math.abs(nowMs - memory.askedMs) >= askEveryMs;
    if (!atOnce && !due) return;
    memory.askedMs = nowMs;
    await fetchOnce(world, trust);
    await purgeReplaced(world, trust.tenant);
  } catch (error) {
    log({ code: 'knowledge-failed', detail: (error as Error).name });
  } finally {
    memory.asking = false;
  }
}

async function fetchOnce(
  world: FetchWorld,
  trust: { tenant: string; secrets: readonly string[] },
): Promise<void> {
  const at = world.now().toISOString();
  try {
    await take(world, trust);
    await noteInstead(world.notes, 'knowledge', { at });
  } catch (error) {
    const reason = error instanceof NotTaken ? error.reason : reasonOf(error);
    world.log({ code: 'knowledge-not-taken', detail: reason });
    await noteInstead(world.notes, 'knowledge', { at, reason });
  }
}

async function take(world: FetchWorld, trust: { tenant: string; secrets: readonly string[] }): Promise<void> {
  const { memory, records } = world;
  const have = memory.newest?.knowledge.hash;
  const nonce = world.nonce();
  const waits = await world.waits?.().catch(() => undefined);
  const raw = await world.ask({
    nonce,
    intakes: true,
    clock: true,
    ...(have ? { have } : {}),
    ...(waits ? { waits } : {}),
  });
  const answer = knowledgeAnswer.safeParse(raw);
  if (!answer.success) throw new NotTaken('malformed');
  const signature = verifyKnowledge(trust.secrets, answer.data, world.now().getTime());
  if (!signature.ok) throw new NotTaken(`signature-${signature.reason}`);
  if (answer.data.nonce !== nonce) throw new NotTaken('other-question');
  const { state, hash, snapshot, paused, clock } = answer.data;
  if (paused) await keepPaused(world.notes, paused, world.now());
  if (clock) await keepClock(world.notes, clock, world.now());
  if (state !== 'changed') return;
  const reading = readSnapshot(snapshot);
  if (!reading.ok) {
    const [first] = reading.problems;
    throw new NotTaken(`${first?.code ?? 'shape'} ${first?.at ?? ''}`.trim().slice(0, 160));
  }
  const { read } = reading;
  if (read.tenant !== trust.tenant) throw new NotTaken('other-tenant');
  if (read.hash !== hash) throw new NotTaken('hash');
  if (memory.newest && read.version <= memory.newest.version) throw new NotTaken('older');
  await records.insert(
    { hash: read.hash, version: read.version, tenant: read.tenant, at: world.now().toISOString() },
    JSON.stringify(snapshot),
  );
  memory.newest = { tenant: read.tenant, version: read.version, knowledge: remember(memory, read) };
}

/** Removes snapshots that were replaced a day ago and by which no conversation is led any more. */
async function purgeReplaced(world: FetchWorld, tenant: string): Promise<void> {
  const { records, memory } = world;
  const heads = (await records.heads()).sort((a, b) => a.version - b.version);
  const newestAt = memory.newest?.knowledge.hash;
  for (const head of heads) {
    if (head.hash === newestAt) continue;
    const next = heads.find((one) => one.tenant === head.tenant && one.version > head.version);
    const since = next?.at ?? (head.tenant === tenant ? undefined : head.at);
    if (since === undefined || world.now().getTime() - Date.parse(since) < keepReplacedMs) continue;
    if (!(await records.inUse(head.hash))) await records.remove(head.hash);
  }
}

/** A code, never an address. */
function reasonOf(error: unknown): string {
  const { code, status } = error as { code?: unknown; status?: unknown };
  if (code === 'crm-refused')
    return typeof status === 'number' && status > 0 ? `http-${status}` : 'no-answer';
  return code === 'too-late' ? 'too-late' : 'unreachable';
}
