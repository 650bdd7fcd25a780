/** Sets of rows of a table, one bit a row, in words of 32. */
export type Rows = Uint32Array;

export function setBit(rows: Rows, row: number): void {
  rows[row >>> 5]! |= 1 << (row & 31);
}

export function hasBit(rows: Rows, row: number): boolean {
  return (rows[row >>> 5]! & (1 << (row & 31))) !== 0;
}

/** @param more may be left out */
export function addRows(rows: Rows, more: Rows | undefined): void {
  if (more === undefined) return;
  for (let word = 0; word < rows.length; word += 1) rows[word]! |= more[word]!;
}

/** Whether two sets have a row above `before` in common. */
export function meetAbove(a: Rows, b: Rows, before: number): boolean {
  const last = before >>> 5;
  for (let word = 0; word < last; word += 1) if (a[word]! & b[word]!) return true;
  return last < a.length && (a[last]! & b[last]! & ((1 << (before & 31)) - 1)) !== 0;
}

/** Whether three sets have a row in common. */
export function meet(a: Rows, b: Rows, c: Rows): boolean {
  for (let word = 0; word < a.length; word += 1) if (a[word]! & b[word]! & c[word]!) return true;
  return false;
}

/** How many rows two sets have in common. */
export function countOf(a: Rows, b: Rows): number {
  let count = 0;
  for (let word = 0; word < a.length; word += 1) {
    let bits = a[word]! & b[word]!;
    if (bits === 0) continue;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The first row; Infinity when there is none. */
export function firstBit(rows: Rows): number {
  for (let word = 0; word < rows.length; word += 1) {
    const bits = rows[word]!;
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits & -bits);
  }
  return Infinity;
}

/** The last row that two sets have in common, down to and with `upTo`; -1 when there is none. */
export function lastOf(a: Rows, b: Rows, upTo: number): number {
  if (upTo < 0) return -1;
  let word = Math.min(a.length - 1, Math.floor(upTo / 32));
  // a shift by 32 leaves the word as it is, so that the last row of a word is no special case
  let bits = a[word]! & b[word]! & (upTo < (word + 1) * 32 ? (2 << (upTo & 31)) - 1 : -1);
  for (;;) {
    if (bits !== 0) return word * 32 + 31 - Math.clz32(bits);
    if ((word -= 1) < 0) return -1;
    bits = a[word]! & b[word]!;
  }
}

/** Takes away every row below `last` (the table's later ones). */
export function keepUpTo(rows: Rows, last: number): void {
  const at = Math.floor(last / 32);
  if (at >= rows.length) return;
  if (last < 0) return void rows.fill(0);
  rows[at]! &= (2 << (last & 31)) - 1;
  rows.fill(0, at + 1);
}
