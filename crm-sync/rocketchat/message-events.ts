/** What was said in a room, as events: messages, edits, deletions, files, the closing comment. Pure. */
import type { AcolheEvent, EventData, EventEnvelope } from '../../contract/event';
import { eventParts, inputIds } from '../../contract/event-ids';
import { clip, inTime, personOf, type Maker, type RoomFacts } from './facts';
import type { Message, RoomFile } from './shapes';

/** Longest text of a message event (contract). */
const longestText = 20_000;

/** What a message says: its words and, of a file, its description. */
export function wordsOf({ msg, attachments }: Pick<Message, 'msg' | 'attachments'>): string {
  const captions = (attachments ?? []).map((item) => item.description ?? item.text);
  return [...new Set([msg, ...captions])].filter(Boolean).join('\n').slice(0, longestText);
}

const hasFile = ({ file, attachments }: Message): boolean => Boolean(file) || (attachments ?? []).length > 0;

type Recorded = EventData<'acolhe.message.recorded.v1'>;

function recordedOf(facts: RoomFacts, message: Message): Recorded | undefined {
  const text = wordsOf(message);
  if (text === '' && !hasFile(message)) return undefined;
  const told = { messageId: message._id, text };
  const author = message.u.name ? { authorName: clip(message.u.name) } : {};
  if (message.token !== undefined || message.u._id === facts.room.v._id)
    return { ...told, from: 'patient', ...author, via: hasFile(message) ? 'file' : 'text' };
  const person = personOf(facts, message.u);
  if (person.kind === 'bot') {
    const name = person.name ?? message.u.name;
    return { ...told, from: 'bot', ...(name ? { authorName: clip(name) } : {}), via: 'text' };
  }
  return { ...told, from: 'agent', authorName: person.name ?? person.username, via: 'text' };
}

/** Thumbnails are Rocket.Chat's own. */
export function filesOf({ file, files }: Message): RoomFile[] {
  const all = [...(file ? [file] : []), ...(files ?? [])].filter((one) => !one.name?.startsWith('thumb-'));
  return [...new Map(all.map((one) => [one._id, one])).values()];
}

/** The last words the CRM was told of each message. */
function wordsTold(stored: readonly EventEnvelope[]): Map<string, unknown> {
  const kinds = ['acolhe.message.recorded.v1', 'acolhe.message.edited.v1'];
  const inOrder = inTime(stored.filter(({ type }) => kinds.includes(type)));
  return new Map(inOrder.map(({ data }) => [String(data['messageId']), data['text']]));
}

export function messageEvents(maker: Maker): AcolheEvent[] {
  const { facts, make, stored, untilMs } = maker;
  const told = wordsTold(stored);
  const events: AcolheEvent[] = [];
  for (const message of facts.messages) {
    if (message.t !== undefined || message.ts.getTime() > untilMs) continue;
    const recorded = recordedOf(facts, message);
    if (!recorded) continue;
    const input = inputIds.message(message._id);
    events.push(make('acolhe.message.recorded.v1', input, eventParts.recorded, message.ts, recorded));
    for (const file of filesOf(message)) {
      const data = {
        messageId: message._id,
        fileId: file._id,
        ...(file.name ? { name: clip(file.name, 400) } : {}),
        ...(file.type ? { mimeType: clip(file.type) } : {}),
        ...(file.size !== undefined && Number.isInteger(file.size) && file.size >= 0
          ? { sizeBytes: file.size }
          : {}),
      };
      events.push(make('acolhe.file.received.v1', input, eventParts.file(file._id), message.ts, data));
    }
    if (!message.editedAt || told.get(message._id) === recorded.text) continue;
    const editor = message.editedBy?.username;
    const part = eventParts.edited(message.editedAt.toISOString());
    events.push(
      make('acolhe.message.edited.v1', input, part, message.editedAt, {
        messageId: message._id,
        text: recorded.text,
        ...(editor ? { editedBy: clip(editor) } : {}),
      }),
    );
  }
  return [...events, ...deletions(maker), ...closingComment(maker)];
}

/**
 * What Rocket.Chat says was deleted, of what the CRM was told. What is simply not there any more (retention, a removed
 * room) stays: the CRM is the record.
 */
function deletions({ facts, make, stored }: Maker): AcolheEvent[] {
  const known = new Set(
    stored.filter(({ type }) => type === 'acolhe.message.recorded.v1').map(({ data }) => data['messageId']),
  );
  const gone = new Map<string, Date>();
  for (const { _id, _deletedAt } of facts.deleted) gone.set(_id, _deletedAt ?? facts.room._updatedAt);
  for (const { _id, t, editedAt, _updatedAt, ts } of facts.messages)
    if (t === 'rm') gone.set(_id, editedAt ?? _updatedAt ?? ts);
  return [...gone]
    .filter(([messageId]) => known.has(messageId))
    .map(([messageId, at]) =>
      make('acolhe.message.deleted.v1', inputIds.message(messageId), eventParts.deleted, at, { messageId }),
    );
}

/** What was written on closing is a message of the room, although no hook tells of it. */
function closingComment({ facts, make, untilMs }: Maker): AcolheEvent[] {
  return facts.messages
    .filter(({ t, msg, ts }) => t === 'livechat-close' && Boolean(msg?.trim()) && ts.getTime() <= untilMs)
    .map((message) =>
      make('acolhe.message.recorded.v1', inputIds.message(message._id), eventParts.recorded, message.ts, {
        messageId: message._id,
        from: 'system',
        ...(message.u.name ? { authorName: clip(message.u.name) } : {}),
        text: wordsOf(message),
        via: 'text',
      }),
    );
}
