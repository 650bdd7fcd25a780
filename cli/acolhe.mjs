#!/usr/bin/env node
// The command `acolhe`. Plain JavaScript, so that an old Node says so in one sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`acolhe needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}
const { register } = await import('tsx/cjs/api').catch(() => {
  console.error('Packages are missing: run npm install in the folder of Acolhe.');
  process.exit(1);
});
register();
const { createRequire } = await import('node:module');
createRequire(import.meta.url)('./main.ts').main();
