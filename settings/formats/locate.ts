/** From a path inside a pack to the cell that said it. */
import type { PackRead } from './bundle';

export interface Place {
  sheet: string;
  row: number;
  column: string;
}

/** @param places by path, such as `table.3.when`; a path without one is looked for further up */
export function locator(places: ReadonlyMap<string, Place>): PackRead['locate'] {
  return (path) => {
    const steps = path.split('.');
    for (let length = steps.length; length > 0; length -= 1) {
      const found = places.get(steps.slice(0, length).join('.'));
      if (found) return found;
    }
    // keys may hold dots themselves: the longest beginning
    const longest = [...places.keys()]
      .filter((known) => path.startsWith(`${known}.`))
      .sort((a, b) => b.length - a.length)[0];
    return (
      (longest === undefined ? undefined : places.get(longest)) ?? { sheet: 'pack', row: 0, column: path }
    );
  };
}
