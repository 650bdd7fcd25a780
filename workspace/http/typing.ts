export interface TypingNotice {
  rid: string;
  username: string;
  typing: boolean;
  /** The connection that told it, which need not hear it. */
  from?: unknown;
}

/** Who is writing where: told to whoever listens now, kept nowhere. */
export class Typing {
  private readonly listeners = new Set<(notice: TypingNotice) => void>();

  tell(notice: TypingNotice): void {
    for (const listener of this.listeners) listener(notice);
  }

  on(listener: (notice: TypingNotice) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
