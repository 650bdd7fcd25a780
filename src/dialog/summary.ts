/** A conversation in short, for the person who serves it: how urgent, decided as what, and why. Pure. */
import type { Disposition } from '../../contract/event';
import { conceptTexts } from '../../settings/texts/concepts';
import { type Urgency, urgencyOf } from '../routing/urgency';
import { conceptOfQuestion } from '../triage/answer';
import type { Decided } from '../triage/decide';
import { decideNow } from '../triage/evaluate';
import { outcomeLabel } from '../triage/labels';
import type { AnswerScalar, Question } from '../triage/pack';
import { valueLabel } from './buttons';
import { packIdOf, packOf } from './current-pack';
import type { Draft } from './draft';

export type Seen = Pick<Draft, 'state' | 'knowledge'>;

export interface Summary {
  /** As it was told last: a published rule, or people, may set another than the protocol's. */
  urgency: Urgency;
  /** It is not what answers and flags alone come to. */
  urgencyIsSet?: true;
  /** By the protocol; absent while it has not decided. */
  disposition?: Disposition;
  outcome?: string;
  urgencyMinutes?: number;
  /** The answers behind it, in words; what was denied is left out. */
  because: string[];
  /** In words, in the order they were raised. */
  redFlags: string[];
}

export function summaryOf(seen: Seen): Summary {
  const byProtocol = byAnswers(seen);
  const { urgency } = seen.state;
  return urgency === undefined || urgency === byProtocol.urgency
    ? byProtocol
    : { ...byProtocol, urgency, urgencyIsSet: true };
}

function byAnswers(seen: Seen): Summary {
  const { state } = seen;
  const { language } = state.setup;
  const names = conceptTexts[language];
  const redFlags = state.redFlags.map((concept) => names[concept] ?? concept);
  const decided = decidedNow(seen);
  if (!decided) {
    const need = { redFlags: state.redFlags, ...(state.decided ? { decided: state.decided } : {}) };
    return { urgency: urgencyOf(need), because: [], redFlags, ...dispositionOf(state.decided) };
  }
  const { disposition, urgencyMinutes, id } = decided.outcome;
  const urgency = urgencyOf({ redFlags: state.redFlags, decided: { disposition, urgencyMinutes } });
  const title = titleOf(seen, id);
  return {
    ...{ urgency, disposition, urgencyMinutes, redFlags },
    ...(title ? { outcome: title } : {}),
    because: decided.because.flatMap((reason) => reasonInWords(seen, reason)),
  };
}

const dispositionOf = (decided: { disposition: Disposition } | undefined) =>
  decided ? { disposition: decided.disposition } : {};

/** Made again of the answers: the state keeps no more of a decision than the rest of the conversation needs. */
function decidedNow({ state, knowledge }: Seen): Decided | undefined {
  if (!state.decided) return undefined;
  const pack = packOf({ state, knowledge });
  if (!pack) return undefined;
  try {
    const decided = decideNow(pack, state.answers);
    // what was answered afterwards, or a pack that does not fit any more: what was told stands
    return decided.outcome.disposition === state.decided.disposition ? decided : undefined;
  } catch {
    return undefined;
  }
}

function titleOf({ state, knowledge }: Seen, outcome: string): string | undefined {
  try {
    return knowledge.packText(packIdOf(state), state.setup.language, outcomeLabel(outcome)) || undefined;
  } catch {
    return undefined;
  }
}

/** @param reason `question=value` */
function reasonInWords(seen: Seen, reason: string): string[] {
  const [id = '', value = ''] = reason.split(/=(.*)/s);
  if (value === 'false' || value === 'no') return [];
  const question = packOf(seen)?.questions.find((one) => one.id === id);
  const concept = question && conceptOfQuestion(question);
  // a red flag is told as such
  if (!question || (concept !== undefined && seen.state.redFlags.includes(concept))) return [];
  const name = questionName(seen, question).replace(/^¿|\?$/g, '');
  if (value === 'true' || value === 'yes') return [name];
  const given = seen.state.answers[id];
  return [given === undefined ? name : `${name}: ${answerInWords(seen, question, given)}`];
}

const longestName = 120;

/** What is asked, without what explains it; of a list of conditions, the list. */
export function questionName({ state, knowledge }: Seen, question: Question): string {
  const text = knowledge.packText(packIdOf(state), state.setup.language, question.text);
  const [first = text, ...more] = text.split(/(?<=\?)\s/);
  const name = more.join(' ').includes(';') ? text : first;
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

export function answerInWords({ state, knowledge }: Seen, question: Question, value: AnswerScalar): string {
  return valueLabel({ state, knowledge } as Draft, question, value);
}
