/** The days of a recurrence rule (RFC 5545), by rrule-temporal. Days are dates where the professional is: no zone takes part. Pure. */
import { RRuleTemporal } from 'rrule-temporal';
import type { OpeningRule } from '../../contract/appointment-events';

/** The library needs a constructor for what it gives; of days only the date is read. */
const temporal = { ZonedDateTime: { from: (text: string) => ({ timeZoneId: 'UTC', toString: () => text }) } };

const dayMs = 86_400_000;
const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function ruleOf({
  rrule,
  firstDay,
  lastDay,
}: OpeningRule): RRuleTemporal<ReturnType<typeof temporal.ZonedDateTime.from>> {
  const dtstart = `DTSTART:${firstDay.replaceAll('-', '')}T120000Z`;
  const until = lastDay === undefined ? '' : `;UNTIL=${lastDay.replaceAll('-', '')}T120000Z`;
  return new RRuleTemporal({ rruleString: `${dtstart}\nRRULE:${rrule}${until}`, temporal });
}

/** What days do not recur by, and what is told beside the rule. */
const notByDays =
  /(?:^|;)(?:FREQ=(?:HOURLY|MINUTELY|SECONDLY)|BYHOUR|BYMINUTE|BYSECOND|UNTIL|DTSTART|TZID|RSCALE)/i;

/** Files and calendars name few different rules, and each a thousand times. */
const mostKept = 2_000;
const kept = new Map<string, readonly string[]>();

function keptDays(rule: OpeningRule, fromDay: string, toDay: string): readonly string[] {
  const key = [rule.rrule, rule.firstDay, rule.lastDay ?? '', fromDay, toDay].join(' ');
  const known = kept.get(key);
  if (known) return known;
  const days = ruleOf(rule)
    .between(atNoon(fromDay), atNoon(toDay), true)
    .map((one) => one.toString().slice(0, 10));
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, days);
  return days;
}

/** @returns what is wrong with it, in English */
export function ruleProblem(rule: OpeningRule): string | undefined {
  if (notByDays.test(rule.rrule)) return 'a rule names days only, without UNTIL or times';
  if (/[\r\n]/.test(rule.rrule)) return 'a rule is one line';
  try {
    keptDays(rule, rule.firstDay, dayAfter(rule.firstDay, 400));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

const dayAfter = (day: string, days: number): string =>
  new Date(atNoon(day).getTime() + days * dayMs).toISOString().slice(0, 10);

/** @param toDay included @throws Error when `ruleProblem` tells one */
export function daysOf(rule: OpeningRule, fromDay: string, toDay: string): readonly string[] {
  const isOver = toDay < rule.firstDay || (rule.lastDay !== undefined && fromDay > rule.lastDay);
  return isOver ? [] : keptDays(rule, fromDay, toDay);
}
