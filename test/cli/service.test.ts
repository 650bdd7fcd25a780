import { spawn } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { keepRunning, type KeptService } from '../../cli/starting/keep-running';
import { startService, type Service } from '../../cli/starting/service';
import { projectRoot } from '../../cli/project-root';

let folder: string;
let services: Array<Service | KeptService>;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'service-test-'));
  services = [];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(folder, { recursive: true, force: true });
});

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // a zombie that nobody waited for is gone, too
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function until(holds: () => boolean, limitMs = 10_000): Promise<void> {
  const endMs = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`not within ${limitMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const start = (program: string, readyLimitMs?: number): Service => {
  const script = path.join(folder, 'service.cjs');
  writeFileSync(script, program);
  const service = startService({
    name: 'thing',
    args: [script],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, 'thing.log'),
    readyLimitMs,
  });
  services.push(service);
  return service;
};

const lives = `console.log('hello'); console.log('ready http://127.0.0.1:1/'); setInterval(() => {}, 1000);`;

describe('a service', () => {
  it('is ready when it says so, and stops when asked', async () => {
    const service = start(lives);
    expect(await service.ready).toBe('http://127.0.0.1:1/');
    await service.stop();
    expect(await service.gone).toBe('SIGTERM');
    expect(isAlive(service.pid)).toBe(false);
  });

  it('that ends before it is ready gives its last words and its log', async () => {
    const service = start(`console.error('no database here'); process.exit(3);`);
    await expect(service.ready).rejects.toThrow(/ended \(exit code 3\)[^]*thing\.log[^]*no database here/);
  });

  it('that is never ready is given up', async () => {
    await expect(start('setInterval(() => {}, 1000)', 300).ready).rejects.toThrow(/not ready within 0.3 s/);
  });

  it('takes along what it started and left behind', async () => {
    const pidFile = path.join(folder, 'pid');
    const service = start(`
      const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      ${lives}`);
    await service.ready;
    const grandchild = Number(readFileSync(pidFile, 'utf8'));
    expect(isAlive(grandchild)).toBe(true);
    await service.stop();
    await until(() => !isAlive(grandchild));
  });

  it('ends by itself when its parent is killed', async () => {
    const pidFile = path.join(folder, 'pid');
    writeFileSync(path.join(folder, 'service.cjs'), lives);
    const parentScript = path.join(folder, 'parent.cjs');
    writeFileSync(
      parentScript,
      `require(${JSON.stringify(require.resolve('tsx/cjs'))});
      const { startService } = require(${JSON.stringify(path.join(projectRoot, 'cli/starting/service.ts'))});
      const service = startService({ name: 'thing', args: [${JSON.stringify(path.join(folder, 'service.cjs'))}],
        cwd: ${JSON.stringify(folder)}, env: process.env, logFile: ${JSON.stringify(path.join(folder, 'thing.log'))} });
      service.ready.then(() => require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(service.pid)));
      setInterval(() => {}, 1000);`,
    );
    const parent = spawn(process.execPath, [parentScript], { stdio: 'ignore' });
    await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
  }, 20_000);
});

describe('keeping a service running', () => {
  const keep = (
    programs: string[],
    more: { givenUp?: (why: string) => void; said?: string[]; pauses?: number[] } = {},
  ) => {
    const started: Service[] = [];
    const kept = keepRunning({
      start: () => {
        const service = start(programs[Math.min(started.length, programs.length - 1)]!);
        started.push(service);
        return service;
      },
      say: (line) => more.said?.push(line),
      givenUp: more.givenUp ?? (() => undefined),
      wait: async (ms) => void more.pauses?.push(ms),
      random: () => 0.5,
    });
    services.push(kept);
    return { kept, started };
  };

  it('starts it again after kill -9, and says so', async () => {
    const said: string[] = [];
    const { kept, started } = keep([lives], { said });
    await kept.ready;
    process.kill(started[0]!.pid, 'SIGKILL');
    await until(() => said.some((line) => line.includes('is back')));
    expect(said[0]).toMatch(/^thing ended \(SIGKILL\); starting it again in 0\.4 s$/);
    expect(started).toHaveLength(2);
    expect(isAlive(started[1]!.pid)).toBe(true);
  });

  it('gives up on one that does not come back, after ever longer pauses', async () => {
    const pauses: number[] = [];
    let why: string | undefined;
    const { kept, started } = keep([lives, 'process.exit(1)'], {
      pauses,
      givenUp: (given) => void (why = given),
    });
    await kept.ready;
    process.kill(started[0]!.pid, 'SIGKILL');
    await until(() => why !== undefined);
    expect(why).toMatch(/thing ended 6 times in a row/);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses).toHaveLength(5);
  });

  it('does not start it again when it is stopped on purpose', async () => {
    const { kept, started } = keep([lives]);
    await kept.ready;
    await kept.stop();
    expect(started).toHaveLength(1);
    expect(isAlive(started[0]!.pid)).toBe(false);
  });

  it('is not ready when the first start fails', async () => {
    await expect(keep(['process.exit(1)']).kept.ready).rejects.toThrow(/exit code 1/);
  });
});
