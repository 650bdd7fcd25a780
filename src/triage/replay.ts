/** A decision that was kept, made again: by the version that made it, or by another. Pure. */
import type { Disposition } from '../../contract/event';
import { dispositions } from '../../contract/event';
import { decideNow, questionsLeft } from './evaluate';
import type { Answers, Pack } from './pack';

/** What of a decision must come out again. What was not told then is not compared. */
export interface KeptDecision {
  pack: string;
  packVersion: string;
  outcome: string;
  disposition: Disposition;
  row: string;
  answers: Answers;
  urgencyMinutes?: number;
  redFlags?: readonly string[];
}

const compared = ['outcome', 'disposition', 'urgencyMinutes', 'row', 'redFlags'] as const;
type Compared = (typeof compared)[number];
type Made = Record<Compared, string | number>;

export interface Difference {
  field: Compared;
  /** As it was kept. Lists are sorted and joined by blanks. */
  kept: string | number;
  now: string | number;
}

function made(pack: Pack, answers: Answers): Made {
  const { outcome, row, redFlags } = decideNow(pack, answers);
  const { id, disposition, urgencyMinutes } = outcome;
  return {
    outcome: id,
    disposition,
    urgencyMinutes,
    row,
    redFlags: listed(redFlags.map((flag) => flag.concept)),
  };
}

const listed = (codes: readonly string[]): string => [...codes].sort().join(' ');

function differences(kept: KeptDecision, now: Made): Difference[] {
  return compared.flatMap((field) => {
    const told = field === 'redFlags' ? kept.redFlags && listed(kept.redFlags) : kept[field];
    return told === undefined || told === now[field] ? [] : [{ field, kept: told, now: now[field] }];
  });
}

/**
 * @param pack the version that decided
 * @returns what comes out otherwise; nothing when the decision is reproduced
 * @throws Error where the pack does not fit together
 */
export function replayDecision(pack: Pack, kept: KeptDecision): Difference[] {
  return differences(kept, made(pack, kept.answers));
}

/** `other`: as urgent, but another outcome. */
export const shifts = ['same', 'other', 'more-urgent', 'less-urgent'] as const;
export type Shift = (typeof shifts)[number];

export interface Reconsidered {
  shift: Shift;
  differences: Difference[];
  /** What this version would have asked besides; without it, its decision is on what is known. */
  wouldAsk: string[];
}

/** What another version of the pack decides on the same answers. */
export function reconsider(pack: Pack, kept: KeptDecision): Reconsidered {
  const now = made(pack, kept.answers);
  const isSame = now.outcome === kept.outcome;
  return {
    shift: shiftOf(kept, now) ?? (isSame ? 'same' : 'other'),
    differences: differences(kept, now),
    wouldAsk: questionsLeft(pack, kept.answers),
  };
}

/** By class first, then by time. @returns undefined when as urgent */
function shiftOf(kept: KeptDecision, now: Made): Shift | undefined {
  const further =
    dispositions.indexOf(now.disposition as Disposition) - dispositions.indexOf(kept.disposition);
  const later = kept.urgencyMinutes === undefined ? 0 : Number(now.urgencyMinutes) - kept.urgencyMinutes;
  const change = further || later;
  return change === 0 ? undefined : change < 0 ? 'more-urgent' : 'less-urgent';
}
