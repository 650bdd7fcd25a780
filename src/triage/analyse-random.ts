/** Generated answers: those of people who are asked what applies to them, most of whom have few signs. */
import { conceptOf } from '../../settings/concepts';
import { conceptOfQuestion } from './answer';
import type { AnswerSpace, Option, Variable } from './analyse-space';
import type { Solver } from './analyse-solver';
import type { Answers } from './pack';

/** Numbers in [0, 1) that are the same for the same seed. Source: mulberry32 (T. Ettinger), public domain. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often a yes-no question is answered yes, of one person or another. */
const densities = [0.03, 0.1, 0.25, 0.5];

export function randomAnswers(space: AnswerSpace, solver: Solver, random: () => number): Answers {
  const density = densities[Math.floor(random() * densities.length)] ?? 0.1;
  const withUnknown = random() < 0.3;
  const told = random() < 0.2 ? 0.05 : 0;
  return solver.sample((variable, left) => {
    const weights = variable.options.map((option, place) =>
      left & (1 << place) ? weightOf(variable, option, { density, withUnknown, told }) : 0,
    );
    let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [place, weight] of weights.entries())
      if (weight > 0 && (rest -= weight) <= 0) return 1 << place;
    return left & -left;
  });
}

/** Most people have no danger sign; else every generated one would be an emergency. */
const dangerShare = 0.1;

function isDangerSign({ slot: { question } }: Variable): boolean {
  const concept = question && conceptOfQuestion(question);
  return concept !== undefined && conceptOf(concept)?.call !== undefined;
}

function weightOf(
  variable: Variable,
  { answers, isAbsent }: Option,
  { density, withUnknown, told }: { density: number; withUnknown: boolean; told: number },
): number {
  if (variable.isOnlyTold) return isAbsent ? 1 : told;
  if (isAbsent) return 1e-9;
  const values = Object.values(answers);
  if (values.includes('unknown')) return withUnknown ? 0.2 : 1e-9;
  if (values.includes(true)) return isDangerSign(variable) ? density * dangerShare : density;
  return values.includes(false) ? 1 - density : 1;
}
