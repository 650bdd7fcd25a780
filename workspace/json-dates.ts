import { types } from 'util';

const tag = '$date';

/**
 * JSON in which Dates stay Dates, wherever they stand: `{"$date": "2026-…Z"}`. Keys that begin with `$` are written
 * with one more, so that no data can be taken for a Date.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(packed(value));
}

const piecesOf = 200;

/**
 * The same text as `toJson`, piece by piece, so that a large value need not be written at one go: two levels of objects
 * and the long lists in them are taken apart. The value must not change meanwhile.
 */
export function* jsonPieces(value: unknown, levels = 2): Generator<string> {
  if (Array.isArray(value) && value.length > piecesOf) {
    for (let at = 0; at < value.length; at += piecesOf) {
      const part = toJson(value.slice(at, at + piecesOf)).slice(1, -1);
      yield `${at === 0 ? '[' : ','}${part}`;
    }
    yield ']';
  } else if (levels > 0 && isPlain(value)) {
    let opening = '{';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${opening}${JSON.stringify(escaped(key))}:`;
      yield* jsonPieces(item, levels - 1);
      opening = ',';
    }
    yield opening === '{' ? '{}' : '}';
  } else yield toJson(value);
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !types.isDate(value);
const escaped = (key: string): string => (key.startsWith('$') ? `$${key}` : key);

/** @throws SyntaxError whose message may hold parts of the text: do not log it */
export function fromJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (tag in value) return new Date(value[tag] === null ? NaN : String(value[tag]));
    if (!Object.keys(value).some((key) => key.startsWith('$'))) return value;
    return mapKeys(value, (key) => (key.startsWith('$') ? key.slice(1) : key));
  });
}

function packed(value: unknown): unknown {
  // an invalid Date is null in JSON
  if (types.isDate(value)) return { [tag]: value.toJSON() };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  return mapKeys(value, escaped, packed);
}

function mapKeys(
  value: object,
  name: (key: string) => string,
  map: (item: unknown) => unknown = (item) => item,
): object {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [name(key), map(item)]));
}
