/** What keeps a protocol from being signed: everything `acolhe protocol validate` calls a problem. Pure. */
import type { PackCase } from '../../settings/pack-cases';
import { analysePack } from '../../src/triage/analyse';
import type { Finding } from '../../src/triage/analyse-finding';
import type { Texts } from '../../src/triage/analyse-structure';

export interface PackContentToCheck {
  pack: unknown;
  texts: Texts;
  cases: readonly PackCase[];
}

export interface PackProblem extends Omit<Finding, 'code' | 'severity'> {
  /** `not-checked`: the check came to no end, so nothing is known of the protocol. */
  code: Finding['code'] | 'not-checked';
}

/** Seconds of work for a long table: see `checkInWorker`. */
export type PackCheck = (content: PackContentToCheck) => Promise<PackProblem[]>;

/** @param options as of `analysePack`; generated answer sets take most of the time of a short table */
export function problemsOfPack(
  { pack, texts, cases }: PackContentToCheck,
  options: { samples?: number } = {},
): PackProblem[] {
  return analysePack(pack, { texts, cases, ...options })
    .findings.filter(({ severity }) => severity === 'problem')
    .map(({ severity: _severity, ...problem }) => problem);
}

export const notChecked: PackProblem = {
  ...{ code: 'not-checked', at: '', rows: [], message: 'the check did not come to an end; try again' },
};

/** @returns the same answers, each content looked at once; what was not checked is tried again */
export function remembered(
  check: PackCheck,
  most = 100,
): (key: string, content: () => PackContentToCheck) => Promise<PackProblem[]> {
  const kept = new Map<string, Promise<PackProblem[]>>();
  return (key, content) => {
    const before = kept.get(key);
    if (before) return before;
    const made = Promise.resolve()
      .then(() => check(content()))
      .catch(() => [notChecked]);
    kept.set(key, made);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    void made.then((problems) => {
      if (problems.some(({ code }) => code === 'not-checked')) kept.delete(key);
    });
    return made;
  };
}
