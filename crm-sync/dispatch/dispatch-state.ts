/** What stands in the way of urgent people going first in a workspace, as the dispatcher found it last: for pages and doctor. */
import { durable } from '../store/durable';
import type { Tenant } from '../store/tenant';

/**
 * Of our dispatcher: `assigns`: Rocket.Chat gives conversations out by itself, so that ours does nothing · `failing`: it cannot
 * be reached, or refuses. Of priorities and tags: `premium`: the plan has none · `refused`: they may not be set.
 */
export interface DispatchState {
  workspace: string;
  /** Absent: our dispatcher is off there. */
  dispatcher?: { is: 'working' | 'assigns' | 'failing'; code?: string; since: Date };
  priorities?: { is: 'working' | 'premium' | 'refused' | 'failing'; code?: string; since: Date };
  tags?: { is: 'working' | 'premium' | 'refused' | 'failing'; code?: string; since: Date };
}
export type DispatchPart = 'dispatcher' | 'priorities' | 'tags';

interface StateRow extends Omit<DispatchState, 'workspace'> {
  _id: string;
}

const statesOf = (tenant: Pick<Tenant, 'db'>) => tenant.db.collection<StateRow>('dispatchStates', durable);

/** One for each workspace the CRM has an account in; without members where nothing was tried yet. */
export async function dispatchStates(tenant: Pick<Tenant, 'db' | 'workspaces'>): Promise<DispatchState[]> {
  const own = tenant.workspaces.filter(({ rocketchat }) => rocketchat !== undefined);
  const rows = await statesOf(tenant)
    .find({ _id: { $in: own.map(({ id }) => id) } })
    .toArray();
  return own.map(({ id, rocketchat }) => {
    const { _id, dispatcher, ...rest } = rows.find((row) => row._id === id) ?? { _id: id };
    const isOurs = rocketchat?.dispatcher === 'acolhe';
    return { workspace: id, ...rest, ...(isOurs && dispatcher && { dispatcher }) };
  });
}

/** Keeps what is so since when; written only when it changed. @returns whether it did */
export function stateKeeper(now: () => Date) {
  const kept = new Map<string, string>();
  return async <P extends DispatchPart>(
    tenant: Tenant,
    workspace: string,
    part: P,
    is: NonNullable<DispatchState[P]>['is'],
    code?: string,
  ): Promise<boolean> => {
    const key = `${tenant.id} ${workspace} ${part}`;
    const said = `${is} ${code ?? ''}`;
    if (kept.get(key) === said) return false;
    const rows = statesOf(tenant);
    const before = (await rows.findOne({ _id: workspace }))?.[part];
    const isSame = before?.is === is && before.code === code;
    const state = { is, since: isSame ? before.since : now(), ...(code !== undefined && { code }) };
    await rows.updateOne({ _id: workspace }, { $set: { [part]: state } }, { upsert: true });
    kept.set(key, said);
    return !isSame;
  };
}
