/** What a person comes with, where it is no concept of the universal list: answers to questions of protocols by name. */
import type { Language } from '../../contract/event';
import { isPortuguese } from './concept-book';
import { complaintWords } from './lexicon/complaint-words';
import { findPhrases, makePhraseBook, type PhraseBook } from './phrases';
import { tokenise, type Token } from './tokens';
import { exactWords, skippedWords, wordSets } from './word-sets';

export interface ComplaintAnswer {
  question: string;
  value: string | number | true;
}

let book: PhraseBook | undefined;

function complaintBook(): PhraseBook {
  return (book ??= makePhraseBook(
    Object.entries(complaintWords).flatMap(([answer, phrases]) =>
      phrases.map((phrase) => [answer, phrase] as const),
    ),
    skippedWords,
    exactWords,
  ));
}

/** One answer a question, the first that is said; what is denied is none. Phrases of all languages are understood. */
export function readComplaint(text: string, language: Language): ComplaintAnswer[] {
  const tokens = tokenise(text);
  const portuguese = isPortuguese(tokens, language);
  const said = new Map<string, ComplaintAnswer>();
  for (const { concept, start } of findPhrases(tokens, complaintBook()).matches) {
    const [question = '', value = ''] = concept.split('=');
    if (said.has(question) || isDenied(tokens, start, portuguese)) continue;
    said.set(question, { question, value: answerOf(value) });
  }
  return [...said.values()];
}

const answerOf = (value: string): ComplaintAnswer['value'] =>
  value === 'yes' ? true : /^\d+$/.test(value) ? Number(value) : value;

/** "sem ferida na boca", "no ear pain"; a Portuguese "no" is "in the". */
function isDenied(tokens: readonly Token[], start: number, portuguese: boolean): boolean {
  return tokens
    .slice(Math.max(0, start - 2), start)
    .some(
      ({ kind, word }) => kind === 'word' && wordSets.negators.has(word) && !(portuguese && word === 'no'),
    );
}
