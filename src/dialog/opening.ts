/**
 * Between the complaint and the first question: may the bot ask and keep this, and whom is it about? Red flags were
 * looked for before; who says no gets the number to call and a person.
 */
import { readAnswer } from '../language/answer';
import { readConsent } from '../language/commands';
import { readDependent } from '../language/dependent';
import { isAboutWriter, namesChild, readForWhom } from '../language/for-whom';
import { barToTriage } from './admission';
import { consentButtons, whomButtons } from './buttons';
import { leadOnSelf } from './coming-back';
import { type Draft, emit, enter, label, languageOf, say, sayKey } from './draft';
import { handOver, withoutTriage } from './hand-over';
import { startTriage } from './interview';
import { misunderstood } from './misunderstood';
import type { ForWhom, State } from './state';
import { onTalk } from './talk';

type Opening = Extract<State, { phase: 'consent' | 'for-whom' }>;

/** What must be asked before the interview is asked; then it begins. */
export function begin(draft: Draft, complaint: string): void {
  const { setup, consent, forWhom, forDependent } = draft.state;
  const bar = barToTriage(draft);
  if (bar) return forDependentNamed(draft, complaint, () => withoutTriage(draft, bar));
  // who took it back is asked again, also where nobody is asked
  if ((setup.consent || consent) && consent !== 'given') {
    enter(draft, { phase: 'consent', complaint }, { misunderstood: 0 });
    return askConsent(draft);
  }
  if (setup.asksForWhom && !forWhom && !forDependent) {
    // that person's own ID is asked for below
    if (readDependent(complaint)) keepWhom(draft, namesChild(complaint) ? 'child' : 'other');
    else if (isAboutWriter(complaint)) keepWhom(draft, 'self');
    else {
      enter(draft, { phase: 'for-whom', complaint }, { misunderstood: 0 });
      return sayKey(draft, 'whom_ask', {}, whomButtons(draft));
    }
  }
  forDependentNamed(draft, complaint, () => startTriage(draft, complaint));
}

export function askConsent(draft: Draft): void {
  const { url } = draft.state.setup.consent ?? {};
  const where = url ? [label(draft, 'consent_text', { url })] : [];
  say(draft, [label(draft, 'consent_ask'), ...where].join('\n\n'), consentButtons(draft));
}

/** What stands is said again. */
export function askOpening(draft: Draft, { phase }: Pick<Opening, 'phase'>): void {
  if (phase === 'consent') return askConsent(draft);
  sayKey(draft, 'whom_ask', {}, whomButtons(draft));
}

export function onOpeningText(draft: Draft, state: Opening, text: string): void {
  if (onTalk(draft, text, () => askOpening(draft, state))) return;
  const complaint = [state.complaint, text].filter(Boolean).join('\n').slice(0, 5_000);
  if (state.phase === 'consent') {
    const agreed = readAgreement(draft, text);
    if (agreed !== undefined) return onConsent(draft, agreed, 'text');
    // what is told meanwhile is not lost
    draft.state = { ...state, complaint };
    return misunderstood(draft, () => {
      sayKey(draft, 'consent_first');
      askConsent(draft);
    });
  }
  const whom = readForWhom(text);
  if (!whom) {
    draft.state = { ...state, complaint };
    return misunderstood(draft, () => {
      sayKey(draft, 'unclear');
      askOpening(draft, state);
    });
  }
  // "para meu filho Leo": the name and more of the complaint may be in it
  onForWhom(draft, whom, complaint);
}

function readAgreement(draft: Draft, text: string): boolean | undefined {
  const said = readConsent(text);
  if (said !== undefined) return said;
  const asked = { id: 'consent', type: 'yes-no', unknownAllowed: false, vital: true } as const;
  const reading = readAnswer(text, asked, languageOf(draft.state));
  return reading.kind === 'value' ? reading.value === true : undefined;
}

export function onConsent(draft: Draft, agreed: boolean, via: 'text' | 'button'): void {
  const { state } = draft;
  if (state.phase !== 'consent') return sayKey(draft, 'past_button');
  const { url } = state.setup.consent ?? {};
  const told = { ...(url ? { text: url } : {}), via };
  draft.state = { ...state, consent: agreed ? 'given' : 'refused', offered: false, misunderstood: 0 };
  if (agreed) {
    emit(draft, 'acolhe.consent.given.v1', 'consent', told);
    return begin(draft, state.complaint);
  }
  emit(draft, 'acolhe.consent.refused.v1', 'consent', told);
  sayKey(draft, 'consent_refused');
  handOver(draft, 'no-triage');
}

/** Taken back by words, at any time: nothing more is asked, and a person goes on. */
export function withdrawConsent(draft: Draft): void {
  const { state } = draft;
  emit(draft, 'acolhe.consent.withdrawn.v1', 'consent', {});
  draft.state = { ...state, consent: 'withdrawn' };
  sayKey(draft, 'consent_withdrawn');
  if (state.phase !== 'waiting') handOver(draft, 'no-triage');
}

/** The record says that the person agreed before: it is not asked again. */
export function onConsentKnown(draft: Draft): void {
  const { state } = draft;
  if (state.consent || !state.setup.consent) return;
  draft.state = { ...state, consent: 'given' };
  if (state.phase === 'consent') begin(draft, state.complaint);
}

export function onForWhom(draft: Draft, whom: ForWhom, complaint?: string): void {
  const { state } = draft;
  if (state.phase !== 'for-whom') return sayKey(draft, 'past_button');
  const told = complaint ?? state.complaint;
  keepWhom(draft, whom);
  if (whom !== 'self') askWho(draft, readDependent(told));
  draft.state = { ...draft.state, offered: false, misunderstood: 0 };
  if (whom === 'self' && leadOnSelf(draft, told)) return;
  startTriage(draft, told);
}

function keepWhom(draft: Draft, whom: ForWhom): void {
  draft.state = { ...draft.state, forWhom: whom };
  if (whom === 'self' || !draft.state.setup.asksForWhom) return;
  sayKey(draft, whom === 'child' ? 'whom_child' : 'whom_other');
}

/** Who writes for another: that person has an ID of their own, and what is known of the writer is not known of them. */
function askWho(draft: Draft, named: { name?: string } = {}): void {
  draft.state = { ...draft.state, forDependent: true, known: undefined };
  draft.effects.push({ kind: 'ask-who', visitor: draft.state.visitor.id, dependent: named });
}

/** It is for another person than was thought: nothing asked so far is known of that one. */
export function becomeAnother(draft: Draft, whom: ForWhom, text: string): void {
  becomeWriter(draft);
  keepWhom(draft, whom);
  if (whom !== 'self') askWho(draft, readDependent(text));
}

/** A complaint about somebody else: who that is, is asked beside everything else; nothing waits for the answer. */
export function forDependentNamed(draft: Draft, text: string, work: () => void): void {
  const { state } = draft;
  const dependent = state.forDependent ? undefined : readDependent(text);
  // what is known is known of the writer
  if (dependent) draft.state = { ...draft.state, forDependent: true, known: undefined };
  work();
  if (dependent) draft.effects.push({ kind: 'ask-who', visitor: state.visitor.id, dependent });
}

/** Back to the writer, who starts over: the other person's ID and record are not theirs. */
export function becomeWriter(draft: Draft): void {
  const { state } = draft;
  draft.state = { ...state, forWhom: undefined };
  if (!state.forDependent) return;
  draft.state = { ...draft.state, forDependent: false, known: undefined };
  const { writerId } = state;
  if (!writerId || writerId === state.patientId) return;
  draft.state = { ...draft.state, patientId: writerId };
  emit(draft, 'acolhe.patient.identified.v1', 'identified', { patientId: writerId, mintedBy: 'crm' });
}
