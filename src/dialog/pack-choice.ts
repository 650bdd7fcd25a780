/** Which of the admitted protocols asks: by what the complaint names, and anew when it turns out to be none of the first one's. */
import { packChoices } from '../../settings/pack-choice';
import type { ComplaintAnswer } from '../language/complaint';
import type { Finding } from '../language/findings';
import { truthOfFacts, type Facts } from '../safety/truth';
import { outOfScopeRow, type Decided } from '../triage/evaluate';
import type { Answers, AnswerScalar, Pack } from '../triage/pack';
import { answerFromFinding, checkAnswer } from '../triage/answer';
import { isAdmitted } from './admission';
import { packOf } from './current-pack';
import type { Draft } from './draft';

/**
 * @param named what the complaint affirms or doubts
 * @param heard what it names besides that is no concept: an illness by its name
 */
export function choosePack(
  draft: Draft,
  named: readonly Pick<Finding, 'concept' | 'value'>[],
  heard: readonly ComplaintAnswer[] = [],
): void {
  const { setup, ledBy } = draft.state;
  // a follow-up asks its own questions
  if (ledBy !== undefined) return;
  const said = new Map<string, 'unknown' | true>(heard.map(({ question }) => [question, true]));
  for (const { concept, value } of named) said.set(concept, value === 'unknown' ? 'unknown' : true);
  const facts: Facts = {
    is: (concept, wanted) => wanted.includes(said.get(concept) ?? false),
    gte: () => undefined,
    lt: () => undefined,
  };
  const rule = packChoices(setup.pack).find(({ when }) => truthOfFacts(when, facts) === true);
  if (rule && isUsable(draft, rule.pack)) draft.state = { ...draft.state, chosen: rule.pack };
}

/**
 * A complaint that is outside the protocol that asked goes on with the one for everything else, where there is one; what was
 * answered counts there too, and so does what the complaint named.
 * @returns the protocol that goes on; undefined when the decision stands
 */
export function chooseElsewhere(draft: Draft, from: Pack, { row }: Decided): Pack | undefined {
  const { setup, ledBy } = draft.state;
  const last = packChoices(setup.pack).at(-1);
  if (row !== outOfScopeRow || ledBy !== undefined || !last || last.pack === from.id) return undefined;
  if (!isUsable(draft, last.pack)) return undefined;
  const { answers, told = [] } = draft.state;
  draft.state = { ...draft.state, chosen: last.pack };
  const pack = packOf(draft);
  if (pack) draft.state = { ...draft.state, answers: { ...toldTo(pack, told), ...stillGood(pack, answers) } };
  return pack;
}

function isUsable({ knowledge, state }: Draft, id: string): boolean {
  const pack = Object.hasOwn(knowledge.packs, id) ? knowledge.packs[id] : undefined;
  return pack?.use === 'patient' && isAdmitted(pack, state.setup.admitDrafts ?? false);
}

function toldTo({ questions }: Pack, told: readonly string[]): Answers {
  const answers: Record<string, AnswerScalar> = {};
  for (const question of questions) {
    const implied = told.some((concept) => answerFromFinding(question, concept, true) === true);
    if (implied) answers[question.id] = true;
  }
  return answers;
}

/** Answers keep their meaning where a question of that name takes them; others are kept as they are, read by nothing. */
function stillGood({ questions }: Pack, answers: Answers): Answers {
  const kept = Object.entries(answers).filter(([id, value]) => {
    const question = questions.find((one) => one.id === id);
    return !question || checkAnswer(question, value).ok;
  });
  return Object.fromEntries(kept);
}
