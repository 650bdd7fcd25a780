import { randomAnswers, seeded } from '../../../src/triage/analyse-random';
import { Solver } from '../../../src/triage/analyse-solver';
import { AnswerSpace } from '../../../src/triage/analyse-space';
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
