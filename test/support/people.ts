/** People who do not exist. */
import { generateCpf } from '@brazilian-utils/brazilian-utils/generate-cpf';

/** A CNS that passes its check, of a provisional card (first digit 7). The same seed gives the same. */
export function cnsFor(seed: number): string {
  const body = `7${String(seed % 1_000_000_000).padStart(9, '0')}`;
  // Weights 15 to 1; the last five digits bring the sum to a multiple of 11.
  for (let end = 0; end < 100_000; end += 1) {
    const digits = body + String(end).padStart(5, '0');
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (15 - at), 0);
    if (sum % 11 === 0) return digits;
  }
  throw new Error('no such card');
}

/** A CPF that passes its check; each call gives another. */
export const freshCpf = (): string => generateCpf();
