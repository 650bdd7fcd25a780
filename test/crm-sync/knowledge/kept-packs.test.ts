import { keptPacks } from '../../../crm-sync/knowledge/kept-packs';
import type { KnowledgeShelf } from '../../../crm-sync/knowledge/knowledge-shelf';
import { versionOf } from '../../../crm-sync/knowledge/version';
import { builtInHash } from '../../../settings/pack-versions';
import { packs, packTexts } from '../../../settings/packs';
import { memoryKnowledge } from '../../support/memory-knowledge';

const by = { staffId: 'S1', name: 'Ana Souza' };
const at = new Date('2026-05-04T12:00:00.000Z');
const pack = packs['dengue']!;
const parts = (version: string, title = pack.title) => ({
  pack: { ...pack, version, title },
  texts: packTexts['dengue'],
});

async function shelfWith(...bodies: object[]): Promise<KnowledgeShelf> {
  const shelf = memoryKnowledge();
  for (const body of bodies) await shelf.insertVersion(versionOf('pack', body, { author: by, at }));
  await shelf.insertSnapshot({
    ...{ _id: 1, at, by, change: { restored: 0 }, versions: [], hash: 'abc' },
    body: JSON.stringify({ packs: [parts('7', 'as it was published')] }),
  });
  return shelf;
}

describe('a version that decided', () => {
  it.each([
    ['by what its author called it', '8', undefined, 'as it came in'],
    ['in the snapshot that decided', '7', 'abc', 'as it was published'],
    ['in the snapshot that decided, before a version of the same name', '8', 'other', 'as it came in'],
  ])('is found %s', async (_name, version, knowledge, title) => {
    const kept = keptPacks(await shelfWith(parts('8', 'as it came in')));
    expect(await kept.find('dengue', version, knowledge)).toMatchObject({ version, title });
  });

  it.each([
    ['nobody brought it in', 'dengue', '9'],
    ['it is another pack’s', 'respiratory', '8'],
  ])('is not found when %s', async (_name, id, version) => {
    expect(await keptPacks(await shelfWith(parts('8'))).find(id, version, 'abc')).toBeUndefined();
  });

  it('is as good as gone when this product cannot read it', async () => {
    const kept = keptPacks(await shelfWith({ pack: { id: 'dengue', version: '8', shape: 'of old' } }));
    expect(await kept.find('dengue', '8')).toBeUndefined();
  });
});

describe('with its words', () => {
  it('Given nobody brought the version in, Then it is the one built in under that name, or none', async () => {
    const kept = keptPacks(await shelfWith(parts('8')));
    expect(await kept.whole('dengue', pack.version, 'k')).toEqual({ pack, texts: packTexts['dengue'] });
    expect(await kept.whole('dengue', pack.version, builtInHash())).toMatchObject({ pack });
    expect(await kept.whole('dengue', '1900', 'k')).toBeUndefined();
  });

  it('of the snapshot that decided', async () => {
    const kept = keptPacks(await shelfWith());
    expect(await kept.whole('dengue', '7', 'abc')).toMatchObject({
      pack: { title: 'as it was published' },
      texts: { es: packTexts['dengue']!.es },
    });
  });

  it('Given it came in after it was looked for, Then it is found some seconds later', async () => {
    const clock = { nowMs: 1_000 };
    const shelf = await shelfWith();
    const kept = keptPacks(shelf, () => clock.nowMs);
    expect(await kept.whole('dengue', '8')).toBeUndefined();
    await shelf.insertVersion(versionOf('pack', parts('8'), { author: by, at }));
    expect(await kept.whole('dengue', '8')).toBeUndefined();
    clock.nowMs += 10_000;
    expect(await kept.whole('dengue', '8')).toBeDefined();
  });
});

describe('the version in force', () => {
  const publish = (shelf: KnowledgeShelf, _id: number, packs: object[]) =>
    shelf.insertSnapshot({
      ...{ _id, at, by, change: { restored: 0 }, versions: [], hash: `hash-${_id}` },
      body: JSON.stringify({ packs }),
    });

  it('is the one published last, by its hash', async () => {
    const shelf = await shelfWith();
    const kept = keptPacks(shelf);
    expect(await kept.inForce('dengue')).toMatchObject({ pack: { version: '7' }, knowledge: 'abc' });
    await publish(shelf, 2, [parts('8')]);
    expect(await kept.inForce('dengue')).toMatchObject({ pack: { version: '8' }, knowledge: 'hash-2' });
  });

  it.each([
    ['nothing is published', [], undefined],
    ['it was not published', [[parts('7')]], undefined],
    ['what is published cannot be read', [[{ pack: { id: 'human-rescreen', version: '1' } }]], true],
  ])('Given %s, Then it is the product’s own', async (_name, published, unreadable) => {
    const shelf = memoryKnowledge();
    for (const [at, packs] of published.entries()) await publish(shelf, at + 1, packs);
    const found = await keptPacks(shelf).inForce('human-rescreen');
    expect(found?.pack).toEqual(packs['human-rescreen']);
    expect([found?.knowledge, found?.unreadable]).toEqual([undefined, unreadable]);
    expect(await keptPacks(shelf).inForce('constructor')).toBeUndefined();
  });
});
