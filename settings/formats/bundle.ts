/**
 * A pack with everything that belongs to it, as it leaves for a spreadsheet or for FHIR and comes back. Pure: what is
 * read is checked for its shape only; whether the parts fit together is said by `validatePack`, whose paths `locate` finds.
 */
import type { PackCase } from '../pack-cases';
import type { Pack } from '../pack-schema';
import type { PackTexts } from '../packs';

export interface PackBundle {
  pack: Pack;
  texts: PackTexts;
  cases: PackCase[];
}

/** `row` is the one a spreadsheet shows (the heading is row 1), or 0 when no row is meant; `column` is its heading. */
export interface FormatProblem {
  sheet: string;
  row: number;
  column: string;
  reason: string;
}

export interface PackRead {
  bundle: PackBundle;
  /** Where a path of the pack (`table.3.when`) or of a text (`pt-BR.notice`) was read from. */
  locate: (path: string) => Omit<FormatProblem, 'reason'>;
}

/** What was read, or everything that is wrong with it; never a part. */
export type PackReading = PackRead | { problems: FormatProblem[] };
