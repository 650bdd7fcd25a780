import type { Disposition } from '../../../contract/event';
import { agreementOf, comparedWithBot } from '../../../crm-sync/rescreen/agreement';
import type { EncounterMark } from '../../../crm-sync/store/documents';

const at = (hour: number) => new Date(Date.UTC(2026, 4, 4, hour));
const period = { from: at(10), to: at(12) };

const rescreen = (hour: number, disposition: Disposition, bot?: Disposition, blind = true) => ({
  marks: [
    { at: at(hour), order: 0, kind: 'queued' },
    { at: at(hour), order: 1, kind: 'rescreen', staff: 's', blind, disposition, ...(bot && { bot }) },
  ] satisfies EncounterMark[],
});

describe('what a person decided beside the bot', () => {
  it.each<[Disposition, Disposition, string]>([
    ['mild', 'mild', 'same'],
    ['moderate', 'mild', 'more'],
    ['emergency', 'moderate', 'more'],
    ['mild', 'emergency', 'less'],
  ])('%s beside %s is %s', (human, bot, expected) => expect(comparedWithBot(human, bot)).toBe(expected));
});

describe('agreement within a period', () => {
  it.each<[string, ReturnType<typeof rescreen>[], object]>([
    ['nothing happened', [], { of: 0, same: 0, more: 0, less: 0 }],
    [
      'one of each',
      [rescreen(10, 'mild', 'mild'), rescreen(11, 'emergency', 'mild'), rescreen(11, 'mild', 'moderate')],
      { of: 3, same: 1, more: 1, less: 1 },
    ],
    ['at its end, which is outside', [rescreen(12, 'mild', 'mild')], { of: 0 }],
    ['before it', [rescreen(9, 'mild', 'mild')], { of: 0 }],
    ['the bot had decided nothing', [rescreen(11, 'mild')], { of: 0 }],
    ['by somebody who had seen the decision', [rescreen(11, 'mild', 'mild', false)], { of: 0 }],
  ])('Given %s', (_name, encounters, expected) => {
    expect(agreementOf(encounters, period)).toMatchObject(expected);
  });
});
