/** Words for coded values: protocol questions and outcomes from the packs' own texts, red flags from the pages' table. */
import { packs, packTexts } from '../../settings/packs';
import type { PackWithTexts } from '../knowledge/kept-packs';
import type { DecisionDocument, EncounterMark } from '../store/documents';
import { conceptOf } from '../../settings/concepts';
import { comparedWithBot } from '../rescreen/agreement';
import { conceptTexts } from '../../settings/texts/concepts';
import { flagLabel, outcomeLabel } from '../../src/triage/labels';
import { packName, rowName, type Labelled } from '../knowledge/pack-labels';
import type { Speech } from '../web/speech';

type AnswerScalar = boolean | number | string;

function plain(code: string): string {
  const words = code.replace(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** In whose words something is told: the version that decided, where it is kept, else the product's pack of that id. */
export interface Worded {
  pack: string;
  by?: PackWithTexts;
}

const own = <T>(all: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  all && Object.hasOwn(all, key) ? all[key] : undefined;

/** A text of a pack. */
export function packWords(speech: Speech, { pack, by }: Worded, key: string): string | undefined {
  return own((by?.texts ?? own(packTexts, pack))?.[speech.language], key);
}

function questionOf({ pack, by }: Worded, id: string) {
  return (by?.pack ?? own(packs, pack))?.questions.find((question) => question.id === id);
}

export function conceptText(speech: Speech, concept: string): string {
  const texts = conceptTexts[speech.language];
  return Object.hasOwn(texts, concept) ? (texts[concept] ?? plain(concept)) : plain(concept);
}

/** The pack's title for an outcome; packs without titles leave it to what the outcome means. */
export function outcomeText(
  speech: Speech,
  { outcome, disposition, ...worded }: Pick<DecisionDocument, 'outcome' | 'disposition'> & Worded,
): string {
  return packWords(speech, worded, outcomeLabel(outcome)) ?? speech.coded('disposition', disposition);
}

const labelled = (speech: Speech, worded: Worded): Labelled => ({
  speech,
  find: (key) => packWords(speech, worded, key),
});

/** What the matched row is called: `rowName`. */
export const rowText = (speech: Speech, worded: Worded, row: string): string =>
  rowName(labelled(speech, worded), row);

/** A red flag of the pack, else of the universal list. */
export const flagText = (speech: Speech, worded: Worded, flag: string): string =>
  packWords(speech, worded, flagLabel(flag)) ?? conceptText(speech, flag);

export const packText = (speech: Speech, worded: Worded): string =>
  packName(labelled(speech, worded), worded.pack);

export function questionText(speech: Speech, worded: Worded, id: string): string {
  const question = questionOf(worded, id);
  return (question && packWords(speech, worded, question.text)) ?? conceptText(speech, id);
}

export function answerText(speech: Speech, worded: Worded, id: string, value: AnswerScalar): string {
  if (typeof value === 'boolean') return speech.t(value ? 'yes' : 'no');
  if (value === 'unknown') return speech.t('unknown');
  const question = questionOf(worded, id);
  if (typeof value === 'number') {
    const unit = question?.unit ?? conceptOf(id)?.unit;
    return unit ? `${speech.number(value)} ${speech.coded('unit', unit)}` : speech.number(value);
  }
  return (question && packWords(speech, worded, `${question.text}.${value}`)) ?? value;
}

/** One line for what happened to a conversation. */
export function markText(speech: Speech, mark: EncounterMark): string {
  const { t, coded } = speech;
  switch (mark.kind) {
    case 'queued':
      return mark.department ? t('mark_queuedIn', { department: mark.department }) : t('mark_queued');
    case 'assigned':
      return t(mark.agentKind === 'bot' ? 'mark_assignedBot' : 'mark_assigned', { agent: mark.agent });
    case 'transferred': {
      const to = [mark.toAgent, mark.toDepartment].filter(Boolean).join(' · ');
      return to ? t('mark_transferredTo', { to }) : t('mark_transferred');
    }
    case 'handoff':
      return t(mark.result === 'transferred' ? 'mark_handoff_transferred' : 'mark_handoff_waiting', {
        department: mark.department,
        reason: coded('reason', mark.reason),
      });
    case 'red-flag':
      return t('mark_red-flag', { concept: conceptText(speech, mark.concept), call: mark.call });
    case 'routing':
      return routingText(speech, mark, true);
    case 'closed':
      return t('mark_closed', { by: coded('from', mark.by) });
    case 'rescreen': {
      const own = mark.own ?? mark.disposition;
      const disposition = coded('disposition', own);
      const words = mark.bot
        ? t(`mark_rescreen_${comparedWithBot(own, mark.bot)}`, {
            ...{ disposition, bot: coded('disposition', mark.bot) },
          })
        : t('mark_rescreen', { disposition });
      if (own === mark.disposition) return words;
      return t('mark_rescreen_made', { words, made: coded('disposition', mark.disposition) });
    }
  }
}

type RoutingMark = Extract<EncounterMark, { kind: 'routing' }>;

/** @param withRule its name may tell what was decided */
function routingText(
  speech: Speech,
  { rung, result, department, rule }: RoutingMark,
  withRule: boolean,
): string {
  const where = speech
    .coded('rung', rung)
    .replace('{where}', department ?? '')
    .trim();
  const words = speech.t('mark_routing', { rung: where, result: speech.coded('tried', result) });
  return withRule && rule ? speech.t('mark_routing_rule', { words, rule }) : words;
}

/** As `markText`, without what the bot or others decided. */
export function hiddenMarkText(speech: Speech, mark: EncounterMark): string {
  const { t } = speech;
  if (mark.kind === 'handoff') return t('mark_handoff_hidden', { department: mark.department });
  if (mark.kind === 'rescreen') return t('mark_rescreen_hidden');
  if (mark.kind === 'routing') return routingText(speech, mark, false);
  return markText(speech, mark);
}
