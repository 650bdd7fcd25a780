/** The words of the small language in which cells say conditions, answers and lists. */

export class CellError extends Error {
  readonly code = 'cell_not_readable';
  /** @param at the character of the cell, from 1 */
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(`${message} (at character ${at})`);
    this.name = 'CellError';
  }
}

export interface Token {
  kind: 'word' | 'number' | 'string' | 'symbol' | 'end';
  /** A string without its quotes; a symbol in its plain form (`>=` for `≥`). */
  text: string;
  at: number;
}

const words = /[a-z0-9][a-z0-9_.-]*/iy;
const numbers = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.-])/iy;
const strings = /"(?:[^"\\]|\\.)*"/sy;
const curlyStrings = /“([^”]*)”/y;
const symbols = /!=|>=|<=|[()=<>≥≤≠,;:]/y;
const plainSymbols: Record<string, string> = { '≥': '>=', '≤': '<=', '≠': '!=' };

const reserved = new Set(
  'and or not in is at least of all any always derived rises falls by yes no true false none else'.split(' '),
);

export const isReserved = (word: string): boolean => reserved.has(word.toLowerCase());

/** @throws CellError at the first character that belongs to nothing */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  while (position < text.length) {
    if (/\s/.test(text.charAt(position))) {
      position += 1;
      continue;
    }
    const at = position + 1;
    let found: RegExpExecArray | null;
    if ((found = match(numbers))) tokens.push({ kind: 'number', text: found[0], at });
    else if ((found = match(words))) tokens.push({ kind: 'word', text: found[0], at });
    else if ((found = match(strings))) tokens.push({ kind: 'string', text: unquoted(found[0], at), at });
    else if ((found = match(curlyStrings))) tokens.push({ kind: 'string', text: found[1] ?? '', at });
    else if ((found = match(symbols)))
      tokens.push({ kind: 'symbol', text: plainSymbols[found[0]] ?? found[0], at });
    else throw new CellError(at, `${JSON.stringify(text.charAt(position))} is not expected here`);
    position += found[0].length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length + 1 });
  return tokens;
}

function unquoted(text: string, at: number): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new CellError(
      at,
      'this text in quotes cannot be read: write \\" for a quote and \\\\ for a backslash',
    );
  }
}

/** A name or text as the language writes it: bare where it can be, else in quotes. */
export function wordText(value: string): string {
  const tokens = /^[a-z0-9][a-z0-9_.-]*$/i.test(value) ? tokensOf(value) : [];
  return tokens[0]?.kind === 'word' && !isReserved(value) ? value : JSON.stringify(value);
}

/** An answer: `yes`, `no`, a number, a choice. */
export function answerText(value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? numberText(value) : wordText(value);
}

/** @returns digits that read back as the same number, -0 too */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
