/** What the patient writes or presses, in every phase. Red flags are looked for before anything else. */
import { readAnswer, type Reading } from '../language/answer';
import { type ChatCommand, readCommand, readPick } from '../language/commands';
import { readPersonAsked } from '../language/asks-person';
import { readFindings } from '../language/findings';
import { normalise } from '../language/normalise';
import { type Intent, readIntent } from '../language/intent';
import { isOnlyTalk } from '../language/small-talk';
import { understand } from '../safety/understand';
import { conceptOfQuestion } from '../triage/answer';
import { tellAboutMe } from './about-me';
import { isTriageOff } from './admission';
import { questionMeant } from './baby';
import { humanButton, restartButton } from './buttons';
import { packOf, standingQuestion } from './current-pack';
import { type Draft, enter, languageOf, recordMessage, sayKey } from './draft';
import { onDetailText } from './emergency';
import { hearElsewhere } from './elsewhere';
import { answerWhileWaiting, onEnquiry } from './enquiry';
import { hearFahrenheit } from './fahrenheit';
import { cancel, changePerson, goBack, goOnAsking, restart, whileWaiting } from './going-back';
import { isHistory } from './history';
import { askForHuman, raiseFlags, withoutTriage } from './hand-over';
import type { InputOf } from './input';
import { onBookingText } from './booking';
import { onLeft } from './instead';
import {
  answer,
  ask,
  askAgain,
  askedQuestion,
  goOn,
  keepFindings,
  keepRecord,
  startTriage,
} from './interview';
import { localDay } from './local-day';
import { isStrayPlace, onMedia, onStrayPlace } from './media';
import { misunderstood } from './misunderstood';
import { askForPerson } from './person-asked';
import { begin, forDependentNamed, onOpeningText, withdrawConsent } from './opening';
import { pressChoice } from './pressed';
import { readConfirmation } from './record';
import { namesSeveral, ofAllSigns } from './screen';
import type { State } from './state';
import type { AnswerScalar, Question } from '../triage/pack';
import { dropSurveillance } from './surveillance';
import { onSurveyText } from './survey';
import { onTalk } from './talk';
import { hearTongue } from './tongue';
import { tellWhatToDo } from './what-to-do';
import { acknowledge, acknowledgeAssigned } from './wait-news';

/** Rocket.Chat's own default limit; longer texts come from channels without one. */
export const longestTextRead = 5_000;

export function recordPatientMessage(draft: Draft, input: InputOf<'patient-message'>): void {
  recordMessage(draft, {
    messageId: input.messageId,
    from: 'patient',
    ...(input.authorName ? { authorName: input.authorName } : {}),
    text: input.text,
    via: input.file ? 'file' : 'text',
  });
}

export function onPatientMessage(draft: Draft, input: InputOf<'patient-message'>): void {
  recordPatientMessage(draft, input);
  const { state } = draft;
  if (state.phase === 'closed' || isHistory(state, input.at)) return;
  const { flagsTold: flags } = understand(input.text, {
    language: languageOf(state),
    asked: askedConcept(draft),
    today: localDay(input.at),
  });
  if (flags.length > 0) {
    const pack = packOf(draft);
    const opening = ['complaint', 'consent', 'for-whom'].includes(state.phase);
    const interviewed = opening || state.phase === 'asking' || state.phase === 'confirming';
    if (pack && interviewed && !input.late && !isTriageOff(draft)) keepFindings(draft, pack, input.text);
    const raise = (): void => raiseFlags(draft, flags, 'text');
    return opening ? forDependentNamed(draft, input.text, raise) : raise();
  }
  if (state.phase === 'served') return input.late ? undefined : acknowledgeAssigned(draft);
  if (input.late) return onLateMessage(draft);
  if (onSurveyText(draft, input.text) || onLeft(draft, input) || onMedia(draft, input)) return;
  if (input.text.length > longestTextRead) return sayKey(draft, 'too_long');
  hearTongue(draft, input.text);
  const intent = readIntent(input.text);
  const command = readCommand(input.text);
  const person = readPersonAsked(input.text);
  if (person) return askForPerson(draft, person);
  if (intent === 'human' || command === 'human') return askForHuman(draft, 'asked');
  if (onBookingText(draft, input)) return;
  if (command === 'about-me') return tellAboutMe(draft);
  if (command === 'withdraw') return withdrawConsent(draft);
  if (isTriageOff(draft) && stopTriage(draft, input.text, intent)) return;
  if (onControl(draft, intent, command) || onPick(draft, input.text)) return;
  if (state.offered && state.phase !== 'waiting' && onOfferAnswered(draft, input.text)) return;
  if (isStrayPlace(draft, input.text)) return onStrayPlace(draft);
  return onText(draft, draft.state, input.text, intent);
}

/** What the question that stands is about. */
function askedConcept(draft: Draft): string | undefined {
  const question = draft.state.phase === 'asking' ? standingQuestion(draft) : undefined;
  return question && conceptOfQuestion(question);
}

/** "Voltar", "recomeçar", "cancelar". @returns false when the text is none of them */
function onControl(draft: Draft, intent: Intent, command: ChatCommand | undefined): boolean {
  const said = intent === 'restart' ? intent : command;
  if (!said) return false;
  if (draft.state.phase === 'waiting') whileWaiting(draft);
  else if (said === 'restart') restart(draft);
  else if (said === 'back') goBack(draft);
  else cancel(draft);
  return true;
}

/** "2": the second of what was shown last, where a number is not itself the answer. */
function onPick(draft: Draft, text: string): boolean {
  const { choices } = draft.state;
  const pick = choices && readPick(text);
  const value = pick === undefined ? undefined : choices?.[pick - 1];
  return value !== undefined && pressChoice(draft, value);
}

function onText(draft: Draft, state: State, text: string, intent: Intent): void {
  switch (state.phase) {
    case 'complaint':
      return onEnquiry(draft, text, true) ? undefined : onComplaint(draft, text, intent);
    case 'consent':
    case 'for-whom':
      return onEnquiry(draft, text, false) ? undefined : onOpeningText(draft, state, text);
    case 'asking':
      if (changePerson(draft, text)) return;
      if (hearElsewhere(draft, text, intent, () => onComplaint(draft, text, 'none'))) return;
      return onAnswerText(draft, state, text);
    case 'confirming':
      return onConfirmationText(draft, state, text);
    case 'guided':
      if (state.question && onSurveillanceText(draft, text)) return;
      return onEnquiry(draft, text, true) ? undefined : onGuided(draft, text, intent);
    case 'waiting':
      if (state.detail && !/[?\uFF1F]/.test(text)) return onDetailText(draft, state, state.detail, text);
      if (state.question && onSurveillanceText(draft, text)) return;
      if (tellWhatToDo(draft, state, text)) return;
      answerWhileWaiting(draft, text);
      return acknowledge(draft, state, text);
    case 'served':
    case 'closed':
      return undefined;
  }
}

/** Triage was switched off: what was just asked may still be a red flag, then people take over. @returns false where it changes nothing */
function stopTriage(draft: Draft, text: string, intent: Intent): boolean {
  const { phase, offered } = draft.state;
  if (phase === 'waiting' || (phase === 'guided' && intent === 'thanks')) return false;
  const question = phase === 'asking' && !offered ? standingQuestion(draft) : undefined;
  const reading = question && readAnswer(text, askedQuestion(draft, question), languageOf(draft.state));
  if (question && reading?.kind === 'value') answer(draft, question, reading.value, 'text', reading.number);
  else withoutTriage(draft, 'off');
  return true;
}

/** Found after later messages had been handled: recorded, looked at for red flags, and the question stands. */
function onLateMessage(draft: Draft): void {
  sayKey(draft, 'late');
  if (draft.state.phase === 'asking' && isTriageOff(draft)) return withoutTriage(draft, 'off');
  askAgain(draft);
}

/** In words. */
const longestReply = 6;

/** Yes or no to "shall I call a person?". @returns false when the text answers something else */
function onOfferAnswered(draft: Draft, text: string): boolean {
  const asked = { id: 'offer', type: 'yes-no', unknownAllowed: false } as const;
  // a yes or a no somewhere in a long text answers something else: "the inhaler is NOT helping"
  const isShort = text.trim().split(/\s+/).length <= longestReply;
  const reading: Reading = isShort ? readAnswer(text, asked, languageOf(draft.state)) : { kind: 'unclear' };
  // what is not understood now either is the third time
  draft.state = { ...draft.state, offered: false, misunderstood: reading.kind === 'value' ? 0 : 2 };
  if (reading.kind !== 'value') return false;
  if (reading.value === true) askForHuman(draft, 'misunderstood');
  else goOnAsking(draft);
  return true;
}

/** After guidance: thanks and a no end it; anything else may be news, and a person is offered first. */
function onGuided(draft: Draft, text: string, intent: string): void {
  const asked = { id: 'more', type: 'yes-no', unknownAllowed: false } as const;
  const reading = readAnswer(text, asked, languageOf(draft.state));
  const done = intent === 'thanks' || (reading.kind === 'value' && reading.value === false);
  if (done) return sayKey(draft, 'thanks_reply', {}, [humanButton(draft)]);
  sayKey(draft, 'guided_reply', {}, [humanButton(draft), restartButton(draft)]);
}

function onComplaint(draft: Draft, text: string, intent: string): void {
  const words = /\p{L}{2,}/u.test(text);
  const found = readFindings(text, languageOf(draft.state)).length > 0;
  if (!found && onTalk(draft, text, () => goOnAsking(draft))) return;
  if (found || (words && intent === 'none')) {
    return begin(draft, text);
  }
  misunderstood(draft, () => {
    // the widget opens the room with the patient's first message: a greeting meets the question that was just asked
    if (intent !== 'greeting') sayKey(draft, 'ask_complaint');
    sayKey(draft, 'complaint_hint');
  });
}

type Asking = Extract<State, { phase: 'asking' }>;

function onAnswerText(draft: Draft, state: Asking, text: string): void {
  const pack = packOf(draft);
  const standing = standingQuestion(draft);
  if (!pack || !standing) return startTriage(draft, text);
  if (onEnquiry(draft, text, state.place !== undefined)) return;
  if (hearFahrenheit(draft, standing, text)) return;
  const question = questionMeant(pack, standing, text);
  const asked = askedQuestion(draft, question);
  const reading = ofAllSigns(question, readAnswer(text, asked, languageOf(state)), text, languageOf(state));
  if (reading.kind === 'value') {
    // the words on a button are the clinic's, not the patient's: "I do not feel well" tells of no tiredness
    const isLabel = asked.choices?.some((choice) => normalise(choice.label) === normalise(text)) ?? false;
    if (!isLabel)
      keepFindings(draft, { ...pack, questions: pack.questions.filter((item) => item !== question) }, text);
    return answer(draft, question, reading.value, 'text', reading.number);
  }
  if (reading.kind === 'unknown') {
    if (namesSeveral(question.id))
      draft.state = { ...draft.state, rephrased: [...(draft.state.rephrased ?? []), question.id] };
    if (question.unknown.allowed || state.misunderstood > 0)
      return answer(draft, question, 'unknown', 'text');
    draft.state = { ...draft.state, misunderstood: 1 };
    sayKey(draft, 'unknown_not_allowed');
    return ask(draft, question);
  }
  if (keepFindings(draft, pack, text) > 0) return goOn(draft, pack);
  if (onEnquiry(draft, text, true)) return;
  const instead = draft.state.misunderstood >= 2 ? answerNotUnderstood(question) : undefined;
  if (instead !== undefined) return answer(draft, question, instead, 'text');
  misunderstood(draft, () => {
    if (reading.kind === 'out-of-range') {
      sayKey(draft, 'out_of_range', {
        min: reading.min ?? question.min ?? 0,
        max: reading.max ?? question.max ?? '',
      });
    } else {
      sayKey(draft, isOnlyTalk(text) ? 'calm' : 'unclear');
    }
    ask(draft, question);
  });
}

/**
 * Asked three times, and no person wanted: nobody is kept at a question for ever. What they need is then taken for something
 * they feel, which is asked about with most care; anything else is not known.
 */
function answerNotUnderstood({ choices = [], unknown }: Question): AnswerScalar | undefined {
  if (choices.includes('symptom')) return 'symptom';
  if (unknown.allowed) return 'unknown';
  return choices.find((choice) => choice === 'other');
}

/** "Is your record still right?": whatever is no clear yes asks everything anew. */
function onConfirmationText(
  draft: Draft,
  { record }: Extract<State, { phase: 'confirming' }>,
  text: string,
): void {
  const pack = packOf(draft);
  if (!pack) return withoutTriage(draft, 'fault');
  if (onEnquiry(draft, text, false)) return;
  const confirmed = readConfirmation(draft, text);
  if (confirmed === true) return keepRecord(draft, record, 'text');
  keepFindings(draft, pack, text);
  enter(draft, { phase: 'complaint' });
  goOn(draft, pack);
}

/** @returns false when it is no answer: then it is heard as whatever else it may be, and the question is let go */
function onSurveillanceText(draft: Draft, text: string): boolean {
  const question = standingQuestion(draft);
  const reading = question && readAnswer(text, askedQuestion(draft, question), languageOf(draft.state));
  if (question && (reading?.kind === 'value' || reading?.kind === 'unknown')) {
    answer(draft, question, reading.kind === 'value' ? reading.value : 'unknown', 'text');
    return true;
  }
  dropSurveillance(draft);
  return false;
}
