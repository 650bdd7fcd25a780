import { planOf, reached } from '../../../crm-sync/rocketchat/reconciler';
import { isToken } from '../../../crm-sync/rocketchat/webhook-route';

const settings = { everySeconds: 60, overlapMinutes: 10 };
const now = new Date('2026-05-04T12:00:00.000Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const day = 24 * 60;

describe('what a pass reads', () => {
  it.each([
    ['nothing was read yet', {}, { since: undefined, again: true }],
    ['a pass ended just now', { watermark: ago(0), passedAt: ago(0.5), deepAt: ago(1) }, undefined],
    [
      'a pass ended a minute ago',
      { watermark: ago(3), passedAt: ago(1), deepAt: ago(30) },
      { since: ago(13), again: false },
    ],
    [
      'unchanged rooms were last read again six hours ago',
      { watermark: ago(3), passedAt: ago(1), deepAt: ago(360) },
      { since: ago(7 * day), again: true },
    ],
    [
      'it was away for a month',
      { watermark: ago(30 * day), passedAt: ago(30 * day), deepAt: ago(30 * day) },
      { since: ago(30 * day + 10), again: true },
    ],
    [
      'the clock went back by an hour',
      { watermark: ago(-60), passedAt: ago(-60), deepAt: ago(30) },
      { since: ago(10), again: false },
    ],
  ])('Given %s', (_name, state, plan) => {
    expect(planOf({ kind: 'due' }, state, settings, now)).toEqual(plan);
  });

  it('is what a command asks for, whatever was read before', () => {
    const state = { watermark: ago(0), passedAt: ago(0), deepAt: ago(0) };
    const since = ago(100);
    expect(planOf({ kind: 'since', since }, state, settings, now)).toEqual({ since, again: true });
  });
});

describe('what a pass leaves behind', () => {
  const began = now;
  const passed = { passedAt: now };
  it.each([
    [
      'everything was read for the first time',
      {},
      { since: undefined, again: true },
      ago(2),
      { ...passed, watermark: ago(2), deepAt: now },
    ],
    [
      'what changed was read',
      { watermark: ago(30) },
      { since: ago(40), again: false },
      ago(2),
      { ...passed, watermark: ago(2) },
    ],
    [
      'nothing is newer than before',
      { watermark: ago(30) },
      { since: ago(40), again: false },
      ago(31),
      { ...passed, watermark: ago(30) },
    ],
    [
      'a command read a day before anything else was read: what is older is still to come',
      {},
      { since: ago(day), again: true },
      ago(2),
      {},
    ],
    [
      'a command read a day, and nobody had read for a month',
      { watermark: ago(30 * day) },
      { since: ago(day), again: true },
      ago(2),
      {},
    ],
    [
      'a command read an hour again: seven days are still due',
      { watermark: ago(30) },
      { since: ago(60), again: true },
      ago(2),
      { ...passed, watermark: ago(2) },
    ],
    [
      'a week was read again',
      { watermark: ago(30) },
      { since: ago(7 * day), again: true },
      ago(2),
      { ...passed, watermark: ago(2), deepAt: now },
    ],
    ['there is no room at all', {}, { since: undefined, again: true }, undefined, { ...passed, deepAt: now }],
    [
      'a clock had been ahead',
      { watermark: ago(-day) },
      { since: ago(10), again: false },
      ago(2),
      { ...passed, watermark: ago(2) },
    ],
    [
      'Rocket.Chat’s clock is ahead',
      { watermark: ago(30) },
      { since: ago(40), again: false },
      ago(-day),
      { ...passed, watermark: now },
    ],
  ])('Given %s', (_name, state, plan, newest, row) => {
    expect(reached(state, plan, newest, began, now)).toEqual(row);
  });
});

describe('the webhook’s token', () => {
  it.each([
    ['the-token-itself', true],
    ['the-token-itsel', false],
    ['the-token-itself ', false],
    ['', false],
    [undefined, false],
    [['the-token-itself'], false],
  ])('%p is believed: %p', (given, believed) => {
    expect(isToken(given, 'the-token-itself')).toBe(believed);
  });
});
