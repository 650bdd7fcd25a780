import { recordReader } from '../../../src/triage/record';
import type { Pack } from '../../../src/triage/pack';
import { choice } from './findings-of';
import { number } from './rich-pack';
import { smallPack, yesNo } from './small-pack';

const binned = {
  ...choice('b', 'low', 'high'),
  ...{ bins: [{ below: 5, choice: 'low' }, { choice: 'high' }], min: 0, max: 9 },
};
const asked = [yesNo('a'), choice('c', 'yes', 'no', 'x'), choice('k', 'x', 'y'), number('n', 0, 99)];
const records: Pack['records'] = {
  ignore: ['id'],
  codes: { a: { S: true, N: false, 9: 'unknown' }, c: { 1: 'yes', 2: 'no' }, n: { 99: 'unknown' } },
  absentIs: { k: 'x' },
};

function told(pack: Pack, row: Record<string, unknown>): string {
  const { answers, problems, unread } = recordReader(pack)(row);
  return [
    ...Object.entries(answers).map(([id, value]) => `${id}=${value}`),
    ...problems.map(({ field, reason }) => `${field} ${reason}`),
    ...unread.map((field) => `${field} unread`),
  ].join(' | ');
}

describe('A recorded row is read', () => {
  // prettier-ignore
  it.each<[Record<string, unknown>, string]>([
    [{ c: 'yes' }, 'c=yes'],
    [{ c: true }, 'c=yes'],
    [{ c: '1' }, 'c=yes'],
    [{ c: 'no' }, 'c=no'],
    [{ c: false }, 'c=no'],
    [{ c: 0 }, 'c=no'],
    [{ c: 'x' }, 'c=x'],
    [{ c: 'z' }, 'c "z" must be one of yes, no, x'],
    [{ k: true }, 'k true must be one of x, y'],
    [{ k: false }, 'k false must be one of x, y'],
    [{ k: 'unknown' }, 'k=unknown'],
    [{ b: 3 }, 'b=low'],
    [{ b: '7.5' }, 'b=high'],
    [{ b: 'low' }, 'b=low'],
    [{ b: 12 }, 'b 12 must be one of low, high'],
    [{ b: '9' }, 'b=high'],
    [{ n: '37,55' }, 'n "37,55" must be a number from 0 to 99, with a point: 37.55'],
    [{ n: 'a\u0085b' }, 'n "a?b" must be a number from 0 to 99'],
    [{ n: '1e3' }, 'n "1e3" must be a number from 0 to 99'],
    [{ n: '-0.5' }, 'n "-0.5" must be a number from 0 to 99'],
    [{ a: 'yes' }, 'a=true'],
    [{ a: 'YES' }, 'a "YES" must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ a: [] }, 'a [] must be true or false (yes, no, 1, 0 and "unknown" are taken too)'],
    [{ n: [5] }, 'n [5] must be a number from 0 to 99'],
    [{ n: true }, 'n true must be a number from 0 to 99'],
    [{ 'previous.c': 'yes' }, 'previous.c=yes'],
  ])('in the own words of a pack: %j', (row, wanted) => expect(told(smallPack([...asked, binned], []), row)).toBe(wanted));

  // prettier-ignore
  it.each<[Record<string, unknown>, string]>([
    [{ a: 'S' }, 'a=true | k=x'],
    [{ a: 'N' }, 'a=false | k=x'],
    [{ a: 9 }, 'a=unknown | k=x'],
    [{ a: true }, 'a=true | k=x'],
    [{ a: 'yes' }, 'k=x | a "yes" must be one of true, false, 1, 0, 9, S, N'],
    [{ a: 'no' }, 'k=x | a "no" must be one of true, false, 1, 0, 9, S, N'],
    [{ a: '1' }, 'a=true | k=x'],
    [{ a: 'x' }, 'k=x | a "x" must be one of true, false, 1, 0, 9, S, N'],
    [{ a: { toString: 1 } }, 'k=x | a {"toString":1} must be one of true, false, 1, 0, 9, S, N'],
    [{ c: 1 }, 'c=yes | k=x'],
    [{ c: '2' }, 'c=no | k=x'],
    [{ c: 'yes' }, 'k=x | c "yes" must be one of 1, 2'],
    [{ c: 'x' }, 'k=x | c "x" must be one of 1, 2'],
    [{ k: 'y' }, 'k=y'],
    [{ k: 'unknown' }, 'k=x | k "unknown" must be one of x, y'],
    [{ k: 'no' }, 'k=x | k "no" must be one of x, y'],
    [{ n: '5' }, 'n=5 | k=x'],
    [{ n: 99 }, 'n=unknown | k=x'],
    [{ n: 'x' }, 'k=x | n "x" must be a number from 0 to 99'],
    [{ n: 100 }, 'k=x | n 100 must be a number from 0 to 99'],
    [{ id: 3 }, 'k=x'],
    [{ other: 1 }, 'k=x | other unread'],
    [{ k: '' }, 'k=x'],
    [{ a: 'unknown' }, 'k=x | a "unknown" must be one of true, false, 1, 0, 9, S, N'],
    [{ age_months: 5 }, 'k=x | age_months unread'],
    [{ 'previous.a': 'S' }, 'previous.a=true | k=x'],
  ])('in the codes that a pack says, and in no others: %j', (row, wanted) => expect(told(smallPack(asked, [], { records }), row)).toBe(wanted));

  it.each([
    [{ x: 'no', y: 'no' }, 'no'],
    [{ x: 'no', y: 'yes' }, undefined],
    [{ x: 'no' }, undefined],
  ])('a choice that denies all its parts is no: %j', (row, wanted) => {
    const parts = [choice('x', 'yes', 'no'), choice('y', 'yes', 'no')];
    const all = { ...choice('any', 'yes', 'no'), deniedBy: ['x', 'y'] };
    expect(recordReader(smallPack([all, ...parts], []))(row).answers['any']).toBe(wanted);
  });
});
