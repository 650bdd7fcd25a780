/** What the analysis of a pack finds. */
import type { PackProblemCode } from './pack-problem';
import type { Answers } from './pack';

export type FindingCode =
  | PackProblemCode
  | 'hidden-row'
  | 'gap'
  | 'never-asked'
  | 'not-vital'
  | 'vital-unknown'
  | 'no-safety-net'
  | 'uncited'
  | 'text-placeholder'
  | 'text-language'
  | 'unit'
  | 'no-other-words'
  | 'unused'
  | 'signatures'
  | 'too-few-cases'
  | 'case-invalid'
  | 'case-failing'
  | 'row-without-case'
  | 'threshold-without-case'
  | 'not-proved';

export interface Finding {
  /** A `problem` keeps a pack from being signed; a `note` is for its author to look at. */
  severity: 'problem' | 'note';
  code: FindingCode;
  /** The path of the part in the pack, such as `table.3`; of a text, its language and key; of a case, `cases.<id>`. */
  at: string;
  /** Ids of the rows it is about. */
  rows: string[];
  message: string;
  /** Answers that show it. */
  witness?: Answers;
}
