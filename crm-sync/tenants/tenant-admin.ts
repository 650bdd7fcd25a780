/** What the commands about tenants work with. Effects are arguments, so that tests can end a command anywhere. */
import type { MongoClient } from 'mongodb';
import type { RandomBytes } from '../store/sealing';
import { followMs } from './follow-registry';
import { afterStep, type TenantStep } from './life-cycle';
import type { MasterKeys } from './master-keys';
import { RegistryError, type Registry, type RegistryDocument } from './registry';
import type { TenantOpener } from './tenant-opener';

export interface TenantAdmin {
  registry: Registry;
  masterKeys: MasterKeys;
  opener: TenantOpener;
  /** Ids of the configuration's tenants. */
  configured: ReadonlySet<string>;
  /** @param uri the tenant's own address, or nothing for the service's */
  client: (uri: string | undefined) => MongoClient;
  now: () => Date;
  randomBytes: RandomBytes;
  sleep: (ms: number) => Promise<unknown>;
  /** One line for the person who waits. */
  say: (line: string) => void;
}

/** After this long every process that reaches the control database has taken a change over. */
export const settleMs = 3 * followMs;

/** @throws RegistryError wrong-state, unknown-tenant, changed-meanwhile */
export async function takeStep(
  { registry, now }: Pick<TenantAdmin, 'registry' | 'now'>,
  id: string,
  step: Exclude<TenantStep, 'deleted'>,
): Promise<RegistryDocument> {
  const document = await registry.get(id);
  const to = afterStep(document.state, step);
  if (!to || to === 'deleted')
    throw new RegistryError('wrong-state', `${id} is ${document.state}: it cannot be ${step}d now`);
  return to === document.state ? document : registry.change(document, { state: to }, step, now());
}
