/** What can be done on the card. Pure. */
import type { CardTextKey } from '../../settings/card-texts';
import { patientPage } from './pages';
import type { CardButton, CardRow } from './row';
import type { CardView } from './view';

/** Each is a button of the card and a word of `/acolhe`. */
export const cardActions = [
  ...(['close', 'outcome', 'forward', 'task', 'note', 'reply'] as const),
  ...(['rescreen', 'consent', 'dependent', 'bot'] as const),
] as const;
export type CardAction = (typeof cardActions)[number];

/** Those that need nothing more than the press. */
export const immediateActions: readonly CardAction[] = ['rescreen', 'consent', 'bot'];

type Say = (key: CardTextKey, parameters?: Record<string, string | number>) => string;

/** The widest row that Rocket.Chat's contextual bar shows without hiding some behind a menu. */
const inARow = 4;

export function actionRows(view: CardView, say: Say): CardRow[] {
  const { state } = view.seen;
  const { service, phase } = state;
  const done = service?.outcome;
  const outcome = done ? `${say(`outcome_${done.outcome}`)} (${done.by})` : say('outcome_none');
  const isOpen = phase !== 'closed';
  const page = patientPage(view.crmUrl, state);
  const button = (action: CardAction, style?: CardButton['style']): CardButton => ({
    ...{ action, label: say(`button_${action}`) },
    ...(style ? { style } : {}),
  });
  const buttons: CardButton[] = [
    ...(isOpen ? [button('close', 'primary')] : []),
    button('outcome'),
    ...(isOpen ? [button('forward'), button('reply')] : []),
    button('task'),
    button('note'),
    button('rescreen'),
    ...(isOpen && state.consent !== 'given' ? [button('consent')] : []),
    ...(isOpen && !state.forDependent ? [button('dependent')] : []),
    ...(isOpen && mayReturnToBot(view) ? [button('bot')] : []),
    ...(page
      ? [
          { action: 'open', label: say('button_crm'), url: page },
          { action: 'open', label: say('button_link'), url: `${page}#links` },
        ]
      : []),
  ];
  const rows: CardRow[] = [
    { kind: 'title', text: say('actions') },
    { kind: 'note', text: `${say('outcome')}: ${outcome}` },
  ];
  for (let from = 0; from < buttons.length; from += inARow)
    rows.push({ kind: 'buttons', buttons: buttons.slice(from, from + inARow) });
  return rows;
}

/** Never with an open flag. */
function mayReturnToBot({ seen }: CardView): boolean {
  const { phase, redFlags, decided } = seen.state;
  return phase === 'served' && redFlags.length === 0 && decided?.disposition !== 'emergency';
}
