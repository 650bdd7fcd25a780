import { keptPacks } from '../../../crm-sync/knowledge/kept-packs';
import type { KnowledgeShelf } from '../../../crm-sync/knowledge/knowledge-shelf';
import { versionOf } from '../../../crm-sync/knowledge/version';
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
