/**
 * Events: what the app (and Rocket.Chat, and staff) tell the CRM. CloudEvents 1.0 JSON, one zod schema per type.
 * The CRM stores every well-formed envelope, also of a type it does not know, and projects those it knows.
 */
import * as z from 'zod';

const id = z.string().min(1).max(200);
const text = z.string().max(20_000);

export const dispositions = ['emergency', 'moderate', 'mild'] as const;
export type Disposition = (typeof dispositions)[number];

export const languages = ['pt-BR', 'en', 'es'] as const;
export type Language = (typeof languages)[number];

/** Who wrote or did something. `agent` is a person; the bot is never called an agent. */
export const actorKinds = ['patient', 'bot', 'agent', 'system'] as const;

const agent = z.object({
  id,
  username: z.string().max(200),
  name: z.string().max(200).optional(),
  kind: z.enum(['bot', 'human']),
});
const department = z.object({ id, name: z.string().max(200) });

/** A patient's answer: coded value of a question. `unknown` = asked and not known. */
export const answerValue = z.union([z.boolean(), z.number(), z.string().max(200)]);

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
  'acolhe.message.recorded.v1': z.object({
    messageId: id,
    from: z.enum(actorKinds),
    authorName: z.string().max(200).optional(),
    text,
    /** `button`: the text is the pressed button's label. */
    via: z.enum(['text', 'button', 'file']),
  }),
  'acolhe.patient.identified.v1': z.object({ patientId: z.string(), mintedBy: z.enum(['crm', 'app']) }),
  'acolhe.visitor.saved.v1': z.object({
    visitor: z.object({
      id,
      name: z.string().max(200).optional(),
      emails: z.array(z.string().max(320)).max(20).optional(),
      phones: z.array(z.string().max(40)).max(20).optional(),
    }),
  }),
  'acolhe.triage.started.v1': z.object({ pack: id, packVersion: z.string(), knowledge: z.string() }),
  'acolhe.triage.answered.v1': z.object({
    question: id,
    value: answerValue,
    via: z.enum(['text', 'button']),
  }),
  'acolhe.triage.decided.v1': z.object({
    pack: id,
    packVersion: z.string(),
    /** Hash of the knowledge snapshot that decided. */
    knowledge: z.string(),
    outcome: z.string().max(100),
    disposition: z.enum(dispositions),
    /** Id of the decision-table row that matched. */
    row: z.string().max(100),
    answers: z.record(z.string(), answerValue),
  }),
  'acolhe.red-flag.raised.v1': z.object({
    concept: id,
    call: z.enum(['192', '188', '190']),
    source: z.enum(['text', 'answer']),
  }),
  'acolhe.handoff.requested.v1': z.object({
    reason: z.enum(['emergency', 'moderate', 'asked', 'misunderstood', 'red-flag']),
    department: z.string().max(200),
    /** `waiting`: nobody could take it yet; the app tries again. */
    result: z.enum(['transferred', 'waiting']),
  }),
} as const;

export type EventType = keyof typeof eventData;
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

/** Instants are UTC with milliseconds, so that text order is time order. */
export const instant = z.iso.datetime({ precision: 3 });

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
