/** What administrators are told of the outbox, and when. Pure. */
import type { Note } from './notes';

export const noticeKinds = ['near', 'full', 'old', 'refused', 'healthy'] as const;
/** near, full: of its bound · old: something waits too long · refused: the CRM will not take something · healthy: over. */
export type NoticeKind = (typeof noticeKinds)[number];

export interface OutboxFigures {
  length: number;
  bound: number;
  oldestAgeMs: number;
  refused: number;
}

const nearFrom = 0.8;
/** Healthy again only well below what raised the alarm, so that a length near the line does not ring all day. */
const healthyBelow = 0.7;
export const oldAfterMs = 15 * 60_000;
export const sameAgainAfterMs = 3_600_000;

function problemsOf({ length, bound, oldestAgeMs }: OutboxFigures): NoticeKind[] {
  const problems: NoticeKind[] = [];
  if (length >= bound) problems.push('full');
  else if (length >= bound * nearFrom) problems.push('near');
  if (oldestAgeMs > oldAfterMs) problems.push('old');
  return problems;
}

/** @param told when each notice was given last; of `refused` also how many there were */
export function noticesDue(
  figures: OutboxFigures,
  told: Partial<Record<NoticeKind, Note>>,
  nowMs: number,
): NoticeKind[] {
  const recently = (kind: NoticeKind): boolean => {
    const last = told[kind];
    return last !== undefined && nowMs - Date.parse(last.at) < sameAgainAfterMs;
  };
  const due = problemsOf(figures);
  if (figures.refused > (told.refused?.count ?? 0)) due.push('refused');
  const isOver = problemsOf(figures).length === 0 && figures.length < figures.bound * healthyBelow;
  const lastTrouble =
    [told.near, told.full, told.old]
      .map((note) => note?.at ?? '')
      .sort()
      .at(-1) ?? '';
  if (isOver && lastTrouble > (told.healthy?.at ?? '')) due.push('healthy');
  return due.filter((kind) => !recently(kind));
}
