/** Gathers what `/acolhe status` tells: read afresh, whatever this process remembers. */
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { latestNote } from '../turn/notes';
import { countOutbox } from '../turn/outbox-watch';
import type { Ability } from './abilities';
import { managersOf } from './managers-status';
import { readOutboxBound, readSetup, readTriageEnabled } from './settings';
import type { Status } from './status-text';
import type { World } from './world';

export async function gatherStatus(
  world: World,
  read: IRead,
  version: string,
  lacks: Ability[] = [],
): Promise<Status> {
  const { records, notes } = world;
  const [bound, outbox, refused, left, delivered, swept, rooms, crm] = await Promise.all([
    readOutboxBound(read),
    countOutbox(world),
    records.inPhase('refused'),
    notes.of('left'),
    notes.of('delivered'),
    notes.of('swept'),
    records.watched(),
    crmOf(world),
  ]);
  const reasons = new Map<string, number>();
  for (const { reason = '' } of refused) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const deliveredAt = latestNote(delivered)?.at;
  const sweptAt = latestNote(swept)?.at;
  const lastLeft = latestNote(left);
  const { length, oldestMs } = outbox;
  return {
    version,
    ...(lacks.length > 0 ? { lacks } : {}),
    triage: { on: await readTriageEnabled(read), drafts: (await readSetup(read)).admitDrafts ?? false },
    knowledge: await knowledgeOf(world, read),
    outbox: {
      length,
      bound,
      oldestAgeMs: oldestMs === undefined ? 0 : Math.max(0, world.now().getTime() - oldestMs),
    },
    ...(lastLeft
      ? { left: { count: left.reduce((sum, { count = 0 }) => sum + count, 0), at: lastLeft.at } }
      : {}),
    refused: [...reasons].map(([reason, count]) => ({ reason, count })),
    ...(deliveredAt ? { deliveredAt } : {}),
    ...(sweptAt ? { sweptAt } : {}),
    crm,
    managers: await managersOf(read, notes),
    rooms: rooms.length,
  };
}

async function crmOf(world: World): Promise<Status['crm']> {
  const beganMs = world.now().getTime();
  const answer = await world.ping(false);
  if (!answer) return 'off';
  if (!answer.reached) return { reached: false, reason: answer.reason ?? 'unknown' };
  return {
    reached: true,
    ms: world.now().getTime() - beganMs,
    clockAheadMs: answer.clockAheadMs ?? 0,
    ...(answer.urgentFirst ? { urgentFirst: answer.urgentFirst } : {}),
  };
}

async function knowledgeOf(world: World, read: IRead): Promise<Status['knowledge']> {
  const { tenant } = await readSetup(read);
  const { hash, published } = await world.newestKnowledge(tenant);
  const asked = latestNote(await world.notes.of('knowledge'));
  return {
    hash,
    ...(published ? { version: published.version } : {}),
    ...(asked ? { asked: { at: asked.at, ...(asked.reason ? { reason: asked.reason } : {}) } } : {}),
  };
}
