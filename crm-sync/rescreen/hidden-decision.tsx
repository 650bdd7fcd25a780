/** Stands where the bot's decision will stand once this person has decided. */
import type { Speech } from '../web/speech';

export function HiddenDecision({ speech, form }: { speech: Speech; form?: string }) {
  return (
    <span class="hidden-decision">
      {form ? <a href={form}>{speech.t('rescreenHidden')}</a> : speech.t('rescreenHidden')}
    </span>
  );
}
