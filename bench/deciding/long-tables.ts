/** How much slower a table of a thousand rows is than one of a hundred. */
import { decideNow, evaluate } from '../../src/triage/evaluate';
import type { Answers, Condition, Pack, Question, Row } from '../../src/triage/pack';
import { drawing, somebody } from './people';
import { rates, type Rate } from './rounds';
import type { Timing } from './engines';

const sizes = [100, 1_000] as const;
const people = 200;
const source = { citation: 'made', at: 'made for measuring' };

export interface LongTable {
  what: string;
  answered: 'all' | 'half';
  short: Rate;
  long: Rate;
  /** Time of a decision by the long table, in times of one by the short table. */
  ratio: number;
}

/** 40 yes-no questions and 4 numbers; rows of 8 to 10 conditions of which all must hold: half of all people come past 400 rows. */
export function madePack(rows: number, seed: number): Pack {
  const next = drawing(seed);
  const whole = (below: number): number => Math.floor(next() * below);
  const question = (id: string, more: Partial<Question>): Question => ({
    ...{ id, text: id, type: 'yes-no', kind: 'deciding', unknown: { allowed: true } },
    ...more,
  });
  const questions = [
    ...Array.from({ length: 40 }, (_, at) => question(`q${at}`, {})),
    ...Array.from({ length: 4 }, (_, at) => question(`n${at}`, { type: 'number', min: 0, max: 100 })),
  ];
  const condition = (): Condition => {
    if (next() < 0.8) return { is: [`q${whole(40)}`, next() < 0.5] };
    const id = `n${whole(4)}`;
    return next() < 0.5 ? { gte: [id, 40 + whole(20)] } : { lt: [id, 40 + whole(20)] };
  };
  const ends = ['hospital', 'today', 'home'] as const;
  const outcome = (id: string, disposition: 'moderate' | 'mild', urgencyMinutes: number) => ({
    ...{ id, disposition, urgencyMinutes, department: 'general', advice: id, safetyNet: id },
  });
  const made = Array.from({ length: rows - 1 }, (_, at): Row => ({
    id: `r${at}`,
    when: { all: Array.from({ length: 8 + whole(3) }, condition) },
    outcome: ends[whole(3)]!,
    unknown: at % 2 ? 'blocks' : 'fails',
    source,
  }));
  return {
    ...{ id: 'made', version: '1', status: 'draft', signatures: [], demonstration: false, use: 'patient' },
    ...{
      validFrom: '2026-01-01',
      title: 'Made',
      notice: 'notice',
      licence: 'MIT',
      derived: {},
      parameters: {},
    },
    citations: { made: { title: 'Made', publisher: 'Made', year: 2026 } },
    scope: { text: 'scope', when: { always: true } },
    questions,
    redFlags: [],
    redFlagOutcome: { outcome: 'hospital', source },
    table: [...made, { id: 'else', when: { always: true }, outcome: 'home', unknown: 'fails', source }],
    outcomes: [
      outcome('hospital', 'moderate', 60),
      outcome('today', 'moderate', 720),
      outcome('home', 'mild', 2880),
    ],
    vitalUnknown: { outcome: 'today', source },
  };
}

/** Decisions with all and with half of the answers; and, where half are missing, what is asked next. */
export async function compareLengths({ rounds, forMs, seed }: Timing): Promise<LongTable[]> {
  const packs = sizes.map((rows) => madePack(rows, seed));
  const next = drawing(seed + 1);
  const all = Array.from({ length: people }, () => somebody(packs[0]!, next, { yes: 0.5, unknown: 0 }));
  const half = all.map((told) => Object.fromEntries(Object.entries(told).filter(() => next() < 0.5)));
  const tasks: Array<{ what: string; answered: 'all' | 'half'; told: Answers[]; work: typeof evaluate }> = [
    { what: 'decide', answered: 'all', told: all, work: decideNow },
    { what: 'decide', answered: 'half', told: half, work: decideNow },
    { what: 'ask or decide', answered: 'half', told: half, work: evaluate },
  ];
  const measured = await rates(
    tasks.flatMap(({ told, work }) =>
      packs.map((pack) => {
        let at = 0;
        return () => {
          for (let count = 0; count < 20; count += 1) work(pack, told[(at += 1) % people]!);
          return 20;
        };
      }),
    ),
    rounds,
    forMs,
  );
  return tasks.map(({ what, answered }, at) => {
    const [short, long] = [measured[2 * at]!, measured[2 * at + 1]!];
    return { what, answered, short, long, ratio: Math.round((short.perSecond / long.perSecond) * 100) / 100 };
  });
}
