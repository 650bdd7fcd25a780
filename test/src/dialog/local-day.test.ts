import { localDay } from '../../../src/dialog/local-day';

describe("the patient's day", () => {
  it.each([
    ['2026-11-22T02:59:00.000Z', '2026-11-21'],
    ['2026-11-22T03:00:00.000Z', '2026-11-22'],
    ['not a time', undefined],
  ])('Given %s Then %s', (at, day) => expect(localDay(at)).toBe(day));
});
