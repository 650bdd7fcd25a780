/** Words for coded values: protocol questions and outcomes from the packs' own texts, red flags from the pages' table. */
import { packs, packTexts } from '../../settings/packs';
import type { DecisionDocument, EncounterMark } from '../store/documents';
import { conceptOf } from '../../settings/concepts';
import { comparedWithBot } from '../rescreen/agreement';
import { conceptTexts } from '../../settings/texts/concepts';
import type { Speech } from '../web/speech';

type AnswerScalar = boolean | number | string;

function plain(code: string): string {
  const words = code.replace(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text of a pack built in. */
export function packWords(speech: Speech, pack: string, key: string): string | undefined {
  const texts = Object.hasOwn(packTexts, pack) ? packTexts[pack]?.[speech.language] : undefined;
  return texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function questionOf(pack: string, id: string) {
  return Object.hasOwn(packs, pack)
    ? packs[pack]?.questions.find((question) => question.id === id)
    : undefined;
}

export function conceptText(speech: Speech, concept: string): string {
  const texts = conceptTexts[speech.language];
  return Object.hasOwn(texts, concept) ? (texts[concept] ?? plain(concept)) : plain(concept);
}

/** The pack's title for an outcome; packs without titles leave it to what the outcome means. */
export function outcomeText(
  speech: Speech,
  { pack, outcome, disposition }: Pick<DecisionDocument, 'pack' | 'outcome' | 'disposition'>,
): string {
  return packWords(speech, pack, `outcome.${outcome}.title`) ?? speech.coded('disposition', disposition);
}

export function questionText(speech: Speech, pack: string, id: string): string {
  const question = questionOf(pack, id);
  return (question && packWords(speech, pack, question.text)) ?? conceptText(speech, id);
}

export function answerText(speech: Speech, pack: string, id: string, value: AnswerScalar): string {
  if (typeof value === 'boolean') return speech.t(value ? 'yes' : 'no');
  if (value === 'unknown') return speech.t('unknown');
  const question = questionOf(pack, id);
  if (typeof value === 'number') {
    const unit = question?.unit ?? conceptOf(id)?.unit;
    return unit ? `${speech.number(value)} ${speech.coded('unit', unit)}` : speech.number(value);
  }
  return (question && packWords(speech, pack, `${question.text}.${value}`)) ?? value;
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
    case 'closed':
      return t('mark_closed', { by: coded('from', mark.by) });
    case 'rescreen': {
      const disposition = coded('disposition', mark.disposition);
      if (!mark.bot) return t('mark_rescreen', { disposition });
      const key = `mark_rescreen_${comparedWithBot(mark.disposition, mark.bot)}` as const;
      return t(key, { disposition, bot: coded('disposition', mark.bot) });
    }
  }
}
