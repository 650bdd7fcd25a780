/** A manager's desk over all workspaces of a tenant: what is there, and orders, each carried out once and told as events. */
import { MongoServerError } from 'mongodb';
import { setTimeout } from 'timers/promises';
import type { Urgency } from '../../contract/service-events';
import { isForbidden, sendUrgency, type UrgencyAnswer } from '../commands/send-urgency';
import type { WorkspaceConfig } from '../config/config';
import { dispatchStates, type DispatchState } from '../dispatch/dispatch-state';
import { crmEvent } from '../identity/crm-event';
import { storeEvents } from '../ingest/store-events';
import { tellApps } from '../knowledge/tell-apps';
import { rocketChatDesk, type Desk } from '../rocketchat/desk';
import { durable } from '../store/durable';
import type { EncounterDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import type { PulseRow } from '../web/live-topics';
import { carryOut, type Outcome } from './act';
import { isTold, pauseIntake, pausesNow, resumeIntake, type Pause } from './intake';
import { absentBoard, createBoardReader, type Board, type BoardReader } from './board';
import type { Order } from './plan';

export type OpenRow = Pick<
  EncounterDocument,
  | '_id'
  | 'workspace'
  | 'patientId'
  | 'state'
  | 'department'
  | 'agent'
  | 'disposition'
  | 'redFlags'
  | 'urgency'
  | 'sla'
  | 'startedAt'
  | 'screenedBy'
> & { waitingSince?: Date; unansweredSince?: Date; owedSince?: Date; unseenFileAt?: Date };

export interface Ordering {
  /** Staff ID. */
  staff: string;
  /** The same for the same form: what was ordered is not done again. 32 hexadecimal digits. */
  key: string;
  now: Date;
}

export interface SupervisionDesk {
  /** One for each workspace, in their order. */
  boards(): Promise<Board[]>;
  /** For open pages: another version whenever a board changed. */
  pulse(): PulseRow[];
  /** Those of the conversations that are this tenant's, in the order given. */
  conversations(rooms: readonly string[]): Promise<OpenRow[]>;
  /** Those that agents have open. @param agent of one workspace */
  served(agent?: { workspace: string; id: string }): Promise<OpenRow[]>;
  /** @returns an outcome for each conversation, in the order given */
  order(order: Order, rooms: readonly string[], by: Ordering): Promise<Outcome[]>;
  /** What stands in the way of the urgent going first, by workspace. */
  dispatch(): Promise<DispatchState[]>;
  /** Departments that take nobody new now. */
  pauses(): Promise<Pause[]>;
  /**
   * Pauses a department's intake for so many minutes; 0 opens it again.
   * @returns whether the app has asked for it since; if not, it asks by itself within minutes
   */
  setIntake(
    department: { workspace: string; department: string; name: string },
    minutes: number,
    by: Pick<Ordering, 'staff' | 'now'>,
  ): Promise<boolean>;
}

interface OrderDocument {
  _id: string;
  staff: string;
  at: Date;
  outcomes?: Outcome[];
}

/** A form that lies open longer than this was not sent twice by a double click. */
const keptMs = 24 * 3_600_000;
/** An order waits this long for its turn at Rocket.Chat's rate limit, and for an answer. */
const limits = { longestTurnMs: 3_000, timeoutMs: 8_000, tries: 2 };

const shown = {
  ...{ workspace: 1, patientId: 1, state: 1, department: 1, agent: 1, disposition: 1, redFlags: 1 },
  ...{ urgency: 1, sla: 1, startedAt: 1, screenedBy: 1, waitingSince: 1, unansweredSince: 1 },
  ...{ owedSince: 1, unseenFileAt: 1 },
} as const;

/** Connections by what they are made of: the registry may change a workspace while the service runs. */
function connections(tenant: Tenant, now: () => Date, connect: typeof rocketChatDesk) {
  const made = new Map<string, { config: string; desk: Desk; reader: BoardReader }>();
  return ({ id, url, rocketchat }: WorkspaceConfig) => {
    if (!rocketchat) return undefined;
    const config = JSON.stringify([url, rocketchat]);
    const known = made.get(id);
    if (known?.config === config) return known;
    const desk = connect({ url, userId: rocketchat.userId, token: rocketchat.token, ...limits });
    const nowMs = (): number => now().getTime();
    const reader = createBoardReader(id, desk, { nowMs, ...(rocketchat.bots && { known: rocketchat.bots }) });
    const fresh = { config, desk, reader };
    made.set(id, fresh);
    return fresh;
  };
}

/** A new urgency counts in our queue whatever Rocket.Chat's plan has. */
const counts = ({ result, why }: Pick<Outcome, 'result' | 'why'>): boolean =>
  result === 'done' || why === 'premium';

function refusedByApp(room: string, answer: UrgencyAnswer | undefined): Outcome | undefined {
  return answer === 'red-flag' || answer === 'closed' ? { room, result: 'refused', why: answer } : undefined;
}

export function supervisionDesk(
  tenant: Tenant,
  now: () => Date,
  connect: typeof rocketChatDesk = rocketChatDesk,
): SupervisionDesk {
  const connection = connections(tenant, now, connect);
  const orders = tenant.db.collection<OrderDocument>('supervisionOrders', durable);

  async function rowsOf(rooms: readonly string[]): Promise<OpenRow[]> {
    const found = await tenant.encounters
      .find({ _id: { $in: [...rooms] } })
      .project<OpenRow>(shown)
      .toArray();
    const byId = new Map(found.map((row) => [row._id, row]));
    return rooms.flatMap((room) => byId.get(room) ?? []);
  }

  /** @returns undefined: this order is ours to carry out */
  async function claimed(by: Ordering): Promise<OrderDocument | undefined> {
    await orders.deleteMany({ at: { $lt: new Date(by.now.getTime() - keptMs) } });
    try {
      await orders.insertOne({ _id: by.key, staff: by.staff, at: by.now });
      return undefined;
    } catch (error) {
      if (!(error instanceof MongoServerError && error.code === 11_000)) throw error;
      return (await orders.findOne({ _id: by.key })) ?? undefined;
    }
  }

  async function actIn(
    workspace: WorkspaceConfig,
    order: Order,
    rooms: readonly string[],
  ): Promise<Outcome[]> {
    const there = connection(workspace);
    if (!there) return rooms.map((room) => ({ room, result: 'refused', why: 'not-connected' }));
    const { bots } = await there.reader.board();
    const world = {
      ...{ desk: there.desk, bots, nowMs: () => now().getTime() },
      linkTo: (room: string) => `${workspace.url}/live/${encodeURIComponent(room)}`,
    };
    const outcomes = await carryOut(world, order, rooms);
    there.reader.refresh().catch(() => undefined);
    return outcomes;
  }

  /** What happened, in each conversation's own stream. */
  async function tell(order: Order, outcomes: readonly Outcome[], by: Ordering): Promise<void> {
    const at = { time: by.now };
    const events = outcomes.flatMap(({ room, result, to, why }) => {
      const acted = crmEvent(tenant.id, {
        ...{ id: `supervision/${by.key}`, type: 'acolhe.supervision.acted.v1', subject: room, ...at },
        data: {
          ...{ staff: by.staff, action: order.action, result },
          ...(to && { to: to.slice(0, 200) }),
          ...(order.action === 'close' && { reason: order.reason }),
        },
      });
      if (order.action !== 'priority' || !counts({ result, why })) return [acted];
      const urgency: Urgency = order.urgency;
      const changed = crmEvent(tenant.id, {
        ...{ id: `urgency/${by.key}`, type: 'acolhe.urgency.changed.v1', subject: room, ...at },
        data: { urgency, reason: 'staff', staff: by.staff },
      });
      return [acted, changed];
    });
    await storeEvents(tenant, events, by.now);
  }

  /** The app has the last word: what a red flag forbids, and what is over, is refused. */
  async function told(order: Order, outcomes: Outcome[], rows: OpenRow[], by: Ordering): Promise<Outcome[]> {
    if (order.action !== 'priority') return outcomes;
    const counted = new Set(outcomes.flatMap((one) => (counts(one) ? [one.room] : [])));
    const here = rows.filter(({ _id, state }) => counted.has(_id) && state !== 'closed');
    const answers = await sendUrgency(tenant, here, { ...by, urgency: order.urgency }, by.now);
    return outcomes.map((one) => refusedByApp(one.room, answers.get(one.room)) ?? one);
  }

  return {
    boards: () =>
      Promise.all(
        tenant.workspaces.map(async (one) => connection(one)?.reader.board() ?? absentBoard(one.id)),
      ),
    pulse: () =>
      tenant.workspaces.flatMap((one): PulseRow[] => {
        const board = connection(one)?.reader.peek();
        return board ? [{ _id: `board/${one.id}`, version: board.version, state: 'queued' }] : [];
      }),
    conversations: rowsOf,
    async served(agent) {
      const rows = await tenant.encounters.find({ state: 'served' }).project<OpenRow>(shown).toArray();
      return agent
        ? rows.filter((row) => row.workspace === agent.workspace && row.agent?.id === agent.id)
        : rows;
    },
    async order(order, rooms, by) {
      const before = await claimed(by);
      // whoever has it now may still be at it
      if (before) return before.outcomes ?? rooms.map((room) => ({ room, result: 'unknown' }));
      const rows = await rowsOf(rooms);
      const forbidden = rows.filter((row) => order.action === 'priority' && isForbidden(row, order.urgency));
      const allowed = rows.filter((row) => !forbidden.includes(row));
      const done: Outcome[] = forbidden.map(({ _id }) => ({ room: _id, result: 'refused', why: 'red-flag' }));
      for (const workspace of tenant.workspaces) {
        const here = allowed.filter((row) => row.workspace === workspace.id).map(({ _id }) => _id);
        if (here.length > 0) done.push(...(await actIn(workspace, order, here)));
      }
      const came = await told(order, done, rows, by);
      const byRoom = new Map(came.map((one) => [one.room, one]));
      await tell(order, came, by);
      const outcomes = rooms.map(
        (room): Outcome => byRoom.get(room) ?? { room, result: 'refused', why: 'gone' },
      );
      await orders.updateOne({ _id: by.key }, { $set: { outcomes } });
      return outcomes;
    },
    dispatch: () => dispatchStates(tenant),
    pauses: () => pausesNow(tenant, now()),
    async setIntake(department, minutes, by) {
      if (minutes > 0) await pauseIntake(tenant, department, { ...by, minutes });
      else await resumeIntake(tenant, department, by);
      const { workspace, department: id } = department;
      await tellApps(tenant.workspaces.filter((one) => one.id === workspace));
      for (let looks = 0; looks < 15; looks += 1) {
        if (await isTold(tenant, workspace, id)) return true;
        await setTimeout(200);
      }
      return false;
    },
  };
}
