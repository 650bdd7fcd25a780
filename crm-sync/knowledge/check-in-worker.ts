/** Protocols are checked beside the service: a long table takes seconds, in which nobody else is to wait. */
import { join } from 'path';
import { Worker } from 'worker_threads';
import { notChecked, type PackCheck, type PackContentToCheck, type PackProblem } from './pack-check';

const longestMs = 120_000;

/** One at a time: two cores are there for patients first. */
let last: Promise<unknown> = Promise.resolve();

export const checkInWorker: PackCheck = (content) => {
  const next = last.then(() => inWorker(content));
  last = next;
  return next;
};

/** Never fails: what came to no end is told as such. */
function inWorker(content: PackContentToCheck): Promise<PackProblem[]> {
  return new Promise((done) => {
    const worker = new Worker(join(__dirname, 'check-worker.cjs'), {
      workerData: content,
      // whatever this process was started with is not the worker's
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const end = (problems: PackProblem[]): void => {
      clearTimeout(timer);
      void worker.terminate();
      done(problems);
    };
    const timer = setTimeout(() => end([notChecked]), longestMs);
    worker.once('message', end);
    worker.once('error', () => end([notChecked]));
    worker.once('exit', () => end([notChecked]));
  });
}
