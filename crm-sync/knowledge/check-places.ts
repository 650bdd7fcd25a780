/** What the shape of rules and hours does not say: names that are nowhere, rules that are never reached. Pure. */
import type { DepartmentHours, RoutingRule, RoutingRules } from '../../contract/knowledge';
import { municipalityOf } from '../../settings/places/municipalities';
import type { PartProblem } from '../../src/knowledge/check-parts';
import { knowsMunicipality, knowsState, stateOfMunicipality } from './holidays';

const problem = (at: string, code: string, message: string): PartProblem => ({ at, code, message });

const isZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
};

const zoneProblem = (at: string, zone: string | undefined): PartProblem[] =>
  zone === undefined || isZone(zone) ? [] : [problem(at, 'unknown-zone', `${zone} is no time zone`)];

export function routingProblems(rules: RoutingRules): PartProblem[] {
  return rules.flatMap((rule, at) => {
    const { municipalities = [], when, ladder } = rule;
    const nowhere = municipalities.flatMap((code, place) =>
      municipalityOf(code)
        ? []
        : [problem(`${at}.municipalities.${place}`, 'unknown-municipality', `${code} is no municipality`)],
    );
    const others = [...(ladder?.departments ?? []), ...(ladder?.onCall !== undefined ? [ladder.onCall] : [])];
    const repeated = others.find((one, i) => one === rule.department || others.indexOf(one) < i);
    const before = rules.slice(0, at).findIndex((other) => covers(other, rule));
    return [
      ...nowhere,
      ...zoneProblem(`${at}.when.timeZone`, when?.timeZone),
      ...(repeated !== undefined
        ? [problem(`${at}.ladder`, 'rung-repeated', `${repeated} stands on the ladder twice`)]
        : []),
      ...(before >= 0
        ? [problem(`${at}`, 'rule-unreachable', `rule ${before + 1} holds wherever this one does`)]
        : []),
    ];
  });
}

const lists = ['outcomes', 'urgencies', 'municipalities', 'languages', 'channels'] as const;

/** Does the first hold of everybody of whom the second holds? Where that is not certain, no. */
function covers(first: RoutingRule, second: RoutingRule): boolean {
  const reaches = (rule: RoutingRule): boolean =>
    rule.disposition === 'emergency' || (rule.urgencies?.includes('red') ?? false);
  if (reaches(second) && !reaches(first)) return false;
  const same = (name: 'specialty' | 'disposition'): boolean =>
    first[name] === undefined || first[name] === second[name];
  const within = (name: (typeof lists)[number]): boolean => {
    const [wide, narrow] = [first[name] as string[] | undefined, second[name] as string[] | undefined];
    return wide === undefined || (narrow !== undefined && narrow.every((one) => wide.includes(one)));
  };
  const { age, when } = first;
  const ages =
    !age ||
    (second.age !== undefined &&
      (second.age.from ?? 0) >= (age.from ?? 0) &&
      (second.age.to ?? 150) <= (age.to ?? 150));
  const times = !when || JSON.stringify(when) === JSON.stringify(second.when);
  return same('specialty') && same('disposition') && lists.every(within) && ages && times;
}

export function hoursProblems(hours: DepartmentHours): PartProblem[] {
  return hours.flatMap(({ timeZone, calendar, holidays }, at) => {
    const { state, municipality } = calendar ?? {};
    const dates = holidays.map(({ date }) => date);
    const twice = dates.findIndex((date, i) => dates.indexOf(date) < i);
    const elsewhere = municipality !== undefined && state !== undefined && knowsMunicipality(municipality);
    return [
      ...zoneProblem(`${at}.timeZone`, timeZone),
      ...(state !== undefined && !knowsState(state)
        ? [problem(`${at}.calendar.state`, 'unknown-state', `${state} is no state of Brazil`)]
        : []),
      ...(municipality !== undefined && !knowsMunicipality(municipality)
        ? [
            problem(
              `${at}.calendar.municipality`,
              'unknown-calendar',
              `no days of ${municipality} are known: leave it out and write them under holidays`,
            ),
          ]
        : []),
      ...(elsewhere && stateOfMunicipality(municipality) !== state
        ? [problem(`${at}.calendar.municipality`, 'other-state', `${municipality} is not in ${state}`)]
        : []),
      ...(twice >= 0
        ? [problem(`${at}.holidays.${twice}.date`, 'date-repeated', `${dates[twice]} occurs twice`)]
        : []),
    ];
  });
}
