import { continueButton, humanButton, otherButton } from './buttons';
import { type Draft, sayKey } from './draft';

/** First time: said again, in more words. Second time in a row: a person is offered. */
export function misunderstood(draft: Draft, again: () => void): void {
  const times = draft.state.misunderstood + 1;
  draft.state = { ...draft.state, misunderstood: times };
  if (times === 1) return again();
  draft.state = { ...draft.state, offered: true };
  const other = draft.state.ledBy === undefined ? [] : [otherButton(draft)];
  sayKey(draft, 'unclear_offer', {}, [humanButton(draft), ...other, continueButton(draft)]);
}
