/** One conversation: its room against its timeline and its encounter. Pure. */
import type { EncounterDocument } from '../../crm-sync/store/documents';
import type { Difference, RoomFacts, StoredEvent } from './facts';

export function judgeTimeline(
  room: RoomFacts,
  seen: { id: string; text: string | undefined }[],
  edits: boolean,
): Difference[] {
  const ids = seen.map(({ id }) => id);
  const wanted = new Set(room.messages.map(({ id }) => id));
  const texts = new Map(seen.map(({ id, text }) => [id, text]));
  const at = (what: Difference['what'], id: string): Difference => ({ what, where: `${room.rid}/${id}` });
  const differences = [
    ...[...wanted].filter((id) => !texts.has(id)).map((id) => at('lost', id)),
    ...ids.filter((id, index) => !wanted.has(id) || ids.indexOf(id) !== index).map((id) => at('double', id)),
    ...room.messages
      .filter(({ id, text }) => texts.has(id) && texts.get(id) !== text)
      .filter(({ text }) => edits || !text.endsWith('(corrigido)'))
      .map(({ id }) => at('text', id)),
  ];
  const order = ids.filter((id, index) => wanted.has(id) && ids.indexOf(id) === index);
  const inRoom = room.messages.map(({ id }) => id).filter((id) => texts.has(id));
  const first = order.findIndex((id, index) => id !== inRoom[index]);
  return first < 0 ? differences : [...differences, at('order', order[first]!)];
}

const sorted = (list: Iterable<unknown>): string => JSON.stringify([...new Set(list)].sort());

export function judgeEncounter(
  room: RoomFacts,
  encounter: EncounterDocument | undefined,
  events: StoredEvent[],
  decisions: number,
): Difference[] {
  if (!encounter) return [{ what: 'lost', where: `${room.rid}: no encounter` }];
  const of = (type: string): StoredEvent[] => events.filter((event) => event.type === `acolhe.${type}.v1`);
  const marks = (kind: string): number => encounter.marks.filter((mark) => mark.kind === kind).length;
  const flags = of('red-flag.raised').map(({ coded }) => coded['concept']);
  const messages = of('message.recorded').map(({ coded }) => coded['messageId']);
  const checks: [Difference['what'], string, boolean][] = [
    ['lost', 'started', of('conversation.started').length >= 1],
    ['double', 'started', of('conversation.started').length <= 1],
    ['lost', 'closed', room.open || (of('conversation.closed').length >= 1 && encounter.state === 'closed')],
    ['double', 'closed', of('conversation.closed').length <= (room.open ? 0 : 1)],
    ['double', 'message events', new Set(messages).size === messages.length],
    ['lost', 'red flag', room.kind !== 'red-flag' || encounter.redFlags.length > 0],
    ['lost', 'hand-off', !room.transferred || of('handoff.requested').length > 0],
    ['lost', 'transfer', !room.transferred || marks('transferred') > 0],
    ['coded', 'red flags', sorted(flags) === sorted(encounter.redFlags)],
    ['coded', 'decisions', decisions === of('triage.decided').length],
    ['double', 'decisions', of('triage.decided').length <= 1],
    ['coded', 'hand-offs', marks('handoff') === of('handoff.requested').length],
    ['coded', 'message count', encounter.messageCount === room.messages.length],
  ];
  return checks
    .filter(([, , holds]) => !holds)
    .map(([what, name]) => ({ what, where: `${room.rid}: ${name}` }));
}
