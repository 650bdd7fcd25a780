/** Installing and enabling Acolhe in the real engine beside an empty app, taking turns. */
import { mkdirSync } from 'fs';
import path from 'path';
import { buildApp } from '../../cli/packaging/build-app';
import { percentile } from '../figures';
import { buildEmptyApp } from './empty-app';
import { install } from './install';

export interface InstallFigures {
  emptyMs: Median;
  acolheMs: Median;
  /** Median of Acolhe in times of the median of the empty app. */
  ratio: number;
  /** From the first patient's red flag to the number to call. */
  firstAnswerMs: Median;
  emptyKb: number;
  acolheKb: number;
}

/** Median, least and most. */
type Median = readonly [median: number, least: number, most: number];

/** @param folder an empty one */
export async function compareInstalls(
  root: string,
  folder: string,
  rounds: number,
  say: (line: string) => void,
): Promise<InstallFigures> {
  const [sources, out, stateDir] = ['empty', 'out', 'state'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(stateDir);
  say('packaging both apps …');
  const empty = await buildEmptyApp(root, sources);
  const acolhe = await buildApp({ root, outDir: out });
  const emptyMs: number[] = [];
  const acolheMs: number[] = [];
  const firstAnswerMs: number[] = [];
  // the first round fills Deno's cache and is not counted
  for (let round = -1; round < rounds; round += 1) {
    say(`install: round ${round + 1} of ${rounds} …`);
    const without = await install(empty.file, stateDir);
    const own = await install(acolhe.file, stateDir, 'estou com dor no peito');
    if (round < 0) continue;
    emptyMs.push(without.installMs);
    acolheMs.push(own.installMs);
    firstAnswerMs.push(own.firstAnswerMs ?? NaN);
  }
  const medians = [emptyMs, acolheMs, firstAnswerMs].map((all): Median => [
    percentile(all, 0.5),
    Math.min(...all),
    Math.max(...all),
  ]);
  const rounded = medians.map((all) => all.map(Math.round) as unknown as Median);
  return {
    emptyMs: rounded[0]!,
    acolheMs: rounded[1]!,
    ratio: Math.round((medians[1]![0] / medians[0]![0]) * 100) / 100,
    firstAnswerMs: rounded[2]!,
    emptyKb: Math.round(empty.sizeBytes / 1_000),
    acolheKb: Math.round(acolhe.sizeBytes / 1_000),
  };
}
