/**
 * Marks waiting conversations in Rocket.Chat with their urgency (its priority) and with the tags of their rule, whoever gives
 * them to agents: its own queue, and every list agents see, then has the urgent first. What the plan lacks is noticed once,
 * kept for whoever looks, and tried again each hour.
 */
import { backoffMs } from '../backoff';
import type { Desk } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';
import { refusalOf } from '../rocketchat/refusal';
import { durable } from '../store/durable';
import type { Tenant } from '../store/tenant';
import { urgencyRank, type Urgency } from '../../src/routing/urgency';
import { urgencyOfRow, type WaitingRow } from './waiting-row';

/** A conversation that waits. */
export type MarkRow = WaitingRow & { ruleTags?: string[] };

/** What was set for a conversation. `tries`: of what failed since. */
interface Mark {
  _id: string;
  urgency?: Urgency;
  tags?: string[];
  at: Date;
}

export type MarkPart = 'priorities' | 'tags';
export interface MarkFinding {
  part: MarkPart;
  is: 'working' | 'premium' | 'refused' | 'failing';
  code?: string;
}

interface Pause {
  untilMs: number;
  tries: number;
}

/** Of one workspace: forgotten with the process, which then asks once more. */
export interface MarkMemory {
  pauses: Map<string, Pause>;
  priorities?: { byRank: ReadonlyMap<number, string>; untilMs: number };
}
export const markMemory = (): MarkMemory => ({ pauses: new Map() });

/** Rocket.Chat counts calls, and the queue must not wait for its marks. */
const mostAtOnce = 8;
const askAgainMs = 60 * 60_000;
const backoff = { baseMs: 2_000, capMs: 300_000 };
const keptMs = 7 * 24 * 3_600_000;

const marksOf = (tenant: Pick<Tenant, 'db'>) => tenant.db.collection<Mark>('roomMarks', durable);

export interface MarkWorld {
  tenant: Tenant;
  desk: Pick<Desk, 'priorities' | 'setPriority' | 'addTags'>;
  rows: readonly MarkRow[];
  memory: MarkMemory;
  now: () => Date;
  random: () => number;
}

/** @returns what was found of priorities and tags, where they were tried */
export async function markRound(world: MarkWorld): Promise<MarkFinding[]> {
  const { tenant, memory } = world;
  const nowMs = world.now().getTime();
  const rows = [...world.rows].sort((a, b) => urgencyRank[urgencyOfRow(a)] - urgencyRank[urgencyOfRow(b)]);
  const open = (key: string): boolean => (memory.pauses.get(key)?.untilMs ?? 0) <= nowMs;
  const kept = await marksOf(tenant)
    .find({ _id: { $in: rows.map(({ _id }) => _id) } })
    .toArray();
  const marks = new Map(kept.map((mark) => [mark._id, mark]));
  const found: MarkFinding[] = [];
  for (const part of ['priorities', 'tags'] as const) {
    if (!open(part)) continue;
    const due = rows.filter((row) => open(`${part} ${row._id}`) && isDue(part, row, marks.get(row._id)));
    for (const row of due.slice(0, mostAtOnce)) {
      const finding = await attempt(world, part, row);
      if (!finding) continue;
      found.push(finding);
      if (finding.is !== 'working') break;
    }
  }
  return found;
}

function isDue(part: MarkPart, row: MarkRow, mark: Mark | undefined): boolean {
  if (part === 'priorities') return mark?.urgency !== urgencyOfRow(row);
  return (row.ruleTags ?? []).some((tag) => !mark?.tags?.includes(tag));
}

/** @returns undefined: nothing is known of the part by it */
async function attempt(world: MarkWorld, part: MarkPart, row: MarkRow): Promise<MarkFinding | undefined> {
  const { tenant, memory, now } = world;
  try {
    const set = part === 'priorities' ? await setPriority(world, row) : await setTags(world, row);
    if (!set) {
      pause(world, part, askAgainMs);
      return { part, is: 'premium' };
    }
    const at = now();
    await marksOf(tenant).updateOne({ _id: row._id }, { $set: { ...set, at } }, { upsert: true });
    await marksOf(tenant).deleteMany({ at: { $lt: new Date(at.getTime() - keptMs) } });
    memory.pauses.delete(part);
    memory.pauses.delete(`${part} ${row._id}`);
    return { part, is: 'working' };
  } catch (error) {
    if (!(error instanceof RocketChatError)) throw error;
    return refused(world, part, row, error);
  }
}

function refused(
  world: MarkWorld,
  part: MarkPart,
  row: MarkRow,
  error: RocketChatError,
): MarkFinding | undefined {
  const why = refusalOf(error);
  const { code } = error;
  // it is this conversation's alone
  if (why === 'gone' || why === 'closed' || why === 'taken') {
    pause(world, `${part} ${row._id}`);
    return undefined;
  }
  if (why === 'premium' || why === 'permission') {
    pause(world, part, askAgainMs);
    return { part, is: why === 'premium' ? 'premium' : 'refused', code };
  }
  pause(world, why === 'other' ? `${part} ${row._id}` : part);
  return { part, is: 'failing', code };
}

function pause({ memory, now, random }: MarkWorld, key: string, forMs?: number): void {
  const tries = (memory.pauses.get(key)?.tries ?? 0) + 1;
  const untilMs = now().getTime() + (forMs ?? backoffMs(backoff, tries, random()));
  memory.pauses.set(key, { tries, untilMs });
}

/** The same again changes nothing. @returns undefined: the plan has no priorities */
async function setPriority(
  { desk, memory, now }: MarkWorld,
  row: MarkRow,
): Promise<Pick<Mark, 'urgency'> | undefined> {
  const nowMs = now().getTime();
  if (!memory.priorities || memory.priorities.untilMs <= nowMs) {
    const all = await desk.priorities().catch((error: unknown) => {
      if (error instanceof RocketChatError && error.code === 'http-404') return [];
      throw error;
    });
    const byRank = new Map(all.map(({ id, rank }) => [rank, id]));
    memory.priorities = { byRank, untilMs: nowMs + askAgainMs };
  }
  const urgency = urgencyOfRow(row);
  const priority = memory.priorities.byRank.get(urgencyRank[urgency] + 1);
  if (priority === undefined) {
    delete memory.priorities;
    return undefined;
  }
  await desk.setPriority(row._id, priority);
  return { urgency };
}

async function setTags({ desk }: MarkWorld, { _id, ruleTags = [] }: MarkRow): Promise<Pick<Mark, 'tags'>> {
  await desk.addTags(_id, ruleTags);
  return { tags: ruleTags };
}
