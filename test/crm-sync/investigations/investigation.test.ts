import * as fc from 'fast-check';
import { knownEvent, type AcolheEvent } from '../../../contract/event';
import {
  closedEvent,
  foldInvestigation,
  investigationDays,
  isCase,
  isOpen,
  openedEvent,
  periodOf,
  readAsked,
} from '../../../crm-sync/investigations/investigation';
import { notifiableDiseases } from '../../../settings/notifiable-diseases';
import { packs } from '../../../settings/packs';

const zone = 'America/Fortaleza';
const now = new Date('2026-05-04T12:00:00.000Z');
const good = {
  disease: 'covid-19',
  fromDay: '2026-05-01',
  toDay: '2026-05-04',
  reason: 'Busca de contatos de um surto numa escola.',
};
const at = (ms: number) => new Date(now.getTime() + ms);
const dayMs = 86_400_000;
const ids = (eventId: string) => ({ tenant: 'demo', id: 'i1', eventId, staff: 'S0000000A' });
const opened = knownEvent(openedEvent(ids('e1'), good, now)) as AcolheEvent;
const closed = knownEvent(closedEvent(ids('e2'), at(dayMs))) as AcolheEvent;

describe('asking for an investigation', () => {
  it('takes one that is complete, its reason trimmed', () =>
    expect(readAsked({ ...good, reason: `  ${good.reason} ` }, now, zone)).toEqual({
      ok: true,
      asked: good,
    }));

  it.each([
    [{ disease: 'gripe' }, 'disease'],
    [{ disease: undefined }, 'disease'],
    [{ fromDay: '' }, 'period'],
    [{ fromDay: '2026-02-30' }, 'period'],
    [{ fromDay: '2026-05-05' }, 'period'],
    [{ toDay: '2026-05-05' }, 'period-future'],
    [{ fromDay: '2026-02-01', toDay: '2026-05-04' }, 'period-long'],
    [{ reason: 'curiosidade' }, 'reason'],
    [{ reason: ' '.repeat(40) }, 'reason'],
    [{ reason: 'x'.repeat(1_001) }, 'reason'],
  ])('refuses %j: %s', (change, problem) =>
    expect(readAsked({ ...good, ...change }, now, zone)).toEqual({ ok: false, problem }),
  );

  it('counts days on the tenant’s clock', () => {
    const lateEvening = new Date('2026-05-05T01:00:00.000Z');
    expect(readAsked({ ...good, toDay: '2026-05-05' }, lateEvening, zone)).toMatchObject({ ok: false });
    expect(readAsked({ ...good, toDay: '2026-05-05' }, lateEvening, 'UTC')).toMatchObject({ ok: true });
    expect(periodOf(good, zone)).toEqual({
      from: new Date('2026-05-01T03:00:00.000Z'),
      to: new Date('2026-05-05T03:00:00.000Z'),
    });
  });
});

describe('an investigation', () => {
  it('is open for seven days, or until it is ended', () => {
    const running = foldInvestigation('i1', [opened])!;
    expect(isOpen(running, at(investigationDays * dayMs - 1))).toBe(true);
    expect(isOpen(running, at(investigationDays * dayMs))).toBe(false);
    expect(isOpen(foldInvestigation('i1', [opened, closed])!, at(1))).toBe(false);
  });

  it('is the same from its events in any order and number, and cannot be opened a second time', () => {
    const longer = knownEvent(
      openedEvent({ ...ids('e3'), staff: 'S0000000B' }, { ...good, fromDay: '2026-03-01' }, at(dayMs * 2)),
    ) as AcolheEvent;
    const all = [opened, closed, longer];
    const expected = foldInvestigation('i1', all);
    expect(expected).toMatchObject({ staff: 'S0000000A', fromDay: '2026-05-01', closedAt: at(dayMs) });
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 6 }), (events) => {
        expect(foldInvestigation('i1', events)).toEqual(expected);
      }),
    );
  });

  it('is none before it was opened', () => expect(foldInvestigation('i1', [closed])).toBeUndefined());
});

describe('what counts as a case', () => {
  it.each(notifiableDiseases)(
    '$id names outcomes and questions its packs have',
    ({ cases, icd10, source }) => {
      expect(cases.length).toBeGreaterThan(0);
      expect(source).toContain('Portaria');
      for (const code of icd10) expect(code).toMatch(/^[A-Z]\d\d(\.\d)?$/);
      for (const { pack, outcomes, withFinding = [] } of cases) {
        const known = packs[pack]!;
        expect(known.outcomes.map(({ id }) => id)).toEqual(expect.arrayContaining([...outcomes]));
        expect(known.questions.map(({ id }) => id)).toEqual(expect.arrayContaining([...withFinding]));
      }
    },
  );

  const covid = notifiableDiseases.find(({ id }) => id === 'covid-19')!.cases;
  it.each([
    ['consultation_surveillance_2', [], true],
    ['surveillance', ['cough'], false],
    ['less_15', ['cough'], false],
    // breathless from whatever cause
    ['SAMU', ['breathlessness'], false],
    ['SAMU', ['breathlessness', 'cough'], true],
  ])('COVID-19: outcome %s with %j: %s', (outcome, findings, expected) =>
    expect(isCase(covid, { pack: 'fr-covid-2020', outcome, findings })).toBe(expected),
  );
  it('needs the pack itself', () =>
    expect(isCase(covid, { pack: 'x', outcome: 'consultation_surveillance_2', findings: [] })).toBe(false));
});
