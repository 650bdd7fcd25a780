import { packs } from '../../../settings/packs';
import { missingField, recordReader } from '../../../src/triage/record';
import { smallPack, yesNo } from './small-pack';

const pack = packs['fr-covid-2020']!;
const read = recordReader(pack);

it.each<[string, unknown, unknown]>([
  ...([true, 'true', '1', 1] as const).map((value): [string, unknown, unknown] => ['cough', value, true]),
  ...([false, 'false', '0', 0] as const).map((value): [string, unknown, unknown] => ['cough', value, false]),
  ['cough', null, undefined],
  ['cough', '', undefined],
  ['imc', '29.2', 29.2],
  ['imc', 30, 30],
  ['imc', 10, 10],
  ['imc', '70', 70],
  ['pregnant', 888, 'not_applicable'],
  ['pregnant', '888', 'not_applicable'],
  ['pregnant', true, 'yes'],
  ['pregnant', '1', 'yes'],
  ['pregnant', 0, 'no'],
  ['pregnant', 'false', 'no'],
  ['heart_disease', 999, 'unknown'],
  ['heart_disease', '999', 'unknown'],
  ['immunosuppressant_disease', '999', 'unknown'],
  ['immunosuppressant_drug', 999, 'unknown'],
  ['temperature_cat', '35.5-37.7', '35.5-37.7'],
  ['weight_kg', '70', 70],
])('%s recorded as %j is %j', (field, value, wanted) => {
  const { answers, problems } = read({ [field]: value });
  expect(problems).toEqual([]);
  expect(answers[field]).toBe(wanted);
});

it.each<[string, unknown]>([
  ['cough', 'yes'],
  ['cough', 2],
  ['cough', 'True'],
  ['cough', ' true'],
  ['cough', [true]],
  ['cough', {}],
  ['cough', '999'],
  ['cough', 'unknown'],
  ['heart_disease', '888'],
  ['heart_disease', 'unknown'],
  ['pregnant', 999],
  ['pregnant', 'yes'],
  ['pregnant', [888]],
  ['age_range', 34],
  ['age_range', 'from_15_to_50'],
  ['temperature_cat', 37],
  ['temperature_cat', 'nsp'],
  ['imc', 9.9],
  ['imc', '70.1'],
  ['imc', 'thin'],
  ['imc', true],
  ['imc', '1e1'],
  ['imc', ' 22'],
])('%s recorded as %j is refused, with the field and the value', (field, value) => {
  const { problems } = read({ [field]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]!.field).toBe(field);
  expect(problems[0]!.reason).toContain(JSON.stringify(value));
  expect(problems[0]!.reason).toMatch(/must be /);
});

it('says the vocabulary of the field', () => {
  expect(read({ heart_disease: 'x' }).problems[0]!.reason).toBe('"x" must be one of true, false, 1, 0, 999');
  expect(read({ imc: 5 }).problems[0]!.reason).toBe('5 must be a number from 10 to 70');
});

it('shortens what it repeats of a bad value, and lets no control characters through', () => {
  const [problem] = read({ cough: `\u001b[31m\u009b${'x'.repeat(500)}` }).problems;
  expect(problem!.reason.length).toBeLessThan(120);
  expect(problem!.reason).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

it('a missing immunosuppressant_drug is no, and a missing answer to anything else is missing', () => {
  expect(read({}).answers).toEqual({ immunosuppressant_drug: false });
  expect(read({ immunosuppressant_drug: '' }).answers).toEqual({ immunosuppressant_drug: false });
  expect(read({ immunosuppressant_drug: 'true' }).answers).toEqual({ immunosuppressant_drug: true });
});

it('reads over what is recorded beside the answers, and names what it does not know', () => {
  const { answers, unread, problems } = read({
    date: 'x',
    orientation: 'SAMU',
    fever_algo: 7,
    id: null,
    caugh: true,
    __proto__x: 1,
  });
  expect({ unread, problems }).toEqual({ unread: ['caugh', '__proto__x'], problems: [] });
  expect(answers).toEqual({ immunosuppressant_drug: false });
});

it('a missing part of the body-mass index is a missing index', () => {
  expect(
    missingField(
      pack,
      pack.questions.find(({ id }) => id === 'height_cm')!,
    ),
  ).toBe('imc');
  expect(
    missingField(
      pack,
      pack.questions.find(({ id }) => id === 'cough')!,
    ),
  ).toBe('cough');
});

it('takes the own vocabulary of a pack that does not say how rows are recorded', () => {
  const own = recordReader(smallPack([yesNo('a')], []));
  expect(own({ a: 'unknown' }).answers).toEqual({ a: 'unknown' });
  expect(own({ a: '1' }).answers).toEqual({ a: true });
  expect(own({ a: 'perhaps' }).problems).toEqual([
    { field: 'a', reason: '"perhaps" must be true or false (yes, no, 1, 0 and "unknown" are taken too)' },
  ]);
});

describe('Given a question about several things at once, and a row that names each of them', () => {
  const parts = [yesNo('diabetes'), yesNo('asthma')];
  const read = recordReader(
    smallPack([yesNo('any_disease', { deniedBy: ['diabetes', 'asthma'] }), ...parts], []),
  );

  it.each<[string, Record<string, unknown>, unknown]>([
    ['all denied is no', { diabetes: false, asthma: 'no' }, false],
    ['one not told answers nothing', { diabetes: false }, undefined],
    ['one not known answers nothing', { diabetes: false, asthma: 'unknown' }, undefined],
    ['one affirmed answers nothing: the part itself counts', { diabetes: true, asthma: false }, undefined],
    ['its own answer stands', { any_disease: true, diabetes: false, asthma: false }, true],
    ['told as not known it stays so', { any_disease: 'unknown', diabetes: 0, asthma: 0 }, 'unknown'],
  ])('%s', (_name, row, expected) => {
    expect(read(row).answers['any_disease']).toBe(expected);
  });
});

describe('Given a concept that the pack does not ask for', () => {
  const read = recordReader(smallPack([yesNo('a')], []));

  it.each<[string, unknown, unknown]>([
    ['age_months', 30, 30],
    ['age_months', '360', 360],
    ['age_days', 89, 89],
    ['oxygen_saturation', 100, 100],
    ['glucose', 'unknown', 'unknown'],
  ])('%s of %j is read', (field, value, expected) => {
    expect(read({ [field]: value })).toEqual({ answers: { [field]: expected }, problems: [], unread: [] });
  });

  it.each<[string, unknown]>([
    ['age_months', -1],
    ['age_days', 44_001],
    ['oxygen_saturation', 101],
    ['breathing_rate', -5],
    ['temperature', 385],
    ['blood_pressure_systolic', 1_200],
  ])('%s of %j was written down wrong', (field, value) => {
    expect(read({ [field]: value }).problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('a symptom of it is read as yes, no or unknown, and nothing else', () => {
    expect(read({ dyspnea: 'yes', cough: '0', fever: 'unknown' }).answers).toEqual({
      dyspnea: true,
      cough: false,
      fever: 'unknown',
    });
    expect(read({ dyspnea: 'much' })).toEqual({
      answers: {},
      problems: [{ field: 'dyspnea', reason: expect.stringContaining('"much" must be true or false') }],
      unread: [],
    });
  });
});

it("months are anybody's age, also where a pack asks for an infant's only", () => {
  expect(recordReader(packs['respiratory']!)({ age_months: 30 }).problems).toEqual([]);
});
