import type { Condition, Pack, Question } from '../../../src/triage/pack';

export function yesNo(id: string, more: Partial<Question> = {}): Question {
  return {
    id,
    text: `q.${id}`,
    type: 'yes-no',
    kind: 'deciding',
    unknown: { allowed: true, means: 'no' },
    ...more,
  };
}

/** A pack as small as one can be: three outcomes, the rows given, and a last row that sends home. */
export function smallPack(
  questions: Question[],
  rows: Array<[string, Condition, string]>,
  more: Partial<Pack> = {},
): Pack {
  return {
    id: 'small',
    version: '1',
    status: 'draft',
    demonstration: true,
    validFrom: '2026-01-01',
    title: 'Small',
    notice: 'notice',
    source: 'made up',
    licence: 'MIT',
    questions,
    derived: {},
    table: [
      ...rows.map(([id, when, outcome]) => ({ id, when, outcome, source: 'made up' })),
      { id: 'else', when: { always: true }, outcome: 'home', source: 'made up' },
    ],
    outcomes: [
      { id: 'call', disposition: 'emergency', advice: 'call', safetyNet: 'call.net' },
      { id: 'see', disposition: 'moderate', advice: 'see', safetyNet: 'see.net' },
      { id: 'home', disposition: 'mild', advice: 'home', safetyNet: 'home.net' },
    ],
    vitalUnknown: { outcome: 'see', source: 'made up' },
    ...more,
  };
}
