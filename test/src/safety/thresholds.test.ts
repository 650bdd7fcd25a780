import { isBeyondThreshold } from '../../../src/safety/thresholds';

describe('Given a number said in free text', () => {
  it.each<[concept: string, beyond: number[], within: number[]]>([
    ['temperature', [40, 41.5, 35, 34.2], [39.9, 35.1, 36.5]],
    ['oxygen_saturation', [89, 80], [90, 94, 99]],
    ['blood_pressure_systolic', [89, 60], [90, 120, 190]],
    ['breathing_rate', [31, 50], [30, 12]],
    ['glucose', [53, 20], [54, 90, 500]],
    ['age', [], [0, 40, 100]],
  ])('%s is a red flag past its threshold only', (concept, beyond, within) => {
    for (const value of beyond) expect([value, isBeyondThreshold(concept, value)]).toEqual([value, true]);
    for (const value of within) expect([value, isBeyondThreshold(concept, value)]).toEqual([value, false]);
  });
});
