/** Which number to call, and the words for it. */
import type { Language } from '../../contract/event';
import type { EmergencyCall } from '../../settings/concepts';
import type { TextKey } from '../../settings/dialog-texts';
import type { RedFlag } from '../safety/red-flags';
import { type Draft, label, languageOf, say, sayKey } from './draft';
import type { HandOffReason } from './state';

export const isUrgent = (reason: HandOffReason): boolean => reason === 'emergency' || reason === 'red-flag';

/** The number that matters most of those the flags call for; 192 where a protocol decided without a flag. */
export function worstCall(calls: readonly EmergencyCall[]): EmergencyCall {
  if (calls.includes('192') || calls.length === 0) return '192';
  return calls.includes('190') ? '190' : '188';
}

/** The words for that number, within a sentence. */
export function callWords(draft: Draft): string {
  return label(draft, `call_${worstCall(draft.state.calls)}`);
}

/** Words of their own, instead of those of the call: they name its number too. */
const instead: Readonly<Record<string, TextKey>> = {
  self_harm: 'emergency_self_harm',
  sexual_violence: 'emergency_sexual_violence',
};

/** The words for these flags, the most urgent first. */
export function emergencyTexts(flags: readonly RedFlag[]): TextKey[] {
  const keys = new Set<TextKey>();
  for (const call of ['192', '190', '188'] as const)
    for (const flag of flags.filter((one) => one.call === call))
      keys.add(instead[flag.concept] ?? `emergency_${call}`);
  // 188 is named there already
  if (keys.has('emergency_self_harm')) keys.delete('emergency_188');
  if (flags.some(({ concept }) => concept === 'poisoning')) keys.add('emergency_poisoning');
  return [...keys];
}

/** The words for these flags: for who writes in another language than the chat's, in theirs first and then in that one. */
export function sayEmergency(draft: Draft, flags: readonly RedFlag[]): void {
  for (const language of spokenWith(draft))
    for (const key of emergencyTexts(flags)) say(draft, label(draft, key, {}, language));
}

/** The words for one number, as `sayEmergency` says them. */
export function sayCall(draft: Draft, call: EmergencyCall): void {
  for (const language of spokenWith(draft)) say(draft, label(draft, `emergency_${call}`, {}, language));
}

const spokenWith = ({ state }: Draft): Set<Language> => new Set([languageOf(state), state.setup.language]);

/** The emergency words once more, in short. */
export function sayAgain(draft: Draft): void {
  const call = worstCall(draft.state.calls);
  if (call === '192') sayKey(draft, 'emergency_again', { call: callWords(draft) });
  else sayKey(draft, `emergency_again_${call}`);
}
