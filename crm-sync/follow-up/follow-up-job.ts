/** Looks for patients whose next question is due. Several processes may run it side by side. */
import type { FastifyBaseLogger } from 'fastify';
import { failureOf } from '../projector/project';
import type { FollowUpDocument } from '../store/follow-up-document';
import type { Store, Tenant } from '../store/tenant';
import { startTenantLoops } from '../tenant-loops';
import { followUpPrefix } from './calendar-key';
import { mayContact } from './contact-hours';
import { lookAt } from './look-at';
import { ringTasks } from './ring-tasks';

/** Who works on one moves it on by this first: a process that dies meanwhile costs as much. */
const leaseMs = 60_000;
const limit = 50;

export interface FollowUps {
  /** Ends the round under way. */
  stop(): Promise<void>;
}

export interface FollowUpOptions {
  store: Store;
  log: FastifyBaseLogger;
  /** There are new events of a stream. */
  nudge: (tenant: string, subject: string) => void;
  now?: () => Date;
  pollMs?: number;
}

export function startFollowUps({
  store,
  log,
  nudge,
  now = () => new Date(),
  pollMs = 5_000,
}: FollowUpOptions): FollowUps {
  async function take(tenant: Tenant, { _id, dueAt, version }: FollowUpDocument): Promise<boolean> {
    const taken = await tenant.followUps.updateOne(
      { _id, dueAt, version },
      { $set: { dueAt: new Date(now().getTime() + leaseMs) } },
    );
    return taken.modifiedCount > 0;
  }

  async function one(tenant: Tenant, document: FollowUpDocument): Promise<void> {
    try {
      if (!(await take(tenant, document))) return;
      await lookAt(tenant, document, now());
      nudge(tenant.id, followUpPrefix + document._id);
    } catch (error) {
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'a follow-up failed');
    }
  }

  const rung = new Map<string, Set<string>>();
  const rungOf = (tenant: string): Set<string> => {
    const known = rung.get(tenant) ?? new Set();
    rung.set(tenant, known);
    return known;
  };

  const away = new Set<string>();
  async function round(tenant: Tenant): Promise<void> {
    try {
      // Out of hours nobody is asked; that a try had no answer, and who is to call, is told at any hour.
      const only = mayContact(tenant, now()) ? {} : { state: 'asked' as const };
      const due = await tenant.followUps.find({ dueAt: { $lte: now() }, ...only }, { limit }).toArray();
      away.delete(tenant.id);
      for (const document of due) await one(tenant, document);
      await ringTasks(tenant, rungOf(tenant.id), now());
    } catch (error) {
      if (away.has(tenant.id)) return;
      away.add(tenant.id);
      log.error({ tenant: tenant.id, reason: failureOf(error).reason }, 'follow-ups cannot be read');
    }
  }

  return startTenantLoops('follow-up', store, round, pollMs);
}
