import type { Condition } from '../../../settings/pack-condition';
import { truthOfFacts, type Facts, type Truth } from '../../../src/safety/truth';

const yes: Condition = { is: ['there', true] };
const no: Condition = { is: ['not-there', true] };
const unknown: Condition = { is: ['untold', true] };
const facts: Facts = {
  is: (id) => (id === 'untold' ? undefined : id === 'there'),
  gte: (id, limit) => (id === 'number' ? 5 >= limit : undefined),
  lt: (id, limit) => (id === 'number' ? 5 < limit : undefined),
};

describe('Conditions over facts that may be unknown', () => {
  it.each<[string, Condition, Truth]>([
    ['a yes', yes, true],
    ['a no', no, false],
    ['an unknown', unknown, undefined],
    ['5 of at least 5', { gte: ['number', 5] }, true],
    ['5 of at least 6', { gte: ['number', 6] }, false],
    ['5 below 6', { lt: ['number', 6] }, true],
    ['5 below 5', { lt: ['number', 5] }, false],
    ['a number nobody told', { lt: ['other', 5] }, undefined],
    ['always', { always: true }, true],
    ['not yes', { not: yes }, false],
    ['not no', { not: no }, true],
    ['not unknown', { not: unknown }, undefined],
    ['yes and yes', { all: [yes, yes] }, true],
    ['yes and no', { all: [yes, no] }, false],
    ['unknown and no', { all: [unknown, no] }, false],
    ['yes and unknown', { all: [yes, unknown] }, undefined],
    ['no or yes', { any: [no, yes] }, true],
    ['no or no', { any: [no, no] }, false],
    ['unknown or yes', { any: [unknown, yes] }, true],
    ['no or unknown', { any: [no, unknown] }, undefined],
    ['2 of yes, no, yes', { atLeast: [2, yes, no, yes] }, true],
    ['2 of yes, no, no', { atLeast: [2, yes, no, no] }, false],
    ['2 of yes, no, unknown', { atLeast: [2, yes, no, unknown] }, undefined],
    ['2 of no, no, unknown', { atLeast: [2, no, no, unknown] }, false],
    ['a reference, which is nobody here', { ref: 'elsewhere' }, undefined],
  ])('%s', (_name, condition, expected) => {
    expect(truthOfFacts(condition, facts)).toBe(expected);
  });

  it('tells the wanted values of an answer without its id', () => {
    const asked: unknown[] = [];
    const asking: Facts = { ...facts, is: (...told) => void asked.push(told) };
    truthOfFacts({ is: ['colour', 'red', 'blue'] }, asking);
    expect(asked).toEqual([['colour', ['red', 'blue']]]);
  });
});
