/** Reads what staff typed into the one search field: every kind it can be, so that nobody must choose first. Pure. */
import { parsePatientId } from '../../contract/patient-id';
import { nameSounds } from './name-sound';
import { nameWords } from './name-words';
import { cnsOf, cpfOf, emailOf, phoneEndOf, phoneOf } from './personal-values';

export const searchKinds = ['id', 'cpf', 'cns', 'phone', 'email', 'name'] as const;
export type SearchKind = (typeof searchKinds)[number];

export type SearchTerm =
  | { kind: 'id' | 'cpf' | 'cns' | 'email'; value: string }
  /** The whole number, or the last eight digits when there is no area code. */
  | { kind: 'phone'; value?: string; end?: string }
  /** `sounds`: per word, the ways it may sound. */
  | { kind: 'name'; words: string[]; sounds: string[][] };

function phoneTerm(text: string): SearchTerm | undefined {
  const digits = text.replace(/\D/g, '');
  if (!/^[\d\s().+\-/]+$/.test(text) || digits.length > 15) return undefined;
  const value = phoneOf(text);
  if (value) return { kind: 'phone', value };
  const end = digits.length === 8 || digits.length === 9 ? phoneEndOf(text) : undefined;
  return end === undefined ? undefined : { kind: 'phone', end };
}

/** @returns in the order of `searchKinds`; empty when it can be none of them */
export function searchTerms(typed: string): SearchTerm[] {
  const text = typed.trim().slice(0, 400);
  const value = (kind: 'id' | 'cpf' | 'cns' | 'email', found: string | undefined): SearchTerm[] =>
    found === undefined ? [] : [{ kind, value: found }];
  const words = /\p{L}/u.test(text) && !text.includes('@') && !/\d/.test(text) ? nameWords(text) : [];
  return [
    ...value('id', parsePatientId(text)),
    ...value('cpf', cpfOf(text)),
    ...value('cns', cnsOf(text)),
    ...[phoneTerm(text) ?? []].flat(),
    ...value('email', emailOf(text)),
    ...(words.length ? [{ kind: 'name' as const, words, sounds: nameSounds(text) }] : []),
  ];
}
