import { createServer } from 'net';
import { Failure } from '../failure';

export interface Port {
  variable: string;
  port: number;
}

type Environment = Record<string, string | undefined>;

/** @throws Failure bad-port naming the variable */
export function readPort(env: Environment, variable: string, usual: number): Port {
  const text = env[variable];
  if (text === undefined || text === '') return { variable, port: usual };
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return { variable, port };
  throw new Failure('bad-port', `${variable} must be a port from 1 to 65535, not "${text}".`, 2);
}

/** Why a port of the loopback address cannot be listened on; nothing when it can. */
export function portProblem({ port, variable }: Port): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code ?? error.message})`;
      resolve(`Port ${port} ${why}: free it, or set ${variable} to another port.`);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** @throws Failure port-taken with one sentence for each port that is */
export async function requireFreePorts(ports: readonly Port[]): Promise<void> {
  const problems: string[] = [];
  for (const [index, port] of ports.entries()) {
    const same = ports.slice(0, index).find((other) => other.port === port.port);
    const problem = same
      ? `${port.variable} and ${same.variable} are the same port.`
      : await portProblem(port);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) throw new Failure('port-taken', problems.join('\n'));
}
