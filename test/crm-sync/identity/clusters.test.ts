import fc from 'fast-check';
import { clusterOf, type Link } from '../../../crm-sync/identity/clusters';

const ids = ['A', 'B', 'C', 'D', 'E', 'F'];
const links = fc.array(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), {
  maxLength: 8,
});

/** The same by brute force. */
function colours(all: readonly Link[]): Map<string, number> {
  const colour = new Map(ids.map((id, at) => [id, at]));
  for (let round = 0; round < ids.length; round += 1)
    for (const { from, to } of all) {
      const least = Math.min(colour.get(from)!, colour.get(to)!);
      colour.set(from, least);
      colour.set(to, least);
    }
  return colour;
}

it('a cluster is what links connect, whatever their order, direction and circles', () => {
  fc.assert(
    fc.property(links, fc.constantFrom(...ids), (all, start) => {
      const colour = colours(all);
      const wanted = ids.filter((id) => colour.get(id) === colour.get(start));
      expect(clusterOf(start, all)).toEqual(wanted);
      expect(clusterOf(start, all.map(({ from, to }) => ({ from: to, to: from })).reverse())).toEqual(wanted);
    }),
  );
});
