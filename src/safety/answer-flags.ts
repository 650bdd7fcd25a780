/**
 * The universal red flags of coded answers: concepts that alone are one, measurements past their threshold, combinations.
 * Thresholds after the reviewed concept list (settings/concepts.ts): temperature from 40 °C or below 35 °C; systolic pressure
 * below 90 mmHg; glucose below 54 mg/dL; breaths per minute from 60 under 2 months, from 50 to 11 months, from 40 to 5 years,
 * above 30 later; oxygen saturation below 90 %. From 90 to 94 % is "hospital today", which a pack says.
 */
import { conceptOf, concepts, type EmergencyCall } from '../../settings/concepts';
import type { AnswerScalar, Condition } from '../../settings/pack-condition';
import { ageInDays, daysPerYear } from './ages';
import { combinations, flagsRaised, from, under, underDays, yes, type FlagRule } from './combinations';
import type { Facts } from './truth';

export interface RedFlag {
  /** A concept of the universal list, or the id of a red flag that a pack adds. */
  concept: string;
  call: EmergencyCall;
}

const urgency: Readonly<Record<EmergencyCall, number>> = { '192': 0, '190': 1, '188': 2 };

/** The most urgent call first; in the order found where equally urgent. */
export function byUrgency(flags: readonly RedFlag[]): RedFlag[] {
  return [...flags].sort((a, b) => urgency[a.call] - urgency[b.call]);
}

/** The number to call for a flag: its own, else 192. */
export function callOf(concept: string): EmergencyCall {
  return conceptOf(concept)?.call ?? '192';
}

const breaths = (limit: number): Condition => ({ gte: ['breathing_rate', limit] });
const above30 = breaths(31);

const measurements: readonly FlagRule[] = [
  { flag: 'temperature', when: { gte: ['temperature', 40] } },
  { flag: 'temperature', when: { lt: ['temperature', 35] } },
  { flag: 'oxygen_saturation', when: { lt: ['oxygen_saturation', 90] } },
  { flag: 'blood_pressure_systolic', when: { lt: ['blood_pressure_systolic', 90] } },
  { flag: 'glucose', when: { lt: ['glucose', 54] } },
  {
    flag: 'breathing_rate',
    when: {
      any: [
        { all: [breaths(60), underDays(61)] },
        { all: [breaths(50), { not: underDays(61) }, under(1)] },
        { all: [breaths(40), from(1), under(6)] },
        { all: [above30, from(6)] },
      ],
    },
    // of an age nobody told as of an adult's, of an infant's as of the older ones'
    inDoubt: above30,
  },
];

/** Every universal rule over coded answers, one concept's after another. */
export const answerRules: readonly FlagRule[] = [
  ...Object.entries(concepts).flatMap(([flag, { call }]: [string, { call?: EmergencyCall }]) =>
    call ? [{ flag, when: yes(flag) }] : [],
  ),
  ...measurements,
  ...combinations,
];

/**
 * The universal red flags in coded answers.
 * @param answers by concept id: `true` (or `'yes'`), `false`, `'unknown'`, or a number in the concept's unit (°C, percent, mmHg,
 *   mg/dL, per minute; `age` in years, or `age_months`, `age_days`). What is not there is not known, and raises nothing.
 */
export function redFlagsOfAnswers(answers: Readonly<Record<string, AnswerScalar | undefined>>): RedFlag[] {
  const days = ageInDays({ days: answers['age_days'], months: answers['age_months'], years: answers['age'] });
  const range = (id: string): { least: number; most: number } | undefined => {
    const value = answers[id];
    if (id === 'age' && typeof value !== 'number') {
      const { age_days: inDays, age_months: months } = answers;
      // 12 months are a year; as whole days they would be a little less
      if (typeof inDays !== 'number' && typeof months === 'number')
        return { least: months / 12, most: months / 12 };
      return days && { least: days.least / daysPerYear, most: days.most / daysPerYear };
    }
    if (id === 'age_days') return days;
    return typeof value === 'number' ? { least: value, most: value } : undefined;
  };
  const facts: Facts = {
    is: (id) => {
      const value = answers[id];
      if (value === true || value === 'yes') return true;
      return value === false || value === 'no' ? false : undefined;
    },
    gte: (id, limit) => {
      const told = range(id);
      return !told ? undefined : told.least >= limit ? true : told.most < limit ? false : undefined;
    },
    lt: (id, limit) => {
      const told = range(id);
      return !told ? undefined : told.most < limit ? true : told.least >= limit ? false : undefined;
    },
  };
  return byUrgency(flagsRaised(answerRules, facts).map((concept) => ({ concept, call: callOf(concept) })));
}
