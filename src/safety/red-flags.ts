/**
 * The universal red flags: looked for in every message, in every state, whatever the chat's language. Free text may raise a flag, never clear one:
 * a denied or resolved symptom raises nothing, one in doubt counts as said.
 */
import { conceptOf } from '../../settings/concepts';
import { readFindings, type Finding } from '../language/findings';
import { daysPerYear } from './ages';
import { byUrgency, redFlagsOfAnswers, type RedFlag } from './answer-flags';
import { combinations, flagsRaised } from './combinations';
import { isBeyondThreshold } from './thresholds';
import type { Facts } from './truth';

export type { RedFlag } from './answer-flags';

const isPast = ({ when }: Finding): boolean => when === 'past';
/** A number that was not sure ("104 F") counts as what it would be. */
const numberIn = ({ value, perhaps }: Finding): number | undefined =>
  typeof value === 'number' ? value : perhaps;

/** A number said twice may be over one limit and under another: both count. */
function factsSaidIn(findings: readonly Finding[]): Facts {
  const said = new Set<string>();
  const numbers = new Map<string, number[]>();
  for (const finding of findings) {
    const number = numberIn(finding);
    if (number !== undefined) numbers.set(finding.concept, [...(numbers.get(finding.concept) ?? []), number]);
    else if (finding.value !== 'no' && !isPast(finding)) said.add(finding.concept);
  }
  const ages = numbers.get('age');
  if (ages)
    numbers.set(
      'age_days',
      ages.map((years) => Math.round(years * daysPerYear)),
    );
  return {
    is: (concept) => said.has(concept),
    gte: (concept, limit) => numbers.get(concept)?.some((value) => value >= limit),
    lt: (concept, limit) => numbers.get(concept)?.some((value) => value < limit),
  };
}

/** Red flags of what was found in a message, one per concept, the most urgent call first. What is long past raises none. */
export function redFlagsOf(findings: readonly Finding[]): RedFlag[] {
  const flags = new Map<string, RedFlag>();
  for (const finding of findings) {
    const { concept, value } = finding;
    const number = numberIn(finding);
    if (isPast(finding)) continue;
    const call =
      number !== undefined
        ? isBeyondThreshold(concept, number)
          ? '192'
          : undefined
        : value === 'no'
          ? undefined
          : conceptOf(concept)?.call;
    if (call) flags.set(concept, { concept, call });
  }
  for (const concept of flagsRaised(combinations, factsSaidIn(findings)))
    if (!flags.has(concept)) flags.set(concept, { concept, call: '192' });
  // The symptom says more than the cry, and its own number is the one to call.
  if (flags.size > 1) flags.delete('cry_for_help');
  return byUrgency([...flags.values()]);
}

/** Red flags of a message. Never throws; the work is linear in the text. */
export function redFlagsInText(text: string): RedFlag[] {
  return redFlagsOf(readFindings(text, 'pt-BR'));
}

/**
 * The red flag a coded answer is by itself, or undefined. Several answers together: `redFlagsOfAnswers`.
 * @param value `true` for a yes; a number in the concept's unit (°C, percent, mmHg, breaths per minute)
 */
export function redFlagOfAnswer(concept: string, value: boolean | number | string): RedFlag | undefined {
  return redFlagsOfAnswers({ [concept]: value }).find((flag) => flag.concept === concept);
}
