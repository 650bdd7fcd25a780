/** What the webhook's body proves by itself, as the events the app makes of it. Pure. */
import type { AcolheEvent } from '../../contract/event';
import { eventId, eventParts, inputIds } from '../../contract/event-ids';
import { clip, type Where } from './facts';
import { closers } from './room-events';
import { wordsOf } from './message-events';
import type { WebhookBody } from './shapes';

type Told = NonNullable<WebhookBody['messages']>[number];

/** The patient's own words, said for the first time. An agent's need to be known as a person's or a bot's. */
const isPatients = ({ t, agentId, editedAt, closingMessage, navigation }: Told): boolean =>
  t === undefined && agentId === undefined && !editedAt && !closingMessage && navigation === undefined;

function event(
  { tenant, workspace }: Where,
  conversation: string,
  what: Pick<AcolheEvent, 'type' | 'data'> & { input: string; part: string; at: Date },
): AcolheEvent {
  return {
    specversion: '1.0',
    id: eventId(workspace, conversation, what.input, what.part),
    source: `/tenants/${tenant}/workspaces/${workspace}`,
    type: what.type,
    subject: conversation,
    time: what.at.toISOString(),
    data: what.data,
  } as AcolheEvent;
}

function message(where: Where, body: WebhookBody, told: Told): AcolheEvent[] {
  const { _id, ts, username, file, attachments } = told;
  const text = wordsOf(told);
  const hasFile = Boolean(file) || (attachments ?? []).length > 0;
  if (!_id || !ts || (text === '' && !hasFile)) return [];
  const author = body.visitor?.name ?? username;
  const data = {
    messageId: _id,
    text,
    from: 'patient' as const,
    ...(author ? { authorName: clip(author) } : {}),
    via: hasFile ? ('file' as const) : ('text' as const),
  };
  const named = { input: inputIds.message(_id), part: eventParts.recorded, at: ts };
  return [event(where, body._id!, { type: 'acolhe.message.recorded.v1', ...named, data })];
}

/** Everything else the room's reconciliation tells. */
export function webhookEvents(where: Where, body: WebhookBody): AcolheEvent[] {
  if (!body._id) return [];
  const said = (body.messages ?? []).filter(isPatients).flatMap((told) => message(where, body, told));
  if (body.type !== 'LivechatSession' || !body.closedAt) return said;
  const by = closers[body.closer as keyof typeof closers] ?? 'system';
  const named = { input: inputIds.closed, part: eventParts.closed, at: body.closedAt };
  return [...said, event(where, body._id, { type: 'acolhe.conversation.closed.v1', ...named, data: { by } })];
}

const emailOf = (email: unknown): string | undefined => {
  const first: unknown = Array.isArray(email) ? (email[0] as { address?: unknown })?.address : email;
  return typeof first === 'string' && first !== '' ? first : undefined;
};

/**
 * A message left while nobody was there belongs to no room: it is a conversation of its own, over as soon as it began.
 * @param name names it; the same when it is told again
 */
export function offlineMessageEvents(where: Where, body: WebhookBody, name: string): AcolheEvent[] {
  const { sentAt: at, message: text, visitor } = body;
  if (!at || !text) return [];
  const conversation = `offline-${name}`;
  const id = conversation;
  const email = emailOf(visitor?.email);
  const who = visitor?.name ? { name: clip(visitor.name) } : {};
  const make = (
    type: AcolheEvent['type'],
    input: string,
    part: string,
    data: AcolheEvent['data'],
  ): AcolheEvent => event(where, conversation, { type, data, input, part, at });
  return [
    make('acolhe.conversation.started.v1', inputIds.started, eventParts.started, {
      channel: 'offline-form',
      language: where.language,
      visitor: { id, ...who },
    }),
    make('acolhe.message.recorded.v1', inputIds.message(id), eventParts.recorded, {
      ...{ messageId: id, from: 'patient', via: 'text', text: text.slice(0, 20_000) },
      ...(who.name ? { authorName: who.name } : {}),
    }),
    ...(email
      ? [
          make('acolhe.visitor.saved.v1', inputIds.visitorSaved('seen-0'), eventParts.visitorSaved, {
            visitor: { id, ...who, emails: [clip(email, 320)] },
          }),
        ]
      : []),
    // its order among events of one instant is by id: "closed" would come before what was said
    event(where, conversation, {
      type: 'acolhe.conversation.closed.v1',
      data: { by: 'patient' },
      ...{ input: inputIds.closed, part: eventParts.closed, at: new Date(at.getTime() + 1) },
    }),
  ];
}
