/** Which number to call, and the words for it. */
import type { EmergencyCall } from '../../settings/concepts';
import { type Draft, label, sayKey } from './draft';
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

/** The emergency words once more, in short. */
export function sayAgain(draft: Draft): void {
  const call = worstCall(draft.state.calls);
  if (call === '192') sayKey(draft, 'emergency_again', { call: callWords(draft) });
  else sayKey(draft, `emergency_again_${call}`);
}
