import * as fc from 'fast-check';
import { builtInPack } from '../../../settings/pack-versions';
import { packs } from '../../../settings/packs';
import { packIdOf } from '../../../src/dialog/current-pack';
import { decideNow } from '../../../src/triage/evaluate';
import { replayDecision, reconsider, type KeptDecision } from '../../../src/triage/replay';
import type { AnswerScalar, Pack } from '../../../src/triage/pack';
import type { AcolheEvent } from '../../../contract/event';
import { conversation } from '../../support/conversation';
import { runs } from '../../support/runs';

const general = packs['respiratory']!;

function kept(pack: Pack, answers: Record<string, AnswerScalar>): KeptDecision {
  const { outcome, row, redFlags } = decideNow(pack, answers);
  return {
    ...{ pack: pack.id, packVersion: pack.version, answers, row, outcome: outcome.id },
    ...{ disposition: outcome.disposition, urgencyMinutes: outcome.urgencyMinutes },
    redFlags: redFlags.map(({ concept }) => concept),
  };
}

const emergency = kept(general, { age: 40, dyspnea: true });

describe('a decision made again by its own version', () => {
  it.each<[string, Partial<KeptDecision>, string[]]>([
    ['as it was', {}, []],
    ['red flags in another order', { redFlags: [...emergency.redFlags!].reverse() }, []],
    ['kept before red flags and urgency were told', { redFlags: undefined, urgencyMinutes: undefined }, []],
    ['another outcome', { outcome: 'home', disposition: 'mild' }, ['outcome', 'disposition']],
    ['another row', { row: 'r9' }, ['row']],
    ['a red flag less', { redFlags: [] }, ['redFlags']],
    ['another time', { urgencyMinutes: 60 }, ['urgencyMinutes']],
    [
      'other answers',
      { answers: { age: 40 } },
      ['outcome', 'disposition', 'urgencyMinutes', 'row', 'redFlags'],
    ],
  ])('Given %s, then that is what differs', (_name, change, fields) => {
    const found = replayDecision(general, { ...emergency, ...change });
    expect(found.map(({ field }) => field)).toEqual(fields);
  });

  it('names what was and what is', () => {
    expect(replayDecision(general, { ...emergency, row: 'r9' })).toEqual([
      { field: 'row', kept: 'r9', now: 'red-flag' },
    ]);
  });
});

describe('what a newer version would have decided', () => {
  const mild = packs['human-rescreen']!;
  const answers = {
    ...{ age: 35, dyspnea: false, drowsiness: false, severity: 'mild', contagion: 'low' },
    ...{ fever: false, covid_test_positive: false },
  } as const;
  const base = kept(mild, { ...answers, decision: 'appointment', oxygen_saturation: 98 });
  const newer = (change: (pack: Pack) => Pack): Pack => change(structuredClone(mild));
  const outcomeOf = (pack: Pack, id: string, over: object): Pack => ({
    ...pack,
    outcomes: pack.outcomes.map((one) => (one.id === id ? { ...one, ...over } : one)),
  });

  it.each<[string, Pack, string]>([
    ['nothing changed', mild, 'same'],
    [
      'sooner',
      newer((pack) => outcomeOf(pack, base.outcome, { urgencyMinutes: base.urgencyMinutes! - 1 })),
      'more-urgent',
    ],
    [
      'later',
      newer((pack) => outcomeOf(pack, base.outcome, { urgencyMinutes: base.urgencyMinutes! + 1 })),
      'less-urgent',
    ],
    [
      'a class less urgent, however soon',
      newer((pack) => outcomeOf(pack, base.outcome, { disposition: 'mild', urgencyMinutes: 1 })),
      'less-urgent',
    ],
    [
      'another outcome as urgent',
      newer((pack) => ({
        ...pack,
        outcomes: pack.outcomes.map((one) => (one.id === base.outcome ? { ...one, id: 'renamed' } : one)),
        table: pack.table.map((row) => (row.outcome === base.outcome ? { ...row, outcome: 'renamed' } : row)),
      })),
      'other',
    ],
  ])('Given %s', (_name, pack, shift) => {
    const result = reconsider({ ...pack, version: 'next' }, base);
    expect(result.shift).toBe(shift);
    expect(result.differences.length > 0).toBe(shift !== 'same');
  });

  it('says what it would have asked besides', () => {
    const { decision: _decision, ...rest } = { ...answers, decision: 'home' };
    expect(reconsider(mild, { ...base, answers: rest }).wouldAsk).toContain('decision');
  });
});

const patientPacks = Object.values(packs).filter(({ use }) => use === 'patient');

/** What a patient presses at each question: an index into the buttons, or a number. */
const presses = fc.array(fc.nat(1000), { minLength: 60, maxLength: 60 });

function decisionsOf(pack: string, complaint: string, choices: readonly number[]): AcolheEvent[] {
  const chat = conversation({ pack }).start().says(complaint);
  const events = [...chat.events];
  for (const choice of choices) {
    if (chat.state.phase !== 'asking') break;
    const { question } = chat.state;
    const asked = packs[packIdOf(chat.state)]!.questions.find(({ id }) => id === question)!;
    if (asked.type === 'number') {
      const { min = 0, max = 100 } = asked;
      chat.says(String(Math.round(min + (choice % (max - min + 1)))));
    } else {
      const values = chat.buttons.filter((value) => value.startsWith('answer:'));
      if (values.length === 0) chat.says('não sei');
      else chat.presses(values[choice % values.length]!);
    }
    events.push(...chat.events);
  }
  return events.filter(({ type }) => type === 'acolhe.triage.decided.v1');
}

describe('every decision the dialog makes', () => {
  it.each(patientPacks.map(({ id }) => id))('of %s comes out again from what its event tells', (id) => {
    let decided = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('tosse e febre', 'dor de cabeça', 'estou resfriado'),
        presses,
        (said, choices) => {
          for (const { data } of decisionsOf(id, said, choices)) {
            decided += 1;
            const told = JSON.parse(JSON.stringify(data)) as KeptDecision;
            const pack = builtInPack(told.pack, told.packVersion);
            expect(pack).toBeDefined();
            expect(told.redFlags).toBeDefined();
            expect(replayDecision(pack!, told)).toEqual([]);
          }
        },
      ),
      runs(40),
    );
    expect(decided).toBeGreaterThan(20);
  });
});
