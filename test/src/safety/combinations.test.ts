import { concepts } from '../../../settings/concepts';
import { redFlagsOfAnswers } from '../../../src/safety/answer-flags';

type Told = Record<string, boolean | number>;
const raised = (told: Told): string[] => redFlagsOfAnswers(told).map(({ concept }) => concept);

/** What is there in company; a number is the least or greatest that counts. */
type Company = [flag: string, ...parts: (string | [concept: string, value: number])[]];

const pressure = (value: number): [string, number] => ['blood_pressure_systolic', value];
const diastolic = (value: number): [string, number] => ['blood_pressure_diastolic', value];
const symptoms = [
  ...['headache', 'chest_pain', 'dyspnea', 'visual_disturbance', 'confusion', 'dizziness', 'nausea'],
  ...['vomiting', 'limb_weakness', 'speech_trouble', 'drowsiness', 'fatigue', 'palpitations'],
  ...['sweating_cold', 'fainting', 'seizure', 'chills'],
];

const companies: Company[] = [
  ...['immunosuppression', 'cancer', 'sickle_cell', 'postpartum'].map((who): Company => [
    'fever',
    'fever',
    who,
  ]),
  ['fever', ['temperature', 37.8], 'cancer'],
  ['fever', 'fever', ['age_days', 89]],
  ['temperature', ['temperature', 38], ['age_days', 89]],
  ['temperature', ['temperature', 35.4], ['age_days', 89]],
  ['stiff_neck', 'stiff_neck', 'fever'],
  ['stiff_neck', 'stiff_neck', ['temperature', 37.8]],
  ['petechiae', 'petechiae', 'fever'],
  ['malaria_area', 'malaria_area', 'fever'],
  ['flood_or_rat_contact', 'flood_or_rat_contact', 'fever'],
  ['rash', 'rash', 'fever', 'stiff_neck'],
  ['rash', 'rash', 'fever', 'covid_past', ['age', 18]],
  ['bleeding_mucosal', 'bleeding_mucosal', 'fever'],
  ['bleeding_mucosal', 'bleeding_mucosal', 'anticoagulant'],
  ['bleeding_heavy', 'bleeding', 'anticoagulant'],
  ['vaginal_bleeding', 'bleeding', 'pregnancy'],
  ['vaginal_bleeding', 'bleeding', ['gestational_weeks', 1]],
  ['postpartum_bleeding', 'bleeding_heavy', 'postpartum'],
  ['animal_bite', 'wild_animal_bite'],
  ['foreign_body_swallowed', 'sharp_or_battery_swallowed'],
  ['self_harm', 'weapon_at_hand', 'suicidal_ideation'],
  ['self_harm', 'means_at_hand', 'suicidal_ideation'],
  ['sweating_cold', 'sweating_cold', 'chest_pain'],
  ['sweating_cold', 'sweating_cold', 'abdominal_pain'],
  ...['fainting', 'vomiting', 'anticoagulant', 'drowsiness', 'confusion'].map((sign): Company => [
    'head_injury',
    'head_injury',
    sign,
  ]),
  ['head_injury', 'head_injury', ['age', 1.9]],
  ['head_injury', 'head_injury', ['age', 65]],
  ...['bleeding_heavy', 'fainting', 'unresponsive'].map((sign): Company => ['injury', 'injury', sign]),
  ['hives', 'hives', 'vomiting'],
  ['hives', 'hives', 'dizziness'],
  ['dehydration_signs', 'dehydration_signs', ['age', 4]],
  ['dehydration_signs', 'dehydration_signs', ['age', 60]],
  ['jaundice', 'jaundice', 'fever'],
  ['jaundice', 'jaundice', 'pregnancy'],
  ['jaundice', 'jaundice', ['gestational_weeks', 1]],
  ['jaundice', 'jaundice', ['age_days', 36]],
  ['jaundice', 'jaundice', ['age', 0]],
  ['inconsolable_crying', 'inconsolable_crying', ['age_months', 11]],
  ...['pregnancy', 'postpartum', 'substance_use'].map((who): Company => [
    'visual_disturbance',
    'visual_disturbance',
    who,
  ]),
  ['headache', 'headache', 'pregnancy'],
  ['headache', 'headache', 'postpartum'],
  ['contractions', 'contractions', 'pregnancy'],
  ['contractions', 'contractions', ['gestational_weeks', 36]],
  ...['abdominal_pain', 'fainting', 'bleeding', 'vaginal_bleeding'].map((sign): Company => [
    'possible_pregnancy',
    'possible_pregnancy',
    sign,
  ]),
  ['leg_swelling_one_side', 'leg_swelling_one_side', 'dyspnea'],
  ['leg_swelling_one_side', 'leg_swelling_one_side', 'chest_pain'],
  ['blood_pressure_systolic', 'pregnancy', pressure(160)],
  ['blood_pressure_systolic', 'postpartum', pressure(160)],
  ['blood_pressure_diastolic', 'pregnancy', diastolic(110)],
  ['blood_pressure_diastolic', 'postpartum', diastolic(110)],
  ...symptoms.map((symptom): Company => ['blood_pressure_systolic', symptom, pressure(180)]),
  ...symptoms.map((symptom): Company => ['blood_pressure_diastolic', symptom, diastolic(120)]),
  ...symptoms.map((symptom): Company => ['glucose', symptom, ['glucose', 69]]),
  ['glucose', 'vomiting', ['glucose', 300]],
  ['glucose', 'drowsiness', ['glucose', 300]],
  ['fall', 'fall', 'head_injury', ['age', 60]],
  ...['confusion', 'fainting', 'seizure'].map((sign): Company => ['heat_exposure', 'heat_exposure', sign]),
  ['heat_exposure', 'heat_exposure', ['temperature', 40]],
  ...['fever', 'headache', 'dyspnea', 'chest_pain', 'visual_disturbance', 'seizure'].map((sign): Company => [
    'postpartum',
    'postpartum',
    sign,
  ]),
  ...[
    'head_injury',
    'bleeding',
    'bleeding_mucosal',
    'bleeding_heavy',
    'vomiting_blood',
    'coughing_blood',
  ].map((sign): Company => ['anticoagulant', 'anticoagulant', sign]),
  ['anticoagulant', 'anticoagulant', 'black_stool'],
  ...['drowsiness', 'seizure', 'visual_disturbance'].map((sign): Company => [
    'substance_use',
    'substance_use',
    sign,
  ]),
  ...['fever', 'cough'].flatMap((sign): Company[] => [
    ['loss_of_appetite', 'loss_of_appetite', sign, ['age', 4]],
    ['loss_of_appetite', 'loss_of_appetite', sign, ['age', 60]],
  ]),
];

const toldOf = (parts: readonly (string | [string, number])[]): Told =>
  Object.fromEntries(parts.map((part) => (typeof part === 'string' ? [part, true] : part)));
const named = (parts: readonly (string | [string, number])[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.join(' '))).join(', ');

describe('A red flag only in company', () => {
  it.each(companies.map(([flag, ...parts]) => ({ flag, parts, what: named(parts) })))(
    'Given $what Then $flag is raised, and by no part of it alone',
    ({ flag, parts }) => {
      expect(raised(toldOf(parts))).toContain(flag);
      for (const part of parts) {
        const others = parts.filter((one) => one !== part);
        expect([part, raised(toldOf(others))]).not.toEqual([part, expect.arrayContaining([flag])]);
      }
    },
  );

  it.each<[string, string, Told]>([
    ['a temperature below fever', 'stiff_neck', { stiff_neck: true, temperature: 37.7 }],
    ['fever from 3 months', 'fever', { fever: true, age_days: 90 }],
    ['35.5 °C of a small infant', 'temperature', { temperature: 35.5, age_days: 30 }],
    [
      'fever and rash after COVID-19 of an adult',
      'rash',
      { rash: true, fever: true, covid_past: true, age: 19 },
    ],
    ['a head injury at 2', 'head_injury', { head_injury: true, age: 2 }],
    ['a head injury at 64', 'head_injury', { head_injury: true, age: 64 }],
    ['signs of dehydration at 5', 'dehydration_signs', { dehydration_signs: true, age: 5 }],
    ['signs of dehydration at 59', 'dehydration_signs', { dehydration_signs: true, age: 59 }],
    ['jaundice from 37 days', 'jaundice', { jaundice: true, age_days: 37 }],
    ['crying at 12 months', 'inconsolable_crying', { inconsolable_crying: true, age_months: 12 }],
    ['contractions from week 37', 'contractions', { contractions: true, gestational_weeks: 37 }],
    [
      'pressure of 159 in pregnancy',
      'blood_pressure_systolic',
      { pregnancy: true, blood_pressure_systolic: 159 },
    ],
    [
      'diastolic 109 in pregnancy',
      'blood_pressure_diastolic',
      { pregnancy: true, blood_pressure_diastolic: 109 },
    ],
    ['179 with a symptom', 'blood_pressure_systolic', { nausea: true, blood_pressure_systolic: 179 }],
    [
      'diastolic 119 with a symptom',
      'blood_pressure_diastolic',
      { nausea: true, blood_pressure_diastolic: 119 },
    ],
    ['glucose of 70 with a symptom', 'glucose', { nausea: true, glucose: 70 }],
    ['glucose of 299 and vomiting', 'glucose', { vomiting: true, glucose: 299 }],
    ['a fall at 59', 'fall', { fall: true, head_injury: true, age: 59 }],
    ['heat and 39.9 °C', 'heat_exposure', { heat_exposure: true, temperature: 39.9 }],
    ['no appetite and cough at 5', 'loss_of_appetite', { loss_of_appetite: true, cough: true, age: 5 }],
    ['no appetite and cough at 59', 'loss_of_appetite', { loss_of_appetite: true, cough: true, age: 59 }],
    ['week 0', 'vaginal_bleeding', { bleeding: true, gestational_weeks: 0 }],
  ])('Given %s, just outside the limit, Then no %s', (_what, flag, told) => {
    expect(raised(told)).not.toContain(flag);
  });
});

describe('A measured value alone', () => {
  it.each<[string, number, Told, boolean]>([
    ['temperature', 40, {}, true],
    ['temperature', 39.9, {}, false],
    ['temperature', 35, {}, false],
    ['temperature', 34.9, {}, true],
    ['oxygen_saturation', 89, {}, true],
    ['oxygen_saturation', 90, {}, false],
    ['blood_pressure_systolic', 89, {}, true],
    ['blood_pressure_systolic', 90, {}, false],
    ['glucose', 53, {}, true],
    ['glucose', 54, {}, false],
    ['breathing_rate', 60, { age_days: 60 }, true],
    ['breathing_rate', 59, { age_days: 60 }, false],
    ['breathing_rate', 50, { age_days: 61 }, true],
    ['breathing_rate', 49, { age_days: 61 }, false],
    ['breathing_rate', 50, { age_months: 11 }, true],
    ['breathing_rate', 40, { age_months: 12 }, true],
    ['breathing_rate', 39, { age_months: 12 }, false],
    ['breathing_rate', 40, { age: 5 }, true],
    ['breathing_rate', 39, { age: 5 }, false],
    ['breathing_rate', 31, { age: 6 }, true],
    ['breathing_rate', 30, { age: 6 }, false],
    ['breathing_rate', 31, {}, true],
    ['breathing_rate', 30, {}, false],
  ])('%s %d %j: red flag %j', (concept, value, told, expected) => {
    expect(raised({ ...told, [concept]: value }).includes(concept)).toBe(expected);
  });
});

describe('A symptom that alone is a red flag', () => {
  const calls = Object.entries(concepts).flatMap(([id, concept]) =>
    'call' in concept ? [[id, concept.call] as const] : [],
  );

  it.each(calls)('%s calls %s when said, and nothing when denied or unknown', (id, call) => {
    expect(redFlagsOfAnswers({ [id]: 'yes' })).toEqual([{ concept: id, call }]);
    for (const value of [false, 'no', 'unknown', undefined])
      expect(redFlagsOfAnswers({ [id]: value })).toEqual([]);
  });

  it('Given several Then the most urgent call comes first', () => {
    const flags = redFlagsOfAnswers({ suicidal_ideation: true, violence: true, dyspnea: true });
    expect(flags.map(({ call }) => call)).toEqual(['192', '190', '188']);
  });
});
