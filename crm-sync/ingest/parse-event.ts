/** Reads one event of a batch. A refusal names what is wrong and where, never what was sent. */
import * as z from 'zod';
import {
  appointmentStreamTypes,
  eventEnvelope,
  followUpStreamTypes,
  knownEvent,
  ownConversationTypes,
  patientStreamTypes,
  serviceStreamTypes,
  type EventEnvelope,
} from '../../contract/event';

export type ParsedEvent =
  { ok: true; event: EventEnvelope } | { ok: false; id: string | null; reason: string };

// `_id` of a stored event joins conversation and id with U+0000.
const control = /[\u0000-\u001f\u007f]/;

/** What only the CRM itself tells: a workspace must not open an investigation or link patients. */
const ownTypes: ReadonlySet<string> = new Set([
  ...patientStreamTypes,
  ...serviceStreamTypes,
  ...followUpStreamTypes,
  ...appointmentStreamTypes,
  ...ownConversationTypes,
]);

/** Keys of a record come from the sender too: only what looks like a field's name is repeated. */
function printable(segment: PropertyKey): string {
  const text = String(segment);
  return /^[A-Za-z0-9_-]{1,40}$/.test(text) ? text : '?';
}

function reasonOf(error: z.ZodError, at: string): string {
  const issue = error.issues[0];
  const path = [...(at ? [at] : []), ...(issue?.path ?? []).map(printable)].join('.');
  return `${path || 'event'}: ${issue?.code ?? 'invalid'}`;
}

/** Clocks differ, days do not: an event of the day after tomorrow would head every list until then. */
const aheadAtMostMs = 24 * 3_600_000;

/**
 * @param source what `source` must be: the tenant and workspace that signed
 * @param now the service's clock
 */
export function parseEvent(raw: unknown, source: string, now: Date): ParsedEvent {
  const given = (raw as { id?: unknown } | null)?.id;
  const id = typeof given === 'string' && given.length > 0 && given.length <= 200 ? given : null;
  const refused = (reason: string): ParsedEvent => ({ ok: false, id, reason });
  const envelope = eventEnvelope.safeParse(raw);
  if (!envelope.success) return refused(reasonOf(envelope.error, ''));
  const event = envelope.data;
  if (event.source !== source) return refused('source: not this workspace');
  if (Date.parse(event.time) > now.getTime() + aheadAtMostMs) return refused('time: in_the_future');
  if (control.test(event.id)) return refused('id: control_character');
  if (control.test(event.subject)) return refused('subject: control_character');
  if (event.subject.includes('/')) return refused('subject: not_a_conversation');
  if (ownTypes.has(event.type)) return refused('type: not_of_a_workspace');
  try {
    knownEvent(event);
  } catch (error) {
    if (error instanceof z.ZodError) return refused(reasonOf(error, 'data'));
    throw error;
  }
  return { ok: true, event };
}
