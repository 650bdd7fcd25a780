/** What a card is made of, before anything of it is drawn. */

export interface CardButton {
  /** What it does; see `cardActions`. */
  action: string;
  label: string;
  style?: 'primary' | 'danger';
  /** A page it opens instead. */
  url?: string;
  /** Carried with the press. */
  value?: string;
}

export type CardRow =
  | { kind: 'title'; text: string }
  | { kind: 'text'; text: string }
  /** Small print. */
  | { kind: 'note'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'buttons'; buttons: CardButton[] }
  | { kind: 'line' };
