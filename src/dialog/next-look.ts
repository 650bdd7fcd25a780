/** One reminder stands for the next look of a clock: it is moved where that changes, and left alone where it does not. */
import type { Draft } from './draft';
import type { Reminder } from './input';

/**
 * @param before when the reminder that stands is to come, UTC
 * @param wanted when the next look is to be; absent: never
 * @param came the reminder that stood is used up
 */
export function nextLook(
  draft: Draft,
  reminder: Reminder,
  { before, wanted, came }: { before: string | undefined; wanted: string | undefined; came: boolean },
): void {
  if (wanted === before && !came) return;
  if (before !== undefined && !came) draft.effects.push({ kind: 'forget-reminder', reminder });
  if (wanted === undefined) return;
  const afterMs = Math.max(0, Date.parse(wanted) - Date.parse(draft.input.at));
  draft.effects.push({ kind: 'remind', reminder, afterMs });
}
