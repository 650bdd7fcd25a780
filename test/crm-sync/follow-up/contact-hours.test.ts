import fc from 'fast-check';
import { tenantSchema } from '../../../crm-sync/config/config';
import { clockTime, mayContact } from '../../../crm-sync/follow-up/contact-hours';
import { runs } from '../../support/runs';

const inFortaleza = { timeZone: 'America/Fortaleza' };
const at = (time: string, zone = '-03:00'): Date => new Date(`2026-05-04T${time}:00.000${zone}`);

describe('the hours in which the bot asks of its own accord', () => {
  it.each([
    ['07:59', false],
    ['08:00', true],
    ['19:59', true],
    ['20:00', false],
    ['00:00', false],
    ['23:59', false],
  ])('as the product has them, %s: %s', (time, may) => {
    expect(mayContact(inFortaleza, at(time))).toBe(may);
  });
  it('are those of the tenant’s clocks, not of the server’s', () => {
    const morning = at('08:30');
    expect(mayContact({ timeZone: 'America/Rio_Branco' }, morning)).toBe(false);
    expect(mayContact({ timeZone: 'America/Noronha' }, morning)).toBe(true);
  });
  it('are the tenant’s own; from 00:00 to 24:00 is always', () => {
    const contactHours = { from: '09:30', to: '18:00' };
    expect(
      ['09:29', '09:30', '17:59', '18:00'].map((time) =>
        mayContact({ ...inFortaleza, contactHours }, at(time)),
      ),
    ).toEqual([...[false, true, true, false]]);
    const always = { ...inFortaleza, contactHours: { from: '00:00', to: '24:00' } };
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), (when) => mayContact(always, when)));
  });
  it('whatever the zone, an hour of every day is quiet and one is not', () => {
    const zones = [
      'America/Fortaleza',
      'America/Rio_Branco',
      'Europe/Lisbon',
      'Asia/Kathmandu',
      'Pacific/Apia',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1e12 }), (timeZone, startMs) => {
        const day = Array.from({ length: 24 }, (_, hour) => new Date(startMs + hour * 3_600_000));
        const may = day.map((when) => mayContact({ timeZone }, when));
        expect(new Set(may)).toEqual(new Set([true, false]));
        day.forEach((when, hour) =>
          expect(may[hour]).toBe(
            Number(clockTime(timeZone, when).slice(0, 2)) >= 8 &&
              Number(clockTime(timeZone, when).slice(0, 2)) < 20,
          ),
        );
      }),
      runs(50),
    );
  });
});

describe('the setting', () => {
  const { contactHours } = tenantSchema.shape;
  it.each([{ from: '08:00', to: '20:00' }, { from: '00:00', to: '24:00' }, undefined])(
    '%j is one',
    (hours) => {
      expect(contactHours.safeParse(hours).success).toBe(true);
    },
  );
  it.each([
    { from: '8:00', to: '20:00' },
    { from: '20:00', to: '08:00' },
    { from: '08:00', to: '08:00' },
    { from: '08:00', to: '24:30' },
    { from: '08:00' },
    { from: '08:00', to: '20:00', on: 'weekdays' },
  ])('%j is none', (hours) => {
    expect(contactHours.safeParse(hours).success).toBe(false);
  });
});
