import type { Condition, Outcome, Pack, Question, Row } from '../../../src/triage/pack';
import { smallPack, source, yesNo } from './small-pack';

export const is = (id: string): Condition => ({ is: [id, true] });
export const open = { unknown: { allowed: true } } as const;

export const number = (id: string, min: number, max: number, more: Partial<Question> = {}): Question =>
  yesNo(id, { type: 'number', min, max, ...open, ...more });

const outcome = (id: string, disposition: Outcome['disposition'], urgencyMinutes: number): Outcome => ({
  id,
  disposition,
  urgencyMinutes,
  department: 'general',
  advice: `${id}.advice`,
  safetyNet: `${id}.net`,
});

export const outcomes = [
  outcome('now', 'emergency', 0),
  outcome('hospital', 'moderate', 60),
  outcome('today', 'moderate', 720),
  outcome('elsewhere', 'moderate', 1440),
  outcome('home', 'mild', 2880),
];

export const row = (id: string, when: Condition, ends: string, unknown: Row['unknown'] = 'blocks'): Row => ({
  id,
  when,
  outcome: ends,
  unknown,
  source,
});

/** A pack that triages: red flags of its own, a scope, infants, every kind of question. */
export function clinicPack(questions: Question[], rows: Row[], more: Partial<Pack> = {}): Pack {
  return {
    ...smallPack(questions, []),
    demonstration: false,
    table: [...rows, row('else', { always: true }, 'home', 'fails')],
    outcomes,
    redFlagOutcome: { outcome: 'now', source },
    outOfScope: { outcome: 'elsewhere', source },
    vitalUnknown: { outcome: 'today', source },
    ...more,
  };
}

export const clinic = clinicPack(
  [
    number('age', 0, 120, { kind: 'vital' }),
    number('age_months', 0, 23, { when: { lt: ['age', 2] } }),
    yesNo('dyspnea', { kind: 'vital', ...open }),
    yesNo('fever', open),
    yesNo('stiff_neck', open),
    number('oxygen_saturation', 50, 100, { when: is('cough') }),
    yesNo('cough', open),
    yesNo('pregnancy', { when: { gte: ['age', 12] }, unknown: { allowed: true, means: 'yes' } }),
    yesNo('diabetes', { unknown: { allowed: true, means: 'no' } }),
    yesNo('grey', open),
    yesNo('vaccinated', { kind: 'surveillance', ...open }),
    yesNo('doses', { kind: 'surveillance', when: is('vaccinated'), ...open }),
  ],
  [
    row('infant', { all: [{ lt: ['age_days', 90] }, is('cough')] }, 'hospital', 'holds'),
    row('low-oxygen', { lt: ['oxygen_saturation', 95] }, 'hospital', 'fails'),
    row('risk', { all: [is('fever'), { ref: 'at_risk' }] }, 'today'),
    row('cough-and-fever', { all: [is('cough'), is('fever')] }, 'today', 'holds'),
  ],
  {
    scope: { text: 'scope', when: { lt: ['age', 100] } },
    derived: { at_risk: { any: [{ gte: ['age', 60] }, is('pregnancy'), is('diabetes')] } },
    computed: { age_days: { formula: 'age-days', months: 'age_months', years: 'age', min: 0, max: 44_000 } },
    redFlags: [{ id: 'grey_and_coughing', when: { all: [is('grey'), is('cough')] }, call: '192', source }],
  },
);
