/**
 * Knowledge: what the CRM publishes and apps decide by. `POST /v1/tenants/{tenant}/workspaces/{workspace}/knowledge`, signed
 * like events, is answered with the snapshot or "unchanged"; the answer is signed in turn. A snapshot is whole: it needs nothing
 * of what is built into an app, and is named by its hash in every decision.
 */
import { createHash } from 'crypto';
import * as z from 'zod';
import { canonicalJson } from './canonical-json';
import { dispositions, instant, languages } from './event';
import { urgencies } from './service-events';
import { sign, verify, type SignedHeaders, type Verification } from './signature';

/** What is versioned on its own. There are many packs and one of each other. */
export const knowledgeKinds = ['pack', 'texts', 'routing', 'hours', 'facilities', 'answers'] as const;
export type KnowledgeKind = (typeof knowledgeKinds)[number];

const key = z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/i);
const words = z.record(z.string().max(200), z.string().max(10_000));
const perLanguage = z.record(z.enum(languages), words);

/** A pack's texts by language and key. `pack` is read by the loader of packs, wherever it arrives. */
export const packParts = z.strictObject({
  pack: z.looseObject({ id: key, version: z.string() }),
  texts: perLanguage,
});
export type PackParts = z.infer<typeof packParts>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 08:00');
const span = z
  .strictObject({ from: clockTime, to: clockTime })
  .refine(({ from, to }) => from < to, { message: 'closes before it opens', path: ['to'] });
/** IANA name. */
const zone = z
  .string()
  .regex(/^[A-Za-z]+(\/[A-Za-z0-9_+-]+){0,2}$/)
  .max(60);
/** Day 1 is Monday, 7 Sunday. */
const weekdays = z.array(z.int().min(1).max(7)).min(1);

/** Name or id of a department of the omnichannel, or `urgent` / `general` as the app's settings name them. */
const place = z.string().min(1).max(120);
const severalOf = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(200).optional();

/** When a rule holds: all that it names must. What is not known of somebody does not hold. */
const conditions = {
  specialty: key.optional(),
  disposition: z.enum(dispositions).optional(),
  /** Ids of outcomes of the pack that decided. */
  outcomes: severalOf(key),
  urgencies: severalOf(z.enum(urgencies)),
  /** Codes of the IBGE, 7 digits. */
  municipalities: severalOf(z.string().regex(/^\d{7}$/, 'must be an IBGE code of 7 digits')),
  languages: severalOf(z.enum(languages)),
  /** In years, both included. */
  age: z
    .strictObject({ from: z.number().min(0).max(150).optional(), to: z.number().min(0).max(150).optional() })
    .refine(({ from, to }) => from !== undefined || to !== undefined, 'needs from or to')
    .refine(({ from = 0, to = 150 }) => from <= to, { message: 'ends before it begins', path: ['to'] })
    .optional(),
  /** As Rocket.Chat names where a conversation comes from: `widget`, `app`, `sms`, `email`, `api`, `other`. */
  channels: severalOf(z.string().min(1).max(40)),
  when: z
    .strictObject({
      timeZone: zone,
      days: weekdays.optional(),
      open: z.array(span).min(1).max(20).optional(),
    })
    .optional(),
};

/** Where somebody goes who is not taken there. */
const ladder = z.strictObject({
  /** Tried in this order. */
  departments: z.array(place).max(10).optional(),
  onCall: place.optional(),
  /** May be asked for where nobody is there; absent: yes. Red and orange urgencies are never offered either. */
  appointment: z.boolean().optional(),
  callBack: z.boolean().optional(),
});

/** Where somebody is waited for; the first rule whose conditions all hold. */
export const routingRules = z
  .array(
    z
      .strictObject({
        /** What it is called in events and on pages; absent: its place in the list, from 1. */
        id: key.optional(),
        ...conditions,
        department: place,
        /** Username of the professional who is tried first. */
        agent: z.string().min(1).max(120).optional(),
        /** At least as urgent as this, whatever was decided. */
        priority: z.enum(urgencies).optional(),
        tags: z.array(key).max(20).optional(),
        ladder: ladder.optional(),
      })
      .refine(
        (rule) => Object.keys(conditions).some((name) => rule[name as keyof typeof rule] !== undefined),
        {
          message: 'needs a condition, such as a specialty or a disposition',
          path: ['specialty'],
        },
      ),
  )
  .max(500)
  .refine((rules) => {
    const ids = rules.flatMap(({ id }) => id ?? []);
    return new Set(ids).size === ids.length;
  }, 'an id occurs twice');
export type RoutingRules = z.infer<typeof routingRules>;
export type RoutingRule = RoutingRules[number];

/**
 * When each department is open, by its own clock. A day of `holidays` replaces the week's; without `open` it is closed.
 * `calendar` names whose public holidays are closed too: they become days of `holidays` when the snapshot is made.
 */
export const departmentHours = z
  .array(
    z.strictObject({
      department: z.string().min(1).max(120),
      timeZone: zone,
      weekly: z.array(z.strictObject({ days: weekdays, open: z.array(span).min(1) })).max(50),
      holidays: z
        .array(
          z.strictObject({
            date: z.iso.date(),
            name: z.string().max(120).optional(),
            open: z.array(span).optional(),
          }),
        )
        .max(400),
      calendar: z
        .strictObject({
          country: z.literal('BR'),
          /** Two letters. */
          state: z
            .string()
            .regex(/^[A-Z]{2}$/, 'must be the two letters of a state')
            .optional(),
          /** Code of the IBGE, 7 digits: its own days, where they are known. */
          municipality: z
            .string()
            .regex(/^\d{7}$/, 'must be an IBGE code of 7 digits')
            .optional(),
          /** Days off for public servants only, Carnival among them, are closed too. */
          optional: z.boolean().optional(),
        })
        .optional(),
    }),
  )
  .max(200)
  .refine(
    (all) => new Set(all.map((one) => one.department)).size === all.length,
    'a department occurs twice',
  );
export type DepartmentHours = z.infer<typeof departmentHours>;

/** The bot's own sentences said otherwise: language → key → text. */
export const dialogOverrides = z.partialRecord(z.enum(languages), words);
export type DialogOverrides = z.infer<typeof dialogOverrides>;

export const knowledgeSnapshot = z.strictObject({
  /** Counts activations, those that go back included: an app never takes a smaller one. */
  version: z.int().positive(),
  tenant: z.string().regex(/^[a-z0-9-]{1,40}$/),
  createdAt: instant,
  packs: z.array(packParts).max(100),
  /** Absent: as built into the app. */
  facilities: z.array(z.unknown()).optional(),
  answers: z.looseObject({}).optional(),
  routing: routingRules,
  hours: departmentHours,
  texts: dialogOverrides,
});
export type KnowledgeSnapshot = z.infer<typeof knowledgeSnapshot>;

/** The name of knowledge: SHA-256 of its canonical JSON, its first 16 hexadecimal digits. */
export function knowledgeHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
}

/** A department that takes nobody new for a while, except the pressing. By a manager's word, so not part of the snapshot. */
export const pausedIntake = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(200),
  until: instant,
});
export type PausedIntake = z.infer<typeof pausedIntake>;

/** How the app's settings measure waits. */
export const waitRules = z.object({
  /** Within how many minutes a person is to answer; 0: no clock for it. */
  minutes: z.partialRecord(z.enum(urgencies), z.number().min(0).max(10_000)),
  /** Within how many at most whoever serves is to answer what is written to them; 0: no clock. */
  answerMinutes: z.number().min(0).max(10_000).optional(),
  /** What published hours may mean by `urgent` and `general`: names or ids of departments. */
  departments: z.object({ urgent: place, general: place }),
});
export type WaitRules = z.infer<typeof waitRules>;

/** Of the tenant: its time zone, and from when to when (`HH:MM`) people are called. */
export const serviceClock = z.object({
  timeZone: z.string().min(1).max(100),
  from: z.string().regex(/^\d\d:\d\d$/),
  to: z.string().regex(/^\d\d:\d\d$/),
});
export type ServiceClock = z.infer<typeof serviceClock>;

export const knowledgeQuestion = z.object({
  /** Hash of the newest snapshot the app has. */
  have: z.string().max(64).optional(),
  /** Comes back in the answer, so that an answer to another question is known as such. */
  nonce: z.string().min(8).max(100),
  /** Whoever asks knows of paused intakes: an app that does not could not check the signature of an answer with them. */
  intakes: z.boolean().optional(),
  /** Whoever asks knows of the service's clock, likewise. */
  clock: z.boolean().optional(),
  /** As the app's settings say now: the CRM measures waits as the app does. One that cannot be read costs nothing else. */
  waits: waitRules.optional().catch(undefined),
});
export type KnowledgeQuestion = z.infer<typeof knowledgeQuestion>;

const signature = z.object({
  'webhook-id': z.string(),
  'webhook-timestamp': z.string(),
  'webhook-signature': z.string(),
});

export const knowledgeAnswer = z.object({
  nonce: z.string(),
  /** `none`: nothing was ever published. */
  state: z.enum(['none', 'unchanged', 'changed']),
  hash: z.string().optional(),
  /** Of `changed`. Read as `knowledgeSnapshot` once its signature is known to be good. */
  snapshot: z.looseObject({}).optional(),
  /** Of this workspace, as it is now. */
  paused: z.array(pausedIntake).max(100).optional(),
  clock: serviceClock.optional(),
  signature,
});
export type KnowledgeAnswer = z.infer<typeof knowledgeAnswer>;
type Unsigned = Omit<KnowledgeAnswer, 'signature'>;

/** @param secrets the workspace's: two while one is being rotated, since the app may know only the older */
export function signKnowledge(
  secrets: readonly string[],
  answer: Unsigned,
  message: { id: string; atMs: number },
): KnowledgeAnswer {
  const payload = canonicalJson(answer);
  const all = secrets.map((secret) => sign(secret, { ...message, payload }));
  const signatures = all.map((one) => one['webhook-signature']).join(' ');
  return { ...answer, signature: { ...(all[0] as SignedHeaders), 'webhook-signature': signatures } };
}

export function verifyKnowledge(
  secrets: readonly string[],
  { signature: headers, ...answer }: KnowledgeAnswer,
  nowMs: number,
): Verification {
  return verify(secrets, headers, canonicalJson(answer), nowMs);
}
