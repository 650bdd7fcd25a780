/** Reads words of a cell one by one; every refusal says where, what stands there and what was expected. */
import { type AnswerScalar, key } from '../pack-condition';
import { CellError, isReserved, tokensOf, type Token } from './tokens';

export class TokenReader {
  private readonly tokens: Token[];
  private position = 0;

  /** @throws CellError */
  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  get next(): Token {
    return this.tokens[this.position] as Token;
  }

  is(kind: 'word' | 'symbol', text: string): boolean {
    return this.next.kind === kind && this.next.text.toLowerCase() === text;
  }

  /** Whether it stands next; if so, it is passed. */
  take(kind: 'word' | 'symbol', text: string): boolean {
    const found = this.is(kind, text);
    if (found) this.position += 1;
    return found;
  }

  need(kind: 'word' | 'symbol', text: string): void {
    if (!this.take(kind, text)) this.refuse(text);
  }

  end(expected: string): void {
    if (this.next.kind !== 'end') this.refuse(expected);
  }

  get atEnd(): boolean {
    return this.next.kind === 'end';
  }

  /** A bare word or a text in quotes. */
  word(expected: string): string {
    const { kind, text } = this.next;
    if (kind !== 'string' && (kind !== 'word' || isReserved(text))) this.refuse(expected);
    this.position += 1;
    return text;
  }

  /** A word that can name something of a pack. */
  name(expected: string): string {
    if (this.next.kind === 'string' && !key.safeParse(this.next.text).success) this.refuse(expected);
    return this.word(expected);
  }

  number(): number {
    const { kind, text } = this.next;
    if (kind !== 'number') this.refuse('a number (with a point, as 37.8)');
    this.position += 1;
    return Number(text);
  }

  answer(): AnswerScalar {
    if (this.next.kind === 'number') return this.number();
    if (this.take('word', 'yes') || this.take('word', 'true')) return true;
    if (this.take('word', 'no') || this.take('word', 'false')) return false;
    return this.word('an answer (yes, no, a number or a choice)');
  }

  /** `( item, item, … )` with at least one item. */
  list<T>(item: () => T): [T, ...T[]] {
    this.need('symbol', '(');
    const items: [T, ...T[]] = [item()];
    while (this.take('symbol', ',')) items.push(item());
    if (!this.take('symbol', ')')) this.refuse('"," or ")"');
    return items;
  }

  refuse(expected: string): never {
    const { kind, text, at } = this.next;
    const found = kind === 'end' ? 'the end of the cell' : JSON.stringify(text);
    throw new CellError(at, `expected ${expected}, found ${found}`);
  }
}
