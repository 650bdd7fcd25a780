/** What was before: contacts in pages, tasks, notes. Pure. */
import { cardPageSize, type EarlierConversation } from '../../contract/card';
import { cardText, type CardTextKey } from '../../settings/card-texts';
import type { CardButton, CardRow } from './row';
import { timeOf } from './words';
import type { CardView } from './view';

type Say = (key: CardTextKey, parameters?: Record<string, string | number>) => string;

export function historyRows(view: CardView, say: Say): CardRow[] {
  const { history, skip } = view;
  if (history === 'off') return [{ kind: 'note', text: say('history_off') }];
  if (history === 'away') return [{ kind: 'note', text: say('history_away') }, refresh(say)];
  const { conversations, earlier, tasks, notes, followUp } = history;
  const rows: CardRow[] = [];
  if (tasks.length > 0) {
    const lines = tasks.map(({ kind, dueAt, owner, text }) =>
      say('task_line', {
        ...{ at: timeOf(view, dueAt), what: text ? `${say(`task_${kind}`)}: ${text}` : say(`task_${kind}`) },
        owner: owner ?? say('task_nobody'),
      }),
    );
    rows.push({ kind: 'title', text: say('tasks') }, { kind: 'text', text: bullets(lines) });
  }
  if (followUp) {
    const { dueAt, disease } = followUp;
    rows.push({ kind: 'note', text: say('appointments', { at: timeOf(view, dueAt), disease }) });
  }
  if (notes.length > 0) {
    const lines = notes.map(({ at, by, text }) => `${timeOf(view, at)} – ${by}: ${text}`);
    rows.push({ kind: 'title', text: say('notes') }, { kind: 'text', text: bullets(lines) });
  }
  if (earlier === 0) return [...rows, { kind: 'note', text: say('history_none') }];
  const lines = conversations.map((one) => contactLine(view, one));
  rows.push({ kind: 'title', text: say('history', { count: earlier }) });
  if (lines.length > 0) rows.push({ kind: 'text', text: bullets(lines) });
  const turn: CardButton[] = [
    ...(skip > 0 ? [page(say('history_newer'), Math.max(0, skip - cardPageSize))] : []),
    ...(skip + conversations.length < earlier ? [page(say('history_more'), skip + cardPageSize)] : []),
  ];
  if (turn.length > 0) rows.push({ kind: 'buttons', buttons: turn });
  return rows;
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join('\n');

const page = (label: string, skip: number): CardButton => ({ action: 'page', label, value: String(skip) });

const refresh = (say: Say): CardRow => ({
  kind: 'buttons',
  buttons: [{ action: 'page', label: say('button_refresh'), value: '0' }],
});

function contactLine(view: CardView, one: EarlierConversation): string {
  const { language } = view;
  const parts = [
    ...(one.disposition ? [cardText(language, `disposition_${one.disposition}`)] : []),
    ...(one.department ? [one.department] : []),
    ...(one.agent ? [one.agent] : []),
    one.open
      ? cardText(language, 'history_open')
      : cardText(language, one.outcome ? `outcome_${one.outcome}` : 'outcome_none'),
  ];
  return `${timeOf(view, one.startedAt)} – ${parts.join(' · ')}`;
}
