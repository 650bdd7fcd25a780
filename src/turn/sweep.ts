/**
 * The sweep: each 20 s it finishes what a dead process left, answers what no hook told of, and does what is due. It asks
 * only "what is there now?"; nothing of its own is remembered.
 */
import type { Input } from '../dialog/input';
import type { DueReminder, TurnRecord } from './records';
import { finish, resumeTurn, takeTurn, type TurnWorld } from './turn';

/** A record this old has no living process: younger ones are left to the process that has them. */
export const abandonedAfterMs = 20_000;

export interface SweepWorld extends TurnWorld {
  /** Inputs of a room's messages, oldest first, as hooks would have told them; empty when the room is gone. */
  messagesOf: (conversation: string) => Promise<Input[]>;
}

export async function sweep(world: SweepWorld): Promise<void> {
  const old = (at: string): boolean => world.now().getTime() - Date.parse(at) >= abandonedAfterMs;
  const received = (await world.records.inPhase('received')).filter((record) => old(record.receivedAt));
  for (const record of byTime(received)) await guard(world, () => resumeTurn(world, record));
  const kept = (await world.records.inPhase('kept')).filter((record) =>
    old(record.keptAt ?? record.receivedAt),
  );
  for (const record of byTime(kept)) await guard(world, () => finish(world, record));
  for (const conversation of await world.records.watched())
    await guard(world, () => answerSwallowed(world, conversation));
  const due = (await world.records.reminders()).filter(
    (item) => Date.parse(item.dueAt) <= world.now().getTime(),
  );
  for (const reminder of due) await guard(world, () => remind(world, reminder));
}

const byTime = (records: TurnRecord[]): TurnRecord[] =>
  [...records].sort((a, b) => (a.input.at < b.input.at ? -1 : 1));

async function guard(world: TurnWorld, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    world.log({ code: 'sweep-failed', detail: (error as Error).message });
  }
}

/** Messages whose hook was lost while the app's process was down. */
async function answerSwallowed(world: SweepWorld, conversation: string): Promise<void> {
  const messages = await world.messagesOf(conversation);
  if (messages.length === 0) return;
  const known = new Set((await world.records.ofConversation(conversation)).map((record) => record.input.id));
  const settledBefore = world.now().getTime() - 5_000;
  for (const input of messages) {
    if (!known.has(input.id) && Date.parse(input.at) <= settledBefore) await takeTurn(world, input);
  }
}

async function remind(world: SweepWorld, reminder: DueReminder): Promise<void> {
  const { conversation, dueAt } = reminder;
  if (reminder.reminder === 'purge') {
    const records = await world.records.ofConversation(conversation);
    if (records.some((record) => record.phase !== 'done')) return;
    await world.records.purge(conversation);
  } else {
    await takeTurn(world, {
      kind: 'due',
      id: `due/${reminder.reminder}/${dueAt}`,
      at: world.now().toISOString(),
      conversation,
      reminder: reminder.reminder,
    });
  }
  await world.records.forgetReminder(reminder);
}
