import { routingRules, type RoutingRules } from '../../../contract/knowledge';
import { placesFor, type Situation } from '../../../src/routing/route';

const monday = '2026-01-05T12:00:00.000Z';
const someone: Situation = { urgency: 'yellow', language: 'pt-BR', at: monday };
const byDefault = ['general', 'urgent'];
const rules = (list: unknown[]): RoutingRules => routingRules.parse(list);
const goesTo = (list: unknown[], more: Partial<Situation>): string | undefined =>
  placesFor(rules(list), { ...someone, ...more }, { byDefault }).department;

describe('which rule holds', () => {
  it.each([
    ['a specialty', { specialty: 'cardiology' }, { disposition: 'moderate', specialty: 'cardiology' }],
    ['an outcome', { outcomes: ['dengue_a'] }, { disposition: 'mild', outcome: 'dengue_a' }],
    ['an urgency', { urgencies: ['orange', 'yellow'] }, {}],
    ['a municipality', { municipalities: ['3550308'] }, { municipality: '3550308' }],
    ['a language', { languages: ['es'] }, { language: 'es' }],
    ['a channel', { channels: ['sms'] }, { channel: 'sms' }],
    ['an age', { age: { from: 60 } }, { ageYears: 60 }],
    ['an age whose last year is not over', { age: { to: 11 } }, { ageYears: 11.9 }],
    ['a weekday', { when: { timeZone: 'America/Sao_Paulo', days: [1] } }, {}],
    ['an hour', { when: { timeZone: 'America/Sao_Paulo', open: [{ from: '09:00', to: '10:00' }] } }, {}],
    [
      'all of several',
      { specialty: 'cardiology', age: { from: 60 }, languages: ['pt-BR'] },
      { specialty: 'cardiology', ageYears: 71 },
    ],
  ] as const)('Given a rule about %s, Then it holds of whom it is about', (_name, rule, told) => {
    expect(goesTo([{ ...rule, department: 'There' }], told as Partial<Situation>)).toBe('There');
  });

  it.each([
    ['another specialty', { specialty: 'cardiology' }, { specialty: 'urology' }],
    ['a municipality nobody told', { municipalities: ['3550308'] }, {}],
    ['an age nobody told', { age: { to: 11 } }, {}],
    ['who is too old', { age: { to: 11 } }, { ageYears: 12 }],
    ['another weekday', { when: { timeZone: 'America/Sao_Paulo', days: [7] } }, {}],
    [
      'an hour that is over by its own clock',
      { when: { timeZone: 'America/Sao_Paulo', open: [{ from: '12:00', to: '18:00' }] } },
      {},
    ],
    ['a zone nobody knows', { when: { timeZone: 'Mars/Olympus' } }, {}],
    [
      'one of several that does not hold',
      { specialty: 'cardiology', languages: ['en'] },
      { specialty: 'cardiology' },
    ],
    [
      'an emergency that the rule does not name',
      { languages: ['pt-BR'] },
      { disposition: 'emergency', urgency: 'red' },
    ],
  ] as const)('Given %s, Then it does not', (_name, rule, told) => {
    expect(goesTo([{ ...rule, department: 'There' }], told as Partial<Situation>)).toBeUndefined();
  });

  it('Given two that hold, Then it is the first; what is as old as the first release still holds', () => {
    const two = [
      { disposition: 'moderate', department: 'First' },
      { specialty: 'cardiology', department: 'Second' },
    ];
    expect(goesTo(two, { disposition: 'moderate', specialty: 'cardiology' })).toBe('First');
  });

  it.each([
    [{ disposition: 'emergency' }, { disposition: 'emergency' }],
    [{ urgencies: ['red'] }, { urgency: 'red' }],
  ] as const)('Given a rule %j, Then it holds of emergencies', (rule, told) => {
    expect(goesTo([{ ...rule, department: 'PS' }], { urgency: 'red', ...told })).toBe('PS');
  });
});

describe('what a rule leads to', () => {
  const whole = {
    ...{ id: 'heart', specialty: 'cardiology', department: 'Cardio', agent: 'dra.ana', tags: ['heart'] },
    ladder: { departments: ['Clinic', 'general'], onCall: 'Shift', callBack: false },
  };
  const heart = { specialty: 'cardiology', disposition: 'moderate' } as const;

  it('Given a whole ladder, Then its rungs in order, and the departments of the settings at the end', () => {
    expect(placesFor(rules([whole]), { ...someone, ...heart }, { byDefault, agents: ['joao'] })).toEqual({
      ...{ rule: 'heart', department: 'Cardio', urgency: 'yellow', tags: ['heart'], offers: ['appointment'] },
      rungs: [
        { kind: 'person', place: 'joao' },
        { kind: 'person', place: 'dra.ana' },
        { kind: 'department', place: 'Cardio' },
        { kind: 'department', place: 'Clinic' },
        { kind: 'department', place: 'general' },
        { kind: 'on-call', place: 'Shift' },
        { kind: 'department', place: 'urgent', spare: true },
      ],
    });
  });

  it('Given one department by several names, Then it is one rung', () => {
    const called = (place: string): string => (['urgent', 'general'].includes(place) ? 'Only' : place);
    const places = placesFor(rules([{ languages: ['pt-BR'], department: 'Only' }]), someone, {
      ...{ byDefault, called },
    });
    expect(places.rungs).toEqual([{ kind: 'department', place: 'Only' }]);
  });

  it('Given no rule, Then the departments of the settings, and both may be asked for', () => {
    expect(placesFor([], someone, { byDefault })).toEqual({
      ...{ urgency: 'yellow', tags: [], offers: ['appointment', 'call-back'] },
      rungs: [
        { kind: 'department', place: 'general' },
        { kind: 'department', place: 'urgent', spare: true },
      ],
    });
  });

  it.each([
    ['green', 'orange', 'orange'],
    ['orange', 'blue', 'orange'],
  ] as const)('Given %s and a priority of %s, Then it is %s', (urgency, priority, is) => {
    const places = placesFor(
      rules([{ languages: ['pt-BR'], department: 'x', priority }]),
      { ...someone, urgency },
      { byDefault },
    );
    expect(places.urgency).toBe(is);
    expect(places.offers).toEqual([]);
  });

  it('Given a rule without a name, Then it is called by its place', () => {
    const places = placesFor(
      rules([
        { languages: ['en'], department: 'x' },
        { languages: ['pt-BR'], department: 'y' },
      ]),
      someone,
      { byDefault },
    );
    expect(places.rule).toBe('2');
  });
});

describe('rules that cannot be', () => {
  it.each([
    ['no condition', { department: 'x' }],
    ['an age that ends before it begins', { age: { from: 9, to: 2 }, department: 'x' }],
    ['no code of a municipality', { municipalities: ['Recife'], department: 'x' }],
    ['an urgency nobody knows', { urgencies: ['pink'], department: 'x' }],
    ['something unknown', { languages: ['en'], department: 'x', colour: 'red' }],
  ])('Given %s, Then it is refused', (_name, rule) => {
    expect(routingRules.safeParse([rule]).success).toBe(false);
  });

  it('Given two of a name, Then they are refused', () => {
    const one = { id: 'a', languages: ['en'], department: 'x' };
    expect(routingRules.safeParse([one, one]).success).toBe(false);
  });
});
