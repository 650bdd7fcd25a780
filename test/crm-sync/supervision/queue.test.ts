import * as fc from 'fast-check';
import {
  fileDueAt,
  isEmergency,
  queueOrder,
  waitingFrom,
  type WaitingRow,
} from '../../../crm-sync/supervision/queue';

const waiting = (_id: string, minutes: number, changes: Partial<WaitingRow> = {}): WaitingRow => ({
  _id,
  startedAt: new Date(0),
  waitingSince: new Date(minutes * 60_000),
  redFlags: [],
  ...changes,
});

const at = (minutes: number): Date => new Date(minutes * 60_000);

describe('queue', () => {
  it('goes by urgency, and among equals by who has waited longest', () => {
    const rows = [
      waiting('mild', 1, { disposition: 'mild' }),
      waiting('undecided', 5),
      waiting('late emergency', 9, { disposition: 'emergency' }),
      waiting('flagged', 8, { redFlags: ['dyspnea'], disposition: 'mild' }),
      waiting('moderate', 2, { disposition: 'moderate' }),
    ];
    expect(queueOrder(rows, at(10)).map((row) => row._id)).toEqual([
      'flagged',
      'late emergency',
      'moderate',
      'undecided',
      'mild',
    ]);
  });

  it('puts photos and sounds that nobody looked at after emergencies, the soonest due first, due in 10 minutes', () => {
    const rows = [
      waiting('long', 1),
      waiting('photo', 8, { unseenFileAt: new Date(8 * 60_000) }),
      waiting('sound', 9, { waitingSince: undefined, unseenFileAt: new Date(7 * 60_000) }),
      waiting('flagged', 9, { redFlags: ['dyspnea'] }),
    ];
    expect(queueOrder(rows, at(10)).map((row) => row._id)).toEqual(['flagged', 'sound', 'photo', 'long']);
    expect(rows.map(fileDueAt)).toEqual([undefined, new Date(18 * 60_000), new Date(17 * 60_000), undefined]);
    expect(waitingFrom(rows[2]!)).toEqual(new Date(7 * 60_000));
  });

  it('counts the wait from the start where nothing else is known', () => {
    expect(waitingFrom(waiting('a', 3, { waitingSince: undefined }))).toEqual(new Date(0));
  });

  it('loses nobody, and its order does not depend on how the rows came', () => {
    const row = fc.record({
      _id: fc.uuid(),
      startedAt: fc.date({ noInvalidDate: true }),
      waitingSince: fc.option(fc.date({ noInvalidDate: true }), { nil: undefined }),
      disposition: fc.option(fc.constantFrom('emergency' as const, 'moderate' as const, 'mild' as const), {
        nil: undefined,
      }),
      redFlags: fc.array(fc.constantFrom('dyspnea', 'chest_pain'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (one) => one._id }), (rows) => {
        const now = new Date('2026-05-04T12:00:00.000Z');
        const ordered = queueOrder(rows, now);
        expect([...ordered].sort((a, b) => (a._id < b._id ? -1 : 1))).toEqual(
          [...rows].sort((a, b) => (a._id < b._id ? -1 : 1)),
        );
        expect(queueOrder([...rows].reverse(), now)).toEqual(ordered);
        for (const [index, next] of ordered.slice(1).entries()) {
          const before = ordered[index]!;
          if (isEmergency(next)) expect(isEmergency(before)).toBe(true);
          if (isEmergency(next) && isEmergency(before)) {
            expect(waitingFrom(before).getTime()).toBeLessThanOrEqual(waitingFrom(next).getTime());
          }
        }
      }),
    );
  });
});
