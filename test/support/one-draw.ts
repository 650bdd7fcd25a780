/**
 * Property tests draw anew in every run, so that over time they see more. With `ACOLHE_SEED=<integer>` they draw alike:
 * the gate judges the change, not the luck of a draw, and a failure is met again.
 */
import fc from 'fast-check';

const seed = Number(process.env['ACOLHE_SEED']);
if (!Number.isInteger(seed)) throw new Error('ACOLHE_SEED is a whole number');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
