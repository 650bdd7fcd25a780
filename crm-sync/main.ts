/** The service as a process: settings from the environment, one line when ready, a graceful end on SIGTERM or SIGINT. */
import cluster from 'cluster';
import { MongoError } from 'mongodb';
import { ConfigError, readConfig, type CrmConfig } from './config/config';
import { createLog } from './log';
import { startCrm, type RunningCrm } from './server';
import { siblingsOf } from './siblings';

const stopLimitMs = 15_000;

function end(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

function configOrEnd(): CrmConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (error instanceof ConfigError) return end(error.message, 2);
    throw error;
  }
}

function sentence(error: unknown, config: CrmConfig): string {
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${config.port} on ${config.host} is taken: set ACOLHE_CRM_PORT to a free one.`;
  }
  if (error instanceof MongoError)
    return 'MongoDB does not answer: check MONGODB_URI and that the server runs.';
  return `crm-sync could not start: ${(error as Error).message}`;
}

export async function main(): Promise<void> {
  const config = configOrEnd();
  const isOneOfSeveral = process.send !== undefined && cluster.isWorker;
  let crm: RunningCrm;
  try {
    crm = await startCrm(config, {
      log: createLog(config.logLevel),
      ...(isOneOfSeveral && { siblings: siblingsOf(process) }),
    });
  } catch (error) {
    return end(sentence(error, config), 1);
  }
  const stop = (): void => {
    setTimeout(() => end('crm-sync did not end in time.', 1), stopLimitMs).unref();
    crm.stop().then(
      () => process.exit(0),
      () => end('crm-sync did not end cleanly.', 1),
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  if (!isOneOfSeveral) return console.log(`ready ${crm.url}`);
  // One of several (supervise.ts): who started it says when all are ready, and must not be outlived.
  process.once('disconnect', stop);
  process.send!({ ready: crm.url });
}

if (require.main === module) void main();
