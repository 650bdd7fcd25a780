/** What a card is made of. */
import type { CardAnswer } from '../../contract/card';
import type { Language } from '../../contract/event';
import type { Seen } from '../dialog/summary';

/** What the CRM said; `away`: nothing in time, `off`: none is set. */
export type History = CardAnswer | 'away' | 'off';

export interface CardView {
  seen: Seen;
  history: History;
  /** Whoever looks: Rocket.Chat's id of them. */
  viewer: string;
  language: Language;
  /** Earlier contacts that are left out: the page. */
  skip: number;
  /** Where the CRM's pages are; absent: they cannot be opened. */
  crmUrl?: string;
  now: Date;
  /** Of whoever looks, in hours. */
  utcOffset: number;
}
