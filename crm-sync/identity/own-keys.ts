/** The keys under which an ID's person is known: `visitorIds` of its document. Pure. */
import { blindToken } from './blind-index';
import { nameKey } from './name-words';

export function visitorKey({ workspace, id }: { workspace: string; id: string }): string {
  return `${workspace}/${id}`;
}

/** No workspace is called that. */
export const dependentPrefix = ':dependent';

/** The guardian's dependent of this name; of no name, the one who has none. */
export function dependentKey(secret: Uint8Array, guardianId: string, name: string | undefined): string {
  return `${dependentPrefix}/${guardianId}/${blindToken(secret, 'dependent', nameKey(name ?? ''))}`;
}

/** A dependent whose ID the app gave while the CRM was away: nobody knows whether it is one of those known. */
export function mintedDependentKey(guardianId: string, patientId: string): string {
  return `${dependentPrefix}/${guardianId}/minted/${patientId}`;
}

const nobodyPrefix = ':nobody';

/** Every document has a key: MongoDB takes two empty lists for the same in a unique index. */
export function erasedKey(patientId: string): string {
  return `${nobodyPrefix}/${patientId}`;
}

export interface Registration {
  patientId: string;
  mintedBy: 'crm' | 'app';
  visitor?: { workspace: string; id: string };
  dependentOf?: string;
  name?: string;
}

export function ownKeys(secret: Uint8Array, registration: Registration): string[] {
  const { patientId, mintedBy, visitor, dependentOf, name } = registration;
  if (visitor) return [visitorKey(visitor)];
  if (dependentOf === undefined) return [erasedKey(patientId)];
  const minted = mintedBy === 'app' && name === undefined;
  return [minted ? mintedDependentKey(dependentOf, patientId) : dependentKey(secret, dependentOf, name)];
}
