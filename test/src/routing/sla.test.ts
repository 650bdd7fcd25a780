import fc from 'fast-check';
import { departmentHours } from '../../../contract/knowledge';
import { afterOpenMs, openMsBetween } from '../../../src/routing/open-time';
import { readSla, slaSteps, type SlaWait } from '../../../src/routing/sla';
import { targetMinutes, type Urgency, urgencyRank } from '../../../src/routing/urgency';

/** Monday to Friday 08:00 to 18:00, a night shift on Saturdays, UTC−3; 2026-11-23 is a Monday. */
const [hours] = departmentHours.parse([
  {
    ...{ department: 'Clínica', timeZone: 'America/Sao_Paulo' },
    weekly: [
      {
        days: [1, 2, 3, 4, 5],
        open: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '18:00' },
        ],
      },
      { days: [6], open: [{ from: '22:00', to: '24:00' }] },
      { days: [7], open: [{ from: '00:00', to: '02:00' }] },
    ],
    holidays: [{ date: '2026-11-25', name: 'Dia da cidade' }],
  },
]);
const local = (day: string, time: string) => `2026-11-${day}T${time}:00.000-03:00`;
const utc = (text: string) => new Date(text).toISOString();

type Row = [
  name: string,
  wait: Omit<SlaWait, 'targets'> & { targets?: SlaWait['targets'] },
  due: readonly string[],
  nextAt: string | undefined,
];

const rows: Row[] = [
  // the wall clock of who is pressing
  [
    'red, just come',
    { urgency: 'red', since: local('23', '09:00'), now: local('23', '09:00') },
    [],
    '2026-11-23T12:00:48.000Z',
  ],
  [
    'red, a minute',
    { urgency: 'red', since: local('23', '09:00'), now: local('23', '09:01') },
    ['warn', 'breach'],
    '2026-11-23T12:02:00.000Z',
  ],
  [
    'orange at 7 min 59 s',
    { urgency: 'orange', since: '2026-11-23T12:00:00.000Z', now: '2026-11-23T12:07:59.000Z' },
    [],
    '2026-11-23T12:08:00.000Z',
  ],
  [
    'orange at 8 min',
    { urgency: 'orange', since: '2026-11-23T12:00:00.000Z', now: '2026-11-23T12:08:00.000Z' },
    ['warn'],
    '2026-11-23T12:10:00.000Z',
  ],
  [
    'orange by night, closed',
    { urgency: 'orange', since: local('24', '03:00'), now: local('24', '03:10'), hours },
    ['warn', 'breach'],
    utc(local('24', '03:20')),
  ],
  // told already
  [
    'orange, warned',
    {
      urgency: 'orange',
      since: local('23', '09:00'),
      now: local('23', '09:10'),
      told: { step: 'warn', urgency: 'orange' },
    },
    ['breach'],
    utc(local('23', '09:20')),
  ],
  [
    'orange, all told',
    {
      urgency: 'orange',
      since: local('23', '09:00'),
      now: local('23', '11:00'),
      told: { step: 'again', urgency: 'orange' },
    },
    [],
    undefined,
  ],
  // hours
  [
    'green within a morning',
    { urgency: 'green', since: local('23', '08:00'), now: local('23', '09:36'), hours },
    ['warn'],
    utc(local('23', '10:00')),
  ],
  [
    'green over lunch',
    { urgency: 'green', since: local('23', '11:00'), now: local('23', '13:35'), hours },
    [],
    utc(local('23', '13:36')),
  ],
  [
    'green from before closing, overnight',
    { urgency: 'green', since: local('23', '17:00'), now: local('24', '07:59'), hours },
    [],
    utc(local('24', '08:36')),
  ],
  [
    'green, the next morning',
    { urgency: 'green', since: local('23', '17:00'), now: local('24', '09:00'), hours },
    ['warn', 'breach'],
    utc(local('24', '11:00')),
  ],
  [
    'green before a day that is closed',
    { urgency: 'green', since: local('24', '17:30'), now: local('26', '07:00'), hours },
    [],
    utc(local('26', '09:06')),
  ],
  [
    'yellow over midnight, open on both sides',
    { urgency: 'yellow', since: local('28', '23:30'), now: local('29', '00:30'), hours },
    ['warn', 'breach'],
    utc(local('29', '01:30')),
  ],
  [
    'yellow, come when it is closed',
    { urgency: 'yellow', since: local('23', '06:00'), now: local('23', '08:30'), hours },
    [],
    utc(local('23', '08:48')),
  ],
  [
    'yellow without published hours',
    { urgency: 'yellow', since: local('23', '02:00'), now: local('23', '02:48') },
    ['warn'],
    utc(local('23', '03:00')),
  ],
  // more urgent while waiting: from the original start
  [
    'green warned, now orange',
    {
      urgency: 'orange',
      since: local('23', '09:00'),
      now: local('23', '09:09'),
      told: { step: 'warn', urgency: 'green' },
    },
    ['warn'],
    utc(local('23', '09:10')),
  ],
  [
    'green for long, now red',
    {
      urgency: 'red',
      since: local('23', '09:00'),
      now: local('23', '10:40'),
      told: { step: 'warn', urgency: 'green' },
    },
    ['warn', 'breach', 'again'],
    undefined,
  ],
  [
    'less urgent now: not told again',
    {
      urgency: 'green',
      since: local('23', '09:00'),
      now: local('23', '09:30'),
      told: { step: 'breach', urgency: 'orange' },
    },
    [],
    utc(local('23', '13:00')),
  ],
  // clocks
  [
    'a clock that went back',
    { urgency: 'orange', since: local('23', '09:00'), now: local('23', '08:00') },
    [],
    utc(local('23', '09:08')),
  ],
  [
    'after a long outage',
    { urgency: 'orange', since: local('23', '09:00'), now: local('24', '09:00') },
    ['warn', 'breach', 'again'],
    undefined,
  ],
  // a tenant's own targets
  [
    'a target of its own',
    { urgency: 'green', since: local('23', '09:00'), now: local('23', '09:24'), targets: { green: 30 } },
    ['warn'],
    utc(local('23', '09:30')),
  ],
  [
    'no clock for blue',
    { urgency: 'blue', since: local('23', '09:00'), now: local('26', '09:00'), targets: { blue: 0 } },
    [],
    undefined,
  ],
];

describe('the clock of a wait', () => {
  it.each(rows)('Given %s', (_name, wait, due, nextAt) => {
    const read = readSla({ targets: {}, ...wait, since: utc(wait.since), now: utc(wait.now) });
    expect([read.due, read.nextAt]).toEqual([due, nextAt]);
  });

  it('tells minutes that count, and the target', () => {
    const wait = {
      urgency: 'green',
      since: utc(local('23', '17:00')),
      now: utc(local('24', '08:10')),
    } as const;
    expect(readSla({ ...wait, targets: {}, hours })).toMatchObject({ targetMinutes: 120, waitedMinutes: 70 });
  });

  it('Given hours that never open, then all time counts: nobody is forgotten', () => {
    const never = { ...hours!, weekly: [], holidays: [] };
    const wait = {
      ...({ urgency: 'green', targets: {}, hours: never } as const),
      ...{ since: utc(local('23', '09:00')), now: utc(local('23', '10:40')) },
    };
    expect(readSla(wait)).toMatchObject({ due: ['warn'], nextAt: utc(local('23', '11:00')) });
  });
});

const instants = fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2027, 2, 1) });
const zones = fc.constantFrom(
  'America/Sao_Paulo',
  'America/New_York',
  'Asia/Kolkata',
  'UTC',
  'Nowhere/At_All',
);
const minute = fc.integer({ min: 0, max: 1439 });
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
const someHours = fc
  .record({
    timeZone: zones,
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    open: fc.array(fc.tuple(minute, minute), { minLength: 1, maxLength: 3 }),
  })
  .map(({ timeZone, days, open }) => {
    const spans = open.map(([a, b]) => ({
      from: clock(Math.min(a, b)),
      to: a === b ? '24:00' : clock(Math.max(a, b)),
    }));
    return { department: 'x', timeZone, weekly: [{ days, open: spans }], holidays: [] };
  });

describe('open time', () => {
  it('is as long as was asked for, at the first instant when it is', () => {
    fc.assert(
      fc.property(someHours, instants, fc.integer({ min: 1, max: 6 * 3_600_000 }), (some, from, needed) => {
        const at = afterOpenMs(some, from, needed);
        if (at === undefined) return; // a minute a week
        expect(openMsBetween(some, from, at)).toBe(needed);
        expect(openMsBetween(some, from, at - 1)).toBe(needed - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up, never goes back and is never longer than the time itself', () => {
    fc.assert(
      fc.property(someHours, instants, fc.nat(3 * 86_400_000), fc.nat(3 * 86_400_000), (some, from, a, b) => {
        const [first, second] = [
          openMsBetween(some, from, from + a),
          openMsBetween(some, from + a, from + a + b),
        ];
        expect(openMsBetween(some, from, from + a + b)).toBe(first + second);
        expect(first).toBeLessThanOrEqual(a);
        expect(first).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('looking only when it is time', () => {
  const urgencies = Object.keys(targetMinutes) as Urgency[];
  it('tells each step once, in order, by looking at `nextAt` alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...urgencies), instants, someHours, (urgency, sinceMs, some) => {
        const since = new Date(sinceMs).toISOString();
        let [now, told, steps]: [string, SlaWait['told'], string[]] = [since, undefined, []];
        for (let look = 0; look < 10; look += 1) {
          const { due, nextAt } = readSla({ urgency, targets: {}, since, now, hours: some, told });
          steps = [...steps, ...due];
          const last = due.at(-1);
          if (last) told = { step: last, urgency };
          if (!nextAt) break;
          expect(nextAt > now).toBe(true);
          now = nextAt;
        }
        if (urgencyRank[urgency] <= 1) expect(steps).toEqual(slaSteps);
        else expect(steps).toEqual(slaSteps.slice(0, steps.length));
      }),
      { numRuns: 100 },
    );
  });
});
