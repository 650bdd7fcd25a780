import { PackError } from '../../../src/triage/pack-problem';
import { textKeys, validatePack } from '../../../src/triage/validate';
import type { Pack } from '../../../src/triage/pack';
import { smallPack, yesNo } from './small-pack';

const good = smallPack(
  [
    yesNo('a'),
    {
      ...yesNo('age'),
      type: 'choice',
      choices: ['young', 'old'],
      bins: [{ below: 60, choice: 'young' }, { choice: 'old' }],
    },
    { ...yesNo('kg'), type: 'number', min: 1, max: 300 },
    { ...yesNo('cm'), type: 'number', min: 50, max: 250 },
  ],
  [
    ['1', { ref: 'risk' }, 'call'],
    ['2', { atLeast: [2, { is: ['a', true] }, { is: ['age', 'old'] }, { gte: ['imc', 30] }] }, 'see'],
  ],
  {
    derived: { risk: { all: [{ is: ['a', true] }, { is: ['age', 'old', 'young'] }, { lt: ['kg', 40] }] } },
    computed: { imc: { formula: 'bmi', weightKg: 'kg', heightCm: 'cm', min: 10, max: 70 } },
    records: { ignore: ['id'], codes: { a: { '999': 'unknown' } }, absentIs: { a: false } },
  },
);

/** A deep copy without types, to break. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
function broken(change: (pack: any) => void): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(good));
  change(copy);
  return copy;
}

function problemsOf(raw: unknown, texts?: Record<string, Record<string, string>>): string[] {
  try {
    validatePack(raw, texts);
    return [];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    expect(error.code).toBe('pack_invalid');
    return error.problems.map(({ code, at }) => `${code} ${at}`);
  }
}

it('takes a pack whose parts fit', () => {
  expect(validatePack(good)).toEqual(good);
});

describe('Given conditions about what was told last time', () => {
  const asked = (use: string, when: unknown): unknown =>
    broken((p) => ((p.use = use), (p.table[0].when = when)));

  it.each<[string, string, unknown, string[]]>([
    ['an earlier answer, in a follow-up', 'follow-up', { is: ['previous.a', true] }, []],
    ['a fall, in a follow-up', 'follow-up', { fall: ['kg', 3] }, []],
    [
      'an earlier answer elsewhere',
      'patient',
      { is: ['previous.a', true] },
      ['unknown-reference table.0.when'],
    ],
    ['a rise elsewhere', 'patient', { rise: ['kg', 3] }, ['unknown-reference table.0.when']],
    [
      'an earlier answer nobody asks',
      'follow-up',
      { is: ['previous.b', true] },
      ['unknown-reference table.0.when'],
    ],
    ['a fall of what is no number', 'follow-up', { fall: ['a', 3] }, ['wrong-type table.0.when']],
  ])('%s is checked', (_name, use, when, expected) => {
    expect(problemsOf(asked(use, when))).toEqual(expected);
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
it.each<[string, (pack: any) => void, string[]]>([
  ['a word the schema does not know', (p) => (p.extra = 1), ['shape pack']],
  ['a condition of no known form', (p) => (p.table[0].when = { perhaps: 'a' }), ['shape table.0.when']],
  ['an atLeast without members', (p) => (p.table[0].when = { atLeast: [1] }), ['shape table.0.when']],
  ['an outcome without a safety net', (p) => delete p.outcomes[2].safetyNet, ['shape outcomes.2.safetyNet']],
  ['a row without a source', (p) => delete p.table[0].source, ['shape table.0.source']],
  [
    'an unknown question',
    (p) => (p.table[0].when = { is: ['nobody', true] }),
    ['unknown-reference table.0.when'],
  ],
  [
    'an unknown question, deep inside',
    (p) => (p.derived.risk = { not: { any: [{ is: ['nobody', true] }] } }),
    ['unknown-reference derived.risk'],
  ],
  [
    'an unknown derived condition',
    (p) => (p.table[0].when = { ref: 'nobody' }),
    ['unknown-reference table.0.when'],
  ],
  [
    'an inherited name as a derived condition',
    (p) => (p.table[0].when = { ref: 'constructor' }),
    ['unknown-reference table.0.when'],
  ],
  [
    'a citation that is not there',
    (p) => (p.table[0].source.citation = 'nobody'),
    ['unknown-reference table.0.source'],
  ],
  [
    'a pack for patients without an outcome of red flags',
    (p) => (p.demonstration = false),
    ['unsafe-fallback redFlagOutcome'],
  ],
  [
    'a red flag that is no emergency',
    (p) => (p.redFlagOutcome = { outcome: 'see', source: p.table[0].source }),
    ['unsafe-fallback redFlagOutcome.outcome'],
  ],
  [
    'a scope without an outcome for the others',
    (p) => (p.scope.when = { is: ['a', true] }),
    ['unsafe-fallback outOfScope'],
  ],
  [
    'a scope of an unknown question',
    (p) => (p.scope.when = { not: { is: ['nobody', true] } }),
    ['unknown-reference scope.when', 'unsafe-fallback outOfScope'],
  ],
  [
    'a red flag of an unknown question',
    (p) =>
      p.redFlags.push({ id: 'x', when: { is: ['nobody', true] }, call: '192', source: p.table[0].source }),
    ['unknown-reference redFlags.0.when'],
  ],
  [
    'an emergency that may wait',
    (p) => (p.outcomes[0].urgencyMinutes = 11),
    ['wrong-type outcomes.0.urgencyMinutes'],
  ],
  ['an unknown plan', (p) => (p.outcomes[2].followUp = 'x'), ['unknown-reference outcomes.2.followUp']],
  [
    'an unknown parameter',
    (p) => (p.outcomes[2].isolation = 'x'),
    ['unknown-reference outcomes.2.isolation'],
  ],
  ['an unknown outcome', (p) => (p.table[1].outcome = 'nowhere'), ['unknown-outcome table.1.outcome']],
  [
    'a choice that is none',
    (p) => (p.table[0].when = { is: ['age', 'middle'] }),
    ['unknown-choice table.0.when'],
  ],
  [
    'unknown as a value to compare with',
    (p) => (p.table[0].when = { is: ['a', 'unknown'] }),
    ['wrong-type table.0.when'],
  ],
  [
    'a yes-no question compared with text',
    (p) => (p.table[0].when = { is: ['a', 'yes'] }),
    ['wrong-type table.0.when'],
  ],
  [
    'a choice compared as a number',
    (p) => (p.table[0].when = { gte: ['age', 3] }),
    ['wrong-type table.0.when'],
  ],
  ['more wanted than there are', (p) => (p.table[1].when.atLeast[0] = 4), ['wrong-type table.1.when']],
  ['a last row that may fail', (p) => p.table.pop(), ['last-row-not-always table.1.when']],
  [
    'a row that nothing gets past',
    (p) => (p.table[0].when = { always: true }),
    ['unreachable-row table.0.when'],
  ],
  [
    'a derived condition resting on itself',
    (p) => (p.derived.risk = { not: { ref: 'risk' } }),
    ['cycle derived.risk'],
  ],
  [
    'two derived conditions resting on each other',
    (p) => Object.assign(p.derived, { x: { ref: 'y' }, y: { ref: 'x' } }),
    ['cycle derived.x'],
  ],
  [
    'a question asked only by its own answer',
    (p) => (p.questions[0].when = { is: ['a', true] }),
    ['cycle questions.0.when'],
  ],
  [
    'a question waiting for itself through a derived one',
    (p) => (p.questions[0].when = { ref: 'risk' }),
    ['cycle derived.risk'],
  ],
  ['a question named twice', (p) => p.questions.push(p.questions[0]), ['duplicate-id questions.4.id']],
  ['a row named twice', (p) => (p.table[1].id = '1'), ['duplicate-id table.1.id']],
  ['an outcome named twice', (p) => p.outcomes.push(p.outcomes[0]), ['duplicate-id outcomes.3.id']],
  [
    'a choice question without choices',
    (p) => delete p.questions[1].choices,
    [
      'wrong-type questions.1.choices',
      'unknown-choice questions.1.bins.0',
      'unknown-choice questions.1.bins.1',
      'unknown-choice derived.risk',
      'unknown-choice derived.risk',
      'unknown-choice table.1.when',
    ],
  ],
  [
    'bins out of order',
    (p) => p.questions[1].bins.unshift({ below: 70, choice: 'old' }),
    ['bins questions.1.bins.1'],
  ],
  ['bins with an end', (p) => p.questions[1].bins.pop(), ['bins questions.1.bins']],
  [
    'a choice named unknown',
    (p) => p.questions[1].choices.push('unknown'),
    ['unknown-choice questions.1.choices'],
  ],
  ['a number without limits', (p) => delete p.questions[2].max, ['wrong-type questions.2.min']],
  [
    'a row that does not say what it does when unknown',
    (p) => delete p.table[0].unknown,
    ['shape table.0.unknown'],
  ],
  [
    'a vital answer that is no when unknown',
    (p) => (p.questions[0].kind = 'vital'),
    ['unknown-meaning questions.0.unknown'],
  ],
  [
    'blocking by what is not vital',
    (p) => (p.questions[0].unknown.means = 'blocks'),
    ['unknown-meaning questions.0.unknown'],
  ],
  [
    'home care for missing vital answers',
    (p) => (p.vitalUnknown.outcome = 'home'),
    ['unsafe-fallback vitalUnknown.outcome'],
  ],
  [
    'no outcome for missing vital answers',
    (p) => (p.vitalUnknown.outcome = 'x'),
    ['unknown-outcome vitalUnknown.outcome'],
  ],
  [
    'an index from questions that are none',
    (p) => (p.computed.imc.weightKg = 'pounds'),
    ['unknown-reference computed.imc.weightKg'],
  ],
  [
    'an index from a question that is no number',
    (p) => (p.computed.imc.heightCm = 'a'),
    ['wrong-type computed.imc.heightCm'],
  ],
  [
    'a code that means no answer',
    (p) => (p.records.codes.a['999'] = 'maybe'),
    ['wrong-type records.codes.a.999'],
  ],
  ['a code of no question', (p) => (p.records.absentIs.b = true), ['unknown-reference records.absentIs.b']],
])('refuses %s, and says where', (_name, change, wanted) => {
  expect(problemsOf(broken(change))).toEqual(wanted);
});

it.each([null, undefined, [], 'pack', 7, {}])('refuses %j', (raw) => {
  expect(problemsOf(raw).length).toBeGreaterThan(0);
});

it('names every problem at once', () => {
  const raw = broken((pack: Pack) => {
    pack.table[0]!.outcome = 'nowhere';
    pack.table[1]!.when = { ref: 'nobody' };
  });
  expect(problemsOf(raw).sort()).toEqual([
    'unknown-outcome table.0.outcome',
    'unknown-reference table.1.when',
  ]);
});

it('refuses a pack with a text missing or empty in any language', () => {
  const full = Object.fromEntries(textKeys(good).map((key) => [key, `text of ${key}`]));
  expect(textKeys(good)).toEqual(
    expect.arrayContaining(['notice', 'scope', 'q.age', 'q.age.young', 'home', 'home.net']),
  );
  expect(problemsOf(good, { en: full, es: full })).toEqual([]);
  const { 'home.net': _dropped, ...lacking } = full;
  expect(problemsOf(good, { en: full, es: lacking })).toEqual(['text-missing es.home.net']);
  expect(problemsOf(good, { en: { ...full, 'q.age.old': ' ' }, es: full })).toEqual([
    'text-missing en.q.age.old',
  ]);
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
it.each<[(pack: any) => void, string]>([
  [(p) => (p.demonstration = false), 'is missing: only a demonstration goes without'],
  [(p) => (p.scope.when = { is: ['a', true] }), 'is missing: the scope leaves people out'],
  [(p) => (p.table[0].when = { is: ['age', 'middle'] }), 'age must be one of young, old'],
  [(p) => (p.table[0].when = { ref: 'nobody' }), 'there is no derived condition nobody'],
  [(p) => (p.table[0].when = { is: ['nobody', true] }), 'there is no question nobody'],
  [(p) => (p.table[0].when = { gte: ['a', 1] }), 'a is not a number'],
  [(p) => (p.outcomes[0].urgencyMinutes = 11), 'call is an emergency: 10 minutes at most'],
])('what is wrong is said in words (%#)', (change, message) => {
  const messages = (): string[] => {
    try {
      validatePack(broken(change));
      return [];
    } catch (error) {
      return (error as PackError).problems.map((problem) => problem.message);
    }
  };
  expect(messages()).toEqual([message]);
});
