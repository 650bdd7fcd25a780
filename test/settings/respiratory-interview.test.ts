import * as fc from 'fast-check';
import { languages } from '../../contract/event';
import { packs, packText } from '../../settings/packs';
import { evaluate, type Decided } from '../../src/triage/evaluate';
import type { AnswerScalar } from '../../src/triage/pack';

const pack = packs['respiratory']!;
const kinds = new Map(pack.questions.map(({ id, kind }) => [id, kind]));
type Told = Record<string, AnswerScalar>;

/** Asks until the decision; what `truth` does not say is answered no, a number with "I don't know". */
function interview(told: Told, truth: Told): { asked: string[]; decided: Decided } {
  const answers: Told = { ...told };
  const asked: string[] = [];
  for (;;) {
    const next = evaluate(pack, answers);
    if (next.kind === 'decided') return { asked, decided: next };
    const { id, type } = next.question;
    expect(asked).not.toContain(id);
    asked.push(id);
    answers[id] = truth[id] ?? (type === 'yes-no' ? false : 'unknown');
  }
}

const deciding = (asked: readonly string[]): string[] =>
  asked.filter((id) => kinds.get(id) !== 'surveillance');
const danger = ['dyspnea', 'chest_pain', 'cyanosis', 'confusion'];

const mildAdult = fc
  .record({
    // Below 20, COVID in the last weeks decides too, and is one more question.
    age: fc.integer({ min: 20, max: 59 }),
    symptom_duration: fc.integer({ min: 1, max: 3 }),
    temperature: fc.integer({ min: 378, max: 384 }).map((tenths) => tenths / 10),
    signs: fc.subarray(['fever', 'cough', 'runny_nose', 'sore_throat'], { minLength: 1 }),
  })
  .filter(({ signs }) => signs.some((sign) => sign !== 'fever'))
  // fever and a sore throat without cough or cold: somebody looks at the throat
  .filter(({ signs }) => !['fever', 'sore_throat'].every((sign) => signs.includes(sign)) || signs.length > 2);

describe('Given an adult with a cold or flu and nothing more', () => {
  it('When they write what they feel and since when, Then it takes at most 12 questions, danger signs first', () => {
    fc.assert(
      fc.property(mildAdult, ({ age, symptom_duration, temperature, signs }) => {
        const felt = Object.fromEntries(signs.map((sign) => [sign, true]));
        const fever: Told = signs.includes('fever') ? { temperature } : {};
        const { asked, decided } = interview({ ...felt, symptom_duration }, { ...felt, ...fever, age });
        expect(decided.outcome.disposition).toBe('mild');
        expect(deciding(asked).length).toBeLessThanOrEqual(12);
        expect(asked.slice(0, 5)).toEqual(['age', ...danger]);
      }),
    );
  });

  it('When one danger sign is there, Then nothing is asked after it', () => {
    fc.assert(
      fc.property(mildAdult, fc.constantFrom(...danger), ({ age, symptom_duration, signs }, sign) => {
        const felt = Object.fromEntries(signs.map((item) => [item, true]));
        const { asked, decided } = interview({ ...felt, symptom_duration }, { ...felt, age, [sign]: true });
        expect(decided.outcome.id).toBe('emergency_now');
        expect(asked.at(-1)).toBe(sign);
      }),
    );
  });

  it('When a danger sign cannot be known, Then they are never sent home', () => {
    fc.assert(
      fc.property(mildAdult, fc.constantFrom('age', ...danger), ({ age, symptom_duration, signs }, sign) => {
        const felt = Object.fromEntries(signs.map((item) => [item, true]));
        const { decided } = interview(
          { ...felt, symptom_duration },
          { ...felt, age, temperature: 38, [sign]: 'unknown' },
        );
        expect(decided.outcome.disposition).not.toBe('mild');
      }),
    );
  });
});

it.each([
  ['home_flu', 'isolation_days'],
  ['home_positive', 'isolation_days'],
  ['contact_watch', 'contact_watch_days'],
])('what %s tells names the days of %s, in every language', (outcomeId, parameter) => {
  const outcome = pack.outcomes.find(({ id }) => id === outcomeId)!;
  expect(outcome.isolation).toBe(parameter);
  expect(pack.parameters[parameter]?.unit).toBe('days');
  for (const language of languages)
    expect(packText(pack.id, language, outcome.advice)).toContain(`{${parameter}}`);
});
