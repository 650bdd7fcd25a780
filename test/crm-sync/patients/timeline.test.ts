import * as fc from 'fast-check';
import type { OpenedDecision, OpenedMessage } from '../../../crm-sync/patients/patient-reads';
import { timelineOf } from '../../../crm-sync/patients/timeline';
import { createViewed } from '../../../crm-sync/audit/viewed';
import { encounter } from '../../support/encounters';

const at = (seconds: number) => new Date(Date.UTC(2026, 4, 4, 12, 0, seconds));
const message = (conversation: string, order: number, text = `text ${order}`): OpenedMessage => ({
  _id: `${conversation}\u0000m${order}`,
  conversation,
  at: at(order),
  order,
  event: `e${order}`,
  version: 1,
  from: 'patient',
  via: 'text',
  text,
});
const decision = (conversation: string, order: number): OpenedDecision => ({
  _id: `${conversation}\u0000d${order}`,
  conversation,
  at: at(order),
  order,
  version: 1,
  pack: 'p',
  packVersion: '1',
  knowledge: 'k',
  outcome: 'o',
  disposition: 'mild',
  row: 'r',
  findings: [],
  answers: {},
});

describe('timeline', () => {
  it('shows the newest conversation first, and inside it everything in its order', () => {
    const older = encounter('older', { startedAt: at(0) });
    const newer = encounter('newer', {
      startedAt: at(30),
      marks: [
        { at: at(3), order: 3, kind: 'queued' },
        { at: at(1), order: 1, kind: 'red-flag', concept: 'dyspnea', call: '192' },
      ],
    });
    const timeline = timelineOf(
      [older, newer],
      [message('newer', 4), message('older', 1), message('newer', 0)],
      [decision('newer', 2)],
    );
    expect(
      timeline.map(({ encounter: { _id }, entries }) => [
        _id,
        entries.map((entry) => `${entry.kind} ${entry.order}`),
      ]),
    ).toEqual([
      ['newer', ['message 0', 'mark 1', 'decision 2', 'mark 3', 'message 4']],
      ['older', ['message 1']],
    ]);
  });

  it('shows each message once, in one order, however often and in whatever order it was read', () => {
    const order = fc.uniqueArray(fc.nat(50), { maxLength: 20 });
    fc.assert(
      fc.property(order, fc.infiniteStream(fc.nat()), (orders, random) => {
        const messages = orders.map((one) => message('c', one));
        const shuffled = [...messages, ...messages]
          .map((one) => ({ one, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [conversation] = timelineOf([encounter('c')], shuffled, []);
        expect(conversation?.entries.map((entry) => entry.order)).toEqual([...orders].sort((a, b) => a - b));
      }),
    );
  });
});

it('Given documents of an earlier and a later fold are read together, then time still orders them', () => {
  const late = { ...message('c', 7), at: at(2), _id: 'c\u0000late' };
  const [conversation] = timelineOf([encounter('c')], [late, message('c', 3), message('c', 1)], []);
  expect(conversation?.entries.map((entry) => entry.key.slice(2))).toEqual(['m1', 'late', 'm3']);
});

describe('patients viewed', () => {
  it('remembers for an hour which patient a session has open', () => {
    const clock = { ms: 0 };
    const viewed = createViewed(() => new Date(clock.ms));
    viewed.note('s1', 'p1');
    expect([viewed.recently('s1', 'p1'), viewed.recently('s1', 'p2'), viewed.recently('s2', 'p1')]).toEqual([
      true,
      false,
      false,
    ]);
    clock.ms = 3_600_000;
    expect(viewed.recently('s1', 'p1')).toBe(false);
  });
});
