/** Somebody goes before a person has answered: it is recorded, and who is at risk is to be called back. */
import type { Answers } from '../triage/pack';
import type { Urgency } from '../routing/urgency';
import { ageInDays, daysPerYear } from '../safety/ages';
import { type Draft, emit } from './draft';
import type { Input, InputOf } from './input';
import { urgencyNow } from './sla';
import type { State } from './state';

/** Minutes within which somebody at risk is to be called back. */
const callBackWithin: Readonly<Record<Urgency, number>> = {
  red: 10,
  orange: 30,
  yellow: 4 * 60,
  green: 24 * 60,
  blue: 24 * 60,
};
/** Children under this age, and whoever is or was just pregnant, are called back whatever the urgency. */
const childUnderYears = 12;

/** After a room's end. @param before the state in which it ended */
export function tellLeft(draft: Draft, before: State, input: Input): void {
  if (input.kind !== 'closed' || before.phase === 'closed') return;
  const { unanswered } = before;
  if (unanswered && !unanswered.again) {
    const waitedMs = Math.max(0, Date.parse(input.at) - Date.parse(unanswered.since));
    emit(draft, 'acolhe.conversation.left.v1', 'left', { urgency: unanswered.urgency, waitedMs });
  } else if (!wasLetDown(before, input)) return;
  const urgency = unanswered?.urgency ?? urgencyNow(before);
  const atRisk = urgency === 'red' || urgency === 'orange' || urgency === 'yellow' || isVulnerable(before);
  if (!atRisk) return;
  const dueAt = new Date(Date.parse(input.at) + callBackWithin[urgency] * 60_000).toISOString();
  const department = before.department?.name;
  emit(draft, 'acolhe.task.opened.v1', 'left-task', {
    ...({ taskId: 'left', kind: 'left' } as const),
    ...{ dueAt, urgency },
    ...(department !== undefined && { department }),
  });
}

/** They had been answered, wrote again, and nobody was there any more; or nobody wrote, though they were reminded. */
function wasLetDown({ unanswered, owed }: State, { by }: InputOf<'closed'>): boolean {
  return by !== 'agent' && (unanswered?.again === true || owed?.told !== undefined);
}

function isVulnerable({ answers, forWhom }: Pick<State, 'answers' | 'forWhom'>): boolean {
  const age = ageInDays({ days: answers['age_days'], months: answers['age_months'], years: answers['age'] });
  if (age ? age.least < childUnderYears * daysPerYear : forWhom === 'child') return true;
  return ['pregnancy', 'possible_pregnancy', 'postpartum'].some((id) => isYes(answers, id));
}

const isYes = (answers: Answers, id: string): boolean => answers[id] === true || answers[id] === 'yes';
