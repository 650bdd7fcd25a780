import * as fc from 'fast-check';
import { packs } from '../../../settings/packs';
import { evaluate } from '../../../src/triage/evaluate';
import type { Answers, AnswerScalar } from '../../../src/triage/pack';
import { fullAnswers, oracle, type FullAnswers } from './fr-covid-oracle';
import { runs } from '../../support/runs';

const pack = packs['fr-covid-2020']!;

function decide(answers: Answers): string {
  const result = evaluate(pack, answers);
  return result.kind === 'decided' ? result.outcome.id : `asks ${result.question.id}`;
}

/** Answers what is asked, one question at a time, beginning with what is already known. */
function converse(known: Answers, person: Answers): { outcome: string; asked: string[]; vital: Answers } {
  const answers: Record<string, AnswerScalar | undefined> = { ...known };
  const asked: string[] = [];
  for (;;) {
    const result = evaluate(pack, answers);
    if (result.kind === 'decided') return { outcome: result.outcome.id, asked, vital: answers };
    const { id } = result.question;
    if (asked.includes(id)) throw new Error(`${id} asked twice`);
    if (answers[id] !== undefined) throw new Error(`${id} asked though answered`);
    asked.push(id);
    answers[id] = person[id];
    if (answers[id] === undefined) throw new Error(`${id} is not in the person's answers`);
  }
}

/** The same person, who tells weight and height where the form has the index. */
function inPerson({ imc, ...row }: FullAnswers): Answers {
  return { ...row, height_cm: 200, weight_kg: imc * 4 };
}

describe('the pack fr-covid-2020', () => {
  it('decides as the published table does, for any full set of answers', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fullAnswers, (row) => {
        const wanted = oracle(row);
        reached.set(wanted, (reached.get(wanted) ?? 0) + 1);
        expect(decide(row)).toBe(wanted);
      }),
      runs(1_500),
    );
    expect([...reached.keys()].sort()).toEqual([
      'SAMU',
      'consultation_surveillance_1',
      'consultation_surveillance_2',
      'consultation_surveillance_3',
      'consultation_surveillance_4',
      'less_15',
      'surveillance',
    ]);
  });

  it('decides as the published table does, for every combination of symptoms and one risk factor', () => {
    const signs = [
      'feeding_day',
      'breathlessness',
      'tiredness',
      'cough',
      'agueusia_anosmia',
      'sore_throat_aches',
      'diarrhea',
    ];
    const risks: Array<Record<string, AnswerScalar>> = [
      ...['diabetes', 'cancer', 'breathing_disease', 'kidney_disease', 'liver_disease', 'sickle_cell'].map(
        (id) => ({ [id]: true }),
      ),
      ...['heart_disease', 'immunosuppressant_disease', 'immunosuppressant_drug'].flatMap((id) => [
        { [id]: true },
        { [id]: 'unknown' },
      ]),
      { pregnant: 'yes' },
      { pregnant: 'not_applicable' },
      { imc: 30 },
      { imc: 29.9 },
    ];
    let compared = 0;
    const wrong: unknown[] = [];
    for (const age_range of ['inf_15', 'from_15_to_49', 'from_50_to_64', 'sup_65']) {
      for (const temperature_cat of ['inf_35.5', '35.5-37.7', '37.8-38.9', 'sup_39', 'NSP']) {
        for (let bits = 0; bits < 2 ** signs.length; bits += 1) {
          for (const risk of risks) {
            const row = { age_range, temperature_cat, imc: 22, pregnant: 'no', ...noRisk } as FullAnswers;
            signs.forEach((id, at) => (row[id] = Boolean(bits & (2 ** at))));
            row.tiredness_details = row.tiredness!;
            Object.assign(row, risk);
            compared += 1;
            if (decide(row) !== oracle(row)) wrong.push(row);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBe(4 * 5 * 128 * 16);
  });

  it('asked question by question, after any part of the answers came by itself, ends in the same outcome', () => {
    fc.assert(
      fc.property(fullAnswers, fc.infiniteStream(fc.boolean()), (row, coin) => {
        const person = inPerson(row);
        const known: Record<string, AnswerScalar | undefined> = {};
        for (const [id, value] of Object.entries(person)) {
          if (coin.next().value) known[id] = value;
        }
        expect(converse(known, person).outcome).toBe(oracle(row));
      }),
      runs(600),
    );
  });

  it('asked from nothing, ends in the same outcome within its 22 questions', () => {
    fc.assert(
      fc.property(fullAnswers, (row) => {
        const { outcome, asked } = converse({}, inPerson(row));
        expect(outcome).toBe(oracle(row));
        expect(asked.length).toBeLessThanOrEqual(pack.questions.length);
      }),
      runs(400),
    );
  });

  it('answered in any order whatever is asked, decides once enough is known and never changes its mind', () => {
    fc.assert(
      fc.property(fullAnswers, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (row, picks) => {
        const rest = Object.entries(inPerson(row));
        const answers: Record<string, AnswerScalar | undefined> = {};
        let decided: string | undefined;
        for (const pick of picks) {
          const [entry] = rest.splice(pick % Math.max(rest.length, 1), 1);
          if (entry) answers[entry[0]] = entry[1];
          const result = evaluate(pack, answers);
          if (result.kind === 'decided') decided ??= result.outcome.id;
          if (decided !== undefined)
            expect(result).toMatchObject({ kind: 'decided', outcome: { id: decided } });
        }
        expect(decided).toBe(oracle(row));
      }),
      runs(400),
    );
  });

  it('never ends in home care when a vital answer is not known', () => {
    const vital = fc.constantFrom('age_range', 'breathlessness', 'feeding_day');
    fc.assert(
      fc.property(fullAnswers, fc.uniqueArray(vital, { minLength: 1 }), (row, unknowns) => {
        const person: Record<string, AnswerScalar | undefined> = { ...inPerson(row) };
        for (const id of unknowns) person[id] = 'unknown';
        const full = evaluate(pack, person);
        expect(full.kind === 'decided' && full.outcome.disposition).not.toBe('mild');
        expect(converse({}, person).outcome).toBe(full.kind === 'decided' && full.outcome.id);
      }),
      runs(400),
    );
  });

  it('asks the age first, then breathing', () => {
    expect(decide({})).toBe('asks age_range');
    expect(decide({ age_range: 'sup_65' })).toBe('asks breathlessness');
  });

  it.each<[string, Answers, string]>([
    ['breathlessness unknown, feeding fails', { breathlessness: 'unknown', feeding_day: true }, 'SAMU'],
    ['breathlessness unknown, nothing else', { breathlessness: 'unknown' }, 'vital_unknown'],
    [
      'breathlessness unknown, one sign',
      { breathlessness: 'unknown', cough: true },
      'consultation_surveillance_3',
    ],
    [
      'weight not known',
      { weight_kg: 'unknown', imc: undefined, cough: true },
      'consultation_surveillance_3',
    ],
    [
      'height not known',
      { weight_kg: 150, height_cm: 'unknown', imc: undefined, cough: true },
      'consultation_surveillance_3',
    ],
    [
      'index of 30 from weight and height',
      { weight_kg: 67.5, height_cm: 150, imc: undefined, cough: true },
      'consultation_surveillance_4',
    ],
    [
      'index of 30 in binary noise',
      { weight_kg: 76.8, height_cm: 160, imc: undefined, cough: true },
      'consultation_surveillance_4',
    ],
    [
      'index given and weight contradicting it',
      { weight_kg: 150, height_cm: 150, cough: true },
      'consultation_surveillance_3',
    ],
    ['pregnancy not known', { pregnant: 'unknown', cough: true }, 'consultation_surveillance_4'],
  ])('%s', (_name, answers, wanted) => {
    const healthy: Answers = {
      ...{ age_range: 'from_15_to_49', imc: 22, temperature_cat: '35.5-37.7', pregnant: 'no' },
      ...{ feeding_day: false, breathlessness: false, tiredness: false, cough: false, diarrhea: false },
      ...{ agueusia_anosmia: false, sore_throat_aches: false, ...noRisk },
    };
    expect(decide({ ...healthy, ...answers })).toBe(wanted);
  });
});

const noRisk = {
  ...{
    diabetes: false,
    cancer: false,
    breathing_disease: false,
    kidney_disease: false,
    liver_disease: false,
  },
  ...{
    sickle_cell: false,
    heart_disease: false,
    immunosuppressant_disease: false,
    immunosuppressant_drug: false,
  },
};
