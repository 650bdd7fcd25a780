/** Names that stand twice in one JSON object: JSON.parse keeps the last and says nothing. */

interface Open {
  path: string;
  /** Of an object, what it has so far; of an array, the place of the next member. */
  keys?: Set<string>;
  place: number;
  key?: string;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * @param text valid JSON
 * @returns paths such as `derived.fever_now`
 */
export function duplicateKeys(text: string): string[] {
  const found: string[] = [];
  const stack: Open[] = [];
  let isKey = false;
  for (const [part] of text.matchAll(token)) {
    const inside = stack.at(-1);
    if (part === '{' || part === '[') {
      const name = inside?.keys ? inside.key : inside?.place;
      const path = inside ? [inside.path, name].filter((item) => item !== '').join('.') : '';
      stack.push({ path, place: 0, ...(part === '{' ? { keys: new Set() } : {}) });
      isKey = part === '{';
    } else if (part === '}' || part === ']') {
      stack.pop();
      isKey = false;
    } else if (part === ',') {
      if (inside) inside.place += 1;
      isKey = inside?.keys !== undefined;
    } else if (part === ':') isKey = false;
    else if (isKey && inside?.keys) {
      const key = JSON.parse(part) as string;
      if (inside.keys.has(key)) found.push([inside.path, key].filter((item) => item !== '').join('.'));
      inside.keys.add(key);
      inside.key = key;
    }
  }
  return found;
}
