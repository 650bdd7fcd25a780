/**
 * Events: what the app (and Rocket.Chat, and staff) tell the CRM. CloudEvents 1.0 JSON, one zod schema per type.
 * The CRM stores every well-formed envelope, also of a type it does not know, and projects those it knows.
 */
import * as z from 'zod';
import { answerValue, decisionEventData, dispositions, languages } from './decision-events';
import { appointmentEventData } from './appointment-events';
import { followUpEventData } from './follow-up-events';
import { serviceEventData } from './service-events';

export { answerValue, dispositions, languages };
export type { Disposition, Language } from './decision-events';

const id = z.string().min(1).max(200);
const text = z.string().max(20_000);

/** Who wrote or did something. `agent` is a person; the bot is never called an agent. */
export const actorKinds = ['patient', 'bot', 'agent', 'system'] as const;

const agent = z.object({
  id,
  username: z.string().max(200),
  name: z.string().max(200).optional(),
  kind: z.enum(['bot', 'human']),
});
const department = z.object({ id, name: z.string().max(200) });

/** A count in a published report. */
const reportCount = z.number().int().min(0).nullable();

/** Instants are UTC with milliseconds, so that text order is time order. */
export const instant = z.iso.datetime({ precision: 3 });

/** `data` of every event type the CRM projects. */
export const eventData = {
  'acolhe.conversation.started.v1': z.object({
    channel: z.string().max(40),
    language: z.enum(languages),
    visitor: z.object({ id, name: z.string().max(200).optional() }),
  }),
  'acolhe.conversation.queued.v1': z.object({ department: department.optional() }),
  'acolhe.conversation.assigned.v1': z.object({ agent, department: department.optional() }),
  'acolhe.conversation.transferred.v1': z.object({
    from: z.object({ department: department.optional(), agent: agent.optional() }),
    to: z.object({ department: department.optional(), agent: agent.optional() }),
  }),
  'acolhe.conversation.closed.v1': z.object({ by: z.enum(actorKinds), comment: text.optional() }),
  /** Tags as they stand after the change; Rocket.Chat keeps no history of them. */
  'acolhe.conversation.tagged.v1': z.object({ tags: z.array(z.string().max(200)).max(100) }),
  /** What staff set on the conversation in Rocket.Chat, as it stands: its priority, custom fields by their labels. */
  'acolhe.conversation.described.v1': z.object({
    priority: z.object({ id, name: z.string().max(200) }).optional(),
    fields: z.record(z.string().max(200), text).optional(),
  }),
  'acolhe.message.recorded.v1': z.object({
    messageId: id,
    from: z.enum(actorKinds),
    authorName: z.string().max(200).optional(),
    text,
    /** `button`: the text is the pressed button's label. */
    via: z.enum(['text', 'button', 'file']),
  }),
  /** A message's words as they stand after an edit. */
  'acolhe.message.edited.v1': z.object({ messageId: id, text, editedBy: z.string().max(200).optional() }),
  'acolhe.message.deleted.v1': z.object({ messageId: id }),
  /** A file that came with a message: what is known of it; its bytes, when kept, are in the tenant's GridFS. */
  'acolhe.file.received.v1': z.object({
    messageId: id,
    fileId: id,
    name: z.string().max(400).optional(),
    mimeType: z.string().max(200).optional(),
    sizeBytes: z.number().int().min(0).optional(),
  }),
  /** Which patient the conversation is about. `dependentOf`: another writes for them. */
  'acolhe.patient.identified.v1': z.object({
    patientId: z.string(),
    mintedBy: z.enum(['crm', 'app']),
    dependentOf: z.string().optional(),
  }),
  'acolhe.visitor.saved.v1': z.object({
    visitor: z.object({
      id,
      name: z.string().max(200).optional(),
      emails: z.array(z.string().max(320)).max(20).optional(),
      phones: z.array(z.string().max(40)).max(20).optional(),
      /** As written; the CRM normalises and checks. */
      cpf: z.string().max(40).optional(),
      cns: z.string().max(40).optional(),
      /** ISO calendar date. */
      birthDate: z.iso.date().optional(),
      /** What the channel itself vouches for: WhatsApp and SMS their phone, e-mail its address. */
      verified: z.array(z.enum(['phone', 'email'])).optional(),
    }),
  }),
  /** What was said to the question of consent, and where its text stood. */
  'acolhe.consent.given.v1': z.object({
    text: z.string().max(500).optional(),
    via: z.enum(['text', 'button']),
  }),
  'acolhe.consent.refused.v1': z.object({
    text: z.string().max(500).optional(),
    via: z.enum(['text', 'button']),
  }),
  'acolhe.consent.withdrawn.v1': z.object({}),
  'acolhe.triage.started.v1': z.object({ pack: id, packVersion: z.string(), knowledge: z.string() }),
  'acolhe.triage.answered.v1': z.object({
    question: id,
    value: answerValue,
    via: z.enum(['text', 'button']),
  }),
  ...decisionEventData,
  'acolhe.red-flag.raised.v1': z.object({
    concept: id,
    call: z.enum(['192', '188', '190']),
    source: z.enum(['text', 'answer']),
  }),
  /** What somebody in an emergency told when asked: where they are, a number to call back, who is with them. */
  'acolhe.emergency.detail.v1': z.object({ detail: z.enum(['address', 'phone', 'company']), text }),
  'acolhe.handoff.requested.v1': z.object({
    reason: z.enum(['emergency', 'moderate', 'asked', 'misunderstood', 'red-flag', 'no-triage']),
    department: z.string().max(200),
    /** `waiting`: nobody could take it yet; the app tries again. */
    result: z.enum(['transferred', 'waiting']),
  }),

  // The CRM's own, in the stream `patient/<patient id>`:
  /** An ID was given: to a visitor of a workspace, or to a person another writes for. */
  'acolhe.patient.registered.v1': z.object({
    patientId: z.string(),
    mintedBy: z.enum(['crm', 'app']),
    visitor: z.object({ workspace: id, id }).optional(),
    dependentOf: z.string().optional(),
    /** The dependent's name, when the guardian gave it. */
    name: z.string().max(200).optional(),
  }),
  /** This ID and `into` are one person: all that either has is read together. Moves no data. */
  'acolhe.patient.linked.v1': z.object({
    into: z.string(),
    by: z.enum(['match', 'staff']),
    /** Kind of the strong key that matched. */
    key: z.enum(['cpf', 'cns', 'phone-birth-date', 'email-birth-date']).optional(),
    staff: id.optional(),
    reason: text.optional(),
  }),
  'acolhe.patient.unlinked.v1': z.object({ from: z.string(), staff: id, reason: text.optional() }),
  /** What staff wrote on the patient's record themselves; a field set to null is withdrawn. */
  'acolhe.patient.corrected.v1': z.object({
    staff: id,
    fields: z.object({
      name: z.string().max(200).nullable().optional(),
      cpf: z.string().max(40).nullable().optional(),
      cns: z.string().max(40).nullable().optional(),
      birthDate: z.iso.date().nullable().optional(),
      phones: z.array(z.string().max(40)).max(20).nullable().optional(),
      emails: z.array(z.string().max(320)).max(20).nullable().optional(),
    }),
  }),
  'acolhe.note.written.v1': z.object({ noteId: id, staff: id, text }),
  /** The keys of this ID's personal data were destroyed. */
  'acolhe.patient.erased.v1': z.object({ staff: id.optional() }),

  // The CRM's own, in the streams `investigation/<id>` and `report/<id>`:
  /** An epidemiologist may see the named cases of one disease within a period (ISO days, both included) until `endsAt`. */
  'acolhe.investigation.opened.v1': z.object({
    disease: id,
    fromDay: z.iso.date(),
    toDay: z.iso.date(),
    endsAt: instant,
    staff: id,
    reason: text,
  }),
  'acolhe.investigation.closed.v1': z.object({ staff: id }),
  /** Figures as they stood; `null` = too few to be told. */
  'acolhe.report.published.v1': z.object({
    staff: id,
    title: z.string().max(200),
    from: instant,
    to: instant,
    timeZone: z.string().max(60),
    figures: z.object({
      total: reportCount,
      byDisposition: z.record(z.enum([...dispositions, 'none']), reportCount),
      finished: reportCount,
      contained: reportCount,
      responses: reportCount,
      medianResponseMs: z.number().min(0).nullable(),
      hiddenBelow: z.number().int(),
    }),
  }),
  'acolhe.report.withdrawn.v1': z.object({ staff: id }),

  ...serviceEventData,
  ...followUpEventData,
  ...appointmentEventData,
} as const;

/** Types that live in the stream `patient/<patient id>`; all others are told of a conversation. */
export const patientStreamTypes = [
  'acolhe.patient.registered.v1',
  'acolhe.patient.linked.v1',
  'acolhe.patient.unlinked.v1',
  'acolhe.patient.corrected.v1',
  'acolhe.note.written.v1',
  'acolhe.patient.erased.v1',
] as const satisfies readonly (keyof typeof eventData)[];
export type PatientStreamType = (typeof patientStreamTypes)[number];

/** Types of a conversation's stream that only the CRM itself tells. */
export const ownConversationTypes = [
  'acolhe.rescreen.decided.v1',
  'acolhe.supervision.acted.v1',
] as const satisfies readonly (keyof typeof eventData)[];

/** Types that live in streams of the service's own, `investigation/<id>` and `report/<id>`. */
export const serviceStreamTypes = [
  'acolhe.investigation.opened.v1',
  'acolhe.investigation.closed.v1',
  'acolhe.report.published.v1',
  'acolhe.report.withdrawn.v1',
] as const satisfies readonly (keyof typeof eventData)[];
export type ServiceStreamType = (typeof serviceStreamTypes)[number];
/** Types that live in the stream `follow-up/<patient id>`, the service's own. */
export const followUpStreamTypes = Object.keys(followUpEventData) as (keyof typeof followUpEventData)[];
export type FollowUpStreamType = (typeof followUpStreamTypes)[number];
/** Types that live in the streams `agenda/<professional>/<day>` and `professional/<id>`, the service's own. */
export const appointmentStreamTypes = Object.keys(
  appointmentEventData,
) as (keyof typeof appointmentEventData)[];
export type AppointmentStreamType = (typeof appointmentStreamTypes)[number];
export type ConversationEventType = Exclude<
  EventType,
  PatientStreamType | ServiceStreamType | FollowUpStreamType | AppointmentStreamType
>;

export type EventType = keyof typeof eventData;
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

/** A CloudEvents 1.0 envelope, whatever its type. `subject` is the conversation. */
export const eventEnvelope = z.object({
  specversion: z.literal('1.0'),
  id,
  source: z.string().regex(/^\/tenants\/[a-z0-9-]{1,40}\/(workspaces\/[a-z0-9-]{1,40}|crm)$/),
  type: z
    .string()
    .regex(/^acolhe(\.[a-z0-9-]+)+\.v\d+$/)
    .max(100),
  subject: id,
  time: instant,
  datacontenttype: z.literal('application/json').optional(),
  patientid: z.string().max(20).optional(),
  traceparent: z.string().max(60).optional(),
  sequence: z.string().max(40).optional(),
  data: z.record(z.string(), z.unknown()),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

/** An event of a known type, as code makes and reads it. */
export type AcolheEvent = {
  [T in EventType]: Omit<EventEnvelope, 'type' | 'data'> & { type: T; data: EventData<T> };
}[EventType];

/** At most this many events travel in one request. */
export const maxBatchEvents = 200;

/** The request body of ingest: `POST /v1/tenants/{tenant}/workspaces/{workspace}/events`. */
export const eventBatch = z.array(z.unknown()).min(1).max(maxBatchEvents);

/** The answer of ingest: one fate per event, in the order sent. */
export const ingestAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string().nullable(),
      fate: z.enum(['stored', 'duplicate', 'refused']),
      reason: z.string().optional(),
    }),
  ),
});
export type IngestAnswer = z.infer<typeof ingestAnswer>;

/**
 * Reads an envelope whose type is known. Unknown types give `undefined`: they are stored and skipped.
 * @throws ZodError when the type is known and `data` does not fit it
 */
export function knownEvent(envelope: EventEnvelope): AcolheEvent | undefined {
  const schema = eventData[envelope.type as EventType];
  if (!schema) return undefined;
  return { ...envelope, data: schema.parse(envelope.data) } as AcolheEvent;
}
