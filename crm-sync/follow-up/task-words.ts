/** What a monitoring's events and answers are called on pages. */
import { answerText, outcomeText } from '../patients/coded-texts';
import type { Speech } from '../web/speech';
import type { FollowUpTold, TaskHistory } from './task-reads';
import { shortAnswers, type ShownTask, type TaskAnswers } from './tasks';

export function shortAnswersText(speech: Speech, last: TaskAnswers): string {
  return shortAnswers(last)
    .map(([id, value]) => answerText(speech, last, id, value))
    .join(' · ');
}

export function planText(
  { t, coded, number }: Speech,
  plan: NonNullable<ShownTask['plan']>,
  now: Date,
): string {
  const day = Math.max(0, Math.floor((now.getTime() - plan.onset.getTime()) / 86_400_000));
  const disease = coded('followUpDisease', plan.disease);
  return t('followUpDay', { disease, day: number(day), hours: number(plan.everyHours) });
}

/** One line for what happened. */
export function eventText(
  speech: Speech,
  event: FollowUpTold,
  { staff, by }: Omit<TaskHistory, 'event'>,
): string {
  const { t, coded, number } = speech;
  switch (event.type) {
    case 'acolhe.follow-up.planned.v1':
      return t('followUp_planned', {
        hours: number(event.data.everyHours),
        day: number(event.data.untilDay),
      });
    case 'acolhe.follow-up.asked.v1':
      return t('followUp_asked');
    case 'acolhe.follow-up.unanswered.v1':
      return coded('followUp_unanswered', event.data.reason);
    case 'acolhe.follow-up.answered.v1': {
      const { outcome, disposition } = event.data;
      return t('followUp_answered', {
        outcome: outcomeText(speech, { pack: 'follow-up', by, outcome, disposition }),
      });
    }
    case 'acolhe.follow-up.task-done.v1':
      return t('followUp_called', { name: staff ?? '', outcome: coded('taskOutcome', event.data.outcome) });
    case 'acolhe.follow-up.ended.v1':
      return t('followUp_ended');
  }
}
