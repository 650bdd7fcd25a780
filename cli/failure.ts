/**
 * An expected failure of the command line: one sentence for the person, a stable code for programs.
 * Exit code 2 is for bad input, 1 for everything else.
 */
export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly exitCode: 1 | 2 = 1,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Failure';
  }
}
