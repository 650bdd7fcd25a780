import * as fc from 'fast-check';
import { knownEvent, type AcolheEvent } from '../../../contract/event';
import {
  foldReport,
  hiddenBelow,
  publishedEvent,
  publishedFigures,
  readTitle,
  withdrawnEvent,
} from '../../../crm-sync/reports/report';
import { calendarDay, classes, figuresOf, type Figures } from '../../../crm-sync/supervision/figures';
import { runs } from '../../support/runs';

const zone = 'America/Fortaleza';
const period = calendarDay('2026-05-04', zone)!;
const now = new Date('2026-05-05T12:00:00.000Z');

function figures(emergency: number, moderate: number, mild: number, none: number): Figures {
  const total = emergency + moderate + mild + none;
  return {
    ...figuresOf([], period),
    total,
    byDisposition: { emergency, moderate, mild, none },
    containment: { contained: 0, of: 0 },
    firstResponse: { n: 0 },
  };
}

const count = fc.oneof(fc.nat(12), fc.nat(500));
const any = fc
  .tuple(count, count, count, count, fc.nat(40), fc.nat(40), fc.nat(40))
  .map(([a, b, c, d, contained, more, n]) => ({
    ...figures(a, b, c, d),
    containment: { contained, of: contained + more },
    firstResponse: { n, medianMs: 61_234.4 },
  }));

describe('what is published', () => {
  it('tells large numbers as they are', () =>
    expect(publishedFigures(figures(10, 20, 30, 40))).toMatchObject({
      total: 100,
      byDisposition: { emergency: 10, moderate: 20, mild: 30, none: 40 },
    }));

  it.each([
    ['one small class hides the next smallest too', [3, 20, 30, 8], [null, 20, 30, null]],
    ['two small classes hide each other', [3, 2, 30, 8], [null, null, 30, 8]],
    ['two hidden that together are very few hide a third', [1, 1, 30, 8], [null, null, 30, null]],
    ['nothing is told of very few people', [1, 2, 0, 0], [null, null, null, null]],
    ['none is none', [0, 20, 30, 8], [0, 20, 30, 8]],
  ])('%s', (_name, [a = 0, b = 0, c = 0, d = 0], told) =>
    expect(Object.values(publishedFigures(figures(a, b, c, d)).byDisposition)).toEqual(told),
  );

  it('never tells a small number, nor lets one be worked out', () =>
    fc.assert(
      fc.property(any, (given) => {
        const told = publishedFigures(given);
        const { total, byDisposition, finished, contained, responses } = told;
        const cells = classes.map((name) => byDisposition[name]);
        for (const cell of [total, ...cells, finished, contained, responses])
          if (typeof cell === 'number') expect(cell === 0 || cell >= hiddenBelow).toBe(true);
        // A single hidden class would be the total less the others.
        if (typeof total === 'number') expect(cells.filter((cell) => cell === null)).not.toHaveLength(1);
        // Nor are all that are hidden so few that each is known: two who are two are one and one.
        const hidden = classes.filter((name) => byDisposition[name] === null);
        const sum = hidden.reduce((all, name) => all + given.byDisposition[name], 0);
        if (typeof total === 'number' && hidden.length > 0) expect(sum).toBeGreaterThanOrEqual(hiddenBelow);
        if (typeof finished === 'number' && typeof contained === 'number') {
          const rest = finished - contained;
          expect(rest === 0 || rest >= hiddenBelow).toBe(true);
        }
        if (given.firstResponse.n < hiddenBelow) expect(told.medianResponseMs).toBeNull();
        // What is told is true.
        for (const name of classes) {
          const cell = byDisposition[name];
          if (cell !== null) expect(cell).toBe(given.byDisposition[name]);
        }
      }),
      runs(200),
    ));
});

describe('a report', () => {
  const ids = (eventId: string) => ({ tenant: 'demo', id: 'r1', eventId, staff: 'S0000000A' });
  const input = { title: 'Segunda-feira', period, figures: figures(10, 20, 30, 40) };
  const published = knownEvent(publishedEvent(ids('e1'), input, now)) as AcolheEvent;
  const again = knownEvent(
    publishedEvent(ids('e3'), { ...input, title: 'Outro' }, new Date(now.getTime() + 1)),
  ) as AcolheEvent;
  const withdrawn = knownEvent(withdrawnEvent(ids('e2'), new Date(now.getTime() + 60_000))) as AcolheEvent;

  it('never changes; it can be withdrawn', () => {
    expect(foldReport('r1', [published])).toMatchObject({ title: 'Segunda-feira', publishedAt: now });
    const last = foldReport('r1', [withdrawn, again, published, published]);
    expect(last).toMatchObject({ title: 'Segunda-feira', figures: { total: 100 } });
    expect(last?.withdrawnAt).toEqual(new Date(now.getTime() + 60_000));
  });

  it.each([
    ['  Semana 18:   triagens ', 'Semana 18: triagens'],
    ['abc', undefined],
    ['x'.repeat(121), undefined],
    [undefined, undefined],
  ])('title %j: %j', (text, title) => expect(readTitle(text)).toBe(title));
});
