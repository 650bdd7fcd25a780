import { packNotice } from '../../settings/pack-notice';
import { readFileSync } from 'fs';
import { join } from 'path';
import { packs, packText, packTexts, MissingTextError } from '../../settings/packs';
import { languages } from '../../contract/event';
import { isLabel, labelsOf, rowLabel } from '../../src/triage/labels';
import { textKeys, validatePack } from '../../src/triage/validate';

describe.each(Object.keys(packs))('the built-in pack %s', (id) => {
  const pack = packs[id]!;

  it('fits together, with every text in every language', () => {
    expect(validatePack(pack, packTexts[id])).toEqual(pack);
    expect(pack.id).toBe(id);
    expect(Object.keys(packTexts[id]!).sort()).toEqual([...languages].sort());
  });

  it.each(languages)('has no text in %s that it does not name', (language) => {
    const keys = [...textKeys(pack), ...labelsOf(pack).map(({ key }) => key)];
    expect(Object.keys(packTexts[id]![language]).sort()).toEqual([...new Set(keys)].sort());
  });

  it.each(languages)('names every row in %s so that no two are called the same', (language) => {
    const names = pack.table.map((row) => packTexts[id]![language][rowLabel(row.id)]);
    expect(names.filter((name, at) => !name || names.indexOf(name) !== at)).toEqual([]);
  });

  it('has no text for patients under the key of a label: the app is packed without labels', () => {
    expect(textKeys(pack).filter(isLabel)).toEqual([]);
    expect(labelsOf(pack).filter(({ key }) => !isLabel(key))).toEqual([]);
  });

  it.each(languages)('tells whoever reaches an emergency to call 192, in %s', (language) => {
    const emergencies = pack.outcomes.filter(({ disposition }) => disposition === 'emergency');
    expect(emergencies).not.toHaveLength(0);
    for (const { advice } of emergencies) expect(packText(id, language, advice)).toContain('192');
  });

  it.each(languages)('says when to call 192 in every safety net, in %s', (language) => {
    for (const { safetyNet } of pack.outcomes) expect(packText(id, language, safetyNet)).toContain('192');
  });

  it('cites a source for every row', () => {
    for (const { source } of pack.table) expect(Object.keys(pack.citations)).toContain(source.citation);
  });
});

it('no pack calls itself a draft in its own words: they stay when it is signed', () => {
  for (const { id, notice } of Object.values(packs))
    for (const language of languages) {
      const text = packText(id, language, notice);
      expect(text).not.toMatch(/rascunho|draft|borrador|assinad|signed|firm/i);
      expect(packNotice('draft', language, text)).toMatch(/rascunho|draft|borrador/i);
      for (const status of ['signed', 'active', 'retired'] as const)
        expect(packNotice(status, language, text)).toBe(text);
    }
});

describe('fr-covid-2020', () => {
  const pack = packs['fr-covid-2020']!;

  it('is a draft for demonstration and says so to its readers', () => {
    expect(pack).toMatchObject({ status: 'draft', demonstration: true, version: '2020-05-10' });
    for (const language of languages) expect(packText(pack.id, language, pack.notice)).toMatch(/38[.,]5/);
  });

  it('has the outcomes of the official rows, and its own for missing vital answers', () => {
    expect(Object.fromEntries(pack.outcomes.map(({ id, disposition }) => [id, disposition]))).toEqual({
      SAMU: 'emergency',
      consultation_surveillance_1: 'moderate',
      consultation_surveillance_2: 'moderate',
      consultation_surveillance_3: 'moderate',
      consultation_surveillance_4: 'moderate',
      less_15: 'moderate',
      vital_unknown: 'moderate',
      surveillance: 'mild',
    });
  });
});

describe('packText', () => {
  it.each([
    ['a key', 'fr-covid-2020', 'pt-BR', 'no.such.key'],
    ['a pack', 'no-such-pack', 'pt-BR', 'notice'],
    ['an inherited name', 'constructor', 'pt-BR', 'notice'],
    ['an inherited key', 'fr-covid-2020', 'en', 'toString'],
    ['a language', 'fr-covid-2020', 'de', 'notice'],
  ])('throws for %s it does not have', (_name, id, language, key) => {
    expect(() => packText(id, language as 'en', key)).toThrow(MissingTextError);
    expect(() => packText(id, language as 'en', key)).toThrow(
      expect.objectContaining({ code: 'pack_text_missing' }),
    );
  });
});

it('nothing of this is bound to Node: it is bundled into the app', () => {
  const files = ['settings/packs.ts', 'settings/pack-schema.ts', 'settings/pack-condition.ts'].concat(
    [
      'answer',
      'compile',
      'computed',
      'condition',
      'decide',
      'evaluate',
      'explain',
      'pack',
      'pack-problem',
      'reasons',
      'record',
      'row-filter',
      'situation',
      'still-open',
      'validate',
      'validate-conditions',
      'validate-references',
    ].map((name) => `src/triage/${name}.ts`),
  );
  for (const file of files) {
    const imports = [...readFileSync(join(__dirname, '../..', file), 'utf8').matchAll(/from '([^']+)'/g)].map(
      (match) => match[1],
    );
    expect(imports.filter((name) => name !== 'zod' && !name!.startsWith('.'))).toEqual([]);
  }
});
