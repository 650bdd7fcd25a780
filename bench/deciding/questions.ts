/** How many questions the bot asks, beside a questionnaire that asks in a fixed order, of the same generated people. */
import { compiled, slotsOf, type Slot } from '../../src/triage/compile';
import { truthOf } from '../../src/triage/condition';
import { decideNow, evaluate, redFlagsIn, type Decided } from '../../src/triage/evaluate';
import type { Pack, Question } from '../../src/triage/pack';
import { percentile } from '../figures';
import { drawing, somebody, type Told } from './people';

export interface Spread {
  mean: number;
  median: number;
  p95: number;
}

export interface QuestionFigures {
  pack: string;
  people: number;
  /** Asked by the bot. */
  asked: Spread;
  /** Every question that applies, in pack order; ends as soon as an answer raises a red flag. */
  fixed: Spread;
  /** The same to its end. */
  fixedToTheEnd: Spread;
  /** People of whom the bot asked more than the questionnaire that ends at red flags. */
  askedMore: number;
  /** People of whom both made an emergency as urgent, under another name: who may be dying is not asked on for it. */
  otherEmergency: number;
  outcomes: Record<string, number>;
}

/** Emergencies as urgent as each other are not told apart by more questions (src/triage/evaluate.ts). */
function same(one: Decided, other: Decided): boolean {
  const [a, b] = [one.outcome, other.outcome];
  if (a.id === b.id) return true;
  return (
    a.disposition === 'emergency' && b.disposition === a.disposition && a.urgencyMinutes === b.urgencyMinutes
  );
}

/** @throws Error naming the first person for whom the questionnaire ends in another outcome than the bot */
export function compareQuestions(pack: Pack, people: number, seed: number): QuestionFigures {
  const next = drawing(seed);
  const counts: Array<[asked: number, fixed: number, toTheEnd: number]> = [];
  const outcomes: Record<string, number> = {};
  let otherEmergency = 0;
  for (let index = 0; index < people; index += 1) {
    const truth = somebody(pack, next, { yes: [0.02, 0.06, 0.12, 0.25][index % 4]!, unknown: 0.03 });
    const bot = interview(pack, truth);
    const short = questionnaire(pack, truth, true);
    const long = questionnaire(pack, truth, false);
    for (const other of [short, long]) {
      if (!same(other.decided, bot.decided))
        throw new Error(
          `${pack.id}: ${bot.decided.outcome.id} after ${bot.asked} questions, ${other.decided.outcome.id} after ${other.asked} ` +
            `in fixed order, by ${bot.decided.row} and by ${other.decided.row}: ${JSON.stringify(bot.answers)} and ${JSON.stringify(other.answers)}`,
        );
    }
    if (short.decided.outcome.id !== bot.decided.outcome.id) otherEmergency += 1;
    outcomes[bot.decided.outcome.id] = (outcomes[bot.decided.outcome.id] ?? 0) + 1;
    counts.push([bot.asked, short.asked, long.asked]);
  }
  const spread = (at: 0 | 1 | 2): Spread => {
    const all = counts.map((one) => one[at]);
    const mean = all.reduce((sum, count) => sum + count, 0) / all.length;
    return { mean: Math.round(mean * 10) / 10, median: percentile(all, 0.5), p95: percentile(all, 0.95) };
  };
  const askedMore = counts.filter(([asked, fixed]) => asked > fixed).length;
  return {
    pack: pack.id,
    people,
    ...{ asked: spread(0), fixed: spread(1), fixedToTheEnd: spread(2) },
    ...{ askedMore, otherEmergency, outcomes },
  };
}

interface Answered {
  asked: number;
  answers: Told;
  decided: Decided;
}

function interview(pack: Pack, truth: Told): Answered {
  const answers: Told = {};
  for (let asked = 0; ; asked += 1) {
    const next = evaluate(pack, answers);
    if (next.kind === 'decided') return { asked, answers, decided: next };
    answers[next.question.id] = truth[next.question.id] ?? 'unknown';
  }
}

function questionnaire(pack: Pack, truth: Told, endsAtRedFlags: boolean): Answered {
  const answers: Told = {};
  let asked = 0;
  const ends = endsAtRedFlags && !pack.demonstration;
  for (const question of inOrder(pack)) {
    if (question.when && truthOf(pack, answers, question.when) === false) continue;
    asked += 1;
    answers[question.id] = truth[question.id] ?? 'unknown';
    if (ends && redFlagsIn(pack, answers).length > 0) break;
  }
  return { asked, answers, decided: decideNow(pack, answers) };
}

/** Pack order, but a question after those that say whether it applies. */
function inOrder(pack: Pack): Question[] {
  const ordered = new Set<Question>();
  const { questions, ages } = compiled(pack);
  const add = ({ question, when }: Slot): void => {
    if (!question || ordered.has(question)) return;
    for (const slot of when ? slotsOf(when) : []) add(slot === ages.days ? ages.years : slot);
    ordered.add(question);
  };
  questions.forEach(add);
  return [...ordered];
}
