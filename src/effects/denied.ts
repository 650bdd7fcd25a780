/** Rocket.Chat gives an app that lacks a permission nothing, instead of an error. */
export class DeniedError extends Error {
  public readonly code: string;

  public constructor(permission: string) {
    super(`the app may not: ${permission}`);
    this.name = 'DeniedError';
    this.code = `denied-${permission}`;
  }
}

/** @param id of what was written: the engine makes a text of what it was given @throws DeniedError */
export function assertWritten(id: unknown, permission: string): void {
  if (!id || id === 'undefined' || id === 'null') throw new DeniedError(permission);
}
