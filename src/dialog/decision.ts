/** From a decision to what the CRM and the patient are told of it. */
import { fillParameters } from '../triage/parameters';
import type { Decided } from '../triage/evaluate';
import type { AnswerScalar, Outcome, Pack } from '../triage/pack';
import { humanButton, restartButton } from './buttons';
import { questionText } from './current-pack';
import { type Draft, emit, enter, label, languageOf, say, sayKey } from './draft';
import { sayCall } from './emergency-words';
import { handOver } from './hand-over';
import type { DecidedState } from './state';
import { askSurveillance } from './surveillance';
import { ruledBy } from './where-to';

const mostMissingTold = 3;

/**
 * The decision is told to the CRM as soon as it stands, the guidance at once and the way to a person too: surveillance
 * questions come afterwards, so that whoever leaves during them was decided, guided and queued.
 */
export function conclude(draft: Draft, pack: Pack, decided: Decided): void {
  const { outcome } = decided;
  emitDecision(draft, pack, decided);
  const { disposition } = outcome;
  draft.state = { ...draft.state, decided: decidedOf(outcome) };
  if (disposition === 'emergency') {
    sayCall(draft, '192');
    return handOver(draft, 'emergency');
  }
  const guidance = guidanceOf(draft, pack, outcome);
  if (disposition === 'moderate') {
    sayKey(draft, 'moderate_intro');
    say(draft, guidance);
    sayMissing(draft, pack, decided);
    return handOver(draft, 'moderate', outcome.department === 'urgent' ? 'urgent' : 'general');
  }
  enter(draft, { phase: 'guided' });
  say(draft, guidance);
  afterGuidance(draft);
}

function decidedOf({ disposition, specialty, id, urgencyMinutes }: Outcome): DecidedState {
  return { disposition, ...(specialty ? { specialty } : {}), outcome: id, urgencyMinutes };
}

/** Mild: what is still to be asked, then the offer of more. */
export function afterGuidance(draft: Draft): void {
  if (!askSurveillance(draft)) sayKey(draft, 'mild_offer', {}, [humanButton(draft), restartButton(draft)]);
}

/** Where an answer is missing, which one: whoever reads that may look again, or tell the person who comes. */
function sayMissing(draft: Draft, pack: Pack, { outcome, unknown }: Decided): void {
  if (outcome.id !== pack.vitalUnknown.outcome) return;
  const { answers } = draft.state;
  const asked = pack.questions.filter(
    ({ id, kind }) => answers[id] === 'unknown' && (kind === 'vital' || unknown.includes(id)),
  );
  const questions = asked.slice(0, mostMissingTold).map((question) => questionText(draft, question));
  if (questions.length > 0) sayKey(draft, 'answer_missing', { questions: questions.join(' / ') });
}

function guidanceOf(draft: Draft, pack: Pack, outcome: Outcome): string {
  const language = languageOf(draft.state);
  const advice = draft.knowledge.packText(pack.id, language, outcome.advice);
  const safetyNet = draft.knowledge.packText(pack.id, language, outcome.safetyNet);
  const isolation = isolationOf(draft, pack, outcome, advice);
  const isForShow = pack.status === 'draft' || pack.demonstration;
  const reminder = isForShow ? label(draft, 'draft_reminder') : undefined;
  return [resultOf(draft, outcome), advice, isolation, safetyNet, reminder]
    .flatMap((text) => (text === undefined ? [] : fillParameters(pack, text)))
    .join('\n\n');
}

/** How urgent it is comes first, in words nobody takes for another's; who wants a paper or an appointment is told no result. */
function resultOf(draft: Draft, { disposition, specialty = '' }: Outcome): string | undefined {
  if (disposition === 'mild') return label(draft, 'result_mild');
  return ['reception', 'pharmacy'].includes(specialty) ? undefined : label(draft, 'result_moderate');
}

/** The days of the pack's parameter, where its own words do not say them. Of contacts who only watch themselves, none. */
function isolationOf(draft: Draft, pack: Pack, { isolation }: Outcome, advice: string): string | undefined {
  if (isolation === undefined || !isolation.includes('isolation')) return undefined;
  const days = pack.parameters[isolation]?.value;
  if (days === undefined || advice.includes(`{${isolation}}`)) return undefined;
  if (new RegExp(`(?<!\\d)${days}(?!\\d)`).test(advice)) return undefined;
  return label(draft, 'isolation_days', { days });
}

export function emitDecision(draft: Draft, pack: Pack, decided: Decided): void {
  const answers: Record<string, AnswerScalar> = {};
  for (const [id, value] of Object.entries(draft.state.answers)) if (value !== undefined) answers[id] = value;
  const { outcome, row, because, redFlags, unknown } = decided;
  const routed = ruledBy(draft, redFlags.length > 0 ? { disposition: 'emergency' } : decidedOf(outcome));
  emit(draft, 'acolhe.triage.decided.v1', 'triage.decided', {
    pack: pack.id,
    packVersion: pack.version,
    knowledge: draft.knowledge.hash,
    outcome: outcome.id,
    disposition: outcome.disposition,
    urgencyMinutes: outcome.urgencyMinutes,
    department: outcome.department,
    ...(outcome.specialty !== undefined && { specialty: outcome.specialty }),
    ...(routed !== undefined && { routed }),
    language: languageOf(draft.state),
    row,
    because,
    redFlags: redFlags.map(({ concept }) => concept),
    missing: unknown,
    answers,
  });
}
