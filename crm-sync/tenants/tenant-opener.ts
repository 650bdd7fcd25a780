/** Reads and writes the sealed parts of a registry document: tenant keys under the master key, the rest under the tenant's key. */
import { tenantSchema, workspaceSchema, type TenantConfig, type WorkspaceConfig } from '../config/config';
import { open, seal, type RandomBytes, type SealingKey } from '../store/sealing';
import type { MasterKeys } from './master-keys';
import type { RegistryDocument, RegistryKey, RegistryWorkspace } from './registry';

export interface OpenedTenant {
  config: Omit<TenantConfig, 'sealingKeys'>;
  /** Every key that is not destroyed, the current one first. */
  keys: SealingKey[];
}

const uriBinding = (tenant: string): string[] => [tenant, 'tenants', tenant, 'sealedUri'];
const workspaceBinding = (tenant: string, workspace: string): string[] => [
  ...[tenant, 'tenants', tenant],
  `workspaces.${workspace}`,
];

export function sealUri(key: SealingKey, tenant: string, uri: string, randomBytes: RandomBytes): string {
  return seal(key, uriBinding(tenant), Buffer.from(uri, 'utf8'), randomBytes);
}

export function sealWorkspace(
  key: SealingKey,
  tenant: string,
  { id, url, appId, ...secret }: WorkspaceConfig,
  randomBytes: RandomBytes,
): RegistryWorkspace {
  const plain = Buffer.from(JSON.stringify(secret), 'utf8');
  const sealed = seal(key, workspaceBinding(tenant, id), plain, randomBytes);
  return { id, url, ...(appId !== undefined && { appId }), sealed };
}

/** A new tenant key, wrapped for the registry. */
export async function newTenantKey(
  masterKeys: MasterKeys,
  tenant: string,
  randomBytes: RandomBytes,
  now: Date,
): Promise<{ key: SealingKey; entry: RegistryKey }> {
  const id = `k-${now.toISOString().slice(0, 10)}-${Buffer.from(randomBytes(4)).toString('hex')}`;
  const key = { id, key: randomBytes(32) };
  const wrapped = await masterKeys.wrap(key.key, { tenant, keyId: id });
  return { key, entry: { id, wrapped, createdAt: now } };
}

export interface TenantOpener {
  /**
   * @throws MasterKeyError, SealingError
   * @throws ZodError when a member is not what the configuration would accept
   */
  open(document: RegistryDocument): Promise<OpenedTenant>;
}

/** Keys that were opened stay in memory: the master key is asked once a key and process. */
export function createTenantOpener(masterKeys: MasterKeys): TenantOpener {
  const opened = new Map<string, Promise<Buffer>>();
  function keyBytes(tenant: string, { id, wrapped = '' }: RegistryKey): Promise<Buffer> {
    const name = `${tenant} ${id}`;
    const known = opened.get(name) ?? masterKeys.unwrap(wrapped, { tenant, keyId: id });
    opened.set(name, known);
    known.catch(() => opened.delete(name));
    return known;
  }
  return {
    async open(document) {
      const { _id: tenant, name, timeZone, database, settings, sealedUri } = document;
      const keys = await Promise.all(
        document.keys
          .filter((key) => key.wrapped !== undefined)
          .map(async (key) => ({ id: key.id, key: await keyBytes(tenant, key) })),
      );
      const text = (binding: string[], sealed: string): string =>
        open(keys, binding, sealed).toString('utf8');
      const workspaces = document.workspaces.map(({ sealed, ...readable }) =>
        workspaceSchema.parse({
          ...(JSON.parse(text(workspaceBinding(tenant, readable.id), sealed)) as object),
          ...readable,
        }),
      );
      const uri = sealedUri === undefined ? undefined : text(uriBinding(tenant), sealedUri);
      const config = tenantSchema
        .omit({ sealingKeys: true })
        .parse({ ...settings, id: tenant, name, timeZone, database, uri, workspaces });
      return { config, keys };
    },
  };
}
