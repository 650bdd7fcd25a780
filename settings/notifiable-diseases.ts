/**
 * Diseases whose named cases an epidemiologist may see in an investigation, and what of ours counts as a suspected case.
 *
 * The list is Brazil's national list of compulsory notification: Portaria de Consolidação GM/MS nº 4 of 28 September
 * 2017, Annex V, Annex 1. Each entry names the ordinance that put it there. Only diseases that a protocol pack of this product
 * screens for are here: what no pack recognises has no cases to show. Codes: ICD-10 (CID-10), WHO, as used in Brazil.
 */
import type { Language } from '../contract/event';

/** A decision counts when it came from this pack, with one of these outcomes. */
export interface CaseDefinition {
  pack: string;
  outcomes: readonly string[];
  /** And, when given, with at least one of these answers being yes. */
  withFinding?: readonly string[];
}

export interface NotifiableDisease {
  id: string;
  /** ICD-10 categories. */
  icd10: readonly string[];
  names: Record<Language, string>;
  source: string;
  /** Suspected cases: screening confirms nothing. */
  cases: readonly CaseDefinition[];
}

export const notifiableDiseases: readonly NotifiableDisease[] = [
  {
    id: 'covid-19',
    // U07.1 virus identified, U07.2 virus not identified: WHO emergency codes of 2020.
    icd10: ['U07.1', 'U07.2'],
    names: { 'pt-BR': 'Covid-19', en: 'COVID-19', es: 'COVID-19' },
    source:
      'Portaria de Consolidação GM/MS nº 4/2017, Anexo V, Anexo 1, as amended by Portaria GM/MS nº 1.102 of 13 May 2022 (adds COVID-19)',
    cases: [
      // síndrome gripal, or a positive test
      { pack: 'respiratory', outcomes: ['home_flu', 'home_positive'] },
      // What needs to be seen, and an emergency, may be another illness: with a respiratory sign or a positive test.
      {
        pack: 'respiratory',
        outcomes: ['see_within_day', 'see_today', 'hospital_today', 'human_check', 'emergency_now'],
        withFinding: ['cough', 'sore_throat', 'runny_nose', 'anosmia', 'ageusia', 'covid_test_positive'],
      },
      {
        pack: 'fr-covid-2020',
        outcomes: [
          'consultation_surveillance_1',
          'consultation_surveillance_2',
          'consultation_surveillance_3',
          'consultation_surveillance_4',
        ],
      },
      // The emergency outcome follows from breathlessness or not being able to feed, whatever the cause.
      {
        pack: 'fr-covid-2020',
        outcomes: ['SAMU'],
        withFinding: ['cough', 'agueusia_anosmia', 'sore_throat_aches'],
      },
    ],
  },
];

export function notifiableDisease(id: string): NotifiableDisease | undefined {
  return notifiableDiseases.find((disease) => disease.id === id);
}
