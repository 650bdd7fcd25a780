/** What the pages of tasks read and do. Names and answers are opened here and nowhere later. */
import { randomUUID } from 'crypto';
import { knownEvent, type AcolheEvent } from '../../contract/event';
import { readClusters } from '../identity/cluster-reads';
import { patientReads } from '../patients/patient-reads';
import type { PackWithTexts } from '../knowledge/kept-packs';
import { goldenOf } from '../patients/patient-record';
import { eventsOf, keyWithin, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { followUpPrefix } from './calendar-key';
import { finishTask, type TaskDone } from './task-changes';
import type { ShownTask, TaskAnswers, TaskDocument } from './tasks';

export type FollowUpTold = Extract<AcolheEvent, { type: `acolhe.follow-up.${string}` }>;

export interface TaskHistory {
  event: FollowUpTold;
  /** Name of who called. */
  staff?: string;
  /** Of an answer, the version that decided on it, where it is kept. */
  by?: PackWithTexts;
}

export interface FollowUpShelf {
  /** Of all open tasks, in no order. */
  tasks(): Promise<ShownTask[]>;
  countTasks(): Promise<number>;
  /** @param key names the calendar @returns undefined when nobody is to call */
  task(key: string): Promise<ShownTask | undefined>;
  /** What happened in that calendar, newest first. */
  history(key: string): Promise<TaskHistory[]>;
  /** @param since of the task as it was shown @returns false when it is not open any more */
  finish(done: TaskDone, since: Date, by: { staff: string; now: Date }): Promise<boolean>;
}

export function followUpShelf(tenant: Tenant): FollowUpShelf {
  const shown = async (documents: readonly TaskDocument[]): Promise<ShownTask[]> => {
    if (documents.length === 0) return [];
    const ids = [...new Set(documents.map(({ patientId }) => patientId))];
    const golden = await goldenOf(tenant, await readClusters(tenant, ids), ids);
    const rooms = documents.flatMap(({ decision }) => decision?.conversation ?? []);
    const decisions = await patientReads(tenant).decisions([...new Set(rooms)]);
    const byKey = new Map(decisions.map((one) => [one._id, one]));
    return documents.map(({ _id, patientId, task, plan, decision }) => {
      const last: TaskAnswers | undefined =
        decision && byKey.get(keyWithin(decision.conversation, decision.event));
      const person = golden.get(patientId);
      return {
        ...{ key: _id, patientId, task, phones: person?.phones.map(({ value }) => value) ?? [] },
        ...(plan && { plan }),
        ...(last && { last }),
        ...(person?.name && { name: person.name.value }),
      };
    });
  };
  const open = { taskSince: { $gt: new Date(0) } };
  return {
    countTasks: () => tenant.followUps.countDocuments(open),
    tasks: async () => shown((await tenant.followUps.find(open).toArray()) as TaskDocument[]),
    async task(key) {
      const found = await tenant.followUps.findOne({ _id: key, ...open });
      return (await shown(found ? [found as TaskDocument] : []))[0];
    },
    async history(key) {
      const stored = await eventsOf(tenant, [followUpPrefix + key]);
      const opened = await Promise.all(stored.map((one) => openEvent(tenant, one)));
      const told = opened.flatMap((one) => (knownEvent(one) as FollowUpTold | undefined) ?? []);
      const wanted = told.flatMap((one) =>
        one.type === 'acolhe.follow-up.task-done.v1' ? one.data.staff : [],
      );
      const staff = await tenant.staff.find({ staffId: { $in: wanted } }).toArray();
      const names = new Map(staff.map((one) => [one.staffId, one.name]));
      const rooms = told.flatMap((one) =>
        one.type === 'acolhe.follow-up.answered.v1' ? one.data.conversation : [],
      );
      const decided = rooms.length > 0 ? await patientReads(tenant).decisions([...new Set(rooms)]) : [];
      const decisions = new Map(decided.map((one) => [one._id, one]));
      return told
        .sort((a, b) => (a.time + a.id < b.time + b.id ? 1 : -1))
        .map((event) => {
          if (event.type === 'acolhe.follow-up.answered.v1') {
            const by = decisions.get(keyWithin(event.data.conversation, event.data.decision))?.by;
            return { event, ...(by && { by }) };
          }
          if (event.type !== 'acolhe.follow-up.task-done.v1') return { event };
          return { event, staff: names.get(event.data.staff) ?? event.data.staff };
        });
    },
    finish: (done, since, by) => finishTask(tenant, done, since, { ...by, id: randomUUID() }),
  };
}
