import fc from 'fast-check';
import { expectedWait, toldWait, type Pace } from '../../../../src/routing/queue/estimate';

const pace = (given: Partial<Pace> = {}): Pace => ({
  windowMinutes: 60,
  taken: 20,
  serviceMinutes: 12,
  services: 20,
  overtaking: 0,
  ...given,
});

describe('the expected wait', () => {
  it.each([
    ['nobody ahead of four agents', 0, pace({ places: 4 }), 3],
    ['three ahead', 3, pace({ places: 4 }), 12],
    ['those who come later and go ahead', 3, pace({ places: 4, overtaking: 4 }), 15],
    ['one agent', 3, pace({ places: 1 }), 48],
    ['no number of agents: by what was taken', 6, pace(), 24],
    [
      'nothing seen at all: one agent, an assumed time',
      0,
      pace({ taken: 0, services: 0, serviceMinutes: undefined }),
      72,
    ],
  ])('Given %s, Then minutes', (_name, ahead, given, minutes) => {
    expect(expectedWait(ahead, given)).toBeCloseTo(minutes, 6);
  });

  it('Given nobody who could answer, Then nothing is said', () => {
    expect(expectedWait(0, pace({ places: 0 }))).toBeUndefined();
  });

  it('Given any pace, Then it is a finite time, longer the more there are ahead and shorter the more serve', () => {
    const anyPace = fc.record({
      windowMinutes: fc.integer({ min: 1, max: 600 }),
      taken: fc.nat(500),
      serviceMinutes: fc.double({ min: 0.1, max: 200, noNaN: true }),
      services: fc.nat(500),
      places: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      overtaking: fc.nat(500),
    });
    fc.assert(
      fc.property(anyPace, fc.nat(200), ({ places, ...rest }, ahead) => {
        const given: Pace = { ...rest, ...(places !== undefined && { places }) };
        const minutes = expectedWait(ahead, given)!;
        expect(Number.isFinite(minutes) && minutes > 0).toBe(true);
        expect(expectedWait(ahead + 1, given)!).toBeGreaterThan(minutes);
        if (places !== undefined) {
          expect(expectedWait(ahead, { ...given, places: places + 1 })!).toBeLessThanOrEqual(minutes);
        }
      }),
    );
  });
});

describe('the wait as it is told', () => {
  it.each([
    [0, { kind: 'soon' }],
    [5, { kind: 'soon' }],
    [5.1, { kind: 'about', minutes: 10 }],
    [12, { kind: 'about', minutes: 15 }],
    [31, { kind: 'about', minutes: 40 }],
    [60, { kind: 'about', minutes: 60 }],
    [61, { kind: 'over-an-hour' }],
  ])('Given %d minutes, Then it is said so', (minutes, told) => {
    expect(toldWait(minutes)).toEqual(told);
  });

  it('Given any wait, Then never less than expected is said', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (minutes) => {
        const told = toldWait(minutes);
        if (told.kind === 'about') expect(told.minutes).toBeGreaterThanOrEqual(minutes);
        if (told.kind === 'over-an-hour') expect(minutes).toBeGreaterThan(60);
      }),
    );
  });
});
