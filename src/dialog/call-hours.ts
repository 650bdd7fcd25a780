/** When somebody may be called back, and by whose clock times are told. Pure. */
import { afterOpenMs, type Hours, zoneByDefault } from '../routing/open-time';
import { localTime } from '../routing/departments';
import { targetMinutes, type Urgency } from '../routing/urgency';
import { type Draft, languageOf } from './draft';

type Seen = Pick<Draft, 'state' | 'knowledge'>;

/** Nobody is promised a call in the night by a department that has published no hours. */
const callsByDefault = { from: '08:00', to: '20:00' };

function publishedHours({ state, knowledge }: Seen): Hours | undefined {
  const to = state.phase === 'waiting' ? state.to : 'general';
  const names = [state.department?.name, to];
  const all = knowledge.published?.hours ?? [];
  return names.flatMap((name) => all.find(({ department }) => department === name) ?? [])[0];
}

/** Of the service, as the CRM says; else as its departments publish it. */
export function zoneOf({ state, knowledge }: Seen): string {
  return state.setup.clock?.timeZone ?? knowledge.published?.hours[0]?.timeZone ?? zoneByDefault;
}

/** The department's, where it has published any; else those in which the service calls people. */
export function callHours(seen: Seen): Hours {
  const published = publishedHours(seen);
  if (published) return published;
  const { from, to } = seen.state.setup.clock ?? callsByDefault;
  const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], open: [{ from, to }] }];
  return { department: 'calls', timeZone: zoneOf(seen), weekly, holidays: [] };
}

/** By when somebody of that urgency is called back: the service's target, in the hours of calls. An instant. */
export function callBackBy(draft: Draft, urgency: Urgency): string {
  const own = draft.state.setup.sla?.minutes[urgency];
  // 0: no clock runs; a promise needs a time all the same
  return callableAfter(draft, (own || targetMinutes[urgency]) * 60_000);
}

/** When so much of the hours of calls will have passed. An instant. */
export function callableAfter(draft: Draft, neededMs: number): string {
  const nowMs = Date.parse(draft.input.at);
  return new Date(afterOpenMs(callHours(draft), nowMs, neededMs) ?? nowMs + neededMs).toISOString();
}

/** As the patient reads it. */
export function spokenTime(draft: Draft, at: string): { day: string; time: string } {
  const zone = publishedHours(draft)?.timeZone ?? zoneOf(draft);
  const local = localTime(zone, at) ?? { date: at.slice(0, 10), time: at.slice(11, 16) };
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  const day = new Intl.DateTimeFormat(languageOf(draft.state), words).format(new Date(local.date));
  return { day, time: local.time };
}
