/** The interview: which question is next, and what an answer does. */
import { packNotice } from '../../settings/pack-notice';
import type { AskedQuestion } from '../language/answer';
import type { ComplaintAnswer } from '../language/complaint';
import { readFindings, type Finding } from '../language/findings';
import { redFlagOfAnswer, type RedFlag } from '../safety/red-flags';
import { answerFromFinding, checkAnswer, conceptOfQuestion } from '../triage/answer';
import { decideNow, evaluate, questionsLeft, redFlagsIn } from '../triage/evaluate';
import type { Answers, AnswerScalar, Pack, Question } from '../triage/pack';
import { barToTriage } from './admission';
import { isAboutBaby, isAgeOfBaby, monthsQuestion, yearsOfMonths } from './baby';
import { answerButtons, valueLabel } from './buttons';
import { packOf, questionText, standingQuestion } from './current-pack';
import { afterGuidance, conclude, emitDecision } from './decision';
import { type Draft, emit, enter, languageOf, say, sayKey } from './draft';
import { isHalfYes } from './half-yes';
import { raiseFlags, withoutTriage } from './hand-over';
import { localDay } from './local-day';
import { chooseElsewhere, choosePack } from './pack-choice';
import { askInOtherWords } from './other-words';
import { readReason } from './reason';
import { confirmedAnswers, offerRecord } from './record';
import type { Answered } from './state';
import { askSurveillance } from './surveillance';

/** The question as the language folder reads answers to it. */
export function askedQuestion(draft: Draft, question: Question): AskedQuestion {
  const { id, type, unit, min, max } = question;
  return {
    ...{ id, type, unit, min, max },
    concept: conceptOfQuestion(question),
    choices: question.choices?.map((value) => ({ value, label: valueLabel(draft, question, value) })),
    bins: question.bins?.map(({ below, choice }) => ({ below: below ?? Infinity, choice })),
    unknownAllowed: question.unknown.allowed,
    vital: question.kind === 'vital',
    today: localDay(draft.input.at),
  };
}

export function ask(draft: Draft, question: Question): void {
  const text = questionText(draft, question);
  const buttons = answerButtons(draft, question);
  const asked = [...new Set([...draft.state.asked, question.id])];
  if (asked.length > draft.state.asked.length) attempt(draft, () => sayProgress(draft, asked.length));
  enter(draft, { phase: 'asking', question: question.id }, { asked });
  say(draft, text, buttons, !isNumeric(question));
}

/** Where a typed number is itself the answer, "2" picks no choice. */
const isNumeric = ({ type, bins }: Question): boolean => type === 'number' || bins !== undefined;

/** How far it is, in a few places only: how many there are depends on the answers, so only the most is said. */
function sayProgress(draft: Draft, number: number): void {
  const pack = packOf(draft);
  if (!pack || !(number === 1 || number % 4 === 0)) return;
  const left = questionsLeft(pack, draft.state.answers).length;
  if (number === 1 && left >= 4) return sayKey(draft, 'progress_first', { most: left });
  if (number === 1) return;
  if (left <= 3) return sayKey(draft, 'progress_few');
  sayKey(draft, 'progress', { number, most: number - 1 + left });
}

/** The question that stands, again: in an interview, or after a decision. */
export function askAgain(draft: Draft): void {
  const question = standingQuestion(draft);
  if (!question) return;
  if (draft.state.phase === 'asking') return ask(draft, question);
  say(draft, questionText(draft, question), answerButtons(draft, question), !isNumeric(question));
}

/** Begins the interview with what the complaint already said. */
export function startTriage(draft: Draft, complaint: string): void {
  const findings = readFindings(complaint, languageOf(draft.state));
  const named = findings.filter(({ value, when }) => value !== 'no' && when !== 'past');
  const told = named.map(({ concept }) => concept);
  draft.state = { ...draft.state, told, ...(isAboutBaby(draft.state, complaint) ? { baby: true } : {}) };
  const heard = readReason(complaint, languageOf(draft.state));
  choosePack(draft, named, heard);
  const bar = barToTriage(draft);
  const pack = packOf(draft);
  if (bar || !pack) return withoutTriage(draft, bar ?? 'fault');
  emit(draft, 'acolhe.triage.started.v1', 'triage.started', {
    pack: pack.id,
    packVersion: pack.version,
    knowledge: draft.knowledge.hash,
  });
  keepFindings(draft, pack, complaint);
  keepComplaint(draft, pack, heard);
  orAPerson(draft, () => {
    sayNotice(draft, pack);
    proceed(draft, pack);
  });
}

/** What every patient must know of the protocol; of a draft, that it is one. Once in a conversation. */
function sayNotice(draft: Draft, pack: Pack): void {
  if (draft.state.noticed) return;
  const language = languageOf(draft.state);
  const notice = packNotice(pack.status, language, draft.knowledge.packText(pack.id, language, pack.notice));
  draft.state = { ...draft.state, noticed: true };
  const isDraft = pack.status === 'draft' || pack.demonstration;
  sayKey(draft, isDraft ? 'draft_notice' : 'notice', { notice });
}

/**
 * Answers found in free text. A `yes` or a number counts; a `no` counts only where the concept is no red flag, because
 * free text may raise a red flag but never clear one.
 * @returns how many questions were answered
 */
export function keepFindings(draft: Draft, pack: Pack, text: string): number {
  let kept = 0;
  const found = readFindings(text, languageOf(draft.state), localDay(draft.input.at));
  for (const finding of withPregnancy(found)) {
    if (finding.value === 'unknown' || finding.when === 'past') continue;
    // who said that it is about themselves may name an illness of somebody else
    if (finding.who === 'other' && draft.state.forWhom === 'self') continue;
    if (draft.state.forWhom === 'self' && isAgeOfBaby(finding)) continue;
    if (finding.value === 'no' && redFlagOfAnswer(finding.concept, true)) continue;
    for (const question of pack.questions) {
      if (draft.state.answers[question.id] !== undefined) continue;
      const value = answerOf(question, finding.concept, finding.value);
      if (value === undefined) continue;
      keepAnswer(draft, question.id, value, 'text');
      kept += 1;
    }
  }
  return kept;
}

/** Whoever counts weeks is pregnant. */
function withPregnancy(found: readonly Finding[]): readonly Finding[] {
  const weeks = found.find(
    ({ concept, value }) => concept === 'gestational_weeks' && typeof value === 'number',
  );
  const isNamed = found.some(({ concept }) => concept === 'pregnancy' || concept === 'postpartum');
  return weeks && !isNamed ? [...found, { ...weeks, concept: 'pregnancy', value: 'yes' }] : found;
}

/** What they come with, where words name it that are no concept. */
function keepComplaint(draft: Draft, pack: Pack, told: readonly ComplaintAnswer[]): void {
  for (const { question: id, value } of told) {
    const question = pack.questions.find((one) => one.id === id);
    if (!question || draft.state.answers[id] !== undefined) continue;
    const checked = checkAnswer(question, value);
    if (checked.ok) keepAnswer(draft, id, checked.value, 'text');
  }
}

function answerOf(
  question: Question,
  concept: string,
  value: 'yes' | 'no' | number,
): AnswerScalar | undefined {
  if (typeof value !== 'number') return answerFromFinding(question, concept, value === 'yes');
  if (conceptOfQuestion(question) !== concept) return undefined;
  const checked = checkAnswer(question, value);
  return checked.ok ? checked.value : undefined;
}

function keepAnswer(draft: Draft, question: string, value: AnswerScalar, via: 'text' | 'button'): void {
  draft.state = {
    ...draft.state,
    trail: trailWith(draft, question),
    answers: { ...draft.state.answers, [question]: value },
    misunderstood: 0,
    offered: false,
  };
  emit(draft, 'acolhe.triage.answered.v1', `answered/${question}`, { question, value, via });
}

/** What one message answered is taken back together. Kept: the last so many. */
const longestTrail = 40;

function trailWith({ state, input }: Draft, question: string): Answered[] {
  const trail = state.trail ?? [];
  const last = trail.at(-1);
  if (last?.input === input.id)
    return [...trail.slice(0, -1), { ...last, questions: [...last.questions, question] }];
  const asked = 'question' in state && state.question !== undefined ? { asked: state.question } : {};
  return [...trail, { input: input.id, questions: [question], ...asked }].slice(-longestTrail);
}

/** The record still holds: its answers count like others. */
export function keepRecord(draft: Draft, known: Answers, via: 'text' | 'button'): void {
  const pack = packOf(draft);
  if (!pack) return withoutTriage(draft, 'fault');
  for (const { id, value } of confirmedAnswers(pack, known)) keepAnswer(draft, id, value, via);
  goOn(draft, pack);
}

/**
 * An answer to a question: kept; a red flag ends the interview; else it goes on.
 * @param measured the number typed, where the value is the choice it falls in: 41 °C is a red flag, "39 or more" is not
 */
export function answer(
  draft: Draft,
  question: Question,
  value: AnswerScalar,
  via: 'text' | 'button',
  measured?: number,
): void {
  const pack = packOf(draft);
  if (!pack) return withoutTriage(draft, 'fault');
  if (isGrownUp(draft, question, measured ?? value)) return askAgeOfChild(draft, question);
  if (value === 'unknown' && askInOtherWords(draft, question)) return;
  const years = yearsOfMonths(pack, question, value, draft.state.answers);
  keepAnswer(draft, question.id, value, via);
  if (years !== undefined) keepAnswer(draft, 'age', years, via);
  if (value === true && question.type === 'yes-no' && isHalfYes(draft.input)) sayKey(draft, 'taken_for_yes');
  const flags = flagsOf(draft, pack, question, measured ?? value);
  if (flags.length > 0) return raiseFromAnswers(draft, pack, flags);
  if (via === 'button' || question.type !== 'yes-no') {
    attempt(draft, () => sayKey(draft, 'understood', { answer: valueLabel(draft, question, value) }));
  }
  goOn(draft, pack);
}

const grownUpYears = 18;

/** It is for a child, and the age is that of an adult: of whoever writes, most likely. Asked again once. */
function isGrownUp({ state }: Draft, question: Question, value: AnswerScalar): boolean {
  if (state.forWhom !== 'child' || state.ageDoubted || !/^age(_|$)/.test(question.id)) return false;
  return (
    state.phase === 'asking' &&
    typeof value === 'number' &&
    value >= grownUpYears &&
    question.unit !== 'months'
  );
}

function askAgeOfChild(draft: Draft, question: Question): void {
  draft.state = { ...draft.state, ageDoubted: true };
  sayKey(draft, 'age_of_child');
  ask(draft, question);
}

/** The red flags in all answers so far, combinations included, and of a number that became a choice. */
function flagsOf(draft: Draft, pack: Pack, question: Question, measured: AnswerScalar): RedFlag[] {
  const alone = redFlagOfAnswer(conceptOfQuestion(question) ?? '', measured);
  const together = attempt(draft, () => redFlagsIn(pack, draft.state.answers)) ?? [];
  return [
    ...together,
    ...(alone && !together.some(({ concept }) => concept === alone.concept) ? [alone] : []),
  ];
}

/** Emergency words first; what the pack decides by the same answers is told to the CRM only. */
function raiseFromAnswers(draft: Draft, pack: Pack, flags: readonly RedFlag[]): void {
  const evaluation = barToTriage(draft)
    ? undefined
    : attempt(draft, () => evaluate(pack, draft.state.answers));
  if (evaluation?.kind === 'decided') emitDecision(draft, pack, evaluation);
  raiseFlags(draft, flags, 'answer');
}

/** What a faulty pack does not give is done without: red flags are still heard, and a person decides. */
function attempt<T>(draft: Draft, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    draft.fault = error as Error;
    return undefined;
  }
}

/** A pack that fails, or lacks a text, brings words and a person. */
function orAPerson(draft: Draft, work: () => void): void {
  try {
    work();
  } catch (error) {
    draft.fault = error as Error;
    withoutTriage(draft, 'fault');
  }
}

/** The next question, or the decision. */
export function goOn(draft: Draft, pack: Pack): void {
  if (draft.state.phase === 'guided') return afterGuidance(draft);
  if (draft.state.phase === 'waiting') {
    if (!askSurveillance(draft)) sayKey(draft, 'noted');
    return;
  }
  const bar = barToTriage(draft);
  return bar ? withoutTriage(draft, bar) : orAPerson(draft, () => proceed(draft, pack));
}

function proceed(draft: Draft, pack: Pack): void {
  const { answers } = draft.state;
  const evaluation = evaluate(pack, answers);
  if (evaluation.kind === 'ask' && evaluation.question.kind !== 'surveillance') {
    const first = monthsQuestion(pack, answers, draft.state.baby ?? false) ?? evaluation.question;
    return offerRecord(draft, pack) ? undefined : ask(draft, first);
  }
  const decided = evaluation.kind === 'decided' ? evaluation : decideNow(pack, answers);
  if (decided.redFlags.length > 0) return raiseFromAnswers(draft, pack, decided.redFlags);
  const elsewhere = chooseElsewhere(draft, pack, decided);
  if (elsewhere) return proceed(draft, elsewhere);
  conclude(draft, pack, decided);
}
