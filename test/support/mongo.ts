/** A MongoDB server for integration tests: throw-away storage, one per test file, started at first use. */
import { randomBytes } from 'crypto';
import { rm } from 'fs/promises';
import { join } from 'path';
import { findMongo } from '../../cli/mongodb';

export interface TestMongo {
  uri: string;
  stop(): Promise<void>;
}

const home = join(__dirname, '..', '..', '.acolhe');

export async function testMongo(): Promise<TestMongo> {
  const dataDir = join(home, `test-${process.pid}-${randomBytes(4).toString('hex')}`);
  const found = await findMongo({ dataDir, env: process.env, say: () => {} });
  return {
    uri: found.uri,
    async stop() {
      await found.stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A database name that no other test uses. */
export function uniqueDatabase(): string {
  return `acolhe_test_${randomBytes(6).toString('hex')}`;
}
