/** A MongoDB server for integration tests: throw-away storage, one per test file, started at first use. */
import { randomBytes } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { findMongo } from '../../cli/mongodb';

export interface TestMongo {
  uri: string;
  stop(): Promise<void>;
}

/** Shared with `npm start`: what was installed or downloaded once serves both. */
const home = join(__dirname, '..', '..', '.acolhe');

export async function testMongo(): Promise<TestMongo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'acolhe-mongo-'));
  const found = await findMongo({ dataDir, home, env: process.env, say: () => {} });
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
