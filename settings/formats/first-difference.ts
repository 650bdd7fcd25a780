/** @returns the path of the first place where two values of JSON differ; the order of an object's fields is no difference */
export function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path || 'everything';
  if (Array.isArray(a) !== Array.isArray(b)) return path || 'everything';
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const field of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = path === '' ? field : `${path}.${field}`;
    const found = firstDifference(left[field], right[field], step);
    if (found !== undefined) return found;
  }
  return undefined;
}
