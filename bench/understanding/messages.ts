/** Messages of a given length: what people write, one after the other, and texts made to be slow. */
import { readFileSync } from 'fs';
import { join } from 'path';

const utterances = (): string[] =>
  readFileSync(join(__dirname, '../../test/gold/utterances/tuned.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { text: string }).text);

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** As many messages of `length` characters, of utterances drawn at random. */
export function messagesOf(length: number, count: number, seed: number): string[] {
  const said = utterances();
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < length) text += `${said[Math.floor(random() * said.length)] ?? ''}. `;
    return text.slice(0, length);
  });
}

/** By name; none is a message of a person. */
export const hostile: Readonly<Record<string, string>> = {
  'one letter, 1 MB': 'a'.repeat(1_000_000),
  'spaces, 1 MB': ' '.repeat(1_000_000),
  'denials, 1 MB': 'não '.repeat(250_000),
  'symptoms, 1 MB': 'febre tosse dor no peito '.repeat(40_000),
  'half phrases, 1 MB': 'falta de '.repeat(111_000),
  'half phrases of many branches': 'dor forte no meu lado esquerdo de '.repeat(3_000),
  'fillers, 1 MB': 'dor de de de '.repeat(77_000),
  'numbers, 1 MB': '38,5 12x8 '.repeat(100_000),
  'number words, 1 MB': 'trinta e oito e meio '.repeat(47_000),
  'times, 1 MB': 'há 3 dias ontem '.repeat(62_000),
  'people, 1 MB': 'minha mãe ele meu filho '.repeat(41_000),
  'changes of mind, 1 MB': 'não, quer dizer, sim, aliás '.repeat(35_000),
  'misspellings, 1 MB': 'desmaiatu convulsatu '.repeat(47_000),
  'emoji, 10,000': '😀'.repeat(10_000),
  'emoji that speak, 10,000': '🤒👍'.repeat(5_000),
  'right-to-left marks': 'f\u202eebre\u200f '.repeat(20_000),
  NUL: 'falta\u0000de\u0000ar '.repeat(20_000),
  zalgo: `f${'\u0301\u0316\u0489'.repeat(300)}ebre `.repeat(200),
  'ligatures that unfold': '\ufdfa'.repeat(50_000),
  'a bomb for regular expressions': `${'a'.repeat(50_000)}!`,
  'a bomb of question marks': '?'.repeat(100_000),
  'a bomb of commas': ', febre'.repeat(50_000),
  'lone surrogates': '\ud800'.repeat(100_000),
};
