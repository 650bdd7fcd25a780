/** What queue and dashboard read of a tenant's database: coded facts only, by selective ranges on indexes. */
import { hourName } from '../cells/cell';
import { dispatchStates } from '../dispatch/dispatch-state';
import type { Tenant } from '../store/tenant';
import type { PulseRow } from '../web/live-topics';
import { figuresOf, type EncounterRow, type Figures, type Period } from './figures';
import { dashboardMetrics, figuresOfCells, fitsCells, type Cell } from './figures-of-cells';
import type { WaitingRow } from './queue';
import { readMeasures, type MeasuresOf } from './wait-measures';

export interface SupervisionReads {
  waiting(): Promise<WaitingRow[]>;
  countWaiting(): Promise<number>;
  /** By what waits are measured, as it is now. */
  measures(): Promise<MeasuresOf>;
  /** Of the conversations that started within the period. */
  figures(period: Period): Promise<Figures>;
  /** Conversations and patients' records that changed within the last minutes, and all conversations that wait. */
  pulse(now: Date): Promise<PulseRow[]>;
}

const recentMs = 2 * 60_000;

/** Keys lead with metric and hour: each metric's period is one range. */
function cellsWithin(cells: Tenant['cells'], { from, to }: Period): Promise<Cell[]> {
  const ranges = dashboardMetrics.map((metric) => ({
    _id: { $gte: `${metric}/${hourName(from)}`, $lt: `${metric}/${hourName(to)}` },
  }));
  return cells.find({ $or: ranges }).project<Cell>({ n: 1, sum: 1, histogram: 1 }).toArray();
}

function encountersWithin(encounters: Tenant['encounters'], { from, to }: Period): Promise<EncounterRow[]> {
  return encounters
    .find({ startedAt: { $gte: from, $lt: to } })
    .project<EncounterRow>({
      _id: 0,
      startedAt: 1,
      state: 1,
      disposition: 1,
      containedByBot: 1,
      firstResponseMs: 1,
      department: 1,
      leftUnseen: 1,
      serviceOutcome: 1,
      outcomeMissingSince: 1,
      surveyScore: 1,
      routingFailed: 1,
    })
    .toArray();
}

/** Open tasks: one that is opened, changed or done is a change. */
async function taskRows(followUps: Tenant['followUps']): Promise<PulseRow[]> {
  const rows = await followUps
    .find({ taskSince: { $gt: new Date(0) } }, { projection: { version: 1, patientId: 1 } })
    .toArray();
  return rows.map(({ _id, version, patientId }) => ({
    ...{ _id: `follow-up/${_id}`, version, state: 'queued', patientId },
  }));
}

/** What stands in the way of the urgent, since when. */
async function dispatchRows(tenant: Tenant): Promise<PulseRow[]> {
  const states = await dispatchStates(tenant);
  return states.map(({ workspace, dispatcher, priorities }) => ({
    ...{ _id: `dispatch/${workspace}`, state: 'queued' },
    version: Math.max(0, ...[dispatcher, priorities].map((one) => one?.since.getTime() ?? 0)),
  }));
}

/** IDs that were noted about, corrected, linked or erased lately, and those they are linked with. */
async function changedPatients(patients: Tenant['patients'], since: Date): Promise<PulseRow[]> {
  const rows = await patients
    .find({ changedAt: { $gte: since } }, { projection: { version: 1, links: 1, apart: 1 } })
    .toArray();
  return rows.flatMap(({ _id, version, links = [], apart = [] }) =>
    [_id, ...links.map((link) => link.to), ...apart].map((patientId): PulseRow => ({
      _id: `patient/${_id} ${patientId}`,
      version,
      state: 'closed',
      patientId,
    })),
  );
}

export function supervisionReads(tenant: Tenant): SupervisionReads {
  const { encounters, cells, patients, followUps, touches } = tenant;
  return {
    measures: () => readMeasures(tenant),
    waiting: () =>
      encounters
        .find({ $or: [{ state: 'queued' }, { unseenFileAt: { $gt: new Date(0) }, state: 'bot' }] })
        .project<WaitingRow>({
          workspace: 1,
          patientId: 1,
          department: 1,
          disposition: 1,
          redFlags: 1,
          screenedBy: 1,
          urgency: 1,
          sla: 1,
          startedAt: 1,
          waitingSince: 1,
          unansweredSince: 1,
          unseenFileAt: 1,
        })
        .toArray(),
    countWaiting: () => encounters.countDocuments({ state: 'queued' }),
    figures: async (period) =>
      fitsCells(period)
        ? figuresOfCells(await cellsWithin(cells, period), period)
        : figuresOf(await encountersWithin(encounters, period), period),
    async pulse(now) {
      const since = new Date(now.getTime() - recentMs);
      const [told, changed, tasks, dispatch] = await Promise.all([
        encounters
          .find({ $or: [{ lastEventAt: { $gte: since } }, { state: 'queued' }] })
          .project<PulseRow>({ version: 1, state: 1, patientId: 1, touchToken: 1 })
          .toArray(),
        changedPatients(patients, since),
        taskRows(followUps),
        dispatchRows(tenant),
      ]);
      // Read last, and as if queued: the cells of new conversations have been counted when their note has gone.
      const notes = await touches.find({}, { projection: { _id: 1 } }).toArray();
      const counting = notes.map(({ _id }): PulseRow => ({
        ...{ _id: `touches/${_id}`, version: 0, state: 'queued' },
      }));
      return [...told, ...changed, ...tasks, ...dispatch, ...counting];
    },
  };
}
