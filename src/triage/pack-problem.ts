/** What can be wrong with a pack. */
export type PackProblemCode =
  | 'shape'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'unknown-outcome'
  | 'unknown-choice'
  | 'wrong-type'
  | 'cycle'
  | 'bins'
  | 'unknown-meaning'
  | 'last-row-not-always'
  | 'unreachable-row'
  | 'unsafe-fallback'
  | 'text-missing';

/** `at`: the path of the part inside the pack, such as `table.3.when`; of a text, its language and key. */
export interface PackProblem {
  code: PackProblemCode;
  at: string;
  message: string;
}

export class PackError extends Error {
  readonly code = 'pack_invalid';
  constructor(readonly problems: readonly PackProblem[]) {
    super(problems.map((item) => `${item.at}: ${item.message}`).join('\n'));
    this.name = 'PackError';
  }
}
