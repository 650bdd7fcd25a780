/** Where somebody is waited for, by the published rules: the rungs of a ladder in their order. Pure. */
import type { Disposition, Language } from '../../contract/event';
import type { RoutingRule, RoutingRules } from '../../contract/knowledge';
import { localTime, weekdayOf } from './departments';
import { isPressing, moreUrgent, type Urgency } from './urgency';

/** What is known of somebody who needs a person. A condition on what is not known does not hold. */
export interface Situation {
  /** Absent: nothing was decided. */
  disposition?: Disposition;
  specialty?: string;
  outcome?: string;
  urgency: Urgency;
  /** Code of the IBGE. */
  municipality?: string;
  language: Language;
  ageYears?: number;
  channel?: string;
  /** UTC. */
  at: string;
}

export type Offer = 'appointment' | 'call-back';

/** `place`: a username, or the name or id of a department, or `urgent` / `general` of the settings. */
export interface Rung {
  kind: 'person' | 'department' | 'on-call';
  place: string;
  /** No rule names it: only where nobody is anywhere else, and never because the others are busy. */
  spare?: true;
}

export interface Places {
  /** Id of the rule. */
  rule?: string;
  /** The rule's department. */
  department?: string;
  /** With the rule's priority, which only ever raises it. */
  urgency: Urgency;
  tags: string[];
  rungs: Rung[];
  /** What may be asked for where nobody is there; nothing for who is pressing. */
  offers: Offer[];
}

/**
 * @param byDefault the departments of the settings: the first is meant, the others are better than nobody
 * @param agents usernames who are tried before anybody
 * @param called the name of a place, by which two are known to be one
 * @param atLeast as urgent as was told before: what a rule raised stays raised when its hour is over
 * @param byStaff as staff decided: no rule raises it
 */
export function placesFor(
  rules: RoutingRules,
  situation: Situation,
  {
    byDefault,
    agents = [],
    called = (place) => place,
    atLeast,
    byStaff,
  }: {
    byDefault: readonly string[];
    agents?: readonly string[];
    called?: (place: string) => string;
    atLeast?: Urgency | undefined;
    byStaff?: Urgency | undefined;
  },
): Places {
  const at = rules.findIndex((rule) => holds(rule, situation));
  const rule = rules[at];
  const urgency = byStaff ?? moreUrgent(moreUrgent(situation.urgency, rule?.priority), atLeast);
  const { ladder = {} } = rule ?? {};
  const people = [...agents, ...(rule?.agent !== undefined ? [rule.agent] : [])];
  const named = rule ? [rule.department, ...(ladder.departments ?? [])] : byDefault.slice(0, 1);
  const rungs: Rung[] = [
    ...people.map((place) => ({ kind: 'person' as const, place })),
    ...named.map((place) => ({ kind: 'department' as const, place })),
    ...(ladder.onCall !== undefined ? [{ kind: 'on-call' as const, place: ladder.onCall }] : []),
    ...byDefault.map((place) => ({ kind: 'department' as const, place, spare: true as const })),
  ];
  const offers: Offer[] = [
    ...(ladder.appointment === false ? [] : ['appointment' as const]),
    ...(ladder.callBack === false ? [] : ['call-back' as const]),
  ];
  return {
    ...(rule ? { rule: rule.id ?? String(at + 1), department: rule.department } : {}),
    urgency,
    tags: rule?.tags ?? [],
    rungs: firstOfEach(rungs, called),
    offers: isPressing(urgency) ? [] : offers,
  };
}

function firstOfEach(rungs: readonly Rung[], called: (place: string) => string): Rung[] {
  const name = ({ kind, place }: Rung): string => (kind === 'person' ? `@${place}` : called(place));
  return rungs.filter((rung, at) => !rungs.slice(0, at).some((before) => name(before) === name(rung)));
}

/** An emergency goes elsewhere only by a rule that says so of emergencies. */
function holds(rule: RoutingRule, situation: Situation): boolean {
  const { specialty, disposition, urgency, ageYears, at } = situation;
  const isEmergency = disposition === 'emergency' || urgency === 'red';
  if (isEmergency && rule.disposition !== 'emergency' && !rule.urgencies?.includes('red')) return false;
  return (
    (rule.specialty === undefined || rule.specialty === specialty) &&
    (rule.disposition === undefined || rule.disposition === disposition) &&
    isAmong(rule.outcomes, situation.outcome) &&
    isAmong(rule.urgencies, urgency) &&
    isAmong(rule.municipalities, situation.municipality) &&
    isAmong(rule.languages, situation.language) &&
    isAmong(rule.channels, situation.channel) &&
    isOfAge(rule.age, ageYears) &&
    isThen(rule.when, at)
  );
}

const isAmong = (wanted: readonly string[] | undefined, told: string | undefined): boolean =>
  wanted === undefined || (told !== undefined && wanted.includes(told));

function isOfAge(age: RoutingRule['age'], years: number | undefined): boolean {
  if (!age) return true;
  return years !== undefined && years >= (age.from ?? 0) && Math.floor(years) <= (age.to ?? Infinity);
}

function isThen(when: RoutingRule['when'], at: string): boolean {
  if (!when) return true;
  const now = localTime(when.timeZone, at);
  if (!now || (when.days && !when.days.includes(weekdayOf(now.date)))) return false;
  return !when.open || when.open.some(({ from, to }) => from <= now.time && now.time < to);
}
