export type CheckStatus = 'ok' | 'warn' | 'fail';

export interface Finding {
  status: CheckStatus;
  /** What was seen. */
  seen: string;
  /** What to do about it, when there is something to do. */
  todo?: string;
}

export interface Check {
  name: string;
  look: () => Promise<Finding>;
}

export type CheckResult = Finding & { name: string };

export const ok = (seen: string): Finding => ({ status: 'ok', seen });
export const warn = (seen: string, todo: string): Finding => ({ status: 'warn', seen, todo });
export const fail = (seen: string, todo: string): Finding => ({ status: 'fail', seen, todo });

/** Looks at one after another; a check that throws has failed. */
export async function runChecks(
  checks: readonly Check[],
  found: (result: CheckResult) => void,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, look } of checks) {
    const finding = await look().catch((error: unknown) => fail(firstLine(error), 'See the message above.'));
    const result = { name, ...finding };
    results.push(result);
    found(result);
  }
  return results;
}

export function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}

/** One result as a line of the table, and what to do on a second one. Pure. */
export function tableLines({ name, status, seen, todo }: CheckResult, nameWidth: number): string[] {
  const line = `${status.padEnd(5)} ${name.padEnd(nameWidth)}  ${seen}`;
  return todo ? [line, `${' '.repeat(6 + nameWidth + 2)}→ ${todo}`] : [line];
}
