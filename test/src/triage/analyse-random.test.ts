import { randomAnswers, seeded } from '../../../src/triage/analyse-random';
import { Solver } from '../../../src/triage/analyse-solver';
import { AnswerSpace } from '../../../src/triage/analyse-space';
import { choice } from './findings-of';
import { is, number } from './rich-pack';
import { smallPack, yesNo } from './small-pack';

it('Given a question that applies after another, wherever it stands, then generated people answer it when it applies', () => {
  const later = yesNo('later', { when: { is: ['first', true] } });
  const last = yesNo('last', { when: { is: ['later', true] } });
  const space = new AnswerSpace(smallPack([last, later, yesNo('first')], []));
  const [solver, random] = [new Solver(space), seeded(1)];
  const people = Array.from({ length: 300 }, () => randomAnswers(space, solver, random));
  const applies = (id: string, after: string) =>
    people.map((answers) => [answers[id] !== undefined, answers[after] === true]);
  for (const [is, should] of [...applies('later', 'first'), ...applies('last', 'later')])
    expect(is).toBe(should);
  expect(people.filter(({ last: answer }) => answer !== undefined).length).toBeGreaterThan(5);
});

it('numbers are the same for the same seed, and those of mulberry32', () => {
  const drawn = (seed: number): number[] => {
    const random = seeded(seed);
    return [random(), random(), random()].map((value) => Math.round(value * 1e6) / 1e6);
  };
  expect([drawn(1), drawn(2), drawn(-1)]).toEqual([
    [0.627074, 0.002736, 0.527447],
    [0.734251, 0.324998, 0.285296],
    [0.896423, 0.189478, 0.715653],
  ]);
});

describe('Given many generated people', () => {
  const pack = smallPack(
    [
      yesNo('a'),
      yesNo('dyspnea', { kind: 'vital', unknown: { allowed: true } }),
      number('n', 0, 9),
      choice('c', 'x', 'y'),
      yesNo('d', { when: is('a') }),
      yesNo('told', { when: { not: { always: true } } }),
    ],
    [['x', { any: [is('a'), is('dyspnea'), { gte: ['n', 5] }, is('c', 'x'), is('d'), is('told')] }, 'see']],
  );
  const space = new AnswerSpace(pack);
  const solver = new Solver(space);

  it('then they are the same for the same seed', () => {
    const random = seeded(3);
    const people = Array.from({ length: 12 }, () => randomAnswers(space, solver, random));
    expect(people.map((answers) => Object.values(answers).join(' '))).toEqual([
      'false false 5 y',
      'false false 5 x',
      'false false 0 x',
      'false false 5 y',
      'true false 5 y false',
      'false false 5 x',
      'true false 5 x true',
      'false false 5 y',
      'false false 5 x',
      'false false unknown x',
      'false false 5 y',
      'true false 5 y false',
    ]);
  });

  it('then most have few signs, hardly any a danger sign, and some do not know', () => {
    const random = seeded(7);
    const counts: Record<string, number> = {};
    for (let person = 0; person < 2_000; person += 1)
      for (const [id, value] of Object.entries(randomAnswers(space, solver, random)))
        counts[`${id} ${value}`] = (counts[`${id} ${value}`] ?? 0) + 1;
    expect(counts).toEqual({
      'a false': 1579,
      'a true': 421,
      'c x': 1027,
      'c y': 973,
      'd false': 274,
      'd true': 147,
      'dyspnea false': 1822,
      'dyspnea true': 57,
      'dyspnea unknown': 121,
      'n 0': 995,
      'n 5': 954,
      'n unknown': 51,
      'told false': 16,
      'told true': 16,
    });
  });
});
