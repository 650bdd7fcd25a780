/** A patient's timeline from its documents: conversations newest first, inside them everything in (time, id) order. Pure. */
import type { EncounterDocument, EncounterMark } from '../store/documents';
import type { OpenedDecision, OpenedMessage } from './patient-reads';

export type TimelineEntry = { at: Date; order: number; key: string } & (
  | { kind: 'message'; message: OpenedMessage }
  | { kind: 'decision'; decision: OpenedDecision }
  | { kind: 'mark'; mark: EncounterMark }
);

export interface TimelineConversation {
  encounter: EncounterDocument;
  entries: TimelineEntry[];
}

/** One event may give a mark and more: what happened to the conversation stands before what was said. */
const rank = { mark: 0, decision: 1, message: 2 } as const;

/** Time first: while a refold is being written, documents of two folds count their order differently. */
function byOrder(a: TimelineEntry, b: TimelineEntry): number {
  return (
    a.at.getTime() - b.at.getTime() ||
    a.order - b.order ||
    rank[a.kind] - rank[b.kind] ||
    (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  );
}

/**
 * Without what the bot said once it had decided: its advice tells the decision. With a red flag all stays, for what the
 * patient was told to do then is what a person must know first.
 */
export function withoutDecision(
  { redFlags }: Pick<EncounterDocument, 'redFlags'>,
  entries: readonly TimelineEntry[],
): TimelineEntry[] {
  const first = entries.findIndex((entry) => entry.kind === 'decision');
  if (first < 0 || redFlags.length > 0) return [...entries];
  const decided = entries[first]!;
  // what is told in the same turn may stand before it
  return entries.filter(
    (entry) =>
      entry.kind !== 'message' || entry.message.from !== 'bot' || entry.at.getTime() < decided.at.getTime(),
  );
}

export function timelineOf(
  encounters: readonly EncounterDocument[],
  messages: readonly OpenedMessage[],
  decisions: readonly OpenedDecision[],
): TimelineConversation[] {
  const newestFirst = [...encounters].sort(
    (a, b) => b.startedAt.getTime() - a.startedAt.getTime() || (a._id < b._id ? -1 : 1),
  );
  return newestFirst.map((encounter) => {
    const said = new Map(
      messages.filter((one) => one.conversation === encounter._id).map((one) => [one._id, one]),
    );
    const decided = new Map(
      decisions.filter((one) => one.conversation === encounter._id).map((one) => [one._id, one]),
    );
    const entries: TimelineEntry[] = [
      ...[...said.values()].map((message) => ({
        kind: 'message' as const,
        at: message.at,
        order: message.order,
        key: message._id,
        message,
      })),
      ...[...decided.values()].map((decision) => ({
        kind: 'decision' as const,
        at: decision.at,
        order: decision.order,
        key: decision._id,
        decision,
      })),
      ...encounter.marks.map((mark, index) => ({
        kind: 'mark' as const,
        at: mark.at,
        order: mark.order,
        key: `mark ${String(index).padStart(6, '0')}`,
        mark,
      })),
    ];
    return { encounter, entries: entries.sort(byOrder) };
  });
}
