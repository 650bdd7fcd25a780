import * as fc from 'fast-check';
import {
  calendarDay,
  classes,
  figuresOf,
  lastDay,
  median,
  type EncounterRow,
} from '../../../crm-sync/supervision/figures';

const zone = 'America/Fortaleza';
const at = (text: string) => new Date(text);
const row = (startedAt: string, changes: Partial<EncounterRow> = {}): EncounterRow => ({
  startedAt: at(startedAt),
  state: 'closed',
  containedByBot: true,
  ...changes,
});

describe('periods', () => {
  it('the last 24 hours are whole hours of the tenant’s clock, the running one included', () => {
    const period = lastDay(at('2026-05-04T15:25:00.000Z'), zone);
    expect([period.from, period.to]).toEqual([
      at('2026-05-03T16:00:00.000Z'),
      at('2026-05-04T16:00:00.000Z'),
    ]);
    const hours = figuresOf([], period).hours.map((hour) => hour.label);
    expect([hours.length, hours[0], hours.at(-1)]).toEqual([24, '13', '12']);
  });

  it.each([
    ['2026-05-04', zone, 24],
    ['2026-03-29', 'Europe/Paris', 23],
    ['2026-10-25', 'Europe/Paris', 25],
    // The clock was set forward at midnight: this day began at 01:00.
    ['2018-11-04', 'America/Sao_Paulo', 23],
    ['2018-02-17', 'America/Sao_Paulo', 25],
    ['2026-03-08', 'America/New_York', 23],
  ])('%s in %s has %i hours', (day, timeZone, hours) => {
    const period = calendarDay(day, timeZone)!;
    const figures = figuresOf([], period);
    expect(figures.hours).toHaveLength(hours);
    expect(figures.hours.filter((hour) => hour.repeated)).toHaveLength(hours === 25 ? 1 : 0);
    expect((period.to.getTime() - period.from.getTime()) / 3_600_000).toBe(hours);
  });

  it.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    'yesterday',
    '2026-05-04T00:00',
    '9999999-01-01',
  ])('there is no day %j', (day) => expect(calendarDay(day, zone)).toBeUndefined());
});

describe('figures', () => {
  const day = calendarDay('2026-05-04', zone)!;

  it.each<[string, EncounterRow[], Partial<ReturnType<typeof figuresOf>>]>([
    [
      'nothing',
      [],
      { total: 0, containment: { contained: 0, of: 0 }, firstResponse: { medianMs: undefined, n: 0 } },
    ],
    [
      'a day’s first and last moment, and those just outside',
      [
        row('2026-05-04T02:59:59.999Z'),
        row('2026-05-04T03:00:00.000Z'),
        row('2026-05-05T02:59:59.999Z'),
        row('2026-05-05T03:00:00.000Z'),
      ],
      { total: 2 },
    ],
    [
      'each disposition and none',
      [
        row('2026-05-04T12:00:00.000Z', { disposition: 'emergency' }),
        row('2026-05-04T12:00:00.000Z', { disposition: 'mild' }),
        row('2026-05-04T12:00:00.000Z', { disposition: 'mild' }),
        row('2026-05-04T12:00:00.000Z'),
      ],
      { byDisposition: { emergency: 1, moderate: 0, mild: 2, none: 1 } },
    ],
    [
      'containment: finished ones only; who waits for a person is not contained',
      [
        row('2026-05-04T12:00:00.000Z'),
        row('2026-05-04T12:00:00.000Z', { containedByBot: false }),
        row('2026-05-04T12:00:00.000Z', { state: 'bot', disposition: 'mild' }),
        row('2026-05-04T12:00:00.000Z', { state: 'bot' }),
        row('2026-05-04T12:00:00.000Z', { state: 'queued', disposition: 'moderate' }),
        row('2026-05-04T12:00:00.000Z', { state: 'served', disposition: 'moderate', containedByBot: false }),
      ],
      { total: 6, containment: { contained: 2, of: 4 } },
    ],
    [
      'the median of those answered, an answer within no time included',
      [0, 60_000, 180_000, undefined].map((firstResponseMs) =>
        row('2026-05-04T12:00:00.000Z', { firstResponseMs }),
      ),
      { firstResponse: { medianMs: 60_000, n: 3 } },
    ],
  ])('%s', (_what, rows, expected) => expect(figuresOf(rows, day)).toMatchObject(expected));

  it('counts a conversation in the hour it started', () => {
    const { hours } = figuresOf([row('2026-05-04T15:59:59.999Z', { disposition: 'moderate' })], day);
    expect(hours.filter((hour) => hour.total > 0)).toEqual([
      expect.objectContaining({ label: '12', counts: { emergency: 0, moderate: 1, mild: 0, none: 0 } }),
    ]);
  });

  const anyRow = fc.record({
    startedAt: fc.date({
      min: at('2018-02-16T00:00:00.000Z'),
      max: at('2018-02-20T00:00:00.000Z'),
      noInvalidDate: true,
    }),
    state: fc.constantFrom('bot', 'queued', 'served', 'closed'),
    disposition: fc.option(fc.constantFrom('emergency', 'moderate', 'mild'), { nil: undefined }),
    containedByBot: fc.boolean(),
    firstResponseMs: fc.option(fc.nat(10_000_000), { nil: undefined }),
  }) as fc.Arbitrary<EncounterRow>;

  it('sums equal a recount, on a day of 25 hours too', () => {
    const period = calendarDay('2018-02-17', 'America/Sao_Paulo')!;
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const figures = figuresOf(rows, period);
        const inside = rows.filter((one) => one.startedAt >= period.from && one.startedAt < period.to);
        expect(figures.total).toBe(inside.length);
        expect(figures.hours.reduce((sum, hour) => sum + hour.total, 0)).toBe(inside.length);
        for (const key of classes) {
          const recount = inside.filter((one) => (one.disposition ?? 'none') === key).length;
          expect(figures.byDisposition[key]).toBe(recount);
          expect(figures.hours.reduce((sum, hour) => sum + hour.counts[key], 0)).toBe(recount);
        }
        for (const hour of figures.hours) {
          const end = hour.start.getTime() + 3_600_000;
          expect(hour.total).toBe(
            inside.filter((one) => one.startedAt >= hour.start && one.startedAt.getTime() < end).length,
          );
        }
        const { contained, of } = figures.containment;
        expect(contained).toBeLessThanOrEqual(of);
        expect(of).toBeLessThanOrEqual(inside.length);
      }),
    );
  });

  it('the median has as many values at or below as at or above it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const middle = median(values)!;
        const below = values.filter((value) => value <= middle).length;
        const above = values.filter((value) => value >= middle).length;
        expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(values.length);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
    expect(median([])).toBeUndefined();
    expect(median([1, 2])).toBe(1.5);
  });
});
