/** The second screening of a conversation: what the bot had decided, what the person decides, as one event. Pure. */
import type { AcolheEvent, Disposition, EventData, EventEnvelope } from '../../contract/event';
import { crmEvent } from '../identity/crm-event';
import type { PackWithTexts } from '../knowledge/kept-packs';
import type { OpenedDecision } from '../patients/patient-reads';
import { urgencyOf, type Urgency } from '../../src/routing/urgency';
import { decideNow } from '../../src/triage/evaluate';
import type { Answers, AnswerScalar, Pack } from '../../src/triage/pack';
import type { EncounterDocument } from '../store/documents';
import { ownChoice } from './own-choice';

export type RescreenData = EventData<'acolhe.rescreen.decided.v1'>;

export interface Rescreen extends RescreenData {
  /** Its event's id. */
  event: string;
  at: Date;
  /** The version they screened by, where it is kept. */
  by?: PackWithTexts;
}

/** What the bot stands for until now. */
export interface BotStand {
  disposition: Disposition;
  /** The id of the decision's event; absent when a red flag in the text came before any. */
  decision?: string;
  urgencyMinutes?: number;
}

export const eventIdOf = ({ _id, conversation }: Pick<OpenedDecision, '_id' | 'conversation'>): string =>
  _id.slice(conversation.length + 1);

/** The newest, by time and place. */
export function newestOf<T extends Pick<OpenedDecision, 'at' | 'order'>>(
  decisions: readonly T[],
): T | undefined {
  return [...decisions].sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order).at(-1);
}

/** @returns undefined when it has decided nothing and raised no red flag */
export function botStand(
  { disposition, redFlags }: Pick<EncounterDocument, 'disposition' | 'redFlags'>,
  decisions: readonly OpenedDecision[],
): BotStand | undefined {
  const newest = newestOf(decisions);
  if (!disposition) return undefined;
  // a red flag is an emergency, whatever a protocol decided
  const urgencyMinutes = redFlags.length > 0 ? 0 : newest?.urgencyMinutes;
  return {
    disposition,
    ...(newest && { decision: eventIdOf(newest) }),
    ...(urgencyMinutes !== undefined && { urgencyMinutes }),
  };
}

/** Of the bot's decision that stands now: has this person seen it beside their own? */
export function hasScreened(
  rescreens: readonly Rescreen[],
  staff: string,
  bot: BotStand | undefined,
): boolean {
  return rescreens.some((one) => one.staff === staff && one.bot?.decision === bot?.decision);
}

interface Asked {
  tenant: string;
  conversation: string;
  staff: string;
  /** Random, made with the form: the same form sent twice is one event. */
  submission: string;
  pack: Pack;
  /** Hash of the snapshot it is published in. */
  knowledge?: string;
  answers: Answers;
  bot: BotStand | undefined;
  blind: boolean;
  comment: string;
}

export function rescreenEvent(asked: Asked, now: Date): EventEnvelope {
  const { tenant, conversation, staff, submission, pack, knowledge, answers, bot, blind, comment } = asked;
  const { outcome, row, because, redFlags, unknown } = decideNow(pack, answers);
  const own = ownChoice(pack, answers);
  const given = Object.entries(answers).filter(
    (entry): entry is [string, AnswerScalar] => entry[1] !== undefined,
  );
  return crmEvent(tenant, {
    ...{ id: `rescreen/${staff}/${submission}`, type: 'acolhe.rescreen.decided.v1', subject: conversation },
    time: now,
    data: {
      ...{ staff, blind, pack: pack.id, packVersion: pack.version },
      ...(knowledge !== undefined && { knowledge }),
      ...{ outcome: outcome.id, disposition: outcome.disposition, urgencyMinutes: outcome.urgencyMinutes },
      department: outcome.department,
      ...(outcome.specialty !== undefined && { specialty: outcome.specialty }),
      ...{ row, because, redFlags: redFlags.map(({ concept }) => concept), missing: unknown },
      answers: Object.fromEntries(given),
      ...(own && { own }),
      ...(bot && { bot }),
      ...(comment !== '' && { comment }),
    },
  });
}

/** How soon a person is needed, by that decision. */
export const urgencyOfRescreen = ({ redFlags = [], disposition, urgencyMinutes }: RescreenData): Urgency =>
  urgencyOf({ redFlags, decided: { disposition, ...(urgencyMinutes !== undefined && { urgencyMinutes }) } });

/** Newest first. */
export function rescreensOf(events: readonly AcolheEvent[]): Rescreen[] {
  const found = events.flatMap((event): Rescreen[] =>
    event.type === 'acolhe.rescreen.decided.v1'
      ? [{ ...event.data, event: event.id, at: new Date(event.time) }]
      : [],
  );
  return found.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.event < b.event ? 1 : -1));
}
