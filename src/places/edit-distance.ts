/** Damerau–Levenshtein distance (optimal string alignment), given up as soon as it exceeds a bound. */

/** Which letters occur: names whose letters differ in more than twice the bound cannot be within it. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

export function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Two letters changed places, not only neighbours: "Soblar". */
function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const differ: number[] = [];
  for (let i = 0; i < a.length && differ.length < 3; i += 1) if (a[i] !== b[i]) differ.push(i);
  const [i, j] = differ;
  return differ.length === 2 && a[i!] === b[j!] && a[j!] === b[i!];
}

/**
 * Letters wrong, missing, too many, or two swapped.
 * @returns the distance, or `bound + 1` when it is larger
 */
export function boundedDistance(a: string, b: string, bound: number): number {
  if (a === b) return 0;
  const over = bound + 1;
  if (Math.abs(a.length - b.length) > bound) return over;
  if (isOneSwap(a, b)) return 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && cost === 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        value = Math.min(value, beforeLast[j - 2]! + 1);
      row.push(value);
      if (value < best) best = value;
    }
    if (best > bound) return over;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length]!, over);
}
