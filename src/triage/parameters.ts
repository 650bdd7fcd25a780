import type { Pack } from './pack';

const place = /\{([\w.-]+)\}/g;

/** A text of a pack with `{parameter}` filled in: days of isolation and the like are numbers in one place. */
export function fillParameters({ parameters }: Pick<Pack, 'parameters'>, text: string): string {
  return text.replace(place, (whole, name: string) =>
    Object.hasOwn(parameters, name) ? String(parameters[name]!.value) : whole,
  );
}

/** Names of the places in a text, each once. */
export function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(place)].map(([, name = '']) => name))];
}
