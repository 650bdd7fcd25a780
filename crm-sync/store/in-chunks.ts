/** Questions and writes about many documents, some at a time. */

/** So many ids in one question or write. */
export const idChunk = 64;

/**
 * So many where each stands in many documents: some servers compare every document with one id of the list after the
 * other, and many short lists cost them less than one long one.
 */
export const streamIdChunk = 12;

export function* chunksOf<T>(all: readonly T[], size = idChunk): Generator<T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

/** All that `find` gives, for some of the ids at a time. */
export async function inChunks<I, R>(
  ids: readonly I[],
  find: (some: I[]) => Promise<R[]>,
  size = idChunk,
): Promise<R[]> {
  const found: R[] = [];
  for (const some of chunksOf(ids, size)) found.push(...(await find(some)));
  return found;
}
