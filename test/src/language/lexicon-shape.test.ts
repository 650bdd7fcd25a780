/** No list of the lexicons is empty, and no entry is blank: either would be a loss that no reading can show. */
import { readdirSync } from 'fs';
import path from 'path';

const folder = path.resolve(__dirname, '../../../src/language/lexicon');

/** Where something empty stands: "ptHarm.violence", "ptHarm.violence.3". */
function emptyIn(value: unknown, at: string): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [at] : [];
  if (typeof value !== 'object' || value === null) return [];
  const items = Object.entries(value);
  return items.length === 0 ? [at] : items.flatMap(([name, item]) => emptyIn(item, `${at}.${name}`));
}

describe('the files of the lexicons', () => {
  it.each(readdirSync(folder))('Given %s Then nothing in it is empty', (file) => {
    const { words: _words, ...held } = jest.requireActual<Record<string, unknown>>(path.join(folder, file));
    expect(emptyIn(held, file)).toEqual([]);
  });
});
