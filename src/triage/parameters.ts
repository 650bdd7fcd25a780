import type { Pack } from './pack';

/** A text of a pack with `{parameter}` filled in: days of isolation and the like are numbers in one place. */
export function fillParameters({ parameters }: Pick<Pack, 'parameters'>, text: string): string {
  return text.replace(/\{([\w.-]+)\}/g, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]!.value) : whole,
  );
}
