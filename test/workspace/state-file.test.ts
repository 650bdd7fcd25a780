import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import { toJson } from '../../workspace/json-dates';
import { keepState, readState, type WorkspaceState } from '../../workspace/state-file';
import { omnichannelForTests, patientOf, botOf } from '../support/omnichannel';
import { eventually } from '../support/wait';

const at = new Date('2026-03-02T12:34:56.789Z');
const head = { format: 'acolhe-workspace-state', version: 1 };

function sample(text = 'tosse'): WorkspaceState {
  const { omnichannel } = omnichannelForTests();
  botOf(omnichannel);
  const { room } = patientOf(omnichannel, 't1');
  omnichannel.sendVisitorMessage({ token: 't1', rid: room._id, msg: text });
  const record = { _id: 'p1', appId: 'app', associations: [{ model: 'misc', id: 'm' }], data: { at } };
  return { omnichannel: omnichannel.snapshot(), appRecords: [record] };
}

describe("a workspace's state file", () => {
  let dir: string;
  let file: string;
  let lines: string[];
  const log = (line: string): void => void lines.push(line);
  const read = () => readState(file, { now: () => at, log });
  const written = (): string => readFileSync(file, 'utf8');
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'acolhe-state-'));
    file = join(dir, 'state.json');
    lines = [];
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('Given none, then there is no state and nothing to tell', async () => {
    expect(await read()).toBeUndefined();
    expect(lines).toEqual([]);
  });

  it('Given one written at stop, then it is read as it was, and only its owner can read it', async () => {
    const state = sample();
    const keeper = keepState({ file, take: () => state, log, everyMs: 60_000 });
    keeper.changed();
    await keeper.stop();
    expect(await read()).toEqual(state);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(['state.json']);
    expect(lines).toEqual([]);
  });

  const secret = 'palavra-da-paciente';
  const withRoomless = (): object => {
    const state = sample(secret);
    return { ...head, ...state, omnichannel: { ...state.omnichannel, rooms: [] } };
  };
  it.each<[string, () => string, string]>([
    ['cut off', () => toJson({ ...head, ...sample(secret) }).slice(0, -40), 'is not JSON'],
    ['empty', () => '', 'is not JSON'],
    ['something else', () => JSON.stringify({ secret }), 'is no state of a workspace'],
    ['of a newer program', () => toJson({ ...head, ...sample(secret), version: 2 }), 'is of version 2'],
    ['without its records', () => toJson({ ...head, omnichannel: {} }), 'is damaged at omnichannel.settings'],
    [
      'without a room of a message',
      () => toJson(withRoomless()),
      'is damaged at omnichannel.inquiries.0.rid',
    ],
  ])(
    'Given a file that is %s, then it is set aside and told of, without a word of it',
    async (_what, text, why) => {
      const given = text();
      writeFileSync(file, given);
      expect(await read()).toBeUndefined();
      const aside = 'state.damaged-2026-03-02T12-34-56.789Z.json';
      expect(readdirSync(dir)).toEqual([aside]);
      expect(readFileSync(join(dir, aside), 'utf8')).toBe(given);
      expect(lines).toEqual([expect.stringContaining(why)]);
      expect(lines[0]).toContain(aside);
      expect(lines[0]).not.toContain(secret);
      expect(lines[0]).not.toContain('\n');
    },
  );

  it('Given something that is no file, then it is set aside too', async () => {
    mkdirSync(file);
    expect(await read()).toBeUndefined();
    expect(lines).toEqual([expect.stringContaining('EISDIR')]);
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('Given many changes, then they are written together soon, the last one too', async () => {
    let taken = 0;
    let state = sample();
    const take = (): WorkspaceState => {
      taken += 1;
      return state;
    };
    const keeper = keepState({ file, take, log, everyMs: 20 });
    for (let n = 0; n < 100; n += 1) {
      state = sample(`mensagem ${n}`);
      keeper.changed();
    }
    await eventually(() => readdirSync(dir).includes('state.json') && written().includes('mensagem 99'));
    expect(taken).toBe(1);
    state = sample('depois');
    keeper.changed();
    await eventually(() => written().includes('depois'));
    await keeper.stop();
    expect(taken).toBe(2);
  });

  it('Given a write that takes long, then the next one comes ten times as long after it, and at a stop at once', async () => {
    const takenAtMs: number[] = [];
    const busyMs = 40;
    const take = (): WorkspaceState => {
      takenAtMs.push(performance.now());
      while (performance.now() < takenAtMs.at(-1)! + busyMs);
      return sample(`mensagem ${takenAtMs.length}`);
    };
    const keeper = keepState({ file, take, log, everyMs: 1 });
    keeper.changed();
    await eventually(() => takenAtMs.length === 1 && readdirSync(dir).includes('state.json'));
    keeper.changed();
    await eventually(() => takenAtMs.length === 2);
    expect(takenAtMs[1]! - takenAtMs[0]!).toBeGreaterThan(11 * busyMs);
    keeper.changed();
    await keeper.stop();
    expect(takenAtMs).toHaveLength(3);
    expect(written()).toContain('mensagem 3');
  });

  it('Given a change while it is written, then it is written too', async () => {
    let text = 'primeira';
    const keeper = keepState({
      ...{ file, log, everyMs: 1 },
      take: () => {
        const state = sample(text);
        if (text === 'primeira') queueMicrotask(() => keeper.changed());
        text = 'segunda';
        return state;
      },
    });
    keeper.changed();
    await eventually(() => readdirSync(dir).includes('state.json') && written().includes('segunda'));
    await keeper.stop();
  });

  it('Given it cannot be written, then that is told once, and it is written when it can be', async () => {
    mkdirSync(`${file}.tmp`);
    let taken = 0;
    const take = (): WorkspaceState => {
      taken += 1;
      return sample();
    };
    const keeper = keepState({ file, take, log, everyMs: 5 });
    keeper.changed();
    await eventually(() => taken > 2);
    expect(lines).toEqual([expect.stringContaining('EISDIR')]);
    rmSync(`${file}.tmp`, { recursive: true });
    await eventually(() => readdirSync(dir).includes('state.json'));
    await keeper.stop();
    expect(await read()).toEqual(sample());
  });

  it('Given a stop, then nothing is written afterwards', async () => {
    const keeper = keepState({ file, take: () => sample(), log, everyMs: 1 });
    await keeper.stop();
    keeper.changed();
    await new Promise((resolve) => setImmediate(resolve));
    expect(readdirSync(dir)).toEqual([]);
  });
});
