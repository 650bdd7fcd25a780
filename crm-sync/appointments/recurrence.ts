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

/** @returns what is wrong with it, in English */
export function ruleProblem(rule: OpeningRule): string | undefined {
  if (notByDays.test(rule.rrule)) return 'a rule names days only, without UNTIL or times';
  if (/[\r\n]/.test(rule.rrule)) return 'a rule is one line';
  try {
    ruleOf(rule).between(
      atNoon(rule.firstDay),
      new Date(atNoon(rule.firstDay).getTime() + 400 * dayMs),
      true,
    );
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

/** @param toDay included @throws Error when `ruleProblem` tells one */
export function daysOf(rule: OpeningRule, fromDay: string, toDay: string): string[] {
  if (toDay < rule.firstDay || (rule.lastDay !== undefined && fromDay > rule.lastDay)) return [];
  return ruleOf(rule)
    .between(atNoon(fromDay), atNoon(toDay), true)
    .map((one) => one.toString().slice(0, 10));
}
