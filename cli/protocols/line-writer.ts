/** Text output, line by line, in pieces worth a write. */
import { once } from 'events';
import type { Writable } from 'stream';

const pieceCharacters = 1 << 14;
/** A reader at the other end of a pipe waits no longer than this for lines that are there. */
const heldMs = 50;

/** Waits for a reader that is slower than the writer, so that memory stays flat however much is written. */
export class LineWriter {
  private held: string[] = [];
  private characters = 0;
  private since = 0;

  constructor(private readonly output: Writable) {}

  async line(text: string): Promise<void> {
    if (this.held.length === 0) this.since = performance.now();
    this.held.push(text, '\n');
    this.characters += text.length + 1;
    if (this.characters >= pieceCharacters || performance.now() - this.since >= heldMs) await this.end();
  }

  /** Writes what is held. */
  async end(): Promise<void> {
    const piece = this.held.join('');
    this.held = [];
    this.characters = 0;
    if (piece !== '' && !this.output.write(piece)) await once(this.output, 'drain');
  }
}
