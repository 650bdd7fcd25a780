/** A tenant's Rocket.Chat workspaces in the registry. */
import { workspaceSchema, type WorkspaceConfig } from '../config/config';
import { RegistryError } from './registry';
import { sealWorkspace } from './tenant-opener';
import type { TenantAdmin } from './tenant-admin';

/**
 * @param next the workspaces after the change, of those before it
 * @throws RegistryError unknown-tenant, wrong-state, changed-meanwhile; ZodError when a workspace is not as the configuration wants it
 * @param what one line for the registry's history, without secrets
 */
export async function changeWorkspaces(
  { registry, opener, now, randomBytes }: TenantAdmin,
  id: string,
  what: string,
  next: (before: readonly WorkspaceConfig[]) => WorkspaceConfig[],
): Promise<WorkspaceConfig[]> {
  const document = await registry.get(id);
  if (document.state === 'deleting') throw new RegistryError('wrong-state', `${id} is being deleted`);
  const { config, keys } = await opener.open(document);
  // What nobody could read again would take the tenant out of service.
  const workspaces = next(config.workspaces).map((one) => workspaceSchema.parse(one));
  const sealed = workspaces.map((one) => sealWorkspace(keys[0]!, id, one, randomBytes));
  await registry.change(document, { workspaces: sealed }, what, now());
  return workspaces;
}

/** While both sides change over, each signs with its first secret and accepts both: the new one comes second first. */
export function withNewSecret(one: WorkspaceConfig, secret: string): WorkspaceConfig {
  return { ...one, secrets: [one.secrets[0]!, secret] };
}

/** The app signs with the new secret now: the old one is forgotten. */
export function withLastSecret(one: WorkspaceConfig): WorkspaceConfig {
  return { ...one, secrets: one.secrets.slice(-1) };
}
