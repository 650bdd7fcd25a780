/** Deletes a tenant for good: nobody serves it any more, its database is dropped, its keys are destroyed. Interrupted, it goes on. */
import { databaseOf } from '../config/config';
import { settleMs, takeStep, type TenantAdmin } from './tenant-admin';

/** A request under way when its process heard of the deletion may still write: so many looks until nothing comes back. */
const looks = 5;

/** @throws RegistryError unknown-tenant (also when it is deleted already), changed-meanwhile */
export async function deleteTenant(admin: TenantAdmin, id: string): Promise<void> {
  const { registry, opener, client, sleep, say, now } = admin;
  const document = await takeStep(admin, id, 'delete');
  say('waiting until no process serves it');
  await sleep(settleMs);
  const { config } = await opener.open(document);
  const db = client(config.uri).db(databaseOf(config));
  for (let look = 0; look < looks; look += 1) {
    await db.dropDatabase();
    say('the database is dropped');
    await sleep(settleMs);
    if ((await db.listCollections({}, { nameOnly: true }).toArray()).length === 0) break;
  }
  await registry.bury(document, now());
}
