/** Generated personal data that appear nowhere else: what is found of them was written by this run. */
import { randomInt } from 'crypto';

const letters = (count: number): string =>
  Array.from({ length: count }, () => 'bcdfghjklmnpqrstvwxz'[randomInt(20)]).join('');
/** A word that no text holds by chance. */
export const word = (): string => `Zq${letters(8)}ã${letters(3)}`;

const digits = (count: number): number[] => Array.from({ length: count }, () => randomInt(10));

/** With its two check digits (Receita Federal's rule). */
function cpf(): string {
  const base = digits(9);
  for (const length of [9, 10]) {
    const sum = base
      .slice(0, length)
      .reduce((total, digit, index) => total + digit * (length + 1 - index), 0);
    base.push(((sum * 10) % 11) % 10);
  }
  const text = base.join('');
  return `${text.slice(0, 3)}.${text.slice(3, 6)}.${text.slice(6, 9)}-${text.slice(9)}`;
}

/** A provisional one: fifteen digits from 7 on, whose weighted sum is a multiple of eleven. */
function cns(): string {
  for (;;) {
    const number = [7, ...digits(14)];
    if (number.reduce((total, digit, index) => total + digit * (15 - index), 0) % 11 === 0)
      return number.join('');
  }
}

export interface Canaries {
  name: string;
  dependentName: string;
  cpf: string;
  cns: string;
  phone: string;
  email: string;
  birthDate: string;
  /** Words for everything that is free text; each use makes one more. */
  text: (what: string) => string;
  all: () => { what: string; canary: string }[];
}

export function canaries(): Canaries {
  const made: { what: string; canary: string }[] = [];
  const kept = (what: string, canary: string): string => {
    made.push({ what, canary });
    return canary;
  };
  const two = `${randomInt(1, 13)}`.padStart(2, '0');
  return {
    name: `Maria ${kept('name', word())} da Silva`,
    dependentName: `João ${kept('dependent’s name', word())}`,
    cpf: kept('cpf', cpf()),
    cns: kept('cns', cns()),
    phone: `+55 85 ${kept('phone', `9${digits(8).join('').replace(/^0/, '7')}`)}`,
    email: `${kept('e-mail', letters(12))}@example.org`,
    birthDate: kept('birth date', `${randomInt(1931, 1999)}-${two}-${randomInt(10, 28)}`),
    text: (what) => kept(what, word()),
    all: () => [...made],
  };
}
