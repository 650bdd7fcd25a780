/** Tasks of conversations in a tenant's database. Names and words are opened here and nowhere later. */
import { knownEvent, type EventData, type EventType } from '../../contract/event';
import { crmEvent } from '../identity/crm-event';
import { readClusters } from '../identity/cluster-reads';
import { storeEvents } from '../ingest/store-events';
import { goldenOf } from '../patients/patient-record';
import type { EncounterDocument, EncounterTask } from '../store/documents';
import { keyWithin, openEvent } from '../store/sealed-events';
import type { Tenant } from '../store/tenant';
import { tellAppOfTask } from './hush';
import { isOverdue, type OpenTask, type TaskResult } from './open-tasks';

export interface TaskKey {
  conversation: string;
  taskId: string;
}

export interface ConversationTasks {
  /** All that are open, in no order. */
  open(): Promise<OpenTask[]>;
  /** How many are open, and how many of them were due by now. */
  count(now: Date): Promise<{ open: number; overdue: number }>;
  /** @returns undefined when it is not open */
  one(key: TaskKey): Promise<OpenTask | undefined>;
  /** @returns false when it is not open, or somebody else has it in hand */
  take(key: TaskKey, staff: string, now: Date): Promise<boolean>;
  /** @returns false when it is not open any more */
  finish(
    key: TaskKey,
    what: { result: TaskResult; note?: string },
    staff: string,
    now: Date,
  ): Promise<boolean>;
}

const fields = {
  ...{ patientId: 1, tasks: 1, state: 1, disposition: 1 },
  ...{ screenedBy: 1, erased: 1, workspace: 1 },
} as const;
type Row = Pick<EncounterDocument, '_id' | keyof typeof fields>;

const openIn = ({ tasks = [] }: Row): EncounterTask[] => tasks.filter(({ done }) => !done);

export function conversationTasks(tenant: Tenant): ConversationTasks {
  const rowOf = async ({ conversation, taskId }: TaskKey) => {
    const row = await tenant.encounters.findOne<Row>({ _id: conversation }, { projection: fields });
    const task = row && openIn(row).find((one) => one.taskId === taskId);
    return row && task ? { row, task } : undefined;
  };
  const shown = async (rows: readonly Row[]): Promise<OpenTask[]> => {
    const ids = [...new Set(rows.flatMap(({ patientId }) => patientId ?? []))];
    const golden = ids.length > 0 ? await goldenOf(tenant, await readClusters(tenant, ids), ids) : undefined;
    const takers = [...new Set(rows.flatMap(openIn).flatMap(({ taken }) => taken?.by ?? []))];
    const staff = takers.length > 0 ? await tenant.staff.find({ staffId: { $in: takers } }).toArray() : [];
    const names = new Map(staff.map((one) => [one.staffId, one.name]));
    return rows.flatMap((row) => {
      const { _id, patientId, state, disposition, screenedBy, erased } = row;
      const person = patientId === undefined ? undefined : golden?.get(patientId);
      const encounter = {
        ...{ state, ...(disposition && { disposition }), ...(screenedBy && { screenedBy }) },
        ...(erased && { erased }),
      };
      return openIn(row).map((task): OpenTask => ({
        ...task,
        ...{ conversation: _id, encounter, phones: person?.phones.map(({ value }) => value) ?? [] },
        ...(patientId && { patientId }),
        ...(person?.name && { name: person.name.value }),
        ...(task.taken && { takenBy: names.get(task.taken.by) ?? task.taken.by }),
      }));
    });
  };
  const textOf = async ({ conversation, event }: OpenTask): Promise<string | undefined> => {
    const document = await tenant.events.findOne({ _id: keyWithin(conversation, event) });
    const opened = document && (await openEvent(tenant, document).catch(() => undefined));
    const known = opened && knownEvent(opened);
    return known?.type === 'acolhe.task.opened.v1' ? known.data.text : undefined;
  };
  /** Ids follow from what it is about: of two at the same moment the first one counts. */
  const tell = async <T extends EventType>(
    { conversation, taskId }: TaskKey,
    part: string,
    type: T,
    data: EventData<T>,
    now: Date,
  ): Promise<boolean> => {
    const id = `task/${taskId}`.slice(0, 180) + `/${part}`;
    const event = crmEvent(tenant.id, { id, type, subject: conversation, time: now, data });
    const [told] = await storeEvents(tenant, [event], now);
    return told?.fate === 'stored' || told?.conflict === false;
  };
  const due = { taskDueAt: { $gt: new Date(0) } };
  return {
    open: async () => shown(await tenant.encounters.find<Row>(due, { projection: fields }).toArray()),
    async count(now) {
      const rows = await tenant.encounters.find<Row>(due, { projection: { tasks: 1 } }).toArray();
      const open = rows.flatMap(openIn);
      return { open: open.length, overdue: open.filter((task) => isOverdue(task, now)).length };
    },
    async one(key) {
      const found = await rowOf(key);
      if (!found) return undefined;
      const all = await shown([found.row]);
      const task = all.find(({ taskId }) => taskId === key.taskId);
      const text = task && (await textOf(task));
      return task && { ...task, ...(text && { text }) };
    },
    async take(key, staff, now) {
      const found = await rowOf(key);
      if (!found) return false;
      const { taken, tries = 0 } = found.task;
      if (taken) return taken.by === staff;
      const data = { taskId: key.taskId, by: staff };
      return tell(key, `taken-${tries}`, 'acolhe.task.taken.v1', data, now);
    },
    async finish(key, { result, note }, staff, now) {
      const found = await rowOf(key);
      if (!found) return false;
      const data = { taskId: key.taskId, by: staff, result, ...(note && { note }) };
      const isDone = await tell(key, `done-${found.task.tries ?? 0}`, 'acolhe.task.done.v1', data, now);
      const room = { conversation: key.conversation, workspace: found.row.workspace };
      if (isDone) await tellAppOfTask(tenant, room, found.task, { result, by: staff }, now);
      return isDone;
    },
  };
}
