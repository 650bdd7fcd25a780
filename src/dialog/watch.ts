/** What is looked after whatever comes: that nobody falls silent, waits or goes unnoticed. */
import type { Draft } from './draft';
import type { Input } from './input';
import { tellLeft } from './left';
import { watchAnswer } from './owed-answer';
import { watchTasks } from './ringing';
import { watchSilence } from './silence';
import { watchSla } from './sla';
import type { State } from './state';
import { noteForSurvey } from './survey';
import { watchUnread } from './unread';
import { watchWait } from './wait-watch';

/** After each input. @param before the state in which it came */
export function watchOver(draft: Draft, before: State, input: Input): void {
  watchSilence(draft, input);
  watchUnread(draft, input);
  tellLeft(draft, before, input);
  noteForSurvey(draft, before, input);
  watchSla(draft, input);
  watchAnswer(draft, before, input);
  watchWait(draft, before, input);
  watchTasks(draft, input);
}
