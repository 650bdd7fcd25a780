/** From what the engine hands over to input records. Pure. */
import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { inputIds } from '../../contract/event-ids';
import type { Department, Input, InputOf, Setup } from '../dialog/input';
import { personOf } from '../effects/person';

/** Names are as long as the contract takes them. */
const clip = (text: string, length = 200): string => text.slice(0, length);

const iso = (date: Date | string | number | undefined, otherwise: Date): string =>
  new Date(date ?? otherwise).toISOString();

export function departmentOf(department: { id?: string; name?: string } | undefined): Department | undefined {
  return department?.id ? { id: department.id, name: clip(department.name ?? department.id) } : undefined;
}

export function startedInput(room: ILivechatRoom, setup: Setup, now: Date): InputOf<'started'> {
  const { visitor } = room;
  const server = room.servedBy ? personOf(room.servedBy) : undefined;
  return {
    kind: 'started',
    id: inputIds.started,
    at: iso(room.createdAt, now),
    conversation: room.id,
    setup,
    channel: clip(room.source?.type ?? 'unknown', 40),
    visitor: { id: visitor.id ?? visitor.token, ...(visitor.name ? { name: clip(visitor.name) } : {}) },
    metAt: now.toISOString(),
    ...(server?.kind === 'human' ? { servedBy: server } : {}),
  };
}

/** A visitor's e-mails and phones, if any were given. */
export function visitorInput(
  visitor: IVisitor,
  conversation: string,
  now: Date,
): InputOf<'visitor-saved'> | undefined {
  const emails = (visitor.visitorEmails ?? [])
    .map((item) => clip(item.address ?? '', 320))
    .filter(Boolean)
    .slice(0, 20);
  const phones = (visitor.phone ?? [])
    .map((item) => clip(item.phoneNumber ?? '', 40))
    .filter(Boolean)
    .slice(0, 20);
  const at = now.toISOString();
  return {
    kind: 'visitor-saved',
    id: inputIds.visitorSaved(at),
    at,
    conversation,
    visitor: {
      id: visitor.id ?? visitor.token,
      ...(visitor.name ? { name: clip(visitor.name) } : {}),
      ...(emails.length ? { emails } : {}),
      ...(phones.length ? { phones } : {}),
    },
  };
}

/** Rocket.Chat's own messages (joined, transferred …): older servers name the type among what the engine does not map. */
function isSystemMessage(message: IMessage): boolean {
  const unmapped = (message as { _unmappedProperties_?: { t?: unknown } })._unmappedProperties_;
  return Boolean(message.type ?? unmapped?.t);
}

/** A patient's, the bot's or an agent's message; undefined for system messages and what carries no words and no file. */
export function messageInput(message: IMessage & { token?: string }, now: Date): Input | undefined {
  if (isSystemMessage(message)) return undefined;
  // what a patient writes with a file comes as the attachment's description
  const captions = (message.attachments ?? []).flatMap((item) => item.description ?? item.text ?? []);
  const text = [...new Set([message.text, ...captions])].filter(Boolean).join('\n');
  const file = Boolean(message.file) || (message.attachments ?? []).length > 0;
  if (!message.id || (text === '' && !file)) return undefined;
  const base = {
    id: inputIds.message(message.id),
    at: iso(message.createdAt, now),
    conversation: message.room.id,
    messageId: message.id,
    text,
  };
  if (message.token) {
    return {
      kind: 'patient-message',
      ...base,
      file,
      ...(message.sender?.name ? { authorName: clip(message.sender.name) } : {}),
    };
  }
  if (!message.sender?.id) return undefined;
  const sender = personOf(message.sender);
  if (sender.kind === 'bot')
    return { kind: 'bot-message', ...base, ...(sender.name ? { authorName: clip(sender.name) } : {}) };
  return { kind: 'agent-message', ...base, agent: sender };
}

export function closedInput(room: ILivechatRoom, now: Date): InputOf<'closed'> {
  const by = ({ visitor: 'patient', user: 'agent', bot: 'bot' } as const)[room.closer] ?? 'system';
  return { kind: 'closed', id: inputIds.closed, at: iso(room.closedAt, now), conversation: room.id, by };
}

/** @param value what the button carries; at most 60 characters of it name the input */
export function buttonInput(
  conversation: string,
  messageId: string,
  value: string,
  now: Date,
): InputOf<'button'> {
  const name = value.replace(/[^\w:.-]/g, '_').slice(0, 60);
  return {
    kind: 'button',
    id: `button/${messageId}/${name}`,
    at: now.toISOString(),
    conversation,
    messageId,
    value,
  };
}
