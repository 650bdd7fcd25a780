import { decideNow, evaluate } from '../../../src/triage/evaluate';
import type { Answers, Pack } from '../../../src/triage/pack';
import { clinicPack, is, number, open, row } from './clinic-pack';
import { yesNo } from './small-pack';

const asks = (pack: Pack, answers: Answers): string => {
  const result = evaluate(pack, answers);
  return result.kind === 'ask' ? `asks ${result.question.id}` : `${result.row}: ${result.outcome.id}`;
};

describe('what is not known', () => {
  it.each<[string, 'holds' | 'fails' | 'blocks', string]>([
    ['makes its row hold', 'holds', 'row: hospital'],
    ['lets its row pass', 'fails', 'else: home'],
    ['keeps from home', 'blocks', 'vital-unknown: today'],
  ])('%s where it says %s', (_name, unknown, wanted) => {
    const pack = clinicPack([yesNo('a', open)], [row('row', is('a'), 'hospital', unknown)]);
    expect(asks(pack, { a: 'unknown' })).toBe(wanted);
    expect(decideNow(pack, {}).row).toBe(wanted.split(':')[0]);
    expect(decideNow(pack, { a: 'unknown' }).unknown).toEqual(['a']);
  });

  it('of the scope keeps from home', () => {
    const pack = clinicPack([yesNo('a', open)], [], { scope: { text: 'scope', when: is('a') } });
    expect(asks(pack, { a: 'unknown' })).toBe('vital-unknown: today');
    expect(asks(pack, { a: false })).toBe('out-of-scope: elsewhere');
  });
});

describe('ages', () => {
  const pack = clinicPack(
    [number('age', 0, 120), number('age_months', 0, 23)],
    [
      row('infant', { lt: ['age_days', 90] }, 'hospital', 'holds'),
      row('child', { lt: ['age', 12] }, 'today', 'fails'),
    ],
  );
  it.each<[Answers, string]>([
    [{ age_days: 89 }, 'infant'],
    [{ age_days: 90 }, 'child'],
    [{ age_months: 2 }, 'infant'],
    [{ age_months: 3 }, 'child'],
    [{ age: 0.2 }, 'infant'],
    [{ age: 0.25 }, 'child'],
    [{ age: 0 }, 'infant'],
    [{ age: 0, age_months: 5 }, 'child'],
    [{ age: 1 }, 'child'],
    [{ age: 11 }, 'child'],
    [{ age: 12 }, 'else'],
    [{ age_days: 4400 }, 'else'],
  ])('%j is %s', (answers, wanted) => expect(decideNow(pack, answers).row).toBe(wanted));
});

describe('change since last time', () => {
  const pack = clinicPack(
    [number('oxygen_saturation', 50, 100), yesNo('cough', open)],
    [
      row('worse', { fall: ['oxygen_saturation', 2] }, 'hospital', 'fails'),
      row('better', { rise: ['oxygen_saturation', 2] }, 'home', 'fails'),
      row('new', { all: [is('cough'), { is: ['previous.cough', false] }] }, 'today', 'fails'),
    ],
    { use: 'follow-up' },
  );
  it.each<[number, number | undefined, boolean, string]>([
    [94, 96, false, 'worse'],
    [95, 96, false, 'else'],
    [98, 96, false, 'better'],
    [96, undefined, false, 'else'],
    [96, 96, true, 'new'],
  ])('%d after %s: %s', (now, before, cough, wanted) => {
    const answers = {
      oxygen_saturation: now,
      'previous.oxygen_saturation': before,
      cough,
      'previous.cough': false,
    };
    expect(decideNow(pack, answers).row).toBe(wanted);
  });
});
