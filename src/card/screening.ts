/** The second screening on the card: from whom the bot's decision is hidden, and what people decided beside it. Pure. */
import type { CardAnswer } from '../../contract/card';
import { rescreenPage } from './pages';
import type { CardView } from './view';

export interface Screening {
  /** Whoever looks has begun a second screening, and theirs is not in. */
  hidden: boolean;
  /** Where it is made, while it is waited for. */
  link?: string;
  /** Second screenings that this viewer may see, oldest first. */
  shown: CardAnswer['rescreens'];
}

export function screeningOf({ seen, history, viewer, crmUrl }: CardView): Screening {
  const since = seen.state.service?.screening?.[viewer];
  const all = typeof history === 'object' ? history.rescreens : [];
  // by name only: which of them is this viewer's is not known here, so any that came since they began counts
  const hidden = since !== undefined && !all.some(({ at }) => at >= since);
  const link = hidden ? rescreenPage(crmUrl, seen.state) : undefined;
  return { hidden, ...(link ? { link } : {}), shown: hidden ? [] : all };
}
