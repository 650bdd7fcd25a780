import fc from 'fast-check';
import { cellsOf } from '../../../crm-sync/cells/count';
import { calendarDay, figuresOf, lastDay } from '../../../crm-sync/supervision/figures';
import { figuresOfCells, fitsCells } from '../../../crm-sync/supervision/figures-of-cells';
import { anyFacts } from '../cells/arbitrary-facts';

describe('the dashboard read from cells', () => {
  const from = new Date('2018-02-17T00:00:00.000Z');

  it.each(['America/Sao_Paulo', 'America/Fortaleza', 'UTC'])(
    'says what a recount says, the median within 1 %%: %s',
    (timeZone) => {
      // In São Paulo this day had 25 hours.
      const period = calendarDay('2018-02-17', timeZone)!;
      fc.assert(
        fc.property(fc.array(anyFacts(from)), (encounters) => {
          const cells = [...cellsOf(encounters)].map(([_id, figures]) => ({ _id, ...figures }));
          const { firstResponse, ...counts } = figuresOfCells(cells, period);
          const { firstResponse: truth, ...recount } = figuresOf(encounters, period);
          expect(counts).toEqual(recount);
          expect(firstResponse.n).toBe(truth.n);
          const off = Math.abs((firstResponse.medianMs ?? 0) - (truth.medianMs ?? 0));
          expect(off).toBeLessThanOrEqual((truth.medianMs ?? 0) * 0.01);
        }),
      );
    },
  );

  it.each([
    ['America/Sao_Paulo', true],
    ['Asia/Kolkata', false],
    ['Asia/Kathmandu', false],
  ])('is only possible where hours are whole hours of UTC: %s %s', (zone, expected) => {
    expect(fitsCells(calendarDay('2026-05-04', zone)!)).toBe(expected);
    expect(fitsCells(lastDay(new Date('2026-05-04T12:34:56.000Z'), zone))).toBe(expected);
  });
});
