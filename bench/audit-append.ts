/** What an entry of the audit log costs the request that waits for it: `npm run bench:audit`. */
import { randomBytes } from 'crypto';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import path from 'path';
import { findMongo } from '../cli/mongodb';
import { connectStore } from '../crm-sync/store/connect';
import { percentile } from './figures';

const entries = 2_000;

async function main(): Promise<void> {
  const home = path.join(__dirname, '..', '.acolhe');
  const dataDir = await mkdtemp(path.join(tmpdir(), 'acolhe-bench-'));
  const mongo = await findMongo({ dataDir, home, env: process.env, say: () => {} });
  const database = `acolhe_bench_${randomBytes(6).toString('hex')}`;
  const store = await connectStore({
    mongodbUri: mongo.uri,
    tenants: [
      {
        ...{ id: 'bench', name: 'bench', timeZone: 'UTC', database, workspaces: [] },
        sealingKeys: [{ id: 'k', key: randomBytes(32) }],
      },
    ],
  });
  const { audit } = store.tenant('bench')!;
  const append = (n: number): Promise<void> =>
    audit.append({ actor: 'staff/S0', action: 'patients.read', target: `patient/P${n}` });
  for (let n = 0; n < 200; n += 1) await append(n);
  for (const atOnce of [1, 50]) {
    const took: number[] = [];
    const beganMs = performance.now();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let n = 0; n < entries / atOnce; n += 1) {
          const startMs = performance.now();
          await append(n);
          took.push(performance.now() - startMs);
        }
      }),
    );
    const perSecond = Math.round((took.length * 1_000) / (performance.now() - beganMs));
    console.log(
      `${atOnce} at once: p50 ${percentile(took, 0.5).toFixed(1)} ms, p95 ${percentile(took, 0.95).toFixed(1)} ms, p99 ${percentile(took, 0.99).toFixed(1)} ms, ${perSecond} a second`,
    );
  }
  await store.close();
  await mongo.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

void main();
