/** Defects put in on purpose after everything has settled: a run that does not find them proves nothing. */
import type { Tenant } from '../../crm-sync/store/tenant';

export const defects = ['lose', 'double', 'reorder', 'cell'] as const;
export type Defect = (typeof defects)[number];

/** Damages the middle conversation's documents. @throws Error when there is nothing to damage */
export async function plant(defect: Defect, tenant: Tenant, rids: readonly string[]): Promise<void> {
  const rid = rids[Math.floor(rids.length / 2)] ?? '';
  const messages = await tenant.messages.find({ conversation: rid }).sort({ order: 1 }).toArray();
  const [first, second] = messages;
  if (!first || !second) throw new Error('no conversation with two messages to damage');
  const event = await tenant.events.findOne({ _id: `${rid}\u0000${first.event}` });
  if (!event) throw new Error('a message without its event');
  switch (defect) {
    case 'lose':
      await tenant.events.deleteOne({ _id: event._id });
      await tenant.messages.deleteOne({ _id: first._id });
      return;
    case 'double':
      await tenant.events.insertOne({ ...event, _id: `${event._id}-again`, id: `${event.id}-again` });
      return;
    case 'reorder':
      await tenant.messages.updateOne({ _id: first._id }, { $set: { order: second.order } });
      await tenant.messages.updateOne({ _id: second._id }, { $set: { order: first.order } });
      return;
    case 'cell': {
      const cell = await tenant.cells.findOne({ n: { $gt: 0 } });
      if (!cell) throw new Error('no cell to damage');
      await tenant.cells.updateOne({ _id: cell._id }, { $inc: { n: 1 } });
    }
  }
}
