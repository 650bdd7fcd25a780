/** What the bot's buttons carry, and how a pressed one is read. */
import type { Language } from '../../contract/event';
import type { Button } from './effect';
import { packIdOf } from './current-pack';
import { type Draft, label, languageOf } from './draft';
import type { Municipality } from '../../settings/places/municipalities';
import type { AnswerScalar, Question } from '../triage/pack';
import type { BookingCode } from './booking';
import type { Leaving } from './instead';
import { isList } from './screen';
import type { EmergencyDetail, ForWhom } from './state';
import { type SurveyCode, surveyCodes } from './survey';

export type ButtonValue =
  | { kind: 'answer'; question: string; code: string }
  | { kind: 'human' | 'restart' | 'continue' | 'other' }
  /** "Is it safe to write?", "does your record still hold?", "is it so many degrees Celsius?" */
  | { kind: 'safe' | 'record' | 'degrees'; yes: boolean }
  | { kind: 'consent'; yes: boolean }
  | { kind: 'whom'; who: ForWhom }
  | { kind: 'skip'; detail: EmergencyDetail }
  /** IBGE's code of a municipality. */
  | { kind: 'place'; code: string }
  | { kind: 'instead'; what: Leaving }
  | { kind: 'survey'; code: SurveyCode }
  | { kind: 'book'; code: BookingCode };

/** @returns undefined for a button this bot never showed */
export function readButton(value: string): ButtonValue | undefined {
  if (value === 'human' || value === 'restart' || value === 'continue' || value === 'other')
    return { kind: value };
  const what = /^instead:(.*)$/.exec(value)?.[1];
  if (what === 'call-back' || what === 'appointment' || what === 'message') return { kind: 'instead', what };
  const said = /^survey:(.*)$/.exec(value)?.[1];
  const code = surveyCodes.find((one) => one === said);
  if (code) return { kind: 'survey', code };
  const book = /^book:(\d|more|stop|yes|no)$/.exec(value)?.[1];
  if (book !== undefined) return { kind: 'book', code: book as BookingCode };
  const more = /^(safe|record|degrees|consent|whom|skip|place):([a-z0-9]{1,20})$/.exec(value);
  if (more) return readMore(more[1] as MoreKind, more[2] ?? '');
  const match = /^answer:([A-Za-z0-9_.-]{1,80}):(.{1,40})$/s.exec(value);
  if (!match) return undefined;
  const [, question = '', chosen = ''] = match;
  return { kind: 'answer', question, code: chosen };
}

type MoreKind = 'safe' | 'record' | 'degrees' | 'consent' | 'whom' | 'skip' | 'place';
const whoms: readonly ForWhom[] = ['self', 'child', 'other'];

function readMore(kind: MoreKind, code: string): ButtonValue | undefined {
  if (kind === 'place') return /^\d{7}$/.test(code) ? { kind, code } : undefined;
  if (kind === 'whom') {
    const who = whoms.find((one) => one === code);
    return who && { kind, who };
  }
  if (kind === 'consent') return code === 'yes' || code === 'no' ? { kind, yes: code === 'yes' } : undefined;
  if (kind !== 'skip') return code === 'yes' || code === 'no' ? { kind, yes: code === 'yes' } : undefined;
  return code === 'address' || code === 'phone' || code === 'company' ? { kind, detail: code } : undefined;
}

/** @returns undefined for a value this question's buttons do not have */
export function buttonAnswer(question: Question, code: string): AnswerScalar | undefined {
  if (code === 'unknown') return question.unknown.allowed ? 'unknown' : undefined;
  if (question.type === 'yes-no') return code === 'yes' ? true : code === 'no' ? false : undefined;
  return question.type === 'choice' && question.choices?.includes(code) ? code : undefined;
}

export function humanButton(draft: Draft): Button {
  return { label: label(draft, 'label_human'), value: 'human' };
}

export function restartButton(draft: Draft): Button {
  return { label: label(draft, 'label_restart'), value: 'restart' };
}

export function continueButton(draft: Draft): Button {
  return { label: label(draft, 'label_continue'), value: 'continue' };
}

/** Not what the follow-up asks about. */
export function otherButton(draft: Draft): Button {
  return { label: label(draft, 'label_other'), value: 'other' };
}

const yesNo = (draft: Draft, kind: 'safe' | 'record' | 'degrees'): Button[] => [
  { label: label(draft, 'label_yes'), value: `${kind}:yes` },
  { label: label(draft, 'label_no'), value: `${kind}:no` },
];

export const safeButtons = (draft: Draft): Button[] => yesNo(draft, 'safe');
export const recordButtons = (draft: Draft): Button[] => yesNo(draft, 'record');
export const degreesButtons = (draft: Draft): Button[] => yesNo(draft, 'degrees');

export const consentButtons = (draft: Draft): Button[] => [
  { label: label(draft, 'label_agree'), value: 'consent:yes' },
  { label: label(draft, 'label_disagree'), value: 'consent:no' },
];

export const whomButtons = (draft: Draft): Button[] =>
  whoms.map((who) => ({ label: label(draft, `label_whom_${who}`), value: `whom:${who}` }));

export function detailButtons(draft: Draft, detail: EmergencyDetail): Button[] {
  return [{ label: label(draft, 'label_skip'), value: `skip:${detail}` }];
}

/** Homonyms, told apart by their state. */
export function placeButtons(places: readonly Municipality[]): Button[] {
  return places.map(({ name, uf, code }) => ({ label: `${name} – ${uf}`, value: `place:${code}` }));
}

/** The label a value of this question is shown with. */
export function valueLabel(draft: Draft, question: Question, value: AnswerScalar | 'unknown'): string {
  if (value === 'unknown') return label(draft, 'label_unknown');
  if (value === true) return label(draft, isList(question) ? 'label_some' : 'label_yes');
  if (value === false) return label(draft, isList(question) ? 'label_none' : 'label_no');
  if (question.choices?.includes(String(value))) {
    const { state, knowledge } = draft;
    return knowledge.packText(packIdOf(state), languageOf(state), `${question.text}.${value}`);
  }
  if (typeof value === 'number') return numberLabel(languageOf(draft.state), question.unit, value);
  return value;
}

/** Making one takes longer than all else in a turn. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, of: 'number' | 'day' | 'month'): Intl.NumberFormat {
  const key = `${language} ${of}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(
      language,
      of === 'number'
        ? { maximumFractionDigits: 2, useGrouping: false }
        : { style: 'unit', unit: of, unitDisplay: 'long' },
    );
  numberFormats.set(key, format);
  return format;
}

/** "38,2"; of a baby's age the months, of a newborn's the days: "8 meses". */
export function numberLabel(language: Language, unit: string | undefined, value: number): string {
  if (unit === 'years' && value < 2 && !Number.isInteger(value)) {
    const months = Math.round(value * 12 * 10) / 10;
    return months < 1
      ? numberFormat(language, 'day').format(Math.round(value * 365))
      : numberFormat(language, 'month').format(Math.floor(months));
  }
  return numberFormat(language, 'number').format(value);
}

export function answerButtons(draft: Draft, question: Question): Button[] {
  const button = (value: AnswerScalar | 'unknown', code = String(value)): Button => ({
    label: valueLabel(draft, question, value),
    value: `answer:${question.id}:${code}`,
  });
  const buttons: Button[] = [];
  if (question.type === 'yes-no') buttons.push(button(true, 'yes'), button(false, 'no'));
  if (question.type === 'choice') for (const choice of question.choices ?? []) buttons.push(button(choice));
  if (question.unknown.allowed) buttons.push(button('unknown'));
  return buttons;
}
