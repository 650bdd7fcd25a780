/** `acolhe tenant set`: settings of a tenant of the registry. */
import { changeSettings, type TenantSettings } from '../../crm-sync/tenants/change-settings';
import { Failure } from '../failure';
import { audited, withRegistry } from './admin';

export interface SetOptions {
  id: string;
  name?: string;
  timeZone?: string;
  secondFactor?: string;
  keepFiles?: string;
  contactHours?: string;
  json?: boolean;
}

const whenConfigured = 'change it there and restart crm-sync';

function onOrOff(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Failure('bad-settings', '--keep-files must be on or off', 2);
}

/** `08:00-20:00`; whether these are times is for the configuration's schema to say. */
function hoursOf(text: string): { from: string; to: string } {
  const [from, to, ...more] = text.split(/[-–]/).map((part) => part.trim());
  if (from && to && more.length === 0) return { from, to };
  throw new Failure('bad-settings', '--contact-hours must be two times, such as 08:00-20:00', 2);
}

/** @throws Failure when nothing is given, or `--keep-files` or `--contact-hours` is not as it should be */
function wantedOf({
  name,
  timeZone,
  secondFactor,
  keepFiles,
  contactHours,
}: SetOptions): Record<string, unknown> {
  const wanted = {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(secondFactor !== undefined && { secondFactor }),
    ...(keepFiles !== undefined && { keepFiles: onOrOff(keepFiles) }),
    ...(contactHours !== undefined && { contactHours: hoursOf(contactHours) }),
  };
  if (Object.keys(wanted).length === 0)
    throw new Failure(
      'bad-settings',
      'give at least one of --name, --time-zone, --second-factor, --keep-files, --contact-hours',
      2,
    );
  return wanted;
}

export async function setTenant(options: SetOptions): Promise<void> {
  const { id, json } = options;
  const wanted = wantedOf(options);
  await withRegistry({ id, json, whenConfigured }, async (admin, config) => {
    // What is wrong with a value is told by the configuration's own schema.
    await changeSettings(admin, id, wanted as TenantSettings);
    // A name is no code: the entry says that it changed.
    const named = Object.entries({ ...wanted, ...('name' in wanted && { name: 'changed' }) });
    await audited(
      config,
      id,
      'tenant.set',
      Object.fromEntries(
        named.map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
      ),
    );
  });
  const changed = Object.keys(wanted).join(', ');
  console.log(
    json
      ? JSON.stringify({ id, ...wanted })
      : `${id}: ${changed} changed. Running services follow within seconds.`,
  );
}
