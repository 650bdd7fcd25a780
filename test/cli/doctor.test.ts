import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { createServer, type AddressInfo } from 'net';
import { tmpdir } from 'os';
import path from 'path';
import { fail, ok, runChecks, tableLines, warn } from '../../cli/doctoring/check';
import { diskFindingOf, doctorChecks, nodeFinding } from '../../cli/doctoring/checks';
import { mongoFinding } from '../../cli/doctoring/mongodb-check';
import { findBrowser } from '../../cli/find-browser';
import { projectRoot } from '../../cli/project-root';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'doctor-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (name: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, '#!/bin/sh\nexit 1\n');
  chmodSync(file, 0o755);
  return file;
};

describe('doctor', () => {
  it('goes on after a check that throws, and shows what to do', async () => {
    const results = await runChecks(
      [
        { name: 'a', look: () => Promise.reject(new Error('broken\nmore')) },
        { name: 'bb', look: async () => warn('half', 'do it') },
        { name: 'c', look: async () => ok('fine') },
      ],
      () => undefined,
    );
    expect(results.map((result) => result.status)).toEqual(['fail', 'warn', 'ok']);
    expect(results[0]?.seen).toBe('broken');
    expect(tableLines(results[1]!, 2)).toEqual(['warn  bb  half', '          → do it']);
    expect(tableLines(results[2]!, 2)).toEqual(['ok    c   fine']);
  });

  it.each([
    ['20.19.0', 'ok'],
    ['24.0.0', 'ok'],
    ['20.18.9', 'fail'],
    ['18.0.0', 'fail'],
  ])('finds Node %s %s', (version, status) => expect(nodeFinding(version).status).toBe(status));

  it.each([
    [10e9, 'ok'],
    [1e9, 'warn'],
    [1e8, 'fail'],
  ])('finds %d free bytes %s', (bytes, status) => expect(diskFindingOf(bytes).status).toBe(status));

  it('says that a port is taken, and by which variable it is changed', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const checks = doctorChecks({
        root: projectRoot,
        home: folder,
        env: { ACOLHE_CRM_PORT: String(port) },
      });
      const finding = await checks.find((check) => check.name === 'CRM port')?.look();
      expect(finding).toMatchObject({
        status: 'fail',
        todo: expect.stringContaining('ACOLHE_CRM_PORT') as string,
      });
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  });

  describe('MongoDB', () => {
    it('that is given and does not answer fails, without its password', async () => {
      const finding = await mongoFinding({ MONGODB_URI: 'mongodb+srv://user:hidden-word@' }, folder);
      expect(finding.status).toBe('fail');
      expect(JSON.stringify(finding)).not.toContain('hidden-word');
    });
    it('on the PATH is taken first', async () => {
      const file = program('mongod');
      mkdirSync(path.join(folder, 'secantus'));
      writeFileSync(path.join(folder, 'secantus/.installed'), '1');
      expect(await mongoFinding({ PATH: folder }, folder)).toEqual(ok(`mongod on the PATH (${file})`));
    });
    it('that was installed before is taken next', async () => {
      mkdirSync(path.join(folder, 'secantus'));
      writeFileSync(path.join(folder, 'secantus/.installed'), '1');
      expect((await mongoFinding({ PATH: folder }, folder)).seen).toMatch(/SecantusDB/);
    });
    it('that cannot be had fails, naming all ways', async () => {
      writeFileSync(path.join(folder, 'mongod-download-failed.json'), '{}');
      const finding = await mongoFinding({ PATH: folder }, folder);
      expect(finding).toEqual(
        fail(expect.any(String) as string, expect.stringMatching(/MONGODB_URI.*mongod.*Python/) as string),
      );
    });
  });
});

describe('the browser', () => {
  it('is the given one, else Chromium before Chrome, else none', () => {
    const chrome = program('google-chrome');
    expect(findBrowser({ PATH: folder })).toBe(chrome);
    const chromium = program('chromium');
    expect(findBrowser({ PATH: folder })).toBe(chromium);
    expect(findBrowser({ PATH: folder, ACOLHE_CHROMIUM: chrome })).toBe(chrome);
    expect(findBrowser({ PATH: folder, ACOLHE_CHROMIUM: '/not/there' })).toBeUndefined();
    expect(findBrowser({ PATH: '' })).toBeUndefined();
  });
});
