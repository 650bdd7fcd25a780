/** Records on Rocket.Chat's app persistence: inserts, removals and reads by association, the only calls that are safe. */
import type { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';
import { knowledgeUse } from './knowledge-records';
import {
  bucketOf,
  type Claim,
  type DueReminder,
  firstBucket,
  recordKey,
  type Records,
  type TurnRecord,
} from './records';

const room = (id: string): RocketChatAssociationRecord =>
  new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, id);
const misc = (id: string): RocketChatAssociationRecord =>
  new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `acolhe:${id}`);

const reminderKey = (item: DueReminder): string => `${item.conversation}/${item.reminder}/${item.dueAt}`;

/**
 * @param announced parts of the outbox that this process has written down as existing; writing one down twice is no harm
 */
export function appRecords(
  write: IPersistence,
  read: IPersistenceRead,
  announced: Set<string> = new Set(),
): Records {
  const turn = misc('turn');
  const announce = async (bucket: string): Promise<void> => {
    if (announced.has(bucket)) return;
    await write.createWithAssociations({ bucket }, [misc('outbox'), misc(`outbox-part:${bucket}`)]);
    if (announced.size > 100) announced.clear();
    announced.add(bucket);
  };
  return {
    async insert(record: TurnRecord) {
      const { phase, input } = record;
      const associations = [room(input.conversation), turn, misc(`${phase}:${recordKey(input)}`)];
      // `done` is the largest phase by far and never asked for as a whole; the outbox may be long
      if (phase === 'unsent') {
        await announce(bucketOf(record));
        associations.push(misc(`unsent-in:${bucketOf(record)}`));
      } else if (phase !== 'done') associations.push(misc(phase));
      if (phase === 'received') associations.push(misc(`claim:${record.claim}`));
      if (input.kind === 'started' && input.setup.knowledge)
        associations.push(knowledgeUse(input.setup.knowledge));
      await write.createWithAssociations(record, associations);
    },
    async withdraw(record) {
      await write.removeByAssociation(misc(`claim:${record.claim}`));
    },
    async remove(phase, input) {
      await write.removeByAssociation(misc(`${phase}:${recordKey(input)}`));
    },
    async ofConversation(conversation) {
      return (await read.readByAssociations([room(conversation), turn])) as TurnRecord[];
    },
    async inPhase(phase) {
      return (await read.readByAssociation(misc(phase))) as TurnRecord[];
    },
    async unsentBuckets() {
      const rows = (await read.readByAssociation(misc('outbox'))) as { bucket: string }[];
      return [firstBucket, ...new Set(rows.map(({ bucket }) => bucket).sort())];
    },
    async unsentIn(bucket) {
      const part = bucket === firstBucket ? 'unsent' : `unsent-in:${bucket}`;
      return (await read.readByAssociation(misc(part))) as TurnRecord[];
    },
    async forgetBucket(bucket) {
      announced.delete(bucket);
      await write.removeByAssociation(misc(`outbox-part:${bucket}`));
    },
    async markPerformed(input, effect) {
      await write.createWithAssociations({ effect }, [
        room(input.conversation),
        misc(`performed:${recordKey(input)}`),
      ]);
    },
    async performed(input) {
      const rows = await read.readByAssociation(misc(`performed:${recordKey(input)}`));
      return (rows as { effect: number }[]).map(({ effect }) => effect);
    },
    async forgetPerformed(input) {
      await write.removeByAssociation(misc(`performed:${recordKey(input)}`));
    },
    async claim(claim) {
      await write.createWithAssociations(claim, [
        room(claim.conversation),
        misc(`work:${claim.conversation}/${claim.work}`),
        misc(`work-claim:${claim.claim}`),
      ]);
    },
    async claims(conversation, work) {
      return (await read.readByAssociation(misc(`work:${conversation}/${work}`))) as Claim[];
    },
    async unclaim({ claim }) {
      await write.removeByAssociation(misc(`work-claim:${claim}`));
    },
    async purge(conversation) {
      await write.removeByAssociation(room(conversation));
    },

    async remind(reminder) {
      await write.createWithAssociations(reminder, [
        misc('reminder'),
        misc(`reminders:${reminder.conversation}/${reminder.reminder}`),
        misc(`reminder:${reminderKey(reminder)}`),
      ]);
    },
    async reminders() {
      return (await read.readByAssociation(misc('reminder'))) as DueReminder[];
    },
    async forgetReminder(reminder) {
      await write.removeByAssociation(misc(`reminder:${reminderKey(reminder)}`));
    },
    async forgetReminders(conversation, reminder) {
      await write.removeByAssociation(misc(`reminders:${conversation}/${reminder}`));
    },

    async watch(conversation) {
      await write.removeByAssociation(misc(`watched:${conversation}`));
      await write.createWithAssociations({ conversation }, [
        misc('watched'),
        misc(`watched:${conversation}`),
      ]);
    },
    async unwatch(conversation) {
      await write.removeByAssociation(misc(`watched:${conversation}`));
    },
    async watched() {
      const rows = (await read.readByAssociation(misc('watched'))) as { conversation: string }[];
      return [...new Set(rows.map((row) => row.conversation))];
    },
  };
}
