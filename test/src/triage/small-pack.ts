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

export const source = { citation: 'made', at: 'p. 1' };

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
    use: 'patient',
    signatures: [],
    citations: { made: { title: 'made up', publisher: 'nobody', year: 2026 } },
    scope: { text: 'scope', when: { always: true } },
    parameters: {},
    redFlags: [],
    licence: 'MIT',
    questions,
    derived: {},
    table: [
      ...rows.map(([id, when, outcome]) => ({ id, when, outcome, unknown: 'blocks' as const, source })),
      { id: 'else', when: { always: true }, outcome: 'home', unknown: 'fails', source },
    ],
    outcomes: [
      {
        id: 'call',
        disposition: 'emergency',
        urgencyMinutes: 0,
        department: 'urgent',
        advice: 'call',
        safetyNet: 'call.net',
      },
      {
        id: 'see',
        disposition: 'moderate',
        urgencyMinutes: 720,
        department: 'general',
        advice: 'see',
        safetyNet: 'see.net',
      },
      {
        id: 'home',
        disposition: 'mild',
        urgencyMinutes: 2880,
        department: 'general',
        advice: 'home',
        safetyNet: 'home.net',
      },
    ],
    vitalUnknown: { outcome: 'see', source },
    ...more,
  };
}
