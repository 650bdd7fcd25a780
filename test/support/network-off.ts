/** Tests reach loopback only: a name or address from outside is a mistake in the test, and fails at once. */
import net from 'net';

const loopback = /^(127\.|::1$|localhost$|0\.0\.0\.0$)/;
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null ? (first as { host?: string }).host : undefined;
  if (host !== undefined && !loopback.test(host)) throw new Error(`tests have no network: ${host}`);
  return (connect as (...a: unknown[]) => net.Socket).apply(this, args);
} as typeof connect;
