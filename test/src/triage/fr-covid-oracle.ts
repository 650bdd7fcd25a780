/**
 * The French algorithm of 2020-05-10 once more, as plain code written from its published table and not from the pack,
 * so that pack and evaluator can be compared with something that shares nothing with them.
 */
import * as fc from 'fast-check';
import type { AnswerScalar } from '../../../src/triage/pack';

export interface FullAnswers {
  [id: string]: AnswerScalar;
  age_range: string;
  imc: number;
  temperature_cat: string;
  pregnant: string;
}

/** All that the algorithm knows of one person, in the pack's vocabulary. `'unknown'` only where the form has 999. */
export const fullAnswers: fc.Arbitrary<FullAnswers> = fc
  .record({
    age_range: fc.constantFrom(
      'inf_15',
      'from_15_to_49',
      'from_50_to_64',
      'sup_65',
      'from_15_to_49',
      'from_50_to_64',
    ),
    imc: fc.constantFrom(10, 22, 29.2, 29.99, 30, 31.9, 70, 18, 25),
    feeding_day: rarely(),
    breathlessness: rarely(),
    temperature_cat: fc.constantFrom('inf_35.5', '35.5-37.7', '37.8-38.9', 'sup_39', 'NSP', '35.5-37.7'),
    tiredness: fc.boolean(),
    tiredness_details: fc.boolean(),
    cough: fc.boolean(),
    agueusia_anosmia: fc.boolean(),
    sore_throat_aches: fc.boolean(),
    diarrhea: fc.boolean(),
    diabetes: rarely(),
    cancer: rarely(),
    breathing_disease: rarely(),
    kidney_disease: rarely(),
    liver_disease: rarely(),
    pregnant: fc.constantFrom('no', 'not_applicable', 'no', 'not_applicable', 'yes'),
    sickle_cell: rarely(),
    heart_disease: fc.constantFrom(false, false, false, false, false, true, 'unknown'),
    immunosuppressant_disease: fc.constantFrom(false, false, 'unknown', 'unknown', true),
    immunosuppressant_drug: fc.constantFrom(false, false, 'unknown', 'unknown', true),
  })
  // Nobody is bedridden from tiredness without being tired.
  .map((row) => ({ ...row, tiredness_details: row.tiredness && row.tiredness_details }));

/** So that all rows of the table are reached about equally often, not only those at its top. */
function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 9 }).map((value) => value === 9);
}

export function oracle(row: FullAnswers): string {
  const yes = (name: string): boolean => row[name] === true;
  if (row.age_range === 'inf_15') return 'less_15';
  if (yes('feeding_day') || yes('breathlessness')) return 'SAMU';

  const fever = ['inf_35.5', 'sup_39', 'NSP'].includes(row.temperature_cat);
  const minor = Number(fever) + Number(yes('tiredness_details'));
  const signs = ['cough', 'sore_throat_aches', 'agueusia_anosmia'].filter(yes).length;
  const prognostic =
    row.age_range === 'sup_65' ||
    row.imc >= 30 ||
    yes('heart_disease') ||
    row.heart_disease === 'unknown' ||
    row.pregnant === 'yes' ||
    [
      'diabetes',
      'cancer',
      'breathing_disease',
      'kidney_disease',
      'liver_disease',
      'sickle_cell',
      'immunosuppressant_disease',
      'immunosuppressant_drug',
    ].some(yes);

  if (fever && yes('cough')) {
    if (!prognostic) return 'consultation_surveillance_3';
    return minor < 2 ? 'consultation_surveillance_4' : 'consultation_surveillance_2';
  }
  if (fever || yes('diarrhea') || signs >= 2) {
    if (prognostic) return minor < 2 ? 'consultation_surveillance_1' : 'consultation_surveillance_2';
    return minor === 0 && row.age_range === 'from_15_to_49'
      ? 'consultation_surveillance_3'
      : 'consultation_surveillance_1';
  }
  if (signs === 1) return prognostic ? 'consultation_surveillance_4' : 'consultation_surveillance_3';
  return 'surveillance';
}
