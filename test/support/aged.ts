/** Time that went by for one conversation: everything kept of it, from which the app knows all that it knows, becomes older. */
import { sweepJob } from '../../settings/app-settings';
import type { System } from './system';

const times = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** What is due by then is looked for at once. */
export async function aged({ workspace, appId }: System, rid: string, byMs: number): Promise<void> {
  const { omnichannel, store, engine } = workspace;
  await engine.idle();
  const earlier = (date: Date): Date => new Date(date.getTime() - byMs);
  for (const { _id } of omnichannel.messagesOf(rid)) {
    const message = omnichannel.messageById(_id)!;
    Object.assign(message, { ts: earlier(message.ts), _updatedAt: earlier(message._updatedAt) });
  }
  const room = omnichannel.rooms.get(rid)!;
  Object.assign(room, {
    ts: earlier(room.ts),
    lm: room.lm && earlier(room.lm),
    _updatedAt: earlier(room._updatedAt),
  });
  for (const { _id, data, associations } of store.snapshot()) {
    const text = JSON.stringify({ data, associations });
    if (!text.includes(rid)) continue;
    const older = text.replace(times, (time) => earlier(new Date(time)).toISOString());
    if (older === text) continue;
    const record = JSON.parse(older) as { data: object; associations: typeof associations };
    store.remove(_id, appId);
    store.create(record.data, appId, record.associations);
  }
  await engine.runJobsNow(sweepJob);
}
