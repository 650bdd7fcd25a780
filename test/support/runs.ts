/**
 * How often a property is tried: enough to notice a fault at each change. `ACOLHE_RUNS=20 npm test -- unit` tries all of
 * them twenty times as often.
 */
const times = Number(process.env['ACOLHE_RUNS'] ?? 1);
if (!(times > 0)) throw new Error('ACOLHE_RUNS: must be a number above 0');

export const runs = (numRuns: number): { numRuns: number } => ({ numRuns: Math.ceil(numRuns * times) });
