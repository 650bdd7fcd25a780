/**
 * Runs a server for as long as its parent lives: `node process-guard.cjs <command> <arguments …>`. The parent holds this
 * process's standard input open; when that ends, however the parent died, the server is told to stop and, after 10 s, made to.
 */
const { spawn } = require('node:child_process');

const [command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
const stop = () => {
  server.kill('SIGTERM');
  setTimeout(() => server.kill('SIGKILL'), 10_000).unref();
};
server.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
server.on('exit', (code) => process.exit(code ?? 1));
process.stdin.on('end', stop).on('error', stop).resume();
// Ctrl-C reaches the whole terminal; the parent decides when the server stops.
process.on('SIGINT', () => {});
process.on('SIGTERM', stop);
