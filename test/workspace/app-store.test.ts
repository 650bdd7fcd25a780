import * as fc from 'fast-check';

import { AppStore } from '../../workspace/engine/app-store';

const room = { model: 'room', id: 'r1' };
const kind = { model: 'misc', id: 'input' };

function store() {
  let last = 0;
  let seed = 7;
  return new AppStore({
    id: () => `p${++last}`,
    random: () => (seed = (seed * 16807) % 2147483647) / 2147483647,
  });
}

describe('app persistence, as weak as the real one', () => {
  it('reads what has all the associations, of this app only, as data without ids', () => {
    const kept = store();
    kept.create({ n: 1 }, 'app', [room]);
    kept.create({ n: 2 }, 'app', [room, kind]);
    kept.create({ n: 3 }, 'other', [room, kind]);
    const byRoom = kept.readByAssociations([room], 'app') as { n: number }[];
    expect(byRoom.map(({ n }) => n).sort()).toEqual([1, 2]);
    expect(kept.readByAssociations([kind, room], 'app')).toEqual([{ n: 2 }]);
    expect(kept.readByAssociations([{ model: 'room', id: 'r2' }], 'app')).toEqual([]);
  });

  it('reads in an order that means nothing', () => {
    const kept = store();
    for (let n = 0; n < 20; n++) kept.create({ n }, 'app', [room]);
    const orders = new Set(
      Array.from({ length: 5 }, () => JSON.stringify(kept.readByAssociations([room], 'app'))),
    );
    expect(orders.size).toBeGreaterThan(1);
  });

  it('keeps and gives copies', () => {
    const kept = store();
    const data = { list: [1], at: new Date(5) };
    const id = kept.create(data, 'app', [room]);
    data.list.push(2);
    (kept.readById(id, 'app') as typeof data).list.push(3);
    expect(kept.readById(id, 'app')).toEqual({ list: [1], at: new Date(5) });
    expect(kept.readById(id, 'other')).toBeUndefined();
  });

  it('removes all that match and answers their data; nothing matched: nothing answered', () => {
    const kept = store();
    kept.create({ n: 1 }, 'app', [room]);
    kept.create({ n: 2 }, 'app', [room, kind]);
    kept.create({ n: 3 }, 'app', [kind]);
    expect(kept.removeByAssociations([room], 'app')).toHaveLength(2);
    expect(kept.removeByAssociations([room], 'app')).toBeUndefined();
    expect(kept.readByAssociations([], 'app')).toEqual([{ n: 3 }]);
  });

  it('updates one record of exactly these associations in this order, and throws after it', () => {
    const kept = store();
    kept.create({ n: 1 }, 'app', [room]);
    kept.create({ n: 2 }, 'app', [room, kind]);
    expect(() => kept.updateByAssociations([room, kind], { n: 9 }, true, 'app')).toThrow(TypeError);
    expect(kept.readByAssociations([kind], 'app')).toEqual([{ n: 9 }]);
    expect(() => kept.updateByAssociations([kind, room], { n: 8 }, false, 'app')).toThrow(TypeError);
    expect(kept.updateByAssociations([kind, room], { n: 8 }, true, 'app')).toEqual(expect.any(String));
    expect(kept.readByAssociations([kind], 'app')).toHaveLength(2);
  });

  it('does not update by id', () => {
    expect(() => store().update()).toThrow('Not implemented.');
  });

  it('loses nothing that is inserted and never mixes apps', () => {
    const inserts = fc.array(
      fc.record({ app: fc.constantFrom('a', 'b'), rid: fc.constantFrom('x', 'y'), n: fc.nat() }),
    );
    fc.assert(
      fc.property(inserts, fc.constantFrom('a', 'b'), fc.constantFrom('x', 'y'), (all, app, rid) => {
        const kept = store();
        for (const each of all) kept.create({ n: each.n }, each.app, [{ model: 'room', id: each.rid }]);
        const read = kept.readByAssociations([{ model: 'room', id: rid }], app) as { n: number }[];
        const wanted = all.filter((each) => each.app === app && each.rid === rid).map(({ n }) => n);
        expect(read.map(({ n }) => n).sort()).toEqual(wanted.sort());
      }),
    );
  });
});
