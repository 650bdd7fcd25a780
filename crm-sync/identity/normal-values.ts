/** A fact's values in the form that is compared. */
import type { Fact, FactField } from './facts';
import { nameKey } from './name-words';
import { birthDateOf, cnsOf, cpfOf, emailOf, phoneOf } from './personal-values';

const readers: Record<FactField, (text: string, now: Date) => string | undefined> = {
  name: (text) => nameKey(text) || undefined,
  cpf: cpfOf,
  cns: cnsOf,
  birthDate: birthDateOf,
  phones: phoneOf,
  emails: emailOf,
};

/**
 * @returns undefined for what cannot be such a value
 * @param saidAt when it was said: nobody is born after that
 */
export function normalValue(field: FactField, text: string, saidAt: Date): string | undefined {
  return readers[field](text, saidAt);
}

/** Those of a fact's values that can be what they claim to be, compared form, each once. */
export function normalValues({ field, values, origin }: Fact): string[] {
  const at = new Date(origin.at);
  return [...new Set(values.flatMap((text) => normalValue(field, text, at) ?? []))];
}
