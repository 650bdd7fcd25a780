/** Which IDs are one person: links are edges between IDs, a cluster is what they connect. Pure. */

export interface Link {
  from: string;
  to: string;
}

const typedKeys: readonly (string | undefined)[] = ['cpf', 'cns'];

/**
 * Whether anything but a number somebody typed makes these two one person: anybody can type a stranger's CPF. Such a link
 * is shown to staff as what it is; by itself it tells a visitor nothing, gives them nobody's dependents and erases nobody.
 */
export function isVouchedFor({ by, key }: { by: 'match' | 'staff'; key?: string }): boolean {
  return by === 'staff' || (key !== undefined && !typedKeys.includes(key));
}

/** The ID and all that are connected with it, sorted. */
export function clusterOf(start: string, links: readonly Link[]): string[] {
  const neighbours = new Map<string, string[]>();
  const add = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { from, to } of links) {
    add(from, to);
    add(to, from);
  }
  const seen = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of neighbours.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return [...seen].sort();
}
