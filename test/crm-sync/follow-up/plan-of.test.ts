import { planOf, onsetOf, toldByDecision } from '../../../crm-sync/follow-up/plan-of';
import { packs } from '../../../settings/packs';
import type { Answers } from '../../../src/triage/pack';

const at = new Date('2026-05-04T12:00:00.000Z');
const decided = (pack: string, outcome: string, answers: Record<string, boolean | number | string>) => ({
  ...{ event: 'd1', at, pack, packVersion: '1', outcome, answers },
  disposition: 'mild' as const,
});
const healthy = { age: 30, chronic_condition: false, pregnancy_or_birth: false };

describe('the plan of a decision', () => {
  it.each<[string, string, Answers, string | undefined]>([
    ['respiratory', 'home_flu', healthy, 'covid-48h'],
    ['respiratory', 'home_flu', { ...healthy, age: 60 }, 'covid-24h'],
    ['respiratory', 'home_flu', { ...healthy, age: 59 }, 'covid-48h'],
    // The outcome asks for more care than the risk alone.
    ['respiratory', 'see_today', healthy, 'covid-24h'],
    // What is not known counts as a risk.
    ['respiratory', 'home_positive', {}, 'covid-24h'],
    ['respiratory', 'contact_watch', { ...healthy, age: 70 }, 'contact'],
    ['respiratory', 'home_cold', healthy, undefined],
    ['dengue', 'dengue_suspect_today', healthy, 'dengue-a'],
    ['dengue', 'dengue_risk_today', healthy, 'dengue-b'],
    ['general-clinic', 'medicine_60', healthy, undefined],
    ['follow-up', 'keep_48h', { ...healthy, monitored_disease: 'respiratory' }, 'covid-48h'],
    ['follow-up', 'keep_24h_dengue', { ...healthy, monitored_disease: 'dengue' }, 'dengue-24h'],
    ['follow-up', 'end_monitoring', healthy, undefined],
  ])('%s %s of %j is %s', (pack, outcome, answers, plan) => {
    expect(planOf(packs[pack]!, outcome, answers)?.id).toBe(plan);
  });
});

describe('day 0', () => {
  const plan = packs['respiratory']!.plans![0]!;
  it.each([
    [{ symptom_duration: 3 }, '2026-05-01T12:00:00.000Z'],
    [{ symptom_duration: 0 }, at.toISOString()],
    [{ symptom_duration: 'unknown' }, at.toISOString()],
    [{}, at.toISOString()],
  ])('given %j it is %s', (answers, day) => {
    expect(new Date(onsetOf(plan, answers as Answers, at.getTime())).toISOString()).toBe(day);
  });
  it('of a contact it is the contact, however long symptoms last', () => {
    const contact = packs['respiratory']!.plans!.find(({ anchor }) => anchor === 'contact')!;
    expect(onsetOf(contact, { symptom_duration: 3 }, at.getTime())).toBe(at.getTime());
  });
});

describe('what a decision tells', () => {
  it('a patient’s pack with a plan begins a monitoring', () => {
    expect(
      toldByDecision(
        packs['dengue']!,
        'room',
        decided('dengue', 'dengue_suspect_today', { ...healthy, symptom_duration: 2 }),
      ),
    ).toMatchObject({
      type: 'acolhe.follow-up.planned.v1',
      data: { disease: 'dengue', group: 'A', untilDay: 7, onset: '2026-05-02T12:00:00.000Z' },
    });
  });
  it('the follow-up pack answers it', () => {
    const answers = { ...healthy, monitored_disease: 'respiratory' };
    expect(
      toldByDecision(packs['follow-up']!, 'room', decided('follow-up', 'keep_48h', answers)),
    ).toMatchObject({
      type: 'acolhe.follow-up.answered.v1',
      data: { next: { plan: 'covid-48h', everyHours: 48 } },
    });
    expect(
      toldByDecision(packs['follow-up']!, 'room', decided('follow-up', 'end_monitoring', answers))?.data,
    ).toEqual({
      ...{ conversation: 'room', decision: 'd1', outcome: 'end_monitoring', disposition: 'mild' },
    });
  });
  it.each(['human-rescreen', 'general-clinic'])('%s says nothing of it', (pack) => {
    expect(toldByDecision(packs[pack]!, 'room', decided(pack, 'o', {}))).toBeUndefined();
  });
});
