import { execFileSync } from 'child_process';
import path from 'path';
import { loadScript } from '../support/script';

const scripts = path.resolve(__dirname, '../../scripts/mutation');

/** It loads Stryker, an ES module: it is asked in a plain Node. */
function ask<T>(expression: string): T {
  const program = `import { sampleOf, rangeOf, keyOf, fromZero } from ${JSON.stringify(`file://${scripts}/mutants.mjs`)};
    const mutant = (line) => ({ fileName: 'src/a/b.ts', mutatorName: 'Made', replacement: '""',
      location: { start: { line, column: 4 }, end: { line, column: 9 } } });
    const all = Array.from({ length: 50 }, (_, line) => mutant(line));
    const lines = (count, seed, from = all) => sampleOf(from, count, seed).map(({ location }) => location.start.line);
    console.log(JSON.stringify(${expression}));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  ) as T;
}

describe('A sample of mutants', () => {
  it('is named by its seed, whatever the order of the list, and a larger one holds the smaller', () => {
    const [small, again, large, other] = ask<number[][]>(
      "[lines(8, '1'), lines(8, '1', [...all].reverse()), lines(20, '1'), lines(8, '2')]",
    );
    expect(small).toHaveLength(8);
    expect(new Set(small).size).toBe(8);
    expect(again).toEqual(small);
    expect(large!.slice(0, 8)).toEqual(small);
    expect(other).not.toEqual(small);
  });

  it('is named to Stryker by lines from 1, and its results are found again', () => {
    const [range, same] = ask<[string, boolean]>(
      `[rangeOf(mutant(6)), keyOf(mutant(6)) === keyOf(fromZero({ ...mutant(6),
        location: { start: { line: 7, column: 5 }, end: { line: 7, column: 10 } } }))]`,
    );
    expect([range, same]).toEqual(['src/a/b.ts:7:4-7:9', true]);
  });
});

const { intervalOf, scoreInWords } = loadScript<{
  intervalOf: (n: number, of: number) => { low: number; high: number };
  scoreInWords: (results: { status: string; statusReason?: string }[]) => string;
}>('scripts/mutation/score.mjs');

describe('The score of a sample', () => {
  it('counts what nothing noticed, what nothing reached and what ran out of time alike, and leaves out what could not run', () => {
    const counts = { Killed: 81, Timeout: 1, Survived: 14, NoCoverage: 4, RuntimeError: 3, CompileError: 9 };
    const results = Object.entries(counts).flatMap(([status, n]) =>
      Array<{ status: string }>(n).fill({ status }),
    );
    expect(scoreInWords(results)).toBe('81 of 100 killed = 81.0 % (72.2 % to 87.5 %), 1 not, out of time');
  });

  it('takes an endless loop for noticed', () => {
    expect(scoreInWords([{ status: 'Timeout', statusReason: 'Hit limit reached (301/300)' }])).toMatch(
      /^1 of 1 killed/,
    );
  });

  it('of nothing is none', () => {
    expect([scoreInWords([]), intervalOf(0, 0)]).toEqual(['nothing was tested', { low: 0, high: 1 }]);
  });
});
