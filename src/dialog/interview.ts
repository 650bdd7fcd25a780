/** The interview: which question is next, what an answer does, and how a decision reaches the patient. */
import type { AskedQuestion } from '../language/answer';
import { readFindings } from '../language/findings';
import { redFlagOfAnswer, type RedFlag } from '../safety/red-flags';
import { answerFromFinding, checkAnswer, conceptOfQuestion } from '../triage/answer';
import { evaluate, redFlagsIn, type Evaluation } from '../triage/evaluate';
import type { AnswerScalar, Pack, Question } from '../triage/pack';
import { answerButtons, humanButton, restartButton, valueLabel } from './buttons';
import { type Draft, emit, enter, say, sayKey } from './draft';
import { handOver, raiseFlags } from './hand-over';

export function packOf(draft: Pick<Draft, 'state' | 'knowledge'>): Pack | undefined {
  return draft.knowledge.packs[draft.state.setup.pack];
}

/** The question that is being asked now, if any. */
export function standingQuestion(draft: Pick<Draft, 'state' | 'knowledge'>): Question | undefined {
  const { state } = draft;
  if (state.phase !== 'asking') return undefined;
  return packOf(draft)?.questions.find((item) => item.id === state.question);
}

export function questionText(draft: Draft, question: Question): string {
  const { pack, language } = draft.state.setup;
  return draft.knowledge.packText(pack, language, question.text);
}

/** The question as the language folder reads answers to it. */
export function askedQuestion(draft: Draft, question: Question): AskedQuestion {
  return {
    id: question.id,
    type: question.type,
    concept: conceptOfQuestion(question),
    unit: question.unit,
    min: question.min,
    max: question.max,
    choices: question.choices?.map((value) => ({ value, label: valueLabel(draft, question, value) })),
    bins: question.bins?.map(({ below, choice }) => ({ below: below ?? Infinity, choice })),
    unknownAllowed: question.unknown.allowed,
    vital: question.kind === 'vital',
  };
}

export function ask(draft: Draft, question: Question): void {
  const asked = [...new Set([...draft.state.asked, question.id])];
  enter(draft, { phase: 'asking', question: question.id }, { asked });
  say(draft, questionText(draft, question), answerButtons(draft, question));
}

/** Begins the interview with what the complaint already said. */
export function startTriage(draft: Draft, complaint: string): void {
  const pack = packOf(draft);
  // a service whose pack is missing still has people
  if (!pack) {
    sayKey(draft, 'human_coming');
    return handOver(draft, 'moderate');
  }
  emit(draft, 'acolhe.triage.started.v1', 'triage.started', {
    pack: pack.id,
    packVersion: pack.version,
    knowledge: draft.knowledge.hash,
  });
  if (pack.demonstration) sayKey(draft, 'demonstration');
  keepFindings(draft, pack, complaint);
  goOn(draft, pack);
}

/**
 * Answers found in free text. A `yes` or a number counts; a `no` counts only where the concept is no red flag, because
 * free text may raise a red flag but never clear one.
 * @returns how many questions were answered
 */
export function keepFindings(draft: Draft, pack: Pack, text: string): number {
  let kept = 0;
  for (const finding of readFindings(text, draft.state.setup.language)) {
    if (finding.value === 'unknown') continue;
    if (finding.value === 'no' && redFlagOfAnswer(finding.concept, true)) continue;
    for (const question of pack.questions) {
      if (draft.state.answers[question.id] !== undefined) continue;
      const value = answerOf(question, finding.concept, finding.value);
      if (value === undefined) continue;
      keepAnswer(draft, question, value, 'text');
      kept += 1;
    }
  }
  return kept;
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

function keepAnswer(draft: Draft, question: Question, value: AnswerScalar, via: 'text' | 'button'): void {
  draft.state = {
    ...draft.state,
    answers: { ...draft.state.answers, [question.id]: value },
    misunderstood: 0,
    offered: false,
  };
  emit(draft, 'acolhe.triage.answered.v1', `answered/${question.id}`, { question: question.id, value, via });
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
  if (!pack) return;
  keepAnswer(draft, question, value, via);
  const flags = flagsOf(draft, pack, question, measured ?? value);
  if (flags.length > 0) return raiseFromAnswers(draft, pack, flags);
  if (via === 'button' || question.type !== 'yes-no') {
    sayKey(draft, 'understood', {
      question: questionText(draft, question),
      answer: valueLabel(draft, question, value),
    });
  }
  goOn(draft, pack);
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
  const evaluation = attempt(draft, () => evaluate(pack, draft.state.answers));
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

export function goOn(draft: Draft, pack: Pack): void {
  const evaluation = attempt(draft, () => evaluate(pack, draft.state.answers));
  if (!evaluation) {
    sayKey(draft, 'human_coming');
    return handOver(draft, 'moderate');
  }
  if (evaluation.kind === 'ask') return ask(draft, evaluation.question);
  if (evaluation.redFlags.length > 0) return raiseFromAnswers(draft, pack, evaluation.redFlags);
  emitDecision(draft, pack, evaluation);
  const { outcome } = evaluation;
  if (outcome.disposition === 'emergency') {
    sayKey(draft, 'emergency_192');
    return handOver(draft, 'emergency');
  }
  const text = (key: string): string => draft.knowledge.packText(pack.id, draft.state.setup.language, key);
  if (outcome.disposition === 'moderate') {
    sayKey(draft, 'moderate_intro');
    say(draft, `${text(outcome.advice)}\n\n${text(outcome.safetyNet)}`);
    return handOver(draft, 'moderate');
  }
  enter(draft, { phase: 'guided' });
  say(draft, `${text(outcome.advice)}\n\n${text(outcome.safetyNet)}`);
  sayKey(draft, 'mild_offer', {}, [humanButton(draft), restartButton(draft)]);
}

function emitDecision(draft: Draft, pack: Pack, evaluation: Extract<Evaluation, { kind: 'decided' }>): void {
  const answers: Record<string, AnswerScalar> = {};
  for (const [id, value] of Object.entries(draft.state.answers)) if (value !== undefined) answers[id] = value;
  const { outcome, row, because, redFlags, unknown } = evaluation;
  emit(draft, 'acolhe.triage.decided.v1', 'triage.decided', {
    pack: pack.id,
    packVersion: pack.version,
    knowledge: draft.knowledge.hash,
    outcome: outcome.id,
    disposition: outcome.disposition,
    urgencyMinutes: outcome.urgencyMinutes,
    department: outcome.department,
    ...(outcome.specialty !== undefined && { specialty: outcome.specialty }),
    language: draft.state.setup.language,
    row,
    because,
    redFlags: redFlags.map(({ concept }) => concept),
    missing: unknown,
    answers,
  });
}
