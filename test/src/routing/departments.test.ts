import { departmentHours, routingRules } from '../../../contract/knowledge';
import { departmentBy, nextOpening } from '../../../src/routing/departments';

const rules = routingRules.parse([
  { specialty: 'obstetrics', disposition: 'emergency', department: 'Maternidade' },
  { specialty: 'obstetrics', department: 'Pré-natal' },
  { specialty: 'cardiology', department: 'Cardiologia' },
  { disposition: 'moderate', department: 'Triagem' },
]);

describe('the department of a decision', () => {
  it.each([
    ['a specialty', { disposition: 'moderate', specialty: 'cardiology' }, 'Cardiologia'],
    ['a specialty without a rule', { disposition: 'moderate', specialty: 'urology' }, 'Triagem'],
    ['no specialty', { disposition: 'moderate' }, 'Triagem'],
    ['a mild decision of a specialty', { disposition: 'mild', specialty: 'obstetrics' }, 'Pré-natal'],
    ['nothing that holds', { disposition: 'mild' }, undefined],
    ['an emergency a rule names', { disposition: 'emergency', specialty: 'obstetrics' }, 'Maternidade'],
    ['an emergency no rule names', { disposition: 'emergency', specialty: 'cardiology' }, undefined],
  ] as const)('Given %s, Then it is by the first rule that holds', (_name, decided, department) => {
    expect(departmentBy(rules, decided)).toBe(department);
  });
});

describe('the next opening', () => {
  const [hours] = departmentHours.parse([
    {
      ...{ department: 'Triagem', timeZone: 'America/Fortaleza' },
      weekly: [
        {
          days: [1, 2, 3, 4, 5],
          open: [
            { from: '13:00', to: '18:00' },
            { from: '08:00', to: '12:00' },
          ],
        },
        { days: [6], open: [{ from: '20:00', to: '24:00' }] },
      ],
      holidays: [{ date: '2026-11-23' }, { date: '2026-11-22', open: [{ from: '09:00', to: '10:00' }] }],
    },
  ]);
  // three hours behind UTC; the 20th is a Friday
  it.each([
    ['open', '2026-11-20T11:00:00.000Z', undefined],
    ['its last minute', '2026-11-20T14:59:00.000Z', undefined],
    ['the pause at noon', '2026-11-20T15:00:00.000Z', { date: '2026-11-20', time: '13:00' }],
    [
      'before it opens, the day before in UTC',
      '2026-11-20T02:59:00.000Z',
      { date: '2026-11-20', time: '08:00' },
    ],
    ['Friday evening', '2026-11-20T21:00:00.000Z', { date: '2026-11-21', time: '20:00' }],
    ['open until midnight', '2026-11-22T02:59:00.000Z', undefined],
    ['a Sunday with hours of its own', '2026-11-22T03:00:00.000Z', { date: '2026-11-22', time: '09:00' }],
    ['after it, before a holiday', '2026-11-22T13:00:00.000Z', { date: '2026-11-24', time: '08:00' }],
  ])('Given %s, Then it is by the department’s own clock', (_name, at, opening) => {
    expect(nextOpening(hours!, at)).toEqual(opening);
  });

  it.each([
    ['a zone nobody knows', { timeZone: 'Mars/Olympus' }],
    ['no hours at all', { weekly: [] }],
  ])('Given %s, Then none is named', (_name, change) => {
    expect(nextOpening({ ...hours!, holidays: [], ...change }, '2026-11-22T13:00:00.000Z')).toBeUndefined();
  });
});
