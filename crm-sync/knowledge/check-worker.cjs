/** Checks one protocol in a thread of its own, and answers with what is wrong. Plain JavaScript: TypeScript is read from here on. */
const { parentPort, workerData } = require('node:worker_threads');

require('tsx/cjs/api').register();
parentPort.postMessage(require('./pack-check.ts').problemsOfPack(workerData));
