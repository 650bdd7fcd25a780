/** Kind and place of an error, for the log: its message may hold what somebody wrote. */

const codeLike = /^[\w.-]{1,60}$/;

/** `CrmRefusedError crm-refused 401 at postEvents (…)`, as far as it is known. */
export function whereOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const { name, message, stack, code, status } = error as Record<string, unknown>;
  const known = [name ?? 'unnamed', code, status].filter(
    (part) => (typeof part === 'string' || typeof part === 'number') && codeLike.test(String(part)),
  );
  // a stack begins with the message, whatever lines that has
  const calls = typeof stack === 'string' ? stack.replace(String(message), '') : '';
  const [, place = ''] = /^\s+(at .*:\d+:\d+\)?)$/m.exec(calls) ?? [];
  return [...known, place].join(' ').trim();
}
