import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { loadScript } from '../support/script';

const { nodeProblem, missingPackages } = loadScript<{
  nodeProblem: (version: string) => string | undefined;
  missingPackages: (folder: string) => string[];
}>('scripts/prepare.mjs');

describe('before start and test', () => {
  it.each([
    ['20.19.0', false],
    ['22.1.0', false],
    ['20.18.3', true],
    ['18.20.0', true],
  ])('Node %s: too old is %s', (version, tooOld) => {
    const problem = nodeProblem(version);
    if (tooOld)
      expect(problem).toMatch(
        new RegExp(`needs Node 20\\.19 or newer; this is ${version.replaceAll('.', '\\.')}`),
      );
    else expect(problem).toBeUndefined();
  });

  describe('packages', () => {
    let folder: string;
    const lock = {
      '': { name: 'x' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/only-windows': { version: '1.0.0', optional: true },
    };
    const install = (packages: Record<string, { version: string }>): void => {
      for (const where of Object.keys(packages)) mkdirSync(path.join(folder, where), { recursive: true });
      writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    };
    beforeEach(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'prepare-test-'));
      writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const missing = () => missingPackages(folder);

    it('are all missing in a fresh clone', () => expect(missing()).toEqual(['a', 'b']));
    it('are complete without those for other systems', () => {
      install({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
      expect(missing()).toEqual([]);
    });
    it('are missing when older than the lockfile', () => {
      install({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } });
      expect(missing()).toEqual(['b']);
    });
    it('are missing when their folder is gone', () => {
      install({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } });
      rmSync(path.join(folder, 'node_modules/a'), { recursive: true });
      expect(missing()).toEqual(['a']);
    });
  });
});
