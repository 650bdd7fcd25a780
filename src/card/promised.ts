/** What the patient was told to expect. Pure. */
import type { CardTextKey } from '../../settings/card-texts';
import type { Summary } from '../dialog/summary';
import { toldWait } from '../routing/queue/estimate';
import type { CardRow } from './row';
import type { Screening } from './screening';
import type { CardView } from './view';
import { timeOf } from './words';

type Say = (key: CardTextKey, parameters?: Record<string, string | number>) => string;

export function promisedRows(view: CardView, say: Say, summary: Summary, screening: Screening): CardRow[] {
  const { calls, department, waitingSince, unanswered, phase, waitAided } = view.seen.state;
  const minutes = summary.disposition === 'moderate' ? summary.urgencyMinutes : undefined;
  const since = waitingSince ?? unanswered?.since;
  const parts = [
    ...calls.map((call) => say('promised_call', { call })),
    ...(waitAided ? [say('promised_first_aid')] : []),
    ...(department && phase !== 'closed'
      ? [say('promised_department', { department: department.name })]
      : []),
    ...(minutes && !screening.hidden ? [say('promised_within', { time: spanOf(say, minutes) })] : []),
    ...insteadOf(view, say),
    ...(since ? [say('promised_waits_since', { at: timeOf(view, since) })] : []),
    ...waitToldIn(view, say),
  ];
  const text = parts.length > 0 ? parts.join('; ') : say('promised_nothing');
  return [{ kind: 'text', text: `*${say('promised')}:* ${text}` }];
}

/** A call back, an appointment, a message left for somebody, and by when. */
function insteadOf(view: CardView, say: Say): string[] {
  const { promised, promisedBy, wanted } = view.seen.state;
  if (!promised || !promisedBy) return [];
  const at = timeOf(view, promisedBy);
  return [say(`promised_${promised}`, { at, person: wanted?.name ?? say('not_known') })];
}

function waitToldIn(view: CardView, say: Say): string[] {
  const { waitTold } = view.seen.state;
  if (!waitTold) return [];
  const { before, minutes, atMs } = waitTold;
  const at = timeOf(view, new Date(atMs).toISOString());
  if (minutes === undefined) return before === undefined ? [] : [say('promised_place', { before, at })];
  const told = toldWait(minutes);
  return [
    told.kind === 'about'
      ? say('promised_wait_about', { minutes: told.minutes, at })
      : say(`promised_wait_${told.kind}`, { at }),
  ];
}

function spanOf(say: Say, minutes: number): string {
  if (minutes < 120) return say('minutes', { count: minutes });
  return minutes < 2_880
    ? say('hours', { count: Math.round(minutes / 60) })
    : say('days', { count: Math.round(minutes / 1_440) });
}
