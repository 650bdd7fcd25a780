/**
 * Concepts that are red flags only in company: the last column of the reviewed concept list, one row each. Of a text, all of it
 * must be said in one message; of coded answers, in one set. Source: settings/concepts.ts.
 */
import type { Condition } from '../../settings/pack-condition';
import { truthOfFacts, type Facts } from './truth';

export interface FlagRule {
  /** The concept under which the flag is raised. */
  flag: string;
  when: Condition;
  /** Raises the flag where `when` cannot be known. */
  inDoubt?: Condition;
}

export const yes = (concept: string): Condition => ({ is: [concept, true] });
const all = (...members: Array<string | Condition>): Condition => ({ all: members.map(part) });
const any = (...members: Array<string | Condition>): Condition => ({ any: members.map(part) });
const part = (member: string | Condition): Condition =>
  typeof member === 'string' ? (named[member] ?? yes(member)) : member;

/** 37.8 °C is fever, and whoever counts weeks is pregnant. */
const named: Readonly<Record<string, Condition>> = {
  fever: { any: [yes('fever'), { gte: ['temperature', 37.8] }] },
  pregnancy: { any: [yes('pregnancy'), { gte: ['gestational_weeks', 1] }] },
};

export const under = (years: number): Condition => ({ lt: ['age', years] });
export const from = (years: number): Condition => ({ gte: ['age', years] });
export const underDays = (days: number): Condition => ({ lt: ['age_days', days] });
/** Under 3 months. */
const youngest = underDays(90);
const infant = under(1);
/** `age_days` of a newborn, and some days more. */
const newborn = underDays(37);

const symptoms = [
  'headache',
  'chest_pain',
  'dyspnea',
  'visual_disturbance',
  'confusion',
  'dizziness',
  'nausea',
  'vomiting',
  'limb_weakness',
  'speech_trouble',
  'drowsiness',
  'fatigue',
  'palpitations',
  'sweating_cold',
  'fainting',
  'seizure',
  'chills',
];

const aroundBirth = any('pregnancy', 'postpartum');

export const combinations: readonly FlagRule[] = [
  // the list says cancer treatment: who has cancer now counts, as treatment is not always told; one that is over does not
  { flag: 'fever', when: all('fever', any('immunosuppression', 'cancer', 'sickle_cell', 'postpartum')) },
  // fever as it is told; of a measured one the limit at this age is the next rule's
  { flag: 'fever', when: all(yes('fever'), youngest), inDoubt: all(yes('fever'), infant) },
  {
    flag: 'temperature',
    when: all(youngest, any({ gte: ['temperature', 38] }, { lt: ['temperature', 35.5] })),
    inDoubt: all(infant, any({ gte: ['temperature', 38] }, { lt: ['temperature', 35.5] })),
  },
  { flag: 'self_harm', when: all('weapon_at_hand', 'suicidal_ideation') },
  { flag: 'self_harm', when: all('means_at_hand', 'suicidal_ideation') },
  { flag: 'stiff_neck', when: all('stiff_neck', 'fever') },
  { flag: 'petechiae', when: all('petechiae', 'fever') },
  // as the list has them: malaria and leptospirosis may turn grave within hours, and a chat cannot tell how far they are
  { flag: 'malaria_area', when: all('malaria_area', 'fever') },
  { flag: 'flood_or_rat_contact', when: all('flood_or_rat_contact', 'fever') },
  { flag: 'rash', when: all('rash', 'fever', 'stiff_neck') },
  // 2 to 6 weeks after COVID-19 a child's fever and rash may be the inflammatory syndrome
  {
    flag: 'rash',
    when: all(
      'rash',
      'fever',
      'covid_past',
      under(19),
      { gte: ['covid_weeks_ago', 2] },
      { lt: ['covid_weeks_ago', 7] },
    ),
    inDoubt: all('rash', 'fever', 'covid_past', under(19)),
  },
  { flag: 'bleeding_mucosal', when: all('bleeding_mucosal', any('fever', 'anticoagulant')) },
  { flag: 'bleeding_heavy', when: all('bleeding', 'anticoagulant') },
  { flag: 'vaginal_bleeding', when: all('bleeding', any('pregnancy', { gte: ['gestational_weeks', 1] })) },
  { flag: 'postpartum_bleeding', when: all(any('bleeding', 'bleeding_heavy'), 'postpartum') },
  { flag: 'animal_bite', when: yes('wild_animal_bite') },
  { flag: 'foreign_body_swallowed', when: yes('sharp_or_battery_swallowed') },
  { flag: 'sweating_cold', when: all('sweating_cold', any('chest_pain', 'abdominal_pain')) },
  {
    flag: 'head_injury',
    when: all('head_injury', any('fainting', 'vomiting', 'anticoagulant', 'drowsiness', 'confusion')),
  },
  { flag: 'head_injury', when: all('head_injury', any(under(2), from(65))) },
  {
    flag: 'injury',
    when: all('injury', any('bleeding_heavy', 'fainting', 'unresponsive')),
  },
  { flag: 'hives', when: all('hives', any('vomiting', 'dizziness')) },
  { flag: 'dehydration_signs', when: all('dehydration_signs', any(under(5), from(60))) },
  { flag: 'jaundice', when: all('jaundice', any('fever', 'pregnancy')) },
  { flag: 'jaundice', when: all('jaundice', newborn), inDoubt: all('jaundice', infant) },
  { flag: 'inconsolable_crying', when: all('inconsolable_crying', infant) },
  {
    flag: 'visual_disturbance',
    when: all('visual_disturbance', any('pregnancy', 'postpartum', 'substance_use')),
  },
  { flag: 'headache', when: all('headache', aroundBirth) },
  {
    flag: 'contractions',
    when: all('contractions', 'pregnancy', { lt: ['gestational_weeks', 37] }),
    inDoubt: all('contractions', 'pregnancy'),
  },
  {
    flag: 'possible_pregnancy',
    when: all('possible_pregnancy', any('abdominal_pain', 'fainting', 'bleeding', 'vaginal_bleeding')),
  },
  { flag: 'leg_swelling_one_side', when: all('leg_swelling_one_side', any('dyspnea', 'chest_pain')) },
  { flag: 'blood_pressure_systolic', when: all(aroundBirth, { gte: ['blood_pressure_systolic', 160] }) },
  { flag: 'blood_pressure_systolic', when: all(any(...symptoms), { gte: ['blood_pressure_systolic', 180] }) },
  { flag: 'blood_pressure_diastolic', when: all(aroundBirth, { gte: ['blood_pressure_diastolic', 110] }) },
  {
    flag: 'blood_pressure_diastolic',
    when: all(any(...symptoms), { gte: ['blood_pressure_diastolic', 120] }),
  },
  { flag: 'glucose', when: all(any(...symptoms), { lt: ['glucose', 70] }) },
  { flag: 'glucose', when: all(any('vomiting', 'drowsiness'), { gte: ['glucose', 300] }) },
  { flag: 'fall', when: all('fall', 'head_injury', from(60)) },
  {
    flag: 'heat_exposure',
    when: all('heat_exposure', any('confusion', 'fainting', 'seizure', { gte: ['temperature', 40] })),
  },
  {
    flag: 'postpartum',
    when: all(
      'postpartum',
      any('fever', 'headache', 'dyspnea', 'chest_pain', 'visual_disturbance', 'seizure'),
    ),
  },
  {
    flag: 'anticoagulant',
    when: all(
      'anticoagulant',
      any(
        'head_injury',
        'bleeding',
        'bleeding_mucosal',
        'bleeding_heavy',
        'vomiting_blood',
        'coughing_blood',
        'black_stool',
      ),
    ),
  },
  { flag: 'substance_use', when: all('substance_use', any('drowsiness', 'seizure', 'visual_disturbance')) },
  {
    flag: 'loss_of_appetite',
    when: all('loss_of_appetite', any('fever', 'cough'), any(under(5), from(60))),
  },
];

/** The flags of these rules that the facts raise. */
export function flagsRaised(rules: readonly FlagRule[], facts: Facts): string[] {
  const raised = new Set<string>();
  for (const { flag, when, inDoubt } of rules) {
    if (raised.has(flag)) continue;
    const truth = truthOfFacts(when, facts);
    if (truth === true || (truth === undefined && inDoubt && truthOfFacts(inDoubt, facts) === true))
      raised.add(flag);
  }
  return [...raised];
}
