// Loaded into the service under measurement (--expose-gc --require): on SIGUSR2 it collects garbage and writes what is
// left to ACOLHE_BENCH_MEMORY, in bytes.
const { renameSync, writeFileSync } = require('fs');

process.on('SIGUSR2', () => {
  global.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  const file = process.env.ACOLHE_BENCH_MEMORY;
  if (!file) return;
  writeFileSync(`${file}.part`, JSON.stringify({ rss, heapUsed, external }));
  renameSync(`${file}.part`, file);
});
