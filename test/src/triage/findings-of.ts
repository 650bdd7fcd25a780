import { analysePack } from '../../../src/triage/analyse';
import type { PackCase } from '../../../settings/pack-cases';
import type { Condition, Pack, Question } from '../../../src/triage/pack';
import { is } from './rich-pack';
import { smallPack, source, yesNo } from './small-pack';

export const both = (...ids: string[]): Condition => ({ all: ids.map((id) => is(id)) });
export const choice = (id: string, ...choices: string[]): Question => yesNo(id, { type: 'choice', choices });
export const vital: Partial<Question> = { kind: 'vital', unknown: { allowed: true } };
export const signed = (name: string): Pack['signatures'][number] => ({
  name,
  role: 'nurse',
  at: '2026-01-01T00:00:00Z',
});

/** No demonstration: red flags and scope go before the table. */
export function real(
  questions: Question[],
  rows: [string, Condition, string][],
  more: Partial<Pack> = {},
): Pack {
  const redFlagOutcome = { outcome: 'call', source };
  return smallPack(questions, rows, {
    demonstration: false,
    redFlagOutcome,
    outOfScope: { outcome: 'see', source },
    ...more,
  });
}

const base = smallPack([], []);
export const nets = base.outcomes.map((one) => (one.id === 'home' ? { ...one, safetyNet: one.advice } : one));
export const endsIn = (outcome: string): Pack['table'] => [
  { id: 'x', when: both('a', 'b'), outcome: 'call', unknown: 'fails', source },
  { id: 'else', when: { always: true }, outcome, unknown: 'fails', source },
];

/** "problem gap at table.1 of else x: …, seen in a=true b=false"; what every small pack has is left out. */
export function findingsOf(pack: Pack, cases?: PackCase[]): string[] {
  const { findings, checked, valid } = analysePack(JSON.parse(JSON.stringify(pack)), { cases, samples: 40 });
  const told = findings.map(({ severity, code, at, rows, message, witness }) => {
    const seen = witness ? `, seen in ${JSON.stringify(witness).replace(/[{}"]/g, '')}` : '';
    return `${severity} ${code} at ${at}${rows.length > 0 ? ` of ${rows.join(' ')}` : ''}: ${message}${seen}`;
  });
  const own = told.filter((line) => !line.includes('outcomes.') || line.includes('no-safety-net'));
  return [`${valid ? 'valid' : 'not valid'}, ${checked.table}`, ...own];
}

type Told = Partial<Omit<PackCase, 'expect'>> & { expect?: Partial<PackCase['expect']> };

/** A case as it should be, but for what is told. */
export const caseOf = (
  id: string,
  answers: PackCase['answers'],
  { expect, ...more }: Told = {},
): PackCase => ({
  ...{ id, about: 'somebody', source: { citation: 'made', at: 'p. 1' }, answers, rest: 'no' },
  expect: { outcome: 'home', disposition: 'mild', urgencyMinutes: 2880, ...expect },
  ...more,
});
export const seen = { outcome: 'see', disposition: 'moderate', urgencyMinutes: 720 } as const;
/** As many as a pack needs at least, all alike. */
export const fifteen = (more: PackCase[]): PackCase[] => [
  ...more,
  ...Array.from({ length: 15 - more.length }, (_, n) => caseOf(`like-${n}`, { a: false, n: 1 })),
];
