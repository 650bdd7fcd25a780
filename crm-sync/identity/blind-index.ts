/**
 * Tokens by which sealed values are found: HMAC-SHA-256 under a key of the tenant, so that who has the database alone
 * can neither read nor guess them. Pure: the key is an argument.
 */
import { createHmac } from 'crypto';
import type { Fact } from './facts';
import { nameSounds } from './name-sound';
import { nameWords } from './name-words';
import { normalValues } from './normal-values';
import { phoneEndOf } from './personal-values';

export type BlindKind =
  'cpf' | 'cns' | 'phone' | 'phone-end' | 'email' | 'name-word' | 'name-sound' | 'dependent';

/** 128 of the 256 bits are kept: no two values of a tenant will meet. */
const tokenBytes = 16;

/** @param secret 32 bytes @param value in its compared form */
export function blindToken(secret: Uint8Array, kind: BlindKind | `key-${string}`, value: string): string {
  return createHmac('sha256', secret)
    .update(`${kind}\u0000${value}`, 'utf8')
    .digest()
    .subarray(0, tokenBytes)
    .toString('base64url');
}

function tokensOf(secret: Uint8Array, fact: Fact): string[] {
  const token = (kind: BlindKind) => (value: string) => blindToken(secret, kind, value);
  switch (fact.field) {
    case 'name':
      return fact.values.flatMap((name) => [
        ...nameWords(name).map(token('name-word')),
        ...nameSounds(name).flat().map(token('name-sound')),
      ]);
    case 'phones': {
      const numbers = normalValues(fact);
      return [
        ...numbers.map(token('phone')),
        ...numbers.flatMap((number) => phoneEndOf(number) ?? []).map(token('phone-end')),
      ];
    }
    case 'emails':
      return normalValues(fact).map(token('email'));
    case 'birthDate':
      return [];
    case 'cpf':
    case 'cns':
      return normalValues(fact).map(token(fact.field));
  }
}

/** Every token by which these facts are found, sorted, each once. Birth dates are no way to look for a person. */
export function blindTokens(secret: Uint8Array, facts: readonly Fact[]): string[] {
  return [...new Set(facts.flatMap((fact) => tokensOf(secret, fact)))].sort();
}
