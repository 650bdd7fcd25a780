/** Asking again, taking an answer back, starting over, leaving. None of these takes back a red flag. */
import { readChangedPerson } from '../language/for-whom';
import { isTriageOff } from './admission';
import { humanButton, whomButtons } from './buttons';
import { packOf, standingQuestion } from './current-pack';
import { type Draft, enter, sayKey } from './draft';
import { detailAgain } from './emergency';
import { callWords, isUrgent } from './emergency-words';
import { withoutTriage } from './hand-over';
import { ask } from './interview';
import { askOpening, becomeAnother, becomeWriter } from './opening';
import { askRecord } from './record';
import type { State } from './state';

/** What stands, again. */
export function goOnAsking(draft: Draft): void {
  const { state } = draft;
  if (state.phase === 'consent' || state.phase === 'for-whom') return askOpening(draft, state);
  if (state.phase === 'confirming') return askRecord(draft, state.record);
  const question = standingQuestion(draft);
  return question && state.phase === 'asking' ? ask(draft, question) : sayKey(draft, 'ask_complaint');
}

/** "Voltar": the last answer is taken back and its question asked again; what was decided is decided anew. */
export function goBack(draft: Draft): void {
  const { state } = draft;
  const last = state.trail?.at(-1);
  const question = packOf(draft)?.questions.find(({ id }) => id === last?.asked);
  if (state.phase === 'for-whom') return backToComplaint(draft);
  if (state.phase !== 'asking' && state.phase !== 'confirming' && state.phase !== 'guided') {
    sayKey(draft, 'back_nothing');
    return goOnAsking(draft);
  }
  if (question) {
    sayKey(draft, 'back_again');
    draft.state = { ...state, ...withoutLast(state), decided: undefined, offered: false, misunderstood: 0 };
    return ask(draft, question);
  }
  // before the first question: for whom it is, and before that the complaint
  if (state.setup.asksForWhom && state.forWhom && state.ledBy === undefined) return askWhomAgain(draft);
  if (last) return backToComplaint(draft);
  sayKey(draft, 'back_nothing');
  goOnAsking(draft);
}

/** What the last message answered counts no longer. */
function withoutLast({ answers, trail = [] }: State): Pick<State, 'answers' | 'trail'> {
  const gone = trail.at(-1)?.questions ?? [];
  const left = Object.entries(answers).filter(([id]) => !gone.includes(id));
  return { answers: Object.fromEntries(left), trail: trail.slice(0, -1) };
}

function askWhomAgain(draft: Draft): void {
  becomeWriter(draft);
  enter(
    draft,
    { phase: 'for-whom', complaint: '' },
    { decided: undefined, offered: false, misunderstood: 0 },
  );
  sayKey(draft, 'whom_ask', {}, whomButtons(draft));
}

function backToComplaint(draft: Draft): void {
  sayKey(draft, 'back_again');
  const anew = { decided: undefined, offered: false, misunderstood: 0 };
  enter(draft, { phase: 'complaint' }, { ...withoutLast(draft.state), ...anew });
  sayKey(draft, 'ask_complaint');
}

export function restart(draft: Draft): void {
  if (isTriageOff(draft)) return withoutTriage(draft, 'off');
  backToWriter(draft);
  startOver(draft);
  sayKey(draft, 'restarted');
  sayKey(draft, 'ask_complaint');
}

/** Whom it is for is asked again where it is asked at all. */
function backToWriter(draft: Draft): void {
  if (draft.state.setup.asksForWhom) becomeWriter(draft);
}

function startOver(draft: Draft): void {
  const anew = {
    answers: {},
    misunderstood: 0,
    offered: false,
    decided: undefined,
    recordAsked: undefined,
    place: undefined,
    ledBy: undefined,
    chosen: undefined,
    ageDoubted: undefined,
    rephrased: undefined,
    trail: undefined,
    asked: [],
  };
  enter(draft, { phase: 'complaint' }, anew);
}

/** "Na verdade é para a minha mãe", in the middle of the questions. @returns false when it says nothing new */
export function changePerson(draft: Draft, text: string): boolean {
  const { forWhom, forDependent } = draft.state;
  const whom = readChangedPerson(text);
  if (!whom) return false;
  const isKnown = forWhom ? whom === forWhom : (whom === 'self') !== (forDependent === true);
  if (isKnown) return false;
  startOver(draft);
  becomeAnother(draft, whom, text);
  sayKey(draft, 'restarted');
  sayKey(draft, whom === 'self' ? 'ask_complaint' : 'ask_complaint_other');
  return true;
}

/** "Cancelar": nothing more is asked; what was answered so far is let go, and writing again begins anew. */
export function cancel(draft: Draft): void {
  backToWriter(draft);
  startOver(draft);
  sayKey(draft, 'cancelled', {}, [humanButton(draft)]);
}

/** While a person is waited for, none of these drops the place in the queue, nor a flag. */
export function whileWaiting(draft: Draft): void {
  const { state } = draft;
  if (state.phase !== 'waiting') return;
  if (isUrgent(state.reason)) sayKey(draft, 'change_urgent', { call: callWords(draft) });
  else sayKey(draft, 'change_waiting');
  detailAgain(draft);
}
