/**
 * The question `card`: what the CRM knows of the patient of a conversation, for the person who serves it in Rocket.Chat.
 * `POST /v1/tenants/{tenant}/workspaces/{workspace}/questions/card`, signed like events and as optional as every question:
 * after 2 s the card shows what the app knows, and says that the history is away.
 */
import * as z from 'zod';
import { dispositions } from './decision-events';
import { serviceOutcomes, taskKinds, urgencies } from './service-events';

const id = z.string().min(1).max(200);
const name = z.string().max(200);
const text = z.string().max(20_000);
const instant = z.iso.datetime({ precision: 3 });

/** Earlier conversations told at once. */
export const cardPageSize = 5;
/** At most so many tasks and notes, the most pressing and the newest first. */
export const cardListSize = 5;

export const cardQuestion = z.object({
  conversation: id,
  /** Rocket.Chat's id of whoever looks: for the audit log. */
  agent: id,
  /** How many of the newest earlier conversations to leave out: the page. */
  skip: z.number().int().min(0).max(10_000).optional(),
});
export type CardQuestion = z.infer<typeof cardQuestion>;

const conversation = z.object({
  id,
  startedAt: instant,
  channel: z.string().max(40),
  open: z.boolean(),
  disposition: z.enum(dispositions).optional(),
  urgency: z.enum(urgencies).optional(),
  department: name.optional(),
  agent: name.optional(),
  outcome: z.enum(serviceOutcomes).optional(),
});
export type EarlierConversation = z.infer<typeof conversation>;

const task = z.object({
  taskId: id,
  conversation: id,
  kind: z.enum(taskKinds),
  dueAt: instant,
  owner: name.optional(),
  /** Absent also when it is erased. */
  text: text.optional(),
});

const note = z.object({ at: instant, by: name, text });

/** A second screening of this conversation by a person, beside what the bot had decided until then. */
const rescreen = z.object({
  at: instant,
  by: name,
  disposition: z.enum(dispositions),
  bot: z.enum(dispositions).optional(),
});

/** No member: the conversation, or whose it is, is not known there (yet). */
export const cardAnswer = z.object({
  patient: z
    .object({
      id: z.string(),
      name: name.optional(),
      birthDate: z.iso.date().optional(),
      /** Of the same person, by other IDs. */
      otherIds: z.array(z.string()).max(50),
      guardian: name.optional(),
    })
    .optional(),
  /** Earlier ones, newest first; `earlier` counts them all. */
  conversations: z.array(conversation).max(cardPageSize),
  earlier: z.number().int().min(0),
  tasks: z.array(task).max(cardListSize),
  notes: z.array(note).max(cardListSize),
  rescreens: z.array(rescreen).max(20),
  /** Until when that patient is to be asked again, and what is waited for. */
  followUp: z.object({ dueAt: instant, disease: z.string().max(100) }).optional(),
});
export type CardAnswer = z.infer<typeof cardAnswer>;
