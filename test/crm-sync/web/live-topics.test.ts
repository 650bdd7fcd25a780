import { changedRows, topicsFor, topicsOf, type PulseRow } from '../../../crm-sync/web/live-topics';

const row = (_id: string, changes: Partial<PulseRow> = {}): PulseRow => ({
  _id,
  version: 1,
  state: 'bot',
  ...changes,
});
const byId = (...rows: PulseRow[]) => new Map(rows.map((one) => [one._id, one]));

describe('topics', () => {
  it('name each patient once', () =>
    expect(topicsOf(['p1', undefined, 'p1', 'p2'])).toEqual([
      'queue',
      'tasks',
      'dashboard',
      'patients',
      'patients/p1',
      'patients/p2',
    ]));

  it.each([
    ['attendant', ['queue', 'tasks', 'patients', 'patients/p1']],
    ['manager', ['queue', 'tasks', 'dashboard', 'patients', 'patients/p1']],
  ] as const)('reach an %s only where that role may look', (role, expected) =>
    expect(topicsFor(role, topicsOf(['p1']))).toEqual(expected),
  );
});

describe('changed conversations', () => {
  const cases: [string, PulseRow[], PulseRow[], PulseRow[]][] = [
    ['nothing', [row('a')], [row('a')], []],
    ['a new one', [], [row('a')], [row('a')]],
    ['a newer version', [row('a')], [row('a', { version: 2 })], [row('a', { version: 2 })]],
    [
      'another patient: both timelines',
      [row('a', { patientId: 'p1' })],
      [row('a', { patientId: 'p2' })],
      [row('a', { patientId: 'p2' }), row('a', { patientId: 'p1' })],
    ],
    ['one that only grew old', [row('a')], [], []],
    ['an old one that left the queue', [row('a', { state: 'queued' })], [], [row('a', { state: 'queued' })]],
  ];
  it.each(cases)('%s', (_name, before, after, expected) =>
    expect(changedRows(byId(...before), byId(...after))).toEqual(expected),
  );
});
