/** Red flags as facts: what, and when. */
import { conceptText } from '../patients/coded-texts';
import type { Speech } from '../web/speech';
import type { Alarm } from './told';

export function Alarms({ speech, alarms }: { speech: Speech; alarms: readonly Alarm[] }) {
  if (alarms.length === 0) return null;
  return (
    <ul class="plain alarms">
      {alarms.map(({ concept, at }) => (
        <li>
          <span class="flag">{conceptText(speech, concept)}</span>{' '}
          {speech.t('rescreenAlarmAt', { time: speech.recent(at) })}
        </li>
      ))}
    </ul>
  );
}
