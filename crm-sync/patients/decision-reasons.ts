/** Why a decision was as it was: by the version that made it where that is at hand, else as it was kept with it. */
import { builtInPack } from '../../settings/pack-versions';
import { decideNow } from '../../src/triage/evaluate';
import { explain, type Change } from '../../src/triage/explain';
import type { OpenedDecision } from './patient-reads';

type Told = Pick<OpenedDecision, '_id' | 'pack' | 'packVersion' | 'by' | 'answers' | 'because'>;

/** The version that decided: as it was read with the decision, else what is built in under its name. */
export const decidedBy = ({ by, pack, packVersion }: Pick<Told, 'by' | 'pack' | 'packVersion'>) =>
  by?.pack ?? builtInPack(pack, packVersion);

export interface Reason {
  question: string;
  value: boolean | number | string;
}

/** `question=value` as code writes it. */
function reasonOf(text: string): Reason {
  const cut = text.indexOf('=');
  const [question, value] = cut < 0 ? [text, 'unknown'] : [text.slice(0, cut), text.slice(cut + 1)];
  if (value === 'true' || value === 'false') return { question, value: value === 'true' };
  const number = Number(value);
  return { question, value: value.trim() !== '' && Number.isFinite(number) ? number : value };
}

/**
 * The answers that made the row match.
 * @returns undefined when they are not known: erased, or neither kept nor to be worked out
 */
export function reasonsOf({ answers, because, ...told }: Told): Reason[] | undefined {
  if (because) return because.map(reasonOf);
  const pack = answers && decidedBy(told);
  return pack ? decideNow(pack, answers).because.map(reasonOf) : undefined;
}

/** Decisions never change, and a page that renews itself shows the same ones again. */
const explained = new Map<string, Change[]>();
const keptExplanations = 100;

/**
 * The single answers that would have changed it. Working them out takes tens of milliseconds.
 * @returns undefined when the version that decided is not at hand, or the answers are gone
 */
export function changesOf({ _id, answers, ...told }: Told): Change[] | undefined {
  const pack = answers && decidedBy(told);
  if (!pack) return undefined;
  const name = JSON.stringify([_id, told.pack, told.packVersion]);
  const known = explained.get(name);
  if (known) return known;
  const { changes } = explain(pack, answers);
  if (explained.size >= keptExplanations) explained.delete([...explained.keys()][0]!);
  explained.set(name, changes);
  return changes;
}
