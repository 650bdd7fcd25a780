import { createHash } from 'crypto';

/** Rocket.Chat's own default, `Accounts_LoginExpiration`. */
const sessionDays = 90;

/** Sign-ins of users. Tokens are kept hashed, as Rocket.Chat does. */
export class Sessions {
  private readonly sessions = new Map<string, { userId: string; until: number }>();

  constructor(private readonly edge: { clock: () => Date; token: () => string }) {}

  open(userId: string): { token: string; expires: Date } {
    const token = this.edge.token();
    const expires = new Date(this.edge.clock().getTime() + sessionDays * 24 * 3_600_000);
    this.sessions.set(hash(token), { userId, until: expires.getTime() });
    return { token, expires };
  }

  /** The user a token belongs to; undefined when it is unknown, closed or expired. */
  userOf(token: string): string | undefined {
    const session = this.sessions.get(hash(token));
    if (!session || session.until <= this.edge.clock().getTime()) return undefined;
    return session.userId;
  }

  close(token: string): void {
    this.sessions.delete(hash(token));
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}
