import fc from 'fast-check';
import type { EventEnvelope } from '../../../contract/event';
import { foldPatient } from '../../../crm-sync/identity/patient-fold';

const P = '7K3M-9QX2-H';
let count = 0;
function event(minute: number, type: string, data: Record<string, unknown>): EventEnvelope {
  const time = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const source = '/tenants/t1/crm';
  return {
    specversion: '1.0',
    id: `e${(count += 1)}`,
    source,
    type: `acolhe.${type}.v1`,
    subject: `patient/${P}`,
    time,
    data,
  };
}
const registered = event(0, 'patient.registered', {
  patientId: P,
  mintedBy: 'crm',
  visitor: { workspace: 'w', id: 'v' },
});
const linked = (minute: number, into: string, by: 'match' | 'staff') =>
  event(minute, 'patient.linked', {
    into,
    by,
    ...(by === 'match' ? { key: 'cpf' } : { staff: 's', reason: 'r' }),
  });
const unlinked = (minute: number, from: string) =>
  event(minute, 'patient.unlinked', { from, staff: 's', reason: 'r' });
const linksOf = (...events: EventEnvelope[]) => {
  const { links, apart } = foldPatient(P, [registered, ...events]);
  return [links.map((link) => link.to), apart];
};

describe('links', () => {
  it.each([
    ['a match links', [linked(1, 'Q', 'match')], [['Q'], []]],
    ['twice is once', [linked(1, 'Q', 'match'), linked(2, 'Q', 'staff')], [['Q'], []]],
    ['never with itself', [linked(1, P, 'staff')], [[], []]],
    ['staff separate', [linked(1, 'Q', 'match'), unlinked(2, 'Q')], [[], ['Q']]],
    [
      'no match undoes that',
      [linked(1, 'Q', 'match'), unlinked(2, 'Q'), linked(3, 'Q', 'match')],
      [[], ['Q']],
    ],
    ['staff do', [unlinked(2, 'Q'), linked(3, 'Q', 'staff')], [['Q'], []]],
    ['others stay', [linked(1, 'Q', 'match'), linked(1, 'R', 'match'), unlinked(2, 'Q')], [['R'], ['Q']]],
  ] as const)('%s', (_name, events, wanted) => expect(linksOf(...events)).toEqual(wanted));
});

describe('what is said of them', () => {
  const corrected = (minute: number, fields: Record<string, unknown>) =>
    event(minute, 'patient.corrected', { staff: 's', fields });
  it('corrections are facts of staff, withdrawn ones say nothing', () => {
    const { facts } = foldPatient(P, [
      registered,
      corrected(1, { name: 'Ana', phones: ['1', '2'] }),
      corrected(2, { name: null }),
    ]);
    expect(facts.map(({ field, values, origin }) => [field, values, origin.staff])).toEqual([
      ['name', ['Ana'], 's'],
      ['phones', ['1', '2'], 's'],
      ['name', [], 's'],
    ]);
  });

  it('the erased have neither facts nor notes, whatever comes after', () => {
    const erased = event(3, 'patient.erased', {});
    const note = (minute: number) =>
      event(minute, 'note.written', { noteId: `n${minute}`, staff: 's', text: 'x' });
    const fold = foldPatient(P, [registered, corrected(1, { name: 'Ana' }), note(2), erased, note(4)]);
    expect([fold.facts, fold.notes, fold.erasedAt?.toISOString()]).toEqual([[], [], erased.time]);
  });
});

it('order of arrival and repetition do not matter', () => {
  const kinds = fc.constantFrom('match', 'staff', 'unlinked');
  const step = fc.record({ minute: fc.nat(20), kind: kinds, other: fc.constantFrom('Q', 'R', 'S') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), fc.infiniteStream(fc.nat()), (steps, order) => {
      const events = [
        registered,
        ...steps.map(({ minute, kind, other }) =>
          kind === 'unlinked' ? unlinked(minute, other) : linked(minute, other, kind as 'match'),
        ),
      ];
      const shuffled = [...events, ...events]
        .map((one) => [order.next().value, one] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
      expect(foldPatient(P, shuffled)).toEqual(foldPatient(P, events));
    }),
  );
});

it('without a registration nobody is registered', () => {
  expect(foldPatient(P, [linked(1, 'Q', 'staff')]).registered).toBeUndefined();
});
