/**
 * What the bot cannot read may be urgent: a person is to look at a sound, a picture, a video or a file within ten minutes. At
 * half of that somebody has it to do and is told; see `ringing.ts` for when it is overdue. A person who writes has looked.
 */
import { type Draft, emit } from './draft';
import type { Input, InputOf, Media } from './input';
import { isHistory } from './history';
import { urgencyNow } from './sla';
import type { UnreadFile } from './state';

const lookWithinMs = 10 * 60_000;
const unreadable: ReadonlySet<Media> = new Set(['audio', 'image', 'video', 'document']);

/** After each input. */
export function watchUnread(draft: Draft, input: Input): void {
  const { unreadFile } = draft.state;
  if (input.kind === 'patient-message') return begin(draft, input);
  if (!unreadFile) return;
  if (input.kind === 'agent-message') return looked(draft, unreadFile, input);
  const isOver = input.kind === 'closed' || (input.kind === 'due' && input.reminder === 'unread');
  if (!isOver || unreadFile.task) return;
  openTask(draft, unreadFile);
  if (input.kind === 'closed') draft.effects.push({ kind: 'forget-reminder', reminder: 'unread' });
}

function begin(draft: Draft, input: InputOf<'patient-message'>): void {
  const { state } = draft;
  const media = input.media ?? (input.file ? 'document' : undefined);
  if (state.unreadFile || !media || !unreadable.has(media)) return;
  if (state.phase === 'closed' || isHistory(state, input.at)) return;
  draft.state = { ...state, unreadFile: { since: input.at, messageId: input.messageId } };
  draft.effects.push({ kind: 'remind', reminder: 'unread', afterMs: lookWithinMs / 2 });
}

function looked(draft: Draft, { task }: UnreadFile, { agent }: InputOf<'agent-message'>): void {
  draft.state = { ...draft.state, unreadFile: undefined };
  if (!task) return void draft.effects.push({ kind: 'forget-reminder', reminder: 'unread' });
  const done = { taskId: task, by: agent.username, result: 'done' } as const;
  emit(draft, 'acolhe.task.done.v1', 'unread-done', done);
}

function openTask(draft: Draft, file: UnreadFile): void {
  const taskId = `unread-${file.messageId}`.slice(0, 200);
  const department = draft.state.department?.name;
  emit(draft, 'acolhe.task.opened.v1', 'unread-task', {
    ...({ taskId, kind: 'unread' } as const),
    dueAt: new Date(Date.parse(file.since) + lookWithinMs).toISOString(),
    urgency: urgencyNow(draft.state),
    ...(draft.state.phase === 'served' && { owner: draft.state.agent.username }),
    ...(department !== undefined && { department }),
  });
  draft.state = { ...draft.state, unreadFile: { ...file, task: taskId } };
}
