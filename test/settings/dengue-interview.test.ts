import * as fc from 'fast-check';
import { languages } from '../../contract/event';
import { packs, packText } from '../../settings/packs';
import { evaluate, type Decided } from '../../src/triage/evaluate';
import type { AnswerScalar } from '../../src/triage/pack';

const pack = packs['dengue']!;
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

const warningSigns = [
  'severe_abdominal_pain',
  'persistent_vomiting',
  'bleeding_mucosal',
  'drowsiness',
  'dyspnea',
  'pale_cold_skin',
  'dizziness',
  'fluid_swelling',
];
const vital = ['age', 'rash', ...warningSigns.slice(0, 5)];
const adult = fc.record({
  age: fc.integer({ min: 15, max: 65 }),
  symptom_duration: fc.integer({ min: 1, max: 7 }),
});
const complaint: Told = { fever: true, headache: true, myalgia: true };

describe('Given somebody with fever, headache and body pain', () => {
  it('When nothing else is there, Then they go to a unit today after at most 20 questions, danger signs first', () => {
    fc.assert(
      fc.property(adult, ({ age, symptom_duration }) => {
        const { asked, decided } = interview({ ...complaint, symptom_duration }, { age });
        expect(decided.outcome).toMatchObject({ id: 'dengue_suspect_today', urgencyMinutes: 720 });
        expect(asked.length).toBeLessThanOrEqual(20);
        expect(asked.slice(0, 6)).toEqual(expect.arrayContaining(['age', ...warningSigns.slice(0, 2)]));
      }),
    );
  });

  it('When a warning sign is there, Then it is an emergency and nothing is asked after it', () => {
    fc.assert(
      fc.property(adult, fc.constantFrom(...warningSigns), ({ age, symptom_duration }, sign) => {
        const { asked, decided } = interview({ ...complaint, symptom_duration }, { age, [sign]: true });
        expect(decided.outcome.id).toBe('emergency_now');
        expect(asked.at(-1)).toBe(sign);
      }),
    );
  });

  it('When the fever has fallen on the days 3 to 7, Then it is no recovery: within 4 hours', () => {
    fc.assert(
      fc.property(adult, fc.boolean(), ({ age, symptom_duration }, stillThere) => {
        const told = { ...complaint, fever: stillThere, fever_fallen: true, symptom_duration };
        const { decided } = interview(told, { age });
        // began two days ago: today is the third day
        expect(decided.outcome.urgencyMinutes).toBe(symptom_duration < 2 ? 720 : 240);
      }),
    );
  });

  it.each(['diabetes', 'hypertension', 'asthma', 'anticoagulant'])(
    'When they do not know whether they are ill but %s is, Then it is group B',
    (condition) => {
      const told = { ...complaint, symptom_duration: 2 };
      const { decided } = interview(told, { age: 30, chronic_condition: 'unknown', [condition]: true });
      expect(decided.outcome.id).toBe('dengue_risk_today');
    },
  );
});

it('Given no fever and one ache, When any vital answer is not known, Then nobody is sent home', () => {
  const told: Told = { myalgia: true, age: 30 };
  expect(interview(told, {}).decided.outcome).toMatchObject({ id: 'unlikely_now', disposition: 'mild' });
  for (const id of [...vital, 'fever', 'fever_fallen', 'pregnancy']) {
    const truth: Told = { pregnancy_or_birth: id === 'pregnancy', [id]: 'unknown' };
    const { decided } = interview({ ...told, ...(id === 'age' ? { age: 'unknown' } : {}) }, truth);
    expect([id, decided.outcome.disposition]).toEqual([id, 'moderate']);
  }
});

describe.each(languages)('Given the words in %s', (language) => {
  const said = (key: string): string => packText(pack.id, language, key);

  it('no outcome but the referral goes without a word against aspirin and anti-inflammatories', () => {
    for (const { id, advice } of pack.outcomes) {
      if (id === pack.outOfScope?.outcome) continue;
      expect(said(advice)).toMatch(/\bAAS\b|aspirin/);
      expect(said(advice)).toMatch(/anti-?inflam/);
    }
  });

  it('nobody is told how many millilitres to drink', () => {
    for (const { advice, safetyNet } of pack.outcomes)
      expect(said(advice) + said(safetyNet)).not.toMatch(/\d\s*(ml|l|litros?|litres?)\b/i);
  });
});
