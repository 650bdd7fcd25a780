import { changedParts, type PackSide } from '../../../src/triage/diff-parts';
import type { Pack } from '../../../src/triage/pack';
import { caseOf } from './findings-of';
import { is, rich } from './rich-pack';
import { source, yesNo } from './small-pack';

type Draft = { -readonly [K in keyof Pack]: Pack[K] };
const copy = (): Draft => JSON.parse(JSON.stringify(rich)) as Draft;
const texts = { en: { a: 'A', b: 'B', c: 'C' }, es: { a: 'A' } };

/** "row hot changed when: a → b". */
function told(
  change: (pack: Draft, side: { texts?: typeof texts; cases?: PackSide['cases'] }) => unknown,
): string[] {
  const now = copy();
  const side = {};
  change(now, side);
  return changedParts(
    { pack: rich, texts, cases: [caseOf('one', { a: true })] },
    { pack: now, texts, cases: [caseOf('one', { a: true })], ...side },
  ).map(
    ({ part, id, change: what, field, from, to }) =>
      `${part} ${id} ${what}${field ? ` ${field}` : ''}: ${from ?? ''} → ${to ?? ''}`,
  );
}

describe('What changed between two versions', () => {
  const row = { id: 'new', when: is('cough'), outcome: 'see', unknown: 'fails' as const, source };
  it.each<[string, Parameters<typeof told>[0], string[]]>([
    ['nothing', () => undefined, []],
    ['the name', (pack) => (pack.id = 'other'), ['pack other changed id: rich → other']],
    ['the version', (pack) => (pack.version = '2'), ['pack rich changed version: 1 → 2']],
    [
      'the scope',
      (pack) => (pack.scope = { text: 'scope', when: is('cough') }),
      [expect.stringMatching(/^scope scope changed when: .+ → cough$/)],
    ],
    [
      'a row that is new',
      (pack) => pack.table.splice(1, 0, row),
      [
        expect.stringMatching(
          /^row new added: {2}→ when: cough.*; outcome: see; unknown: fails; source: made, p\. 1$/,
        ),
      ],
    ],
    [
      'a row that is gone',
      (pack) => pack.table.splice(1, 1),
      [
        expect.stringMatching(
          /^row two removed: when: .+; outcome: see; unknown: fails; source: made, p\. 1 → $/,
        ),
      ],
    ],
    [
      'a row that moved',
      (pack) => pack.table.unshift(...pack.table.splice(3, 1)),
      ['row baby moved: place 4 → place 1, first'],
    ],
    [
      'a row that moved down',
      (pack) => pack.table.splice(2, 0, ...pack.table.splice(0, 1)),
      ['row hot moved: place 1 → place 3, below heavy'],
    ],
    [
      'what a row does',
      (pack) => (pack.table[0] = { ...pack.table[0]!, outcome: 'call' }),
      ['row hot changed outcome: see → call'],
    ],
    [
      'a source',
      (pack) => (pack.table[0] = { ...pack.table[0]!, source: { citation: 'made', at: 'p. 2' } }),
      ['row hot changed source: made, p. 1 → made, p. 2'],
    ],
    [
      'a question',
      (pack) => (pack.questions[0] = { ...pack.questions[0]!, max: 130 }),
      ['question age changed max: 120 → 130'],
    ],
    [
      'a question that is new',
      (pack) => pack.questions.push(yesNo('new')),
      [
        expect.stringMatching(
          /^question new added: {2}→ text: q\.new; type: yes-no; kind: deciding; unknown: /,
        ),
      ],
    ],
    [
      'a question that moved',
      (pack) => pack.questions.unshift(...pack.questions.splice(2, 1)),
      ['question cough moved: place 3 → place 1, first'],
    ],
    [
      'a red flag',
      (pack) => pack.redFlags.splice(0, 1),
      [expect.stringMatching(/^red-flag cough_and_pain removed: /)],
    ],
    [
      'an outcome',
      (pack) => (pack.outcomes[0] = { ...pack.outcomes[0]!, urgencyMinutes: 5 }),
      ['outcome call changed urgencyMinutes: 0 → 5'],
    ],
    [
      'a derived condition',
      (pack) => (pack.derived = { ill: is('cough') }),
      [expect.stringMatching(/^derived ill changed when: .+ → cough/)],
    ],
    [
      'a derived condition that is new',
      (pack) => (pack.derived = { ...pack.derived, b: is('cough') }),
      [expect.stringMatching(/^derived b added: {2}→ when: cough/)],
    ],
    [
      'what is computed',
      (pack) => (pack.computed = { age_days: pack.computed!['age_days']! }),
      [expect.stringMatching(/^computed bmi removed: formula: .*weight.*height.* → $/)],
    ],
    [
      'a parameter',
      (pack) => (pack.parameters = { days: { value: 7, source } as never }),
      ['parameter days added:  → value: 7; source: made, p. 1'],
    ],
    [
      'a citation',
      (pack) => (pack.citations = { made: { ...pack.citations['made']!, year: 2027 } }),
      ['citation made changed year: 2026 → 2027'],
    ],
    [
      'a text',
      (_pack, side) => (side.texts = { en: { a: 'AA', b: 'B', d: 'D' } as never, es: { a: 'A' } }),
      ['text a changed en: A → AA', 'text c removed en: C → ', 'text d added en:  → D'],
    ],
    [
      'texts of a language',
      (_pack, side) => (side.texts = { en: texts.en } as never),
      ['text a removed es: A → '],
    ],
    [
      'a case',
      (_pack, side) => (side.cases = []),
      [expect.stringMatching(/^case one removed: about: somebody; /)],
    ],
    [
      'several parts, the most important first',
      (pack) => {
        pack.citations = { made: { ...pack.citations['made']!, year: 2027 } };
        pack.outcomes[0] = { ...pack.outcomes[0]!, urgencyMinutes: 5 };
        pack.questions[0] = { ...pack.questions[0]!, max: 130 };
        pack.version = '2';
        pack.table[0] = { ...pack.table[0]!, outcome: 'call' };
      },
      [/^pack/, /^row/, /^outcome/, /^question/, /^citation/].map(
        (part) => expect.stringMatching(part) as string,
      ),
    ],
  ])('%s', (_title, change, changes) => expect(told(change)).toEqual(changes));
});
