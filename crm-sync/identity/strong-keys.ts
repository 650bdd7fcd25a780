/**
 * What says by itself that two IDs are one person: the same CPF, the same CNS, the same verified phone or e-mail
 * together with the same birth date. A shared phone alone says nothing: households share them.
 */
import type { Fact } from './facts';
import { goldenRecord } from './golden-record';
import { normalValues } from './normal-values';

export const strongKeyKinds = ['cpf', 'cns', 'phone-birth-date', 'email-birth-date'] as const;
export type StrongKeyKind = (typeof strongKeyKinds)[number];

export interface StrongKey {
  kind: StrongKeyKind;
  value: string;
}

const keyOf = ({ kind, value }: StrongKey): string => `${kind}\u0000${value}`;

/**
 * Every strong key that the facts of ONE ID hold, each once. All that was ever said counts, so that the keys do not
 * depend on what arrived first; whether a key still fits is asked when it meets another's (`contradiction`).
 */
export function strongKeysOf(facts: readonly Fact[]): StrongKey[] {
  const valuesOf = (field: Fact['field']) =>
    facts.filter((fact) => fact.field === field).flatMap((fact) => normalValues(fact));
  const vouchedFor = (field: 'phones' | 'emails') =>
    facts
      .filter((fact) => fact.field === field && fact.verified)
      .flatMap((fact) => normalValues({ ...fact, values: fact.values.slice(0, 1) }));
  const days = valuesOf('birthDate');
  const with_ = (values: string[]) => values.flatMap((value) => days.map((day) => `${value} ${day}`));
  const keys: StrongKey[] = [
    ...valuesOf('cpf').map((value) => ({ kind: 'cpf' as const, value })),
    ...valuesOf('cns').map((value) => ({ kind: 'cns' as const, value })),
    ...with_(vouchedFor('phones')).map((value) => ({ kind: 'phone-birth-date' as const, value })),
    ...with_(vouchedFor('emails')).map((value) => ({ kind: 'email-birth-date' as const, value })),
  ];
  return [...new Map(keys.map((key) => [keyOf(key), key])).values()];
}

export const singleFields = ['cpf', 'cns', 'birthDate'] as const;
export type SingleKeyField = (typeof singleFields)[number];

/**
 * Fields in which the two cannot be one person: both have a valid value now, and not the same. A person may have had
 * several cards (CNS): there one in common is enough.
 */
export function contradictions(a: readonly Fact[], b: readonly Fact[]): SingleKeyField[] {
  const [one, other] = [goldenRecord(a), goldenRecord(b)];
  return singleFields.filter((field) => {
    const [x, y] = [one[field], other[field]];
    if (!x?.valid || !y?.valid || x.value === y.value) return false;
    if (field !== 'cns') return true;
    const all = (value: typeof x) =>
      [value, ...value.others].filter((said) => said.valid).map((said) => said.value);
    return !all(x).some((value) => all(y).includes(value));
  });
}
