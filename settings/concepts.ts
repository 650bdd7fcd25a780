/**
 * The clinical concepts the bot knows, by id: the universal list that packs, lexicons and red flags share.
 * `call` = the concept alone is a red flag, and whom to call. Threat to life 192 (SAMU), wish to die 188 (CVV), violence 190
 * (police); an attempt, or a wish to harm others, is a threat to life. Concepts without `call` may still be one
 * in company or past a threshold: src/safety/combinations.ts and thresholds.ts.
 * Source: the project's reviewed concept list (ids after ICPC-2 rubrics), after Ministry of Health protocols and WHO IMCI danger signs.
 */
export type EmergencyCall = '192' | '188' | '190';
export interface Concept {
  kind: 'yes-no' | 'number';
  unit?: string;
  call?: EmergencyCall;
}

const list = {
  fever: { kind: 'yes-no' },
  temperature: { kind: 'number', unit: 'celsius' },
  chills: { kind: 'yes-no' },
  cough: { kind: 'yes-no' },
  dyspnea: { kind: 'yes-no', call: '192' },
  cannot_complete_sentences: { kind: 'yes-no', call: '192' },
  cyanosis: { kind: 'yes-no', call: '192' },
  oxygen_saturation: { kind: 'number', unit: 'percent' },
  chest_pain: { kind: 'yes-no', call: '192' },
  sore_throat: { kind: 'yes-no' },
  runny_nose: { kind: 'yes-no' },
  headache: { kind: 'yes-no' },
  headache_sudden_worst: { kind: 'yes-no', call: '192' },
  retro_orbital_pain: { kind: 'yes-no' },
  myalgia: { kind: 'yes-no' },
  arthralgia: { kind: 'yes-no' },
  anosmia: { kind: 'yes-no' },
  ageusia: { kind: 'yes-no' },
  fatigue: { kind: 'yes-no' },
  bedridden: { kind: 'yes-no' },
  diarrhea: { kind: 'yes-no' },
  nausea: { kind: 'yes-no' },
  vomiting: { kind: 'yes-no' },
  persistent_vomiting: { kind: 'yes-no', call: '192' },
  vomits_everything: { kind: 'yes-no', call: '192' },
  cannot_drink_or_feed: { kind: 'yes-no', call: '192' },
  abdominal_pain: { kind: 'yes-no' },
  severe_abdominal_pain: { kind: 'yes-no', call: '192' },
  rash: { kind: 'yes-no' },
  itching: { kind: 'yes-no' },
  petechiae: { kind: 'yes-no' },
  bleeding_mucosal: { kind: 'yes-no' },
  vomiting_blood: { kind: 'yes-no', call: '192' },
  black_stool: { kind: 'yes-no', call: '192' },
  coughing_blood: { kind: 'yes-no', call: '192' },
  bleeding_heavy: { kind: 'yes-no', call: '192' },
  conjunctivitis: { kind: 'yes-no' },
  confusion: { kind: 'yes-no', call: '192' },
  drowsiness: { kind: 'yes-no', call: '192' },
  fainting: { kind: 'yes-no', call: '192' },
  seizure: { kind: 'yes-no', call: '192' },
  stiff_neck: { kind: 'yes-no' },
  face_droop: { kind: 'yes-no', call: '192' },
  limb_weakness: { kind: 'yes-no', call: '192' },
  speech_trouble: { kind: 'yes-no', call: '192' },
  vision_loss: { kind: 'yes-no', call: '192' },
  dizziness: { kind: 'yes-no' },
  palpitations: { kind: 'yes-no' },
  sweating_cold: { kind: 'yes-no' },
  swelling_face_tongue: { kind: 'yes-no', call: '192' },
  hives: { kind: 'yes-no' },
  back_pain: { kind: 'yes-no' },
  incontinence_new: { kind: 'yes-no', call: '192' },
  urinary_pain: { kind: 'yes-no' },
  no_urine: { kind: 'yes-no', call: '192' },
  pregnancy: { kind: 'yes-no' },
  vaginal_bleeding: { kind: 'yes-no', call: '192' },
  fluid_loss_pregnancy: { kind: 'yes-no', call: '192' },
  fewer_fetal_movements: { kind: 'yes-no', call: '192' },
  injury: { kind: 'yes-no' },
  head_injury: { kind: 'yes-no' },
  burn: { kind: 'yes-no' },
  animal_sting: { kind: 'yes-no', call: '192' },
  poisoning: { kind: 'yes-no', call: '192' },
  suicidal_ideation: { kind: 'yes-no', call: '188' },
  violence: { kind: 'yes-no', call: '190' },
  anxiety: { kind: 'yes-no' },
  stridor: { kind: 'yes-no', call: '192' },
  chest_indrawing: { kind: 'yes-no', call: '192' },
  diabetes: { kind: 'yes-no' },
  hypertension: { kind: 'yes-no' },
  heart_disease: { kind: 'yes-no' },
  lung_disease: { kind: 'yes-no' },
  asthma: { kind: 'yes-no' },
  kidney_disease: { kind: 'yes-no' },
  liver_disease: { kind: 'yes-no' },
  cancer: { kind: 'yes-no' },
  immunosuppression: { kind: 'yes-no' },
  obesity: { kind: 'yes-no' },
  sickle_cell: { kind: 'yes-no' },
  covid_contact: { kind: 'yes-no' },
  age: { kind: 'number', unit: 'years' },
  symptom_duration: { kind: 'number', unit: 'days' },
  unresponsive: { kind: 'yes-no', call: '192' },
  choking: { kind: 'yes-no', call: '192' },
  pale_cold_skin: { kind: 'yes-no', call: '192' },
  wheezing: { kind: 'yes-no' },
  breathing_rate: { kind: 'number', unit: 'per_minute' },
  loss_of_appetite: { kind: 'yes-no' },
  dehydration_signs: { kind: 'yes-no' },
  jaundice: { kind: 'yes-no' },
  inconsolable_crying: { kind: 'yes-no' },
  bulging_fontanelle: { kind: 'yes-no', call: '192' },
  visual_disturbance: { kind: 'yes-no' },
  contractions: { kind: 'yes-no' },
  gestational_weeks: { kind: 'number', unit: 'weeks' },
  possible_pregnancy: { kind: 'yes-no' },
  postpartum: { kind: 'yes-no' },
  postpartum_bleeding: { kind: 'yes-no', call: '192' },
  blood_pressure_systolic: { kind: 'number', unit: 'mmhg' },
  blood_pressure_diastolic: { kind: 'number', unit: 'mmhg' },
  glucose: { kind: 'number', unit: 'mg_dl' },
  fall: { kind: 'yes-no' },
  anticoagulant: { kind: 'yes-no' },
  saddle_numbness: { kind: 'yes-no', call: '192' },
  testicular_pain: { kind: 'yes-no', call: '192' },
  leg_swelling_one_side: { kind: 'yes-no' },
  burn_severe: { kind: 'yes-no', call: '192' },
  eye_injury: { kind: 'yes-no', call: '192' },
  electric_shock: { kind: 'yes-no', call: '192' },
  smoke_gas_inhalation: { kind: 'yes-no', call: '192' },
  heat_exposure: { kind: 'yes-no' },
  foreign_body_swallowed: { kind: 'yes-no' },
  animal_bite: { kind: 'yes-no' },
  self_harm: { kind: 'yes-no', call: '192' },
  harm_others: { kind: 'yes-no', call: '192' },
  hearing_voices: { kind: 'yes-no', call: '192' },
  substance_use: { kind: 'yes-no' },
  sexual_violence: { kind: 'yes-no', call: '190' },
  recent_vaccine: { kind: 'yes-no' },
  covid_past: { kind: 'yes-no' },
  covid_test_positive: { kind: 'yes-no' },
  malaria_area: { kind: 'yes-no' },
  flood_or_rat_contact: { kind: 'yes-no' },
  missed_dialysis: { kind: 'yes-no', call: '192' },
  hiv: { kind: 'yes-no' },
  smoking: { kind: 'yes-no' },
  // Not a symptom but a cry ("socorro", "é urgente"): a flag only when the message names no other one, so that nobody who
  // cries for help is asked to answer questions first.
  cry_for_help: { kind: 'yes-no', call: '192' },
  traffic_accident: { kind: 'yes-no', call: '192' },
  // With a wish to die it is an attempt about to happen (192, src/safety/combinations.ts); otherwise others are in danger: the police.
  weapon_at_hand: { kind: 'yes-no', call: '190' },
  // With a wish to die it is an attempt about to happen: pills laid out, a knife in the hand. By itself nothing.
  means_at_hand: { kind: 'yes-no' },
  // Not in the list by themselves: its rules name them as company of another concept.
  bleeding: { kind: 'yes-no' },
  wild_animal_bite: { kind: 'yes-no' },
  sharp_or_battery_swallowed: { kind: 'yes-no' },
} as const satisfies Record<string, Concept>;

export type ConceptId = keyof typeof list;
export const concepts: Readonly<Record<ConceptId, Concept>> = list;

/** The concept of this id, or undefined: also for names every object has ("constructor"). */
export function conceptOf(id: string): Concept | undefined {
  return Object.hasOwn(concepts, id) ? concepts[id as ConceptId] : undefined;
}

/** Alone or in company never a red flag, by the list: "acho que não" is believed of these. */
const harmless: ReadonlySet<string> = new Set(
  `chills cough sore_throat runny_nose headache retro_orbital_pain myalgia arthralgia anosmia ageusia fatigue
   bedridden diarrhea nausea vomiting abdominal_pain itching conjunctivitis dizziness palpitations hives
   back_pain urinary_pain pregnancy anxiety diabetes hypertension heart_disease lung_disease asthma
   kidney_disease liver_disease cancer immunosuppression obesity sickle_cell covid_contact age
   symptom_duration wheezing gestational_weeks recent_vaccine covid_past covid_test_positive hiv smoking`.split(
    /\s+/,
  ),
);

export function isHarmless(id: string): boolean {
  return harmless.has(id);
}
