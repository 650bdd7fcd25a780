/** A tenant's own settings in the registry: what is not its keys, its database or its workspaces. */
import { tenantSchema, type TenantConfig } from '../config/config';
import { RegistryError } from './registry';
import type { TenantAdmin } from './tenant-admin';

/** What is absent stays as it is. */
export type TenantSettings = Partial<
  Pick<TenantConfig, 'name' | 'timeZone' | 'secondFactor' | 'keepFiles' | 'contactHours'>
>;

// Without the defaults of the configuration: a name that changes leaves the time zone alone.
const settingsSchema = tenantSchema
  .pick({ name: true, secondFactor: true, keepFiles: true, contactHours: true })
  .extend({ timeZone: tenantSchema.shape.timeZone.unwrap() })
  .partial();

/**
 * @throws RegistryError unknown-tenant, wrong-state, changed-meanwhile
 * @throws ZodError when a setting is not as the configuration wants it; then nothing is changed
 */
export async function changeSettings(
  { registry, now }: Pick<TenantAdmin, 'registry' | 'now'>,
  id: string,
  wanted: TenantSettings,
): Promise<void> {
  const { name, timeZone, ...others } = settingsSchema.parse(wanted);
  const document = await registry.get(id);
  if (document.state === 'deleting') throw new RegistryError('wrong-state', `${id} is being deleted`);
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  await registry.change(
    document,
    {
      ...(name !== undefined && { name }),
      ...(timeZone !== undefined && { timeZone }),
      settings: { ...document.settings, ...Object.fromEntries(given) },
    },
    `set ${Object.keys(wanted).join(' ')}`,
    now(),
  );
}
