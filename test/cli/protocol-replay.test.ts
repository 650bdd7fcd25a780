import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { Readable, Writable } from 'stream';
import { readDecisionLines } from '../../cli/protocols/decision-lines';
import { readPack } from '../../cli/protocols/read-pack';
import { replayAgainst, replayAll } from '../../cli/protocols/replay-decisions';
import { builtInVersions, firstOf, type PackVersions } from '../../settings/pack-versions';
import { packs } from '../../settings/packs';
import { decideNow } from '../../src/triage/evaluate';
import type { Pack } from '../../src/triage/pack';

const pack = packs['respiratory']!;

function line(answers: Record<string, boolean | number | string>, more: object = {}): object {
  const { outcome, row, redFlags } = decideNow(pack, answers);
  return {
    ...{ decision: 'room/e1', at: '2026-05-04T12:00:00.000Z', pack: pack.id, packVersion: pack.version },
    ...{ outcome: outcome.id, disposition: outcome.disposition, urgencyMinutes: outcome.urgencyMinutes },
    ...{ row, redFlags: redFlags.map(({ concept }) => concept), answers },
    ...more,
  };
}

class Kept extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function ran(
  lines: readonly (object | string)[],
  { versions = builtInVersions, against }: { versions?: PackVersions; against?: Pack } = {},
  json = true,
) {
  const [output, errors] = [new Kept(), new Kept()];
  const text = lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const given = readDecisionLines(Readable.from([text]));
  const streams = { output, errors };
  const code = against
    ? await replayAgainst(given, against, json, streams)
    : await replayAll(given, versions, json, streams);
  const rows = json
    ? output.text
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one) as Record<string, unknown>)
    : [];
  return { code, errors: errors.text, output: output.text, rows, summary: rows.at(-1)?.['summary'] };
}

const good = line({ age: 40, dyspnea: true });

describe('kept decisions made again', () => {
  it('Given all come out again, then exit code 0', async () => {
    expect(await ran([good, line({ age: 70, cough: true })])).toMatchObject({
      code: 0,
      errors: '',
      summary: { decisions: 2, same: 2, different: 0 },
    });
  });

  it('Given one does not, then it is named with what was and what is: exit code 1', async () => {
    const { code, rows } = await ran([
      good,
      line({ age: 40, dyspnea: true }, { decision: 'room/e2', row: 'r9' }),
    ]);
    expect(code).toBe(1);
    expect(rows[1]).toEqual({
      ...{ decision: 'room/e2', pack: 'respiratory', version: pack.version, state: 'different' },
      differences: [{ field: 'row', kept: 'r9', now: 'red-flag' }],
    });
    const { output } = await ran([line({ age: 40, dyspnea: true }, { row: 'r9' })], {}, false);
    expect(output).toMatch(/^room\/e1: row r9 → red-flag\nMade again: 1 decisions, 0 same, 1 different\n$/);
  });

  it('Given a version that is gone, then it is said by name, once: exit code 2, and the others are made again', async () => {
    const old = { ...good, packVersion: '1999-01-01' };
    const { code, errors, summary } = await ran([old, good, old]);
    expect(code).toBe(2);
    expect(errors).toBe('There is no version respiratory 1999-01-01 any more.\n');
    expect(summary).toMatchObject({ decisions: 3, same: 1, 'version-missing': 2 });
  });

  it('Given that version is kept elsewhere, then it is found there', async () => {
    const elsewhere: PackVersions = {
      find: async (id, version) => (version === '1999-01-01' ? { ...packs[id]!, version } : undefined),
    };
    const versions = firstOf(builtInVersions, elsewhere);
    expect(await ran([{ ...good, packVersion: '1999-01-01' }, good], { versions })).toMatchObject({
      code: 0,
    });
  });

  it.each([
    ['chest_pain', '192', 'same', 0],
    ['suicidal_ideation', '188', 'same', 0],
    ['chest_pain', '188', 'different', 1],
    // a flag only beside other signs, which no decision holds
    ['fever', '192', 'without-answers', 0],
  ])(
    'Given %s with %s, told before any protocol asked, then it is made again by the universal list: %s',
    async (concept, call, state, code) => {
      const alarm = {
        ...{ decision: 'room/e9', pack: 'universal', packVersion: '', knowledge: '', outcome: 'red-flag' },
        ...{ disposition: 'emergency', row: 'red-flag', raised: { concept, call, source: 'text' } },
      };
      expect(await ran([alarm])).toMatchObject({ code, summary: { decisions: 1, [state]: 1 } });
    },
  );

  it('Given answers that were erased, then it is counted and left out', async () => {
    const { answers: _gone, ...erased } = good as { answers: unknown };
    expect(await ran([erased, good])).toMatchObject({ code: 0, summary: { same: 1, 'without-answers': 1 } });
  });

  it.each([
    ['no JSON', '{', 'row: not valid JSON'],
    ['no answer', { ...good, answers: { age: null } }, /^answers\.age: /],
    ['no disposition', { ...good, disposition: 'calm' }, /^disposition: /],
    ['a list', [], /^row: /],
  ])(
    'Given a line that is %s, then it is named: exit code 2, the others are made again',
    async (_n, bad, reason) => {
      const { code, errors, rows, summary } = await ran([bad as object, good]);
      expect(code).toBe(2);
      expect(errors.replace(/^line 1: /, '').trim()).toEqual(
        typeof reason === 'string' ? reason : expect.stringMatching(reason),
      );
      expect(rows[0]).toHaveProperty('error');
      expect(summary).toMatchObject({ same: 1, 'bad-lines': 1 });
    },
  );

  it('nothing of a bad line is repeated', async () => {
    const { errors, output } = await ran([
      { ...good, 'Maria Silva': 1, answers: { 'dói muito, Maria': {} } },
    ]);
    expect(errors + output).not.toMatch(/Maria/);
  });
});

describe('what another version would have decided', () => {
  const next: Pack = {
    ...structuredClone(pack),
    version: 'next',
    outcomes: pack.outcomes.map((one) =>
      one.disposition === 'emergency' ? { ...one, disposition: 'moderate', urgencyMinutes: 60 } : one,
    ),
  };

  it('counts same, more and less urgent and names each difference; a difference is no fault', async () => {
    const { code, rows, summary } = await ran(
      [good, line({ age: 70, cough: true }), { ...good, pack: 'dengue' }],
      {
        against: next,
      },
    );
    expect(code).toBe(0);
    expect(summary).toEqual({
      ...{ decisions: 3, same: 1, other: 0, 'more-urgent': 0, 'less-urgent': 1, 'of-another-pack': 1 },
    });
    expect(rows[0]).toMatchObject({
      ...{ state: 'less-urgent', against: 'next' },
      differences: expect.arrayContaining([
        { field: 'disposition', kept: 'emergency', now: 'moderate' },
      ]) as unknown,
    });
  });

  it('reads it from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'acolhe-replay-'));
    try {
      await writeFile(join(folder, 'next.json'), JSON.stringify({ ...pack, version: 'next' }));
      expect(await readPack(join(folder, 'next.json'))).toMatchObject({ id: 'respiratory', version: 'next' });
      await writeFile(join(folder, 'bad.json'), '{"id":"x"}');
      await expect(readPack(join(folder, 'bad.json'))).rejects.toMatchObject({ exitCode: 2 });
      await expect(readPack('nobody')).rejects.toMatchObject({ exitCode: 2, code: 'unreadable' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
