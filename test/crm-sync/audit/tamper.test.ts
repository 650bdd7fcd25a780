import fc from 'fast-check';
import { linkEntry } from '../../../crm-sync/audit/chain';
import { checkpointKeyOf, signCheckpoint } from '../../../crm-sync/audit/checkpoint';
import { entryId, type AuditDocument } from '../../../crm-sync/audit/entry';
import { key, look, worldOf, type World } from './chain-world';
import { runs } from '../../support/runs';

const script = ['a', 'a', 'b', 'a', 'check', 'a', 'b', 'a', 'check', 'b', 'a', 'check', 'a'];
const find = (world: World, id: string) => world.documents.findIndex((one) => one._id === id);
const change = (world: World, id: string, to: Partial<AuditDocument>): void => {
  const index = find(world, id);
  world.documents[index] = { ...world.documents[index]!, ...to };
};
const remove = (world: World, id: string): void => void world.documents.splice(find(world, id), 1);

/** Writes a chain anew with the stolen key, from an entry on. */
function rewrite(world: World, writer: string, from: number): void {
  let prev = '';
  for (let seq = 0; ; seq += 1) {
    const index = find(world, entryId(writer, seq));
    const old = world.documents[index];
    if (!old) return;
    const { at, actor, action, target } = old;
    const content = { actor, action, target: seq >= from ? 'patient/OTHER' : target!, details: old.details! };
    const entry = linkEntry(
      key,
      { writer, seq, prev },
      at,
      seq === from ? content : { ...content, target: target! },
    );
    world.documents[index] = { _id: old._id, ...entry };
    prev = entry.mac;
  }
}

const table: [string, (world: World) => void, object][] = [
  [
    'an edited field',
    (w) => change(w, entryId('a', 2), { action: 'queue.read' }),
    { fault: 'edited', seq: 2 },
  ],
  ['an edited time', (w) => change(w, entryId('a', 0), { at: new Date(0) }), { fault: 'edited', seq: 0 }],
  ['an added field', (w) => change(w, entryId('a', 1), { more: 1 } as never), { fault: 'edited', seq: 1 }],
  [
    'a time of another type',
    (w) => change(w, entryId('a', 1), { at: '2026-05-04T12:00:01.000Z' } as never),
    { fault: 'edited', seq: 1 },
  ],
  ['a deletion in the middle', (w) => remove(w, entryId('a', 3)), { fault: 'missing', seq: 3 }],
  ['a deletion of the first', (w) => remove(w, entryId('a', 0)), { fault: 'missing', seq: 0 }],
  [
    'a deletion of the tail',
    (w) => [4, 5, 6].forEach((seq) => remove(w, entryId('a', seq))),
    { fault: 'truncated', seq: 4 },
  ],
  [
    'an insertion at the end',
    (w) => w.documents.push({ ...w.documents[0]!, _id: entryId('a', 7), seq: 7, mac: 'x'.repeat(43) }),
    { fault: 'inserted', seq: 7 },
  ],
  [
    'an insertion of a chain',
    (w) => w.documents.push({ ...w.documents[0]!, _id: entryId('c', 0), writer: 'c' }),
    { fault: 'inserted', writer: 'c', seq: 0 },
  ],
  [
    'an insertion that moves the others up',
    (w) => {
      for (let seq = 6; seq >= 2; seq -= 1)
        change(w, entryId('a', seq), { _id: entryId('a', seq + 1), seq: seq + 1 });
      w.documents.push({ ...w.documents[0]!, _id: entryId('a', 2), seq: 2 });
    },
    { fault: 'inserted', seq: 2 },
  ],
  [
    'a deletion that moves the others down',
    (w) => {
      remove(w, entryId('a', 2));
      for (let seq = 3; seq <= 6; seq += 1)
        change(w, entryId('a', seq), { _id: entryId('a', seq - 1), seq: seq - 1 });
    },
    { fault: 'missing', seq: 2 },
  ],
  [
    'two that changed places',
    (w) => {
      const [i, j] = [find(w, entryId('a', 1)), find(w, entryId('a', 4))];
      const [one, other] = [w.documents[i]!, w.documents[j]!];
      w.documents[i] = { ...other, _id: one._id };
      w.documents[j] = { ...one, _id: other._id };
    },
    { fault: 'out-of-order', seq: 1 },
  ],
  [
    'two neighbours that changed places, numbers too',
    (w) => {
      const [i, j] = [find(w, entryId('a', 1)), find(w, entryId('a', 2))];
      const [one, other] = [w.documents[i]!, w.documents[j]!];
      w.documents[i] = { ...other, _id: one._id, seq: 1 };
      w.documents[j] = { ...one, _id: other._id, seq: 2 };
    },
    { fault: 'out-of-order', seq: 1 },
  ],
  [
    'a whole writer removed',
    (w) => void (w.documents = w.documents.filter((one) => one.writer !== 'b')),
    { fault: 'missing', writer: 'b', seq: 0 },
  ],
  [
    'a chain rewritten with the stolen key',
    (w) => rewrite(w, 'a', 3),
    { fault: 'rewritten', seq: 3, until: 4 },
  ],
  [
    'one entry rewritten with the stolen key',
    (w) => {
      const old = w.documents[find(w, entryId('a', 1))]!;
      const { writer, seq, prev, at } = old;
      const entry = linkEntry(key, { writer, seq, prev }, at, { actor: 'nobody', action: 'x' });
      w.documents[find(w, old._id)] = { _id: old._id, ...entry };
    },
    { fault: 'rewritten', seq: 1 },
  ],
];

describe('a log that was changed in the database', () => {
  it('is sound as it was written', async () => {
    const { chains, checkpoints } = await look(worldOf(script));
    expect([chains.faults, checkpoints.faults]).toEqual([[], []]);
    expect([chains.entries, chains.writers, chains.uncovered]).toEqual([10, 2, 1]);
  });

  it.each(table)('%s is found and named', async (_what, tamper, expected) => {
    const world = worldOf(script);
    tamper(world);
    const { chains } = await look(world);
    expect(chains.faults[0]).toMatchObject({ writer: 'a', ...expected });
    expect(chains.faults).toHaveLength(1);
  });

  it('names the first of two chains first', async () => {
    const world = worldOf(script);
    change(world, entryId('b', 2), { action: 'x' });
    change(world, entryId('a', 1), { action: 'x' });
    expect((await look(world)).chains.faults.map(({ writer, seq }) => [writer, seq])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('cannot tell what was cut off after the last checkpoint, and counts how much could be', async () => {
    const world = worldOf(script);
    expect((await look(world)).chains.uncovered).toBe(1);
    remove(world, entryId('a', 6));
    const { chains } = await look(world);
    expect([chains.faults, chains.uncovered]).toEqual([[], 0]);
  });
});

const files: [string, (lines: unknown[]) => unknown[], object][] = [
  [
    'an edited one',
    (l) => l.with(1, { ...(l[1] as object), entries: 3 }),
    { fault: 'edited', checkpoint: 2, line: 2 },
  ],
  ['a line that is no checkpoint', (l) => l.with(0, undefined), { fault: 'edited', checkpoint: 0, line: 1 }],
  ['one taken out', (l) => l.toSpliced(1, 1), { fault: 'missing', checkpoint: 2 }],
  ['the end cut off', (l) => l.slice(0, 2), { fault: 'truncated', checkpoint: 3 }],
  ['the beginning cut off', (l) => l.slice(1), { fault: 'missing', checkpoint: 1 }],
  ['two changed places', (l) => [l[0], l[2], l[1]], { fault: 'out-of-order', checkpoint: 2, line: 3 }],
  [
    'one signed with another key',
    (l) => l.with(1, signCheckpoint(checkpointKeyOf(Buffer.alloc(32, 1)), l[1] as never)),
    { fault: 'edited', checkpoint: 2 },
  ],
];

describe('checkpoints', () => {
  it.each(files)('%s is found and named', async (_what, tamper, expected) => {
    const world = worldOf(script);
    const { checkpoints } = await look(world, tamper([...world.checkpoints]));
    expect(checkpoints.faults).toContainEqual(expect.objectContaining({ source: 'file', ...expected }));
  });

  it('the same one twice is no harm', async () => {
    const world = worldOf(script);
    const twice = world.checkpoints.flatMap((one) => [one, one]);
    expect((await look(world, twice)).checkpoints.faults).toEqual([]);
  });

  it('another history under the same number is found, although both are signed', async () => {
    const world = worldOf(script);
    const other = worldOf(script.map((word) => (word === 'b' ? 'a' : word)));
    const { checkpoints } = await look({ ...world, checkpoints: other.checkpoints }, world.checkpoints);
    expect(checkpoints.faults[0]).toMatchObject({ fault: 'rewritten', checkpoint: 1, source: 'database' });
  });

  it('the database’s copies cut off are found by those kept elsewhere', async () => {
    const world = worldOf(script);
    const { checkpoints } = await look(
      { ...world, checkpoints: world.checkpoints.slice(0, 1) },
      world.checkpoints,
    );
    expect(checkpoints.faults).toEqual([{ fault: 'truncated', checkpoint: 2, source: 'database' }]);
  });
});

describe('whatever is done once before the last checkpoint', () => {
  const scripts = fc
    .array(fc.constantFrom('a', 'b', 'c', 'check'), { minLength: 1, maxLength: 30 })
    .map((words) => ['a', ...words, 'check']);

  it('is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        scripts,
        fc.constantFrom('edit', 'forge', 'delete', 'cut', 'insert', 'swap', 'rewrite', 'drop'),
        fc.nat(),
        fc.nat(),
        async (words, what, first, second) => {
          const world = worldOf(words);
          const { documents } = world;
          const one = documents[first % documents.length]!;
          const other = documents[second % documents.length]!;
          const at = documents.indexOf(one);
          const { writer, seq, prev } = one;
          if (what === 'edit') documents[at] = { ...one, target: 'patient/OTHER' };
          if (what === 'forge') documents[at] = { ...one, action: 'x', mac: 'x'.repeat(43) };
          if (what === 'delete') documents.splice(at, 1);
          if (what === 'cut') world.documents = documents.filter((d) => d.writer !== writer || d.seq < seq);
          if (what === 'drop') world.documents = documents.filter((d) => d.writer !== writer);
          if (what === 'insert') documents.push({ ...one, _id: `${one._id}0` });
          if (what === 'rewrite') {
            const content = { actor: 'nobody', action: 'x' } as const;
            documents[at] = { _id: one._id, ...linkEntry(key, { writer, seq, prev }, one.at, content) };
          }
          if (what === 'swap') {
            fc.pre(one !== other);
            documents[at] = { ...other, _id: one._id };
            documents[documents.indexOf(other)] = { ...one, _id: other._id };
          }
          expect((await look(world)).chains.faults).not.toEqual([]);
        },
      ),
      runs(100),
    );
  });

  it('is found in the checkpoints', async () => {
    await fc.assert(
      fc.asyncProperty(
        scripts,
        fc.constantFrom('edit', 'delete', 'swap', 'unsign'),
        fc.nat(),
        fc.nat(),
        async (words, what, first, second) => {
          const world = worldOf(words);
          const lines = [...world.checkpoints];
          const i = first % lines.length;
          const j = second % lines.length;
          if (what === 'edit') lines[i] = { ...lines[i]!, heads: [{ writer: 'z', seq: 1, mac: 'x' }] };
          if (what === 'unsign') lines[i] = { ...lines[i]!, signature: lines[i]!.signature.slice(0, -4) };
          if (what === 'delete') lines.splice(i, 1);
          if (what === 'swap') {
            fc.pre(i !== j);
            [lines[i], lines[j]] = [lines[j]!, lines[i]!];
          }
          expect((await look(world, lines)).checkpoints.faults).not.toEqual([]);
        },
      ),
      runs(100),
    );
  });
});
