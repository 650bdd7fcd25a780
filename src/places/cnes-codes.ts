/**
 * CNES' codes as the bot uses them. Source: CNES' tables of types of establishment (TP_UNIDADE) and of shifts (CO_TURNO_ATENDIMENTO),
 * Ministério da Saúde / DATASUS. What a type accepts is a default: clinicians correct it on the knowledge pages.
 */
import type { Facility } from '../../settings/places/facility';

export interface Care {
  kind: Facility['kind'];
  accepts: Facility['accepts'];
  programmes: string[];
}

const primary: Omit<Care, 'kind'> = {
  accepts: ['moderate', 'mild'],
  programmes: ['vaccination', 'tuberculosis', 'hansen', 'prenatal'],
};
const types: Readonly<Record<string, Care>> = {
  '01': { kind: 'health-post', ...primary },
  '02': { kind: 'primary-care', ...primary },
  '04': { kind: 'polyclinic', accepts: ['moderate', 'mild'], programmes: [] },
  '05': { kind: 'hospital', accepts: ['emergency', 'moderate'], programmes: [] },
  '07': { kind: 'specialised-hospital', accepts: [], programmes: [] },
  '15': { kind: 'primary-care', accepts: ['emergency', 'moderate', 'mild'], programmes: primary.programmes },
  '20': { kind: 'emergency-department', accepts: ['emergency', 'moderate'], programmes: [] },
  '21': { kind: 'emergency-department', accepts: [], programmes: [] },
  '36': { kind: 'specialty-clinic', accepts: [], programmes: [] },
  '39': { kind: 'diagnostics', accepts: [], programmes: [] },
  '43': { kind: 'pharmacy', accepts: [], programmes: ['pharmacy'] },
  '61': { kind: 'birth-centre', accepts: [], programmes: ['birth'] },
  '70': { kind: 'mental-health', accepts: ['moderate', 'mild'], programmes: ['mental-health'] },
  '72': { kind: 'indigenous-health', ...primary },
  '73': { kind: 'urgent-care', accepts: ['emergency', 'moderate'], programmes: [] },
  '85': { kind: 'immunisation', accepts: [], programmes: ['vaccination'] },
};
/** Administration, regulation, mobile units, home care and the like: nobody is sent there. */
const nowhereToGo = new Set([
  '22',
  '32',
  '40',
  '42',
  '50',
  '60',
  '62',
  '64',
  '67',
  '68',
  '69',
  '71',
  '74',
  '75',
  '76',
  '77',
  '78',
  '79',
  '80',
  '81',
  '82',
  '83',
  '84',
]);

/** `none` for what is no place to go to, undefined for a type that is not known. */
export function careOfType(code: string): Care | 'none' | undefined {
  const two = code.padStart(2, '0');
  return nowhereToGo.has(two) ? 'none' : types[two];
}

/** Only what is certain: round the clock. CNES' other shifts name parts of the day, not hours. */
export function hoursOf(shift: string, alwaysOpen: string): Facility['hours'] {
  return shift.padStart(2, '0') === '06' || alwaysOpen.toUpperCase() === 'S' || alwaysOpen === '1'
    ? [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]
    : undefined;
}
