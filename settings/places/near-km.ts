/** How far away a facility may be, by its kind, to be named as near: settings/places/near-km.json, with its source. */
import * as z from 'zod';
import { facilityKinds } from './facility';
import raw from './near-km.json';

const file = z.strictObject({
  source: z.string().min(1),
  km: z.record(z.enum(facilityKinds), z.number().positive()),
});

/** Kilometres as the crow flies. */
export type NearKm = z.infer<typeof file>['km'];

let read: NearKm | undefined;

export function nearKm(): NearKm {
  return (read ??= file.parse(raw).km);
}
