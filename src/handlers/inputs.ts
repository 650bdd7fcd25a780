/** From what the engine hands over to input records. Pure. */
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { inputIds } from '../../contract/event-ids';
import type { Department, Input, InputOf, Media, Setup } from '../dialog/input';
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

/** Only the widget draws buttons; WhatsApp, SMS, e-mail and the other channels that come through apps show text. */
export function showsButtons({ source }: Pick<ILivechatRoom, 'source'>): boolean {
  return !['app', 'sms', 'email'].includes(String(source?.type ?? 'widget'));
}

/** Names of the livechat custom fields in which these stand. */
export interface FieldNames {
  cpf: string;
  cns: string;
  birthDate: string;
}

type VisitorFacts = InputOf<'visitor-saved'>['visitor'];

/** What is known of a visitor: contacts, and what was given in custom fields. */
export function visitorFacts(
  { visitor, source }: Pick<ILivechatRoom, 'visitor' | 'source'>,
  fields: FieldNames,
): VisitorFacts {
  const emails = (visitor.visitorEmails ?? [])
    .map((item) => clip(item.address ?? '', 320))
    .filter(Boolean)
    .slice(0, 20);
  const phones = (visitor.phone ?? [])
    .map((item) => clip(item.phoneNumber ?? '', 40))
    .filter(Boolean)
    .slice(0, 20);
  const field = (name: string): string => {
    const value: unknown = visitor.livechatData?.[name];
    return typeof value === 'string' ? clip(value.trim(), 40) : '';
  };
  const cpf = field(fields.cpf);
  const cns = field(fields.cns);
  const birthDate = calendarDate(field(fields.birthDate));
  const verified = vouchedFor(source).filter((one) => (one === 'phone' ? phones : emails).length > 0);
  return {
    id: visitor.id ?? visitor.token,
    ...(visitor.name ? { name: clip(visitor.name) } : {}),
    ...(emails.length ? { emails } : {}),
    ...(phones.length ? { phones } : {}),
    ...(cpf ? { cpf } : {}),
    ...(cns ? { cns } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(verified.length ? { verified } : {}),
  };
}

/** Whether more is known of a visitor than a name. */
export const saysWho = (facts: VisitorFacts): boolean =>
  Boolean(facts.emails ?? facts.phones ?? facts.cpf ?? facts.cns ?? facts.birthDate);

/** @param name the same when the same saving is told again, unlike that of any other */
export function visitorInput(
  visitor: VisitorFacts,
  conversation: string,
  name: string,
  now: Date,
): InputOf<'visitor-saved'> {
  return {
    kind: 'visitor-saved',
    id: inputIds.visitorSaved(name),
    at: now.toISOString(),
    conversation,
    visitor,
  };
}

/** Who answers on such a channel holds the number or address written from: the channel vouches for it. */
function vouchedFor(source: ILivechatRoom['source']): ('phone' | 'email')[] {
  const type = String(source?.type ?? '');
  if (type === 'sms') return ['phone'];
  if (type === 'email') return ['email'];
  if (type !== 'app') return [];
  const { id, alias, label } = source as { id?: string; alias?: string; label?: string };
  return [id, alias, label].some((name) => /whats ?app/i.test(name ?? '')) ? ['phone'] : [];
}

/** `2001-12-31` or `31/12/2001` (also with `-` or `.`), if there is such a day. @returns ISO, or undefined */
export function calendarDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined;
}

/** Rocket.Chat's own messages (joined, transferred …): older servers name the type among what the engine does not map. */
function isSystemMessage(message: IMessage): boolean {
  const unmapped = (message as { _unmappedProperties_?: { t?: unknown } })._unmappedProperties_;
  return Boolean(message.type ?? unmapped?.t);
}

/** A shared location, as text: older servers name it among what the engine does not map. GeoJSON tells longitude first. */
function locationText(message: IMessage): string | undefined {
  const { location, _unmappedProperties_: unmapped } = message as {
    location?: unknown;
    _unmappedProperties_?: { location?: unknown };
  };
  const { coordinates } = (location ?? unmapped?.location ?? {}) as { coordinates?: unknown };
  if (!Array.isArray(coordinates)) return undefined;
  const [longitude, latitude] = coordinates.map(Number);
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return undefined;
  return `geo:${latitude!.toFixed(5)},${longitude!.toFixed(5)}`;
}

/** By its type as the sender's phone names it; where that is missing, by how Rocket.Chat shows it. */
function mediaOf(message: IMessage): Media {
  const { file, attachments = [] } = message;
  const type = (file?.type ?? '').toLowerCase();
  // WhatsApp's stickers, and those of others
  if (type === 'image/webp' || /sticker|figurinha/i.test(file?.name ?? '')) return 'sticker';
  if (/vcard|directory/.test(type) || /\.vcf$/i.test(file?.name ?? '')) return 'contact';
  const kind = (['audio', 'image', 'video'] as const).find((one) => type.startsWith(`${one}/`));
  if (kind) return kind;
  if (attachments.some((item) => item.audioUrl)) return 'audio';
  if (attachments.some((item) => item.imageUrl)) return 'image';
  return attachments.some((item) => item.videoUrl) ? 'video' : 'document';
}

/** A patient's, the bot's or an agent's message; undefined for system messages and what carries no words and no file. */
export function messageInput(message: IMessage & { token?: string }, now: Date): Input | undefined {
  if (isSystemMessage(message)) return undefined;
  // what a patient writes with a file comes as the attachment's description
  const captions = (message.attachments ?? []).flatMap((item) => item.description ?? item.text ?? []);
  const words = [...new Set([message.text, ...captions])].filter(Boolean).join('\n');
  const place = locationText(message);
  const text = words || (place ?? '');
  const file = Boolean(message.file) || (message.attachments ?? []).length > 0;
  const media = file ? mediaOf(message) : place && !words ? 'location' : undefined;
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
      ...(media ? { media } : {}),
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
  const closer = ({ visitor: 'patient', user: 'agent', bot: 'bot' } as const)[room.closer] ?? 'system';
  // the app's own user closes as a user
  const isBot = closer === 'agent' && room.closedBy && personOf(room.closedBy).kind === 'bot';
  const by = isBot ? 'bot' : closer;
  const server = room.servedBy ? personOf(room.servedBy) : undefined;
  return {
    ...{ kind: 'closed', id: inputIds.closed, at: iso(room.closedAt, now), conversation: room.id, by },
    ...(server?.kind === 'human' ? { servedBy: server } : {}),
  };
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
