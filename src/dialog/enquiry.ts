/** What patients ask the bot: about the illness and the service, and where to go. Red flags were looked for before. */
import { builtInAnswers, type AnswerBase } from '../../settings/answers/answer-base';
import { answerQuestion, type Answered } from '../answers/answer-question';
import { readComplaint } from '../language/complaint';
import { isGeneralQuestion, readAsking, readPlaceWanted } from '../language/asks';
import { readFindings } from '../language/findings';
import { humanButton, restartButton } from './buttons';
import { type Draft, label, languageOf, say, sayKey } from './draft';
import { goOnAsking } from './going-back';
import { askAgain } from './interview';
import { isOnlyAPlace, onPlaceWanted, readPlace } from './places';

/** What is not put as a question ("sintomas da dengue") is taken for one when the base knows nearly these words. */
const sureScore = 0.9;

export function answersOf({ knowledge }: Pick<Draft, 'knowledge'>): AnswerBase {
  return knowledge.published?.answers ?? builtInAnswers();
}

/**
 * Answers a question to the bot, then returns to where the conversation was.
 * @param unsure the text was no answer to what is being asked: a question in doubt counts too
 * @returns false when the text is none, or rather tells what is wrong
 */
export function onEnquiry(draft: Draft, text: string, unsure: boolean): boolean {
  return onPlace(draft, text, unsure) || onQuestion(draft, text, unsure);
}

function onPlace(draft: Draft, text: string, unsure: boolean): boolean {
  const { phase, place } = draft.state;
  const wanted = readPlaceWanted(text);
  const names = phase === 'complaint' || phase === 'guided';
  // who tells what is wrong is triaged first: where to go depends on it
  if (wanted && phase === 'complaint' && !place && tellsComplaint(draft, text)) return false;
  if (wanted) onPlaceWanted(draft, wanted, text);
  else if (place && unsure && !readPlace(draft, text, true)) return onNoPlace(draft, text);
  else if (!place && names && isOnlyAPlace(draft, text)) onPlaceWanted(draft, 'any', text);
  else if (!place || !unsure) return false;
  if (!draft.state.place) goBack(draft);
  return true;
}

/** Asked where they are, they wrote something else: said once that it was not found, then it is let go. */
function onNoPlace(draft: Draft, text: string): boolean {
  const elsewhere = readFindings(text, languageOf(draft.state)).length > 0 || readAsking(text) !== 'no';
  const again = draft.state.misunderstood === 0 && !elsewhere;
  draft.state = { ...draft.state, misunderstood: again ? 1 : 0, ...(again ? {} : { place: undefined }) };
  if (elsewhere) return false;
  if (again) sayKey(draft, 'place_unknown');
  else {
    sayKey(draft, 'place_none', {}, [humanButton(draft)]);
    goBack(draft);
  }
  return true;
}

function onQuestion(draft: Draft, text: string, unsure: boolean): boolean {
  const asking = isGeneral(draft, text) ? 'clear' : readAsking(text);
  if (asking !== 'clear' && !unsure) return false;
  const language = languageOf(draft.state);
  const { admitDrafts = false } = draft.state.setup;
  const told = tellsComplaint(draft, text);
  // who tells what is wrong is triaged first
  if (told && asking !== 'clear') return false;
  const found = answerQuestion(answersOf(draft), text, language);
  const isSure = asking !== 'no' || (found?.score ?? 0) >= sureScore;
  const answered = found && isSure && (admitDrafts || found.status !== 'draft') ? found : undefined;
  if (answered) sayAnswer(draft, answered);
  else if (told || asking !== 'clear') return false;
  else if (draft.state.phase === 'complaint' && draft.state.misunderstood > 0) return false;
  else {
    // asked once more, it is why they came
    if (draft.state.phase === 'complaint') draft.state = { ...draft.state, misunderstood: 1 };
    sayKey(draft, 'answer_unknown', {}, [humanButton(draft)]);
  }
  goBack(draft);
  return true;
}

function tellsComplaint({ state }: Draft, text: string): boolean {
  const language = languageOf(state);
  const found = readFindings(text, language);
  return found.some(({ value }) => value !== 'no') || readComplaint(text, language).length > 0;
}

/** A question that begins like none ("a vacina causa autismo?"), and tells nothing of anybody. */
function isGeneral({ state }: Draft, text: string): boolean {
  const language = languageOf(state);
  if (!isGeneralQuestion(text) || readComplaint(text, language).length > 0) return false;
  return readFindings(text, language).every(({ value }) => value === 'no');
}

/** Answered from the base while a person is waited for: what is not known there is left to that person. */
export function answerWhileWaiting(draft: Draft, text: string): void {
  if (readAsking(text) === 'no') return;
  const language = languageOf(draft.state);
  const { admitDrafts = false } = draft.state.setup;
  const found = answerQuestion(answersOf(draft), text, language);
  if (found && (admitDrafts || found.status !== 'draft')) sayAnswer(draft, found);
}

function sayAnswer(draft: Draft, { answer, citation: source }: Answered): void {
  say(draft, `${answer}\n\n${label(draft, 'answer_source', { source })}`);
}

/** To where the conversation was before the question. */
function goBack(draft: Draft): void {
  switch (draft.state.phase) {
    case 'complaint':
      return sayKey(draft, 'back_to_complaint');
    case 'asking':
      return askAgain(draft);
    case 'consent':
    case 'for-whom':
    case 'confirming':
      return goOnAsking(draft);
    case 'guided':
      return sayKey(draft, 'mild_offer', {}, [humanButton(draft), restartButton(draft)]);
    default:
      return undefined;
  }
}
