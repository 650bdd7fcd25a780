/**
 * Numbers that, said in free text, alone are red flags (settings/concepts.ts names their source): temperature from 40 °C or down to 35 °C, oxygen saturation
 * below 90 % (90 to 94 means hospital today, which the protocols say; a normal value never reassures), systolic pressure below 90 mmHg, more than 30 breaths per minute (the adult threshold; infants' higher ones are the packs'),
 * glucose below 54 mg/dL (level 2 hypoglycaemia of the American Diabetes Association's Standards of Care: act at once, symptoms or not).
 */
export function isBeyondThreshold(concept: string, value: number): boolean {
  switch (concept) {
    case 'temperature':
      return value >= 40 || value <= 35;
    case 'oxygen_saturation':
      return value < 90;
    case 'blood_pressure_systolic':
      return value < 90;
    case 'breathing_rate':
      return value > 30;
    case 'glucose':
      return value < 54;
    default:
      return false;
  }
}
