/** Tests reach loopback only: a name or address from outside is a mistake in the test, and fails at once. */
import net from 'net';

type Connect = typeof net.Socket.prototype.connect;

/**
 * `net` is one for all test files of a process. What is guarded is always Node's own function, never the guard of the
 * file before: a chain of guards would keep every file's modules in memory.
 */
const own = Symbol.for('acolhe.connect');
const standing = net.Socket.prototype.connect as Connect & { [own]?: Connect };
const connect = standing[own] ?? standing;

const loopback = /^(127\.|::1$|localhost$|0\.0\.0\.0$)/;
function guarded(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null ? (first as { host?: string }).host : undefined;
  if (host !== undefined && !loopback.test(host)) throw new Error(`tests have no network: ${host}`);
  return (connect as (...a: unknown[]) => net.Socket).apply(this, args);
}
net.Socket.prototype.connect = Object.assign(guarded, { [own]: connect }) as Connect;
