/** What the machine itself needs for one durable write and for one request: nothing built on them is faster. */
import { createServer } from 'http';
import type { AddressInfo } from 'net';
import type { Db } from 'mongodb';

async function timed(times: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const durationsMs: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const startedMs = performance.now();
    await work(index);
    durationsMs.push(performance.now() - startedMs);
  }
  return durationsMs;
}

/** One document inserted durably, then read by its id. */
export async function mongoRoundTrips(db: Db, times: number): Promise<number[]> {
  const documents = db.collection<{ _id: number; text: string }>('limit', {
    writeConcern: { w: 'majority', journal: true },
  });
  await documents.insertOne({ _id: -1, text: '' });
  return timed(times, async (_id) => {
    await documents.insertOne({ _id, text: 'x'.repeat(500) });
    await documents.findOne({ _id });
  });
}

/** One POST of half a kilobyte to a server that only answers. */
export async function loopbackPosts(times: number): Promise<number[]> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const post = async (): Promise<unknown> =>
      (await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'x'.repeat(500) }) })).text();
    await post();
    return await timed(times, post);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
