/** What each session has looked at lately, so that a page renewing itself is not written down again and again. */
const rememberMs = 60 * 60_000;
const maxRemembered = 10_000;

export interface Viewed {
  recently(session: string, target: string): boolean;
  note(session: string, target: string): void;
}

export function createViewed(now: () => Date): Viewed {
  const seen = new Map<string, number>();
  return {
    recently: (session, target) =>
      now().getTime() - (seen.get(`${session} ${target}`) ?? -Infinity) < rememberMs,
    note(session, target) {
      const key = `${session} ${target}`;
      // Deleting first keeps the map in order of use, so that the oldest goes.
      seen.delete(key);
      seen.set(key, now().getTime());
      const oldest = seen.size > maxRemembered ? seen.keys().next().value : undefined;
      if (oldest !== undefined) seen.delete(oldest);
    },
  };
}
