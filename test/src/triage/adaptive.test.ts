import * as fc from 'fast-check';
import { redFlagsOfAnswers } from '../../../src/safety/answer-flags';
import { decideNow, evaluate, questionsLeft, type Decided } from '../../../src/triage/evaluate';
import type { Answers, AnswerScalar, Condition, Pack, Question } from '../../../src/triage/pack';
import { clinic, clinicPack, is, number, open, outcomes, row } from './clinic-pack';
import { yesNo } from './small-pack';
import { runs } from '../../support/runs';

const person = (pack: Pack): fc.Arbitrary<Record<string, AnswerScalar>> =>
  fc.record(Object.fromEntries(pack.questions.map((item) => [item.id, answerTo(item)])));

function answerTo({ id, type, choices, min = 0, max = 9 }: Question): fc.Arbitrary<AnswerScalar> {
  const unknown = { arbitrary: fc.constant('unknown'), weight: 1 };
  if (type === 'yes-no') return fc.oneof({ arbitrary: fc.boolean(), weight: 5 }, unknown);
  if (type === 'choice') return fc.oneof({ arbitrary: fc.constantFrom(...choices!), weight: 5 }, unknown);
  const limits = id === 'age' ? [0, 0.1, 0.3, 1, 1.5, 11, 12, 59, 60, 99, 100] : [min, max, 89, 90, 94, 95];
  const known = fc.constantFrom(...limits.filter((value) => value >= min && value <= max));
  return fc.oneof({ arbitrary: known, weight: 5 }, unknown);
}

interface Talk {
  decided: Decided;
  asked: string[];
  answers: Answers;
}

/** Answers what is asked, one question at a time; fails where a question comes that is known, or cannot matter. */
function talk(pack: Pack, who: Answers, known: Answers = {}): Talk {
  const answers: Record<string, AnswerScalar | undefined> = { ...known };
  const asked: string[] = [];
  for (;;) {
    const result = evaluate(pack, answers);
    if (result.kind === 'decided') return { decided: result, asked, answers };
    const { id, kind } = result.question;
    expect(answers[id]).toBeUndefined();
    if (kind !== 'surveillance') expect(questionsLeft(pack, answers)[0]).toBe(id);
    answers[id] = who[id];
    expect(answers[id]).toBeDefined();
    asked.push(id);
  }
}

/** What the person would answer to every question that applies, in the end. */
function everything(who: Answers): Answers {
  const { age } = who;
  const answers: Record<string, AnswerScalar | undefined> = { ...who };
  if (typeof age === 'number' && age >= 2) delete answers['age_months'];
  if (typeof age === 'number' && age < 12) delete answers['pregnancy'];
  if (who['cough'] === false) delete answers['oxygen_saturation'];
  return answers;
}

/** Months that fit the years, so that nobody is two ages at once. */
const fitting = (who: Record<string, AnswerScalar>): Record<string, AnswerScalar> => {
  const { age } = who;
  if (typeof age !== 'number' || age >= 2) return { ...who, age_months: 'unknown' };
  if (!Number.isInteger(age)) return { ...who, age_months: age * 12 };
  const { age_months: months } = who;
  return { ...who, age_months: typeof months === 'number' ? age * 12 + (months % 12) : 'unknown' };
};

describe('question by question', () => {
  const patients = person(clinic).map(fitting);

  it('Given any person When asked only what matters Then the outcome is that of all questions answered', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(patients, (who) => {
        const { decided } = talk(clinic, who);
        const full = decideNow(clinic, everything(who));
        reached.set(full.row, (reached.get(full.row) ?? 0) + 1);
        expect(decided.outcome.id).toBe(full.outcome.id);
      }),
      runs(500),
    );
    expect([...reached.keys()].sort()).toEqual(
      [
        'cough-and-fever',
        'else',
        'infant',
        'low-oxygen',
        'out-of-scope',
        'red-flag',
        'risk',
        'vital-unknown',
      ].sort(),
    );
  });

  it('Given that any part came by itself Then the same outcome', () => {
    fc.assert(
      fc.property(patients, fc.infiniteStream(fc.boolean()), (who, coin) => {
        const all = everything(who);
        const known = Object.fromEntries(Object.entries(all).filter(() => coin.next().value));
        expect(talk(clinic, who, known).decided.outcome.id).toBe(decideNow(clinic, all).outcome.id);
      }),
      runs(250),
    );
  });

  it('Given a vital answer that is not known Then never a mild outcome', () => {
    fc.assert(
      fc.property(patients, fc.constantFrom('age', 'dyspnea'), (who, vital) => {
        const unsure = { ...who, [vital]: 'unknown', age_months: 'unknown' };
        expect(talk(clinic, unsure).decided.outcome.disposition).not.toBe('mild');
        expect(decideNow(clinic, { ...unsure, [vital]: undefined }).outcome.disposition).not.toBe('mild');
      }),
      runs(200),
    );
  });

  it('Given a decision Then it is the same on the answers it was made by, again and with nothing more asked', () => {
    fc.assert(
      fc.property(patients, (who) => {
        const { decided, answers } = talk(clinic, who);
        expect(evaluate(clinic, answers)).toEqual(decided);
        expect(decideNow(clinic, answers)).toEqual(decided);
        for (const reason of decided.because)
          expect(`${answers[reason.split('=')[0]!] ?? 'unknown'}`.slice(0, 3)).toBe(
            reason.split('=')[1]!.slice(0, 3),
          );
      }),
      runs(200),
    );
  });

  it('Given the flags of a set of answers Then they are those of the universal list, plus the pack’s own', () => {
    fc.assert(
      fc.property(patients, (who) => {
        const universal = redFlagsOfAnswers(who).map(({ concept }) => concept);
        const own = who['grey'] === true && who['cough'] === true ? ['grey_and_coughing'] : [];
        const found = decideNow(clinic, who).redFlags.map(({ concept }) => concept);
        expect(found.sort()).toEqual([...universal, ...own].sort());
      }),
      runs(250),
    );
  });

  it('Given any table Then asked adaptively it ends as with all questions answered', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(...ids.map(is), { gte: ['n', 5] } as Condition, { lt: ['n', 3] } as Condition),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
        tie('tree').map((not) => ({ not })),
        fc
          .tuple(tie('tree'), tie('tree'), tie('tree'))
          .map((three): Condition => ({ atLeast: [2, ...three] })),
      ),
    }));
    const meaning = fc.constantFrom(undefined, 'yes' as const, 'no' as const);
    const rows = fc.array(
      fc.tuple(
        tree,
        fc.constantFrom('now', 'hospital', 'today', 'home'),
        fc.constantFrom('holds', 'fails', 'blocks'),
      ),
      { maxLength: 6 },
    );
    const packs = fc
      .tuple(
        rows,
        fc.array(meaning, { minLength: 5, maxLength: 5 }),
        fc.option(tree),
        tree,
        fc.integer({ min: 0, max: 5 }),
      )
      .map(([table, means, when, flag, vitals]) =>
        clinicPack(
          [
            ...ids.map((id, at) =>
              yesNo(id, {
                kind: at < vitals ? 'vital' : 'deciding',
                unknown: { allowed: true, means: means[at] },
              }),
            ),
            number('n', 0, 9),
          ],
          table.map(([condition, ends, unknown], at) => row(`r${at}`, condition, ends, unknown as 'holds')),
          {
            ...(when ? { scope: { text: 'scope', when } } : {}),
            redFlags: [{ id: 'own', when: flag, call: '192', source: { citation: 'made', at: 'p. 1' } }],
          },
        ),
      );
    fc.assert(
      fc.property(
        packs.chain((pack) => fc.tuple(fc.constant(pack), person(pack))),
        ([pack, who]) => {
          const { decided } = talk(pack, who);
          const full = decideNow(pack, who);
          if (full.outcome.disposition === 'emergency') expect(decided.outcome.disposition).toBe('emergency');
          else expect(decided.outcome.id).toBe(full.outcome.id);
        },
      ),
      runs(500),
    );
  });
});

const asks = (pack: Pack, answers: Answers): string => {
  const result = evaluate(pack, answers);
  return result.kind === 'ask' ? `asks ${result.question.id}` : `${result.row}: ${result.outcome.id}`;
};

describe('what is asked, and what is not', () => {
  const well: Answers = { age: 30, dyspnea: false, fever: false, cough: false, grey: false };
  it.each<[string, Answers, string]>([
    ['a red flag ends it', { dyspnea: true }, 'red-flag: now'],
    ['a red flag by a concept the pack does not ask for', { chest_pain: true }, 'red-flag: now'],
    ['the pack’s own red flag', { grey: true, cough: true }, 'red-flag: now'],
    ['a low oxygen is an emergency', { oxygen_saturation: 89 }, 'red-flag: now'],
    ['first what alone is a red flag', {}, 'asks dyspnea'],
    ['surveillance comes last', { ...well, stiff_neck: false }, 'asks vaccinated'],
    ['and only where it applies', { ...well, vaccinated: false }, 'else: home'],
    ['then its details', { ...well, vaccinated: true }, 'asks doses'],
    [
      'the months of a baby who may be under 90 days',
      { ...well, age: 0, cough: true, oxygen_saturation: 98 },
      'asks age_months',
    ],
    [
      'not of a child of one',
      { ...well, age: 1, cough: true, oxygen_saturation: 98, vaccinated: false },
      'else: home',
    ],
    [
      'not where days are told',
      { ...well, age: undefined, age_days: 200, cough: true, oxygen_saturation: 98, vaccinated: false },
      'else: home',
    ],
    ['no risk without fever', { ...well, age: 70, vaccinated: false }, 'else: home'],
    [
      'out of its scope, once no flag can come',
      { ...well, age: 100, vaccinated: false },
      'out-of-scope: elsewhere',
    ],
  ])('%s', (_name, answers, wanted) => expect(asks(clinic, answers)).toBe(wanted));

  it('stops when all rows that are left end alike, whichever it is', () => {
    const pack = clinicPack(
      [yesNo('a', open), yesNo('b', open)],
      [
        row('first', is('a'), 'today'),
        row('second', is('b'), 'today', 'fails'),
        row('third', { always: true }, 'today', 'fails'),
      ],
    );
    expect(asks(pack, {})).toBe('third: today');
  });

  it('does not ask which emergency it is, but whether it is one of now', () => {
    const other = (urgencyMinutes: number) => ({ ...outcomes[0]!, id: 'other', urgencyMinutes });
    const rows = [row('first', is('a'), 'now'), row('second', { always: true }, 'other', 'fails')];
    const pack = (minutes: number) =>
      clinicPack([yesNo('a', open)], rows, { outcomes: [...outcomes, other(minutes)] });
    expect(asks(pack(0), {})).toBe('second: other');
    expect(asks(pack(10), {})).toBe('asks a');
  });

  it('asks first what most rules rest on', () => {
    const pack = clinicPack(
      [yesNo('a', open), yesNo('b', open), yesNo('c', open)],
      [row('1', { all: [is('a'), is('c')] }, 'today'), row('2', { all: [is('b'), is('c')] }, 'hospital')],
    );
    expect(asks(pack, {})).toBe('asks c');
    expect(asks(pack, { c: true })).toBe('asks b');
  });
});

it('the outcomes of the pack above are in order of urgency', () => {
  expect(outcomes.map(({ urgencyMinutes }) => urgencyMinutes)).toEqual([0, 60, 720, 1440, 2880]);
});
