/**
 * Concepts that are red flags only in company: the second column of the reviewed concept list, one row each. All of `all` and one of
 * `any` must be said in one message. Source: settings/concepts.ts.
 */
export interface Said {
  has(concept: string): boolean;
  /** Smallest and largest value said of a number, or undefined. */
  least(concept: string): number | undefined;
  most(concept: string): number | undefined;
}

interface Combination {
  flag: string;
  all?: readonly string[];
  any?: readonly string[];
  when?: (said: Said) => boolean;
}

const under =
  (years: number) =>
  (said: Said): boolean =>
    (said.least('age') ?? Infinity) < years;
const from =
  (years: number) =>
  (said: Said): boolean =>
    (said.most('age') ?? -Infinity) >= years;
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

export const combinations: readonly Combination[] = [
  { flag: 'fever', all: ['fever'], any: ['immunosuppression', 'cancer', 'sickle_cell', 'postpartum'] },
  { flag: 'self_harm', all: ['weapon_at_hand', 'suicidal_ideation'] },
  { flag: 'stiff_neck', all: ['stiff_neck', 'fever'] },
  { flag: 'petechiae', all: ['petechiae', 'fever'] },
  { flag: 'malaria_area', all: ['malaria_area', 'fever'] },
  { flag: 'flood_or_rat_contact', all: ['flood_or_rat_contact', 'fever'] },
  { flag: 'fever', all: ['fever'], when: under(0.25) },
  { flag: 'temperature', when: (said) => under(0.25)(said) && (said.most('temperature') ?? 0) >= 38 },
  { flag: 'rash', all: ['rash', 'fever', 'stiff_neck'] },
  { flag: 'bleeding_mucosal', all: ['bleeding_mucosal'], any: ['fever', 'anticoagulant'] },
  { flag: 'bleeding_heavy', all: ['bleeding', 'anticoagulant'] },
  { flag: 'vaginal_bleeding', all: ['bleeding', 'pregnancy'] },
  { flag: 'postpartum_bleeding', all: ['bleeding_heavy', 'postpartum'] },
  { flag: 'animal_bite', all: ['wild_animal_bite'] },
  { flag: 'foreign_body_swallowed', all: ['sharp_or_battery_swallowed'] },
  { flag: 'sweating_cold', all: ['sweating_cold'], any: ['chest_pain', 'abdominal_pain'] },
  {
    flag: 'head_injury',
    all: ['head_injury'],
    any: ['fainting', 'vomiting', 'anticoagulant', 'drowsiness', 'confusion'],
  },
  { flag: 'head_injury', all: ['head_injury'], when: (said) => under(2)(said) || from(65)(said) },
  { flag: 'hives', all: ['hives'], any: ['vomiting', 'dizziness'] },
  { flag: 'dehydration_signs', all: ['dehydration_signs'], when: (said) => under(5)(said) || from(60)(said) },
  { flag: 'jaundice', all: ['jaundice'], any: ['fever', 'pregnancy'] },
  { flag: 'jaundice', all: ['jaundice'], when: under(0.1) },
  { flag: 'inconsolable_crying', all: ['inconsolable_crying'], when: under(1) },
  {
    flag: 'visual_disturbance',
    all: ['visual_disturbance'],
    any: ['pregnancy', 'postpartum', 'substance_use'],
  },
  { flag: 'headache', all: ['headache'], any: ['pregnancy', 'postpartum'] },
  {
    flag: 'contractions',
    all: ['contractions', 'pregnancy'],
    when: (said) => (said.least('gestational_weeks') ?? 0) < 37,
  },
  {
    flag: 'possible_pregnancy',
    all: ['possible_pregnancy'],
    any: ['abdominal_pain', 'fainting', 'bleeding', 'vaginal_bleeding'],
  },
  { flag: 'leg_swelling_one_side', all: ['leg_swelling_one_side'], any: ['dyspnea', 'chest_pain'] },
  {
    flag: 'blood_pressure_systolic',
    any: ['pregnancy', 'postpartum'],
    when: (said) => (said.most('blood_pressure_systolic') ?? 0) >= 160,
  },
  {
    flag: 'blood_pressure_systolic',
    any: symptoms,
    when: (said) => (said.most('blood_pressure_systolic') ?? 0) >= 180,
  },
  {
    flag: 'blood_pressure_diastolic',
    any: ['pregnancy', 'postpartum'],
    when: (said) => (said.most('blood_pressure_diastolic') ?? 0) >= 110,
  },
  {
    flag: 'blood_pressure_diastolic',
    any: symptoms,
    when: (said) => (said.most('blood_pressure_diastolic') ?? 0) >= 120,
  },
  { flag: 'glucose', any: symptoms, when: (said) => (said.least('glucose') ?? Infinity) < 70 },
  { flag: 'glucose', any: ['vomiting', 'drowsiness'], when: (said) => (said.most('glucose') ?? 0) >= 300 },
  { flag: 'fall', all: ['fall', 'head_injury'], when: from(60) },
  { flag: 'substance_use', all: ['substance_use'], any: ['drowsiness', 'seizure', 'visual_disturbance'] },
  {
    flag: 'loss_of_appetite',
    all: ['loss_of_appetite'],
    any: ['fever', 'cough'],
    when: (said) => under(5)(said) || from(60)(said),
  },
];

/** The flags whose company is complete. */
export function combinedFlags(said: Said): string[] {
  const met = combinations.filter(
    (rule) =>
      (rule.all ?? []).every((concept) => said.has(concept)) &&
      (!rule.any || rule.any.some((concept) => said.has(concept))) &&
      (rule.when?.(said) ?? true),
  );
  return [...new Set(met.map((rule) => rule.flag))];
}
