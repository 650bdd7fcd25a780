import {
  bucketOf,
  type Claim,
  type DueReminder,
  recordKey,
  type Records,
  type TurnRecord,
} from '../../src/turn/records';

/** Records in memory, with the guarantees of the real ones and no more: copies, no order. */
export function memoryRecords(): Records & { all: () => TurnRecord[] } {
  let turns: TurnRecord[] = [];
  let due: DueReminder[] = [];
  let marks: { key: string; conversation: string; effect: number }[] = [];
  let claims: Claim[] = [];
  const watched = new Set<string>();
  const copy = <T>(value: T): T => structuredClone(value);
  const unordered = <T>(items: T[]): T[] => copy(items).reverse();
  const same = (a: DueReminder, b: DueReminder): boolean =>
    a.conversation === b.conversation && a.reminder === b.reminder && a.dueAt === b.dueAt;
  return {
    all: () => copy(turns),
    async insert(record) {
      turns.push(copy(record));
    },
    async withdraw(record) {
      turns = turns.filter((item) => !(item.phase === 'received' && item.claim === record.claim));
    },
    async remove(phase, input) {
      turns = turns.filter((item) => !(item.phase === phase && recordKey(item.input) === recordKey(input)));
    },
    async ofConversation(conversation) {
      return unordered(turns.filter((item) => item.input.conversation === conversation));
    },
    async inPhase(phase) {
      return unordered(turns.filter((item) => item.phase === phase));
    },
    async unsentBuckets() {
      return [...new Set(turns.filter((item) => item.phase === 'unsent').map(bucketOf))].sort();
    },
    async unsentIn(bucket) {
      return unordered(turns.filter((item) => item.phase === 'unsent' && bucketOf(item) === bucket));
    },
    async forgetBucket() {
      // what exists is told from the records themselves
    },
    async markPerformed(input, effect) {
      marks.push({ key: recordKey(input), conversation: input.conversation, effect });
    },
    async performed(input) {
      return marks.filter((mark) => mark.key === recordKey(input)).map((mark) => mark.effect);
    },
    async forgetPerformed(input) {
      marks = marks.filter((mark) => mark.key !== recordKey(input));
    },
    async claim(claim) {
      claims.push(copy(claim));
    },
    async claims(conversation, work) {
      return unordered(claims.filter((item) => item.conversation === conversation && item.work === work));
    },
    async unclaim({ claim }) {
      claims = claims.filter((item) => item.claim !== claim);
    },
    async purge(conversation) {
      marks = marks.filter((mark) => mark.conversation !== conversation);
      claims = claims.filter((claim) => claim.conversation !== conversation);
      turns = turns.filter((item) => item.input.conversation !== conversation);
    },
    async remind(reminder) {
      due.push(copy(reminder));
    },
    async reminders() {
      return unordered(due);
    },
    async forgetReminder(reminder) {
      due = due.filter((item) => !same(item, reminder));
    },
    async forgetReminders(conversation, reminder) {
      due = due.filter((item) => item.conversation !== conversation || item.reminder !== reminder);
    },
    async watch(conversation) {
      watched.add(conversation);
    },
    async unwatch(conversation) {
      watched.delete(conversation);
    },
    async watched() {
      return [...watched];
    },
  };
}

/** All that is unsent, from every part of the outbox. */
export async function unsentOf(records: Records): Promise<TurnRecord[]> {
  const buckets = await records.unsentBuckets();
  return (await Promise.all(buckets.map((bucket) => records.unsentIn(bucket)))).flat();
}
