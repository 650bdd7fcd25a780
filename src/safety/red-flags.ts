/**
 * The universal red flags: looked for in every message, in every state, whatever the chat's language. Free text may raise a flag, never clear one:
 * a denied or resolved symptom raises nothing, one in doubt counts as said.
 */
import { conceptOf, type EmergencyCall } from '../../settings/concepts';
import { readFindings, type Finding } from '../language/findings';
import { combinedFlags, type Said } from './combinations';
import { isBeyondThreshold } from './thresholds';

export interface RedFlag {
  concept: string;
  call: EmergencyCall;
}

const urgency: Readonly<Record<EmergencyCall, number>> = { '192': 0, '190': 1, '188': 2 };

function saidIn(findings: readonly Finding[]): Said {
  const numbers = (concept: string): number[] =>
    findings.flatMap((finding) =>
      finding.concept === concept && typeof finding.value === 'number' ? [finding.value] : [],
    );
  const said = new Set(
    findings
      .filter((finding) => finding.value === 'yes' || finding.value === 'unknown')
      .map((finding) => finding.concept),
  );
  if (numbers('temperature').some((value) => value >= 37.8)) said.add('fever');
  if (numbers('gestational_weeks').length > 0) said.add('pregnancy');
  return {
    has: (concept) => said.has(concept),
    least: (concept) =>
      numbers(concept).reduce<number | undefined>(
        (least, value) => Math.min(least ?? value, value),
        undefined,
      ),
    most: (concept) =>
      numbers(concept).reduce<number | undefined>((most, value) => Math.max(most ?? value, value), undefined),
  };
}

/** Red flags of a message, one per concept, the most urgent call first. Never throws; the work is linear in the text. */
export function redFlagsInText(text: string): RedFlag[] {
  const findings = readFindings(text, 'pt-BR');
  const flags = new Map<string, RedFlag>();
  for (const { concept, value } of findings) {
    const call =
      typeof value === 'number'
        ? isBeyondThreshold(concept, value)
          ? '192'
          : undefined
        : value === 'no'
          ? undefined
          : conceptOf(concept)?.call;
    if (call) flags.set(concept, { concept, call });
  }
  for (const concept of combinedFlags(saidIn(findings)))
    if (!flags.has(concept)) flags.set(concept, { concept, call: '192' });
  // The symptom says more than the cry, and its own number is the one to call.
  if (flags.size > 1) flags.delete('cry_for_help');
  return [...flags.values()].sort((a, b) => urgency[a.call] - urgency[b.call]);
}

/**
 * The red flag a coded answer is, or undefined.
 * @param value `true` for a yes; a number in the concept's unit (°C, percent, mmHg, breaths per minute)
 */
export function redFlagOfAnswer(concept: string, value: boolean | number | string): RedFlag | undefined {
  const known = conceptOf(concept);
  if (!known) return undefined;
  if (typeof value === 'number')
    return isBeyondThreshold(concept, value) ? { concept, call: '192' } : undefined;
  return (value === true || value === 'yes') && known.call ? { concept, call: known.call } : undefined;
}
