import { builtInVersions } from '../../../crm-sync/knowledge/built-in';
import { knowledgeStore } from '../../../crm-sync/knowledge/knowledge-store';
import { readUpload } from '../../../crm-sync/knowledge/read-upload';
import type { KnowledgeKind, KnowledgeSnapshot } from '../../../contract/knowledge';
import { readSnapshot } from '../../../src/knowledge/read-snapshot';
import { memoryKnowledge } from '../../support/memory-knowledge';
import { quickCheck } from '../../support/quick-check';

const ana = { staffId: 'S1', name: 'Ana Souza' };
const rui = { staffId: 'S2', name: 'Rui Lima' };
const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 12, minute));

const respiratory = builtInVersions().find(({ id }) => id === 'respiratory')!;

interface PackFile {
  pack: { version: string; outcomes: { id: string; urgencyMinutes: number }[] };
  texts: Record<string, Record<string, string>>;
  cases?: unknown[];
}
export function changed(change: (file: PackFile) => void): PackFile {
  const file = JSON.parse(respiratory.body) as PackFile;
  file.pack.version = '9.0.0';
  change(file);
  return file;
}

function store() {
  let told = 0;
  const shelf = memoryKnowledge();
  const knowledge = knowledgeStore({
    ...{ tenant: 'demo', shelf, check: quickCheck, published: () => void (told += 1) },
  });
  const propose = async (kind: KnowledgeKind, raw: unknown, author = ana): Promise<string> => {
    const reading = await readUpload(kind, Buffer.from(JSON.stringify(raw)));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const proposed = await knowledge.propose(kind, reading.upload, author, at(0));
    if (!proposed.ok) throw new Error(proposed.problem);
    return proposed.id;
  };
  const active = async (kind: KnowledgeKind, raw: unknown): Promise<string> => {
    const id = await propose(kind, raw);
    await knowledge.sign(id, ana, at(1));
    await knowledge.sign(id, rui, at(2));
    expect(await knowledge.activate(id, rui, at(3))).toMatchObject({ ok: true });
    return id;
  };
  const status = async (id: string) =>
    (await knowledge.overview()).versions.find(({ _id }) => _id === id)?.status;
  const snapshot = async (number: number) =>
    JSON.parse((await shelf.snapshot(number))!.body) as KnowledgeSnapshot;
  const versionIn = async (number: number) =>
    (await snapshot(number)).packs.find(({ pack }) => pack.id === 'respiratory')!.pack.version;
  return { knowledge, shelf, propose, active, status, snapshot, versionIn, told: () => told };
}

describe('a version of a pack', () => {
  it('is a draft until two people signed it, then active, then retired; nothing of it ever changes', async () => {
    const { knowledge, shelf, propose, active, status, told } = store();
    const id = await propose(
      'pack',
      changed(() => undefined),
    );
    const as = await shelf.version(id);
    expect(await status(id)).toBe('draft');
    expect(await knowledge.activate(id, ana, at(1))).toEqual({ ok: false, problem: 'not-signed' });
    await knowledge.sign(id, ana, at(1));
    expect(await knowledge.sign(id, ana, at(2))).toEqual({ ok: false, problem: 'already-signed' });
    expect(await status(id)).toBe('draft');
    expect(await knowledge.activate(id, ana, at(2))).toEqual({ ok: false, problem: 'not-signed' });
    await knowledge.sign(id, rui, at(3));
    expect([await status(id), told()]).toEqual(['signed', 0]);
    expect(await knowledge.activate(id, rui, at(4))).toEqual({ ok: true, number: 1 });
    expect([await status(id), told()]).toEqual(['active', 1]);
    await active(
      'pack',
      changed(({ pack }) => (pack.version = '9.1.0')),
    );
    expect(await status(id)).toBe('retired');
    expect(await shelf.version(id)).toEqual(as);
  });

  it('reaches apps with the names under it, among all the others as the product has them', async () => {
    const { active, snapshot } = store();
    await active(
      'pack',
      changed(() => undefined),
    );
    const made = await snapshot(1);
    const reading = readSnapshot(made);
    expect(reading.ok && reading.read.packs['respiratory']).toMatchObject({
      ...{ version: '9.0.0', status: 'active' },
      signatures: [
        { name: 'Ana Souza', role: 'clinician', at: at(1).toISOString() },
        { name: 'Rui Lima', role: 'clinician', at: at(2).toISOString() },
      ],
    });
    const others = made.packs.filter(({ pack }) => pack.id !== 'respiratory');
    expect(others.map(({ pack }) => pack['status'])).toEqual(others.map(() => 'draft'));
    expect(others).toHaveLength(5);
  });

  it('of the product is signed and activated as it is', async () => {
    const { knowledge, status, versionIn } = store();
    const id = respiratory._id;
    for (const [by, minute] of [
      [ana, 1],
      [rui, 2],
    ] as const)
      await knowledge.sign(id, by, at(minute));
    expect(await knowledge.activate(id, ana, at(3))).toMatchObject({ ok: true });
    expect(await status(id)).toBe('active');
    expect(await versionIn(1)).toBe((JSON.parse(respiratory.body) as PackFile).pack.version);
  });

  it('brought in twice is one; a label that was used for something else is refused', async () => {
    const { knowledge, propose } = store();
    const file = changed(() => undefined);
    expect(await propose('pack', file)).toBe(await propose('pack', file, rui));
    const other = changed(({ texts }) => (texts['en']![Object.keys(texts['en']!)[0]!] = 'Other words'));
    await expect(propose('pack', other)).rejects.toThrow('label-used');
    expect((await knowledge.overview()).versions.filter(({ builtIn }) => !builtIn)).toHaveLength(1);
  });

  it('whose cases fail is neither signed nor activated', async () => {
    const { knowledge, propose } = store();
    const id = await propose(
      'pack',
      changed(
        ({ pack }) => (pack.outcomes.find(({ urgencyMinutes }) => urgencyMinutes > 0)!.urgencyMinutes += 1),
      ),
    );
    expect(await knowledge.sign(id, ana, at(1))).toEqual({ ok: false, problem: 'unsound' });
  });

  it('cannot bring its own signatures along', async () => {
    const { propose, status, shelf } = store();
    const signed = changed(({ pack }) =>
      Object.assign(pack, {
        status: 'signed',
        signatures: [ana, rui].map(({ name }) => ({ name, role: 'x', at: at(0).toISOString() })),
      }),
    );
    const id = await propose('pack', signed);
    expect(await status(id)).toBe('draft');
    expect((await shelf.version(id))!.body).not.toContain('Ana Souza');
  });
});

describe('going back', () => {
  it('publishes what was there before under the next number', async () => {
    const { knowledge, active, versionIn, status, snapshot, told } = store();
    const first = await active(
      'pack',
      changed(() => undefined),
    );
    const second = await active(
      'pack',
      changed(({ pack }) => (pack.version = '9.1.0')),
    );
    expect(await versionIn(2)).toBe('9.1.0');
    expect(await knowledge.restore(1, rui, at(9))).toEqual({ ok: true, number: 3 });
    expect([await versionIn(3), await status(first), await status(second)]).toEqual([
      '9.0.0',
      'active',
      'retired',
    ]);
    const { version: _version, createdAt: _createdAt, ...content } = await snapshot(3);
    expect(await snapshot(1)).toMatchObject(content);
    expect(told()).toBe(3);
    const [newest] = (await knowledge.overview()).snapshots;
    expect(newest).toMatchObject({ _id: 3, by: rui, change: { restored: 1 } });
  });

  it('to 0 publishes what came with the product, drafts again', async () => {
    const { knowledge, active, status, snapshot } = store();
    expect(await knowledge.restore(0, rui, at(1))).toEqual({ ok: false, problem: 'unknown' });
    const id = await active(
      'pack',
      changed(() => undefined),
    );
    await active('routing', [{ specialty: 'cardiology', department: 'Cardiologia' }]);
    expect(await knowledge.restore(0, rui, at(9))).toEqual({ ok: true, number: 3 });
    const made = await snapshot(3);
    expect(made.packs.map(({ pack }) => pack['status'])).toEqual(made.packs.map(() => 'draft'));
    expect([made.routing, await status(id)]).toEqual([[], 'retired']);
    expect(readSnapshot(made).ok).toBe(true);
    expect(await knowledge.restore(0, rui, at(10))).toEqual({ ok: false, problem: 'in-use' });
    expect(await knowledge.restore(2, rui, at(11))).toEqual({ ok: true, number: 4 });
  });

  it.each([
    [7, 'unknown'],
    [1, 'in-use'],
  ])('to number %s when there is one: %s', async (number, problem) => {
    const { knowledge, active } = store();
    await active(
      'pack',
      changed(() => undefined),
    );
    expect(await knowledge.restore(number, ana, at(9))).toEqual({ ok: false, problem });
  });
});

describe('two who publish at once', () => {
  it('both get a number, and the later one holds both changes', async () => {
    const { knowledge, propose, snapshot } = store();
    const ids = [
      await propose('routing', [{ specialty: 'cardiology', department: 'Cardiologia' }]),
      await propose('texts', { en: {} }),
    ];
    for (const id of ids) for (const by of [ana, rui]) await knowledge.sign(id, by, at(1));
    const done = await Promise.all(ids.map((id) => knowledge.activate(id, ana, at(2))));
    expect(done.map((one) => one.ok && one.number).sort()).toEqual([1, 2]);
    expect((await knowledge.newest())!.versions).toEqual([...ids].sort());
    expect((await snapshot(2)).routing).toHaveLength(1);
  });
});

describe('what is brought in', () => {
  const bad: [KnowledgeKind, string, string | object, RegExp][] = [
    ['pack', 'no JSON', '{"pack":\n oops', /^ not-json is not JSON: line 2|not-json/],
    ['pack', 'nothing', ' ', /empty/],
    [
      'pack',
      'a table without a last row',
      changed(({ pack }) => (pack as unknown as { table: unknown[] }).table.pop()),
      /pack\.table\.\d+\.when last-row-not-always/,
    ],
    [
      'pack',
      'a missing text',
      changed(({ texts }) => (texts['es'] = Object.fromEntries(Object.entries(texts['es']!).slice(1)))),
      /texts\.es\.\S+ text-missing/,
    ],
    ['pack', 'a missing language', changed(({ texts }) => delete texts['es']), /texts/],
    ['routing', 'a rule about nothing', [{ department: 'x' }], /^0\.specialty/],
    [
      'hours',
      'a department that closes before it opens',
      [
        {
          department: 'x',
          timeZone: 'America/Fortaleza',
          weekly: [{ days: [1], open: [{ from: '18:00', to: '08:00' }] }],
          holidays: [],
        },
      ],
      /^0\.weekly\.0\.open\.0\.to/,
    ],
    ['texts', 'a sentence the bot has not', { en: { no_such_key: 'x' } }, /^en\.no_such_key unknown-key/],
    [
      'texts',
      'a sentence without its place for the ID',
      { en: { your_id: 'Hello' } },
      /^en\.your_id placeholders/,
    ],
    [
      'facilities',
      'CNES rows that are wrong',
      'CO_CNES;NO_FANTASIA;TP_UNIDADE;CO_MUNICIPIO_GESTOR\nxx;A;2;230440\n',
      /^2: CO_CNES/,
    ],
    ['answers', 'something else', { version: 1 }, /version/],
  ];
  it.each(bad)('%s with %s is refused by place', async (kind, _what, raw, why) => {
    const reading = await readUpload(kind, Buffer.from(typeof raw === 'string' ? raw : JSON.stringify(raw)));
    expect(
      reading.ok ? [] : reading.problems.map((one) => `${one.at} ${one.code} ${one.message}`).join('\n'),
    ).toMatch(why);
  });

  it('all that is wrong is told at once, whichever part it is in', async () => {
    const file = changed(({ pack, texts }) => {
      (pack as unknown as { table: { outcome: string }[] }).table[2]!.outcome = 'nowhere';
      delete texts['es'];
    });
    const raw = { ...file, extra: 1, cases: [{ id: 'x' }] };
    const reading = await readUpload('pack', Buffer.from(JSON.stringify(raw)));
    const places = reading.ok ? [] : reading.problems.map(({ at, code }) => `${at} ${code}`);
    expect(places).toEqual(
      expect.arrayContaining([
        'extra unrecognized_keys',
        'pack.table.2.outcome unknown-outcome',
        'texts.es invalid_type',
        'cases.0.about invalid_type',
      ]),
    );
    const nothing = await readUpload('pack', Buffer.from('{"cases": [{"id": "x"}]}'));
    expect(nothing.ok ? [] : nothing.problems.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['pack', 'texts', 'cases.0.about']),
    );
  });

  it('of facilities may be CNES’ table', async () => {
    const table = 'CO_CNES;NO_FANTASIA;TP_UNIDADE;CO_MUNICIPIO_GESTOR\n1234567;POSTO DE TESTE;2;230440\n';
    expect(await readUpload('facilities', Buffer.from(table))).toMatchObject({
      ok: true,
      upload: { body: [{ id: '1234567' }] },
    });
  });
});
