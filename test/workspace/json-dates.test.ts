import * as fc from 'fast-check';

import { fromJson, jsonPieces, toJson } from '../../workspace/json-dates';

const data = fc.anything({
  withDate: true,
  key: fc.oneof(fc.string(), fc.constantFrom('$date', '$$date', '$')),
  values: [fc.string(), fc.boolean(), fc.integer(), fc.constant(null)],
});

describe('JSON with Dates', () => {
  it('Given any data, then they are read as they were written', () => {
    fc.assert(
      fc.property(data, (given) => {
        // fast-check makes objects without a prototype too; those come back with one
        const plain = structuredClone(given);
        // an invalid Date equals nothing, itself included: it has a test of its own
        fc.pre(!toJson({ plain }).includes('"$date":null'));
        expect(fromJson(toJson({ plain }))).toEqual({ plain });
      }),
    );
  });

  it.each([
    ['a Date', { at: new Date(5) }, '{"at":{"$date":"1970-01-01T00:00:00.005Z"}}'],
    ['data that look like a Date', { $date: 'x' }, '{"$$date":"x"}'],
  ])('writes %s so that it cannot be mistaken', (_what, given, text) => {
    expect(toJson(given)).toBe(text);
    expect(fromJson(text)).toEqual(given);
  });

  it('Given any data, then piece by piece they are the same text', () => {
    const many = fc.record({ rows: fc.array(data, { minLength: 190, maxLength: 420, size: 'max' }) });
    const joined = (given: unknown): string => [...jsonPieces(given)].join('');
    fc.assert(fc.property(data, (given) => joined({ given }) === toJson({ given })));
    fc.assert(
      fc.property(many, (rows) => joined({ rows, more: rows }) === toJson({ rows, more: rows })),
      {
        numRuns: 5,
      },
    );
  });

  it('keeps an invalid Date invalid', () => {
    expect(String(fromJson(toJson(new Date(NaN))))).toBe('Invalid Date');
  });
});
