import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { Input } from '../../../src/dialog/input';
import { appRecords } from '../../../src/turn/app-records';
import { latestCopies, move, type Records, type TurnRecord } from '../../../src/turn/records';
import { memoryRecords, unsentOf } from '../../support/memory-records';
import { weakPersistence } from '../../support/weak-persistence';

const input = (id: string, conversation = 'room1'): Input => ({
  kind: 'bot-message',
  id,
  at: '2026-01-01T00:00:00.000Z',
  conversation,
  messageId: id,
  text: 'x',
});
const received = (id: string, conversation?: string): TurnRecord => ({
  phase: 'received',
  input: input(id, conversation),
  receivedAt: '2026-01-01T00:00:00.000Z',
  claim: '2026-01-01/x',
});

const adapters: [string, () => Records][] = [
  ['memory', memoryRecords],
  [
    'Rocket.Chat persistence',
    () => {
      const { write, read } = weakPersistence();
      return appRecords(write, read);
    },
  ],
];

describe.each(adapters)('records in %s', (_name, make) => {
  it('gives back what was inserted, by conversation and by phase', async () => {
    const records = make();
    await records.insert(received('a'));
    await records.insert(received('b'));
    await records.insert(received('a', 'room2'));
    expect((await records.ofConversation('room1')).map((item) => item.input.id).sort()).toEqual(['a', 'b']);
    expect(await records.inPhase('received')).toHaveLength(3);
    expect(await records.inPhase('kept')).toEqual([]);
  });

  it('withdraws one copy of an input and leaves the other', async () => {
    const records = make();
    const [one, two] = ['1', '2'].map((claim) => ({ ...received('a'), claim }));
    await records.insert(one as TurnRecord);
    await records.insert(two as TurnRecord);
    await records.withdraw(two as TurnRecord);
    expect((await records.inPhase('received')).map((item) => item.claim)).toEqual(['1']);
  });

  it('moves a record on without losing it between the two phases', async () => {
    const records = make();
    await records.insert(received('a'));
    const kept = await move(records, received('a'), 'kept', { effects: [], events: [] });
    expect(kept.phase).toBe('kept');
    expect(await records.inPhase('received')).toEqual([]);
    expect(await records.inPhase('kept')).toEqual([kept]);
    await move(records, kept, 'done');
    expect((await records.ofConversation('room1')).map((item) => item.phase)).toEqual(['done']);
  });

  it('counts the copy that is furthest on when a crash left two', async () => {
    const records = make();
    await records.insert(received('a'));
    await records.insert({ ...received('a'), phase: 'unsent' });
    expect(latestCopies(await records.ofConversation('room1')).map((item) => item.phase)).toEqual(['unsent']);
  });

  it('parts the outbox by when records came, the oldest first, and forgets a part that is empty', async () => {
    const records = make();
    const at = (id: string, unsentAt: string): TurnRecord => ({ ...received(id), phase: 'unsent', unsentAt });
    await records.insert(at('b', '2026-01-01T01:12:00.000Z'));
    await records.insert(at('a', '2026-01-01T00:59:59.999Z'));
    await records.insert(at('c', '2026-01-01T01:59:59.999Z'));
    const filled: string[][] = [];
    for (const bucket of await records.unsentBuckets()) {
      const ids = (await records.unsentIn(bucket)).map(({ input: { id } }) => id).sort();
      if (ids.length > 0) filled.push(ids);
    }
    expect(filled).toEqual([['a'], ['b', 'c']]);
    await records.remove('unsent', input('a'));
    await records.forgetBucket('2026-01-01T00:00:00.000Z');
    expect(await records.unsentBuckets()).not.toContain('2026-01-01T00:00:00.000Z');
    expect((await unsentOf(records)).map(({ input: { id } }) => id).sort()).toEqual(['b', 'c']);
  });

  it('keeps reminders apart by conversation and forgets them one by one or all', async () => {
    const records = make();
    const one = {
      conversation: 'room1',
      reminder: 'try-hand-over',
      dueAt: '2026-01-01T00:01:00.000Z',
    } as const;
    const two = { ...one, reminder: 'flag-unanswered' } as const;
    const other = { ...one, conversation: 'room2' };
    for (const item of [one, two, other]) await records.remind(item);
    await records.forgetReminder(two);
    expect(await records.reminders()).toEqual(expect.arrayContaining([one, other]));
    await records.forgetReminders('room1', 'try-hand-over');
    expect(await records.reminders()).toEqual([other]);
  });

  it('forgets reminders of one kind, whenever they are due, and leaves the other kind', async () => {
    const records = make();
    const soon = {
      conversation: 'room1',
      reminder: 'try-hand-over',
      dueAt: '2026-01-01T00:01:00.000Z',
    } as const;
    const later = { ...soon, dueAt: '2026-01-01T00:02:00.000Z' };
    const kept = { ...soon, reminder: 'flag-unanswered' } as const;
    for (const item of [soon, later, kept]) await records.remind(item);
    await records.forgetReminders('room1', 'try-hand-over');
    expect(await records.reminders()).toEqual([kept]);
  });

  it('watches a conversation once, however often it is asked to', async () => {
    const records = make();
    await records.watch('room1');
    await records.watch('room1');
    expect(await records.watched()).toEqual(['room1']);
    await records.unwatch('room1');
    expect(await records.watched()).toEqual([]);
  });

  it('remembers which effects of which input are done with, until told to forget', async () => {
    const records = make();
    for (const effect of [0, 2]) await records.markPerformed(input('a'), effect);
    await records.markPerformed(input('a', 'room2'), 1);
    expect((await records.performed(input('a'))).sort()).toEqual([0, 2]);
    await records.forgetPerformed(input('a'));
    expect(await records.performed(input('a'))).toEqual([]);
    expect(await records.performed(input('a', 'room2'))).toEqual([1]);
    expect(await records.ofConversation('room1')).toEqual([]);
  });

  it('keeps claims apart by conversation and work, and takes back one at a time', async () => {
    const records = make();
    const one = { conversation: 'room1', work: 'w', claim: 'c1' };
    const two = { ...one, claim: 'c2' };
    for (const claim of [one, two, { ...one, work: 'x', claim: 'c3' }]) await records.claim(claim);
    await records.unclaim(two);
    expect(await records.claims('room1', 'w')).toEqual([one]);
    expect(await records.claims('room2', 'w')).toEqual([]);
    expect(await records.inPhase('received')).toEqual([]);
  });

  it('purges a conversation and nothing else', async () => {
    const records = make();
    await records.markPerformed(input('a'), 0);
    await records.claim({ conversation: 'room1', work: 'w', claim: 'c1' });
    await records.insert(received('a'));
    await records.insert(received('b', 'room2'));
    await records.purge('room1');
    expect(await records.performed(input('a'))).toEqual([]);
    expect(await records.claims('room1', 'w')).toEqual([]);
    expect(await records.ofConversation('room1')).toEqual([]);
    expect(await records.ofConversation('room2')).toHaveLength(1);
  });
});

describe('records from before the outbox was parted', () => {
  it('are still sent', async () => {
    const { write, read } = weakPersistence();
    const old: TurnRecord = { ...received('old'), phase: 'unsent' };
    await write.createWithAssociations(old, [
      new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, 'room1'),
      new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'acolhe:turn'),
      new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'acolhe:unsent:room1/old'),
      new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'acolhe:unsent'),
    ]);
    const records = appRecords(write, read);
    expect(await unsentOf(records)).toEqual([old]);
    await move(records, old, 'done');
    expect(await unsentOf(records)).toEqual([]);
  });
});
