/** A temperature told in degrees Fahrenheit is told back in Celsius, and counts once that is confirmed. */
import { isInCelsius, readAnswer } from '../language/answer';
import { readFahrenheit } from '../language/number-answer';
import { tokenise } from '../language/tokens';
import { redFlagOfAnswer } from '../safety/red-flags';
import type { Question } from '../triage/pack';
import { degreesButtons, numberLabel } from './buttons';
import { standingQuestion } from './current-pack';
import { type Draft, languageOf, sayKey } from './draft';
import { raiseFlags } from './hand-over';
import { answer, ask, askedQuestion } from './interview';

/** @returns false when none was told, and nothing of the kind was asked back just before */
export function hearFahrenheit(draft: Draft, question: Question, text: string): boolean {
  if (draft.state.degrees !== undefined) {
    const asked = { id: 'degrees', type: 'yes-no', unknownAllowed: false } as const;
    const reading = readAnswer(text, asked, languageOf(draft.state));
    if (reading.kind === 'value') {
      onDegrees(draft, reading.value === true, 'text');
      return true;
    }
    draft.state = { ...draft.state, degrees: undefined };
  }
  const told = isInCelsius(question) ? readFahrenheit(tokenise(text)) : undefined;
  if (!told) return false;
  const { fahrenheit, celsius } = told;
  const flag = redFlagOfAnswer('temperature', celsius);
  if (flag) {
    raiseFlags(draft, [flag], 'answer');
    return true;
  }
  draft.state = { ...draft.state, degrees: celsius };
  const [from, to] = [fahrenheit, celsius].map((value) =>
    numberLabel(languageOf(draft.state), undefined, value),
  );
  sayKey(draft, 'fahrenheit', { fahrenheit: from ?? '', celsius: to ?? '' }, degreesButtons(draft));
  return true;
}

/** "Is that right?": yes takes it for the answer, no asks anew. */
export function onDegrees(draft: Draft, right: boolean, via: 'text' | 'button'): void {
  const { degrees } = draft.state;
  const question = draft.state.phase === 'asking' ? standingQuestion(draft) : undefined;
  if (degrees === undefined || !question) return sayKey(draft, 'past_button');
  draft.state = { ...draft.state, degrees: undefined };
  if (!right) return ask(draft, question);
  const reading = readAnswer(String(degrees), askedQuestion(draft, question), languageOf(draft.state));
  if (reading.kind === 'value') return answer(draft, question, reading.value, via, reading.number ?? degrees);
  ask(draft, question);
}
