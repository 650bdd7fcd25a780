import { createHash } from 'crypto';

/** Rocket.Chat's own default, `Accounts_LoginExpiration`. */
const sessionDays = 90;

/** Sign-ins of users. Tokens are kept hashed, as Rocket.Chat does. */
export class Sessions {
  private readonly sessions = new Map<string, { userId: string; until: number }>();
  /** Hashes of personal access tokens, by user and name. */
  private readonly personal = new Map<string, string>();

  constructor(private readonly edge: { clock: () => Date; token: () => string }) {}

  open(userId: string): { token: string; expires: Date } {
    const token = this.edge.token();
    const expires = new Date(this.edge.clock().getTime() + sessionDays * 24 * 3_600_000);
    this.sessions.set(hash(token), { userId, until: expires.getTime() });
    return { token, expires };
  }

  /** A token of the caller's choice, such as a personal access token. */
  accept(userId: string, token: string): void {
    this.sessions.set(hash(token), { userId, until: Infinity });
  }

  /** The user a token belongs to; undefined when it is unknown, closed or expired. */
  userOf(token: string): string | undefined {
    const session = this.sessions.get(hash(token));
    if (!session || session.until <= this.edge.clock().getTime()) return undefined;
    return session.userId;
  }

  /** A token without end, under a name of which a user has one. @returns undefined when the name is taken */
  openPersonal(userId: string, name: string): string | undefined {
    const key = `${userId}/${name}`;
    if (this.personal.has(key)) return undefined;
    const token = this.edge.token();
    this.personal.set(key, hash(token));
    this.sessions.set(hash(token), { userId, until: Infinity });
    return token;
  }

  personalOf(userId: string): string[] {
    return [...this.personal.keys()]
      .filter((key) => key.startsWith(`${userId}/`))
      .map((key) => key.slice(userId.length + 1));
  }

  /** @returns false when there is none of that name */
  closePersonal(userId: string, name: string): boolean {
    const kept = this.personal.get(`${userId}/${name}`);
    if (kept === undefined) return false;
    this.sessions.delete(kept);
    return this.personal.delete(`${userId}/${name}`);
  }

  close(token: string): void {
    this.sessions.delete(hash(token));
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
