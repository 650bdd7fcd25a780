/** Whether people who screen again decide as the bot did. Pure. */
import { dispositions, type Disposition } from '../../contract/event';
import type { EncounterDocument } from '../store/documents';

/** What the person decided, seen from the bot's decision: as urgent, more urgent, less urgent. */
export type Comparison = 'same' | 'more' | 'less';

export function comparedWithBot(human: Disposition, bot: Disposition): Comparison {
  // most urgent first
  const further = dispositions.indexOf(human) - dispositions.indexOf(bot);
  return further === 0 ? 'same' : further < 0 ? 'more' : 'less';
}

export type Agreement = Record<Comparison, number> & {
  /** Second screenings that can be compared. */
  of: number;
};

/**
 * Of the second screenings within a period (`from` included, `to` not). Left out: those of which the bot had decided
 * nothing, and those by somebody who had seen its decision on this page. Compared are the bot's last state and what the
 * person chose; what the form made of their answers where that was not told.
 */
export function agreementOf(
  encounters: readonly Pick<EncounterDocument, 'marks'>[],
  { from, to }: { from: Date; to: Date },
): Agreement {
  const counted: Agreement = { of: 0, same: 0, more: 0, less: 0 };
  for (const { marks } of encounters)
    for (const mark of marks) {
      if (mark.kind !== 'rescreen' || !mark.bot || !mark.blind || mark.at < from || mark.at >= to) continue;
      counted.of += 1;
      counted[comparedWithBot(mark.own ?? mark.disposition, mark.bot)] += 1;
    }
  return counted;
}
