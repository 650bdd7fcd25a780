/**
 * The clock of somebody who waits for a person: what is due by now, and when to look again. Pure. Who is pressing waits by
 * the clock on the wall; anybody else while their department is open.
 */
import type { Urgency } from '../../contract/service-events';
import { afterOpenMs, type Hours, openMsBetween } from './open-time';
import { isPressing, targetMinutes, urgencyRank } from './urgency';

/** warn: 80 % of the target's time has gone · breach: all of it · again: twice as much. */
export const slaSteps = ['warn', 'breach', 'again'] as const;
export type SlaStep = (typeof slaSteps)[number];

const shareOf: Readonly<Record<SlaStep, number>> = { warn: 0.8, breach: 1, again: 2 };

/** Minutes by urgency; 0: no clock for it. What is missing is as the product has it. */
export type SlaTargets = Partial<Readonly<Record<Urgency, number>>>;

export interface SlaWait {
  urgency: Urgency;
  targets: SlaTargets;
  /** UTC. */
  since: string;
  now: string;
  /** Of the department where they wait, when it has published any. */
  hours?: Hours | undefined;
  /** The last step that was told, and for which urgency: who became more urgent is told of anew. */
  told?: { step: SlaStep; urgency: Urgency } | undefined;
}

export interface SlaReading {
  /** Steps that nobody was told of yet, in their order. */
  due: SlaStep[];
  /** When the next one will be, UTC; absent: never, or not within 60 days. */
  nextAt?: string;
  targetMinutes: number;
  /** Of the time that counts. */
  waitedMinutes: number;
}

export interface Counted {
  /** 0: no clock. */
  targetMinutes: number;
  /** Of the time that counts. */
  waitedMs: number;
  /** By which time counts; absent: all of it does. */
  hours?: Hours | undefined;
}

/** How long somebody has waited, of the time that counts for them. */
export function countWait(wait: Omit<SlaWait, 'told'>): Counted {
  const { urgency, targets, since, now } = wait;
  const [sinceMs, nowMs] = [Date.parse(since), Date.parse(now)];
  // hours that never open would never let anybody be told
  const opens = !isPressing(urgency) && afterOpenMs(wait.hours, sinceMs, 1) !== undefined;
  const hours = opens ? wait.hours : undefined;
  const target = targets[urgency] ?? targetMinutes[urgency];
  return { targetMinutes: target, waitedMs: openMsBetween(hours, sinceMs, nowMs), hours };
}

export function readSla(wait: SlaWait): SlaReading {
  const sinceMs = Date.parse(wait.since);
  const { targetMinutes: target, waitedMs, hours } = countWait(wait);
  const shown = { targetMinutes: target, waitedMinutes: Math.floor(waitedMs / 60_000) };
  if (target <= 0) return { due: [], ...shown };
  const targetMs = target * 60_000;
  const told = toldFor(wait);
  const left = told ? slaSteps.slice(slaSteps.indexOf(told) + 1) : [...slaSteps];
  const due = left.filter((step) => waitedMs >= shareOf[step] * targetMs);
  const next = left[due.length];
  const nextMs = next && afterOpenMs(hours, sinceMs, shareOf[next] * targetMs);
  return { due, ...(nextMs !== undefined && { nextAt: new Date(nextMs).toISOString() }), ...shown };
}

/** What was told of a less urgent wait says nothing of this one. */
function toldFor({ told, urgency }: SlaWait): SlaStep | undefined {
  return told && urgencyRank[told.urgency] <= urgencyRank[urgency] ? told.step : undefined;
}
