import { analysePack } from '../../../src/triage/analyse';
import { rich } from './rich-pack';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- broken on purpose
type Broken = any;

function found(change: (pack: Broken) => unknown, raw: Broken = JSON.parse(JSON.stringify(rich))): unknown {
  raw.questions[4].unknown = { allowed: true };
  change(raw);
  const { valid, findings, checked } = analysePack(raw, { samples: 7, seed: 5 });
  expect(valid).toBe(false);
  expect(checked).toEqual({ table: 'not', unproved: [], searches: 0, samples: 0, seed: 5, cases: 0 });
  return findings.map(
    ({ severity, code, at, rows, message }) =>
      [severity, code, `at ${at}`, ...rows.map((row) => `of ${row}`)].join(' ') + `: ${message}`,
  );
}

describe('What is said of a protocol that does not fit together', () => {
  // prettier-ignore
  const packs: [string, (pack: Broken) => unknown, string[]][] = [
    ['a row that does not say what unknown means', (pack) => { delete pack.table[1].unknown; }, [
      'problem unknown-meaning at table.1.unknown of two: row two does not say what unknown means: Invalid option: expected one of "holds"|"fails"|"blocks"',
    ]],
    ['a question that does not', (pack) => { delete pack.questions[1].unknown; }, [
      'problem unknown-meaning at questions.1.unknown: age_months does not say what unknown means: Invalid input: expected object, received undefined',
    ]],
    ['a row without a source', (pack) => { delete pack.table[2].source; }, [
      'problem uncited at table.2.source of heavy: row heavy has no source: Invalid input: expected object, received undefined',
    ]],
    ['a row that cites nothing known', (pack) => (pack.table[2].source.citation = 'gone'), [
      'problem uncited at table.2.source of heavy: row heavy there is no citation gone',
    ]],
    ['a row without a condition', (pack) => { delete pack.table[0].when; }, [
      'problem shape at table.0.when of hot: row hot is not a condition (or answer) of a known form',
    ]],
    ['a row without an id', (pack) => { delete pack.table[0].id; }, [
      'problem shape at table.0.id: Invalid input: expected string, received undefined',
    ]],
    ['an outcome without a safety net', (pack) => { delete pack.outcomes[0].safetyNet; }, [
      'problem no-safety-net at outcomes.0.safetyNet: call has no safety net: Invalid input: expected string, received undefined',
    ]],
    ['who is not known, without a source', (pack) => { delete pack.vitalUnknown.source; }, [
      'problem uncited at vitalUnknown.source: has no source: Invalid input: expected object, received undefined',
    ]],
    ['out of scope, without a source', (pack) => { delete pack.outOfScope.source; }, [
      'problem uncited at outOfScope.source: has no source: Invalid input: expected object, received undefined',
    ]],
    ['a red flag without a source', (pack) => { delete pack.redFlagOutcome.source; }, [
      'problem uncited at redFlagOutcome.source: has no source: Invalid input: expected object, received undefined',
    ]],
    ['a parameter without a source', (pack) => (pack.parameters.days = { value: 3, unit: 'days', validFrom: '2026-01-01' }), [
      'problem uncited at parameters.days.source: has no source: Invalid input: expected object, received undefined',
    ]],
    ['a row that ends in nothing known', (pack) => (pack.table[0].outcome = 'gone'), [
      'problem unknown-outcome at table.0.outcome of hot: row hot names no outcome gone',
    ]],
    ['a question of no kind', (pack) => (pack.questions[2].kind = 'gone'), [
      'problem shape at questions.2.kind: cough Invalid option: expected one of "vital"|"deciding"|"surveillance"',
    ]],
    ['a status that is none', (pack) => (pack.status = 'gone'), [
      'problem shape at status: Invalid option: expected one of "draft"|"signed"|"active"|"retired"',
    ]],
    ['a row named twice', (pack) => (pack.table[1].id = 'hot'), [
      'problem duplicate-id at table.1.id of hot: hot is used twice',
    ]],
    ['a condition about nothing known', (pack) => (pack.table[0].when = { is: ['gone', true] }), [
      'problem unknown-reference at table.0.when of hot: row hot there is no question gone',
    ]],
    ['a cycle', (pack) => (pack.derived.ill = { ref: 'ill' }), [
      'problem cycle at derived.ill: rests on itself: ill → ill',
    ]],
    ['no rows', (pack) => (pack.table = 3), [
      'problem shape at table: Invalid input: expected array, received number',
    ]],
  ];

  it.each(packs)('%s', (_title, change, told) => expect(found(change)).toEqual(told));

  it.each([null, 3, 'pack', []])('%j is no pack', (raw) => {
    const { findings, valid } = analysePack(raw);
    expect(valid).toBe(false);
    expect(findings).toEqual([
      {
        severity: 'problem',
        code: 'shape',
        at: 'pack',
        rows: [],
        message: expect.stringContaining('object'),
      },
    ]);
  });
});
