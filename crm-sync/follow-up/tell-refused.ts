/** A question the app could not put to the patient: somebody is to call them, at once. */
import type { CommandDocument } from '../store/documents';
import type { Tenant } from '../store/tenant';
import { unreachableReasons } from './calendar';
import { askOfCommand, tellUnanswered } from './look-at';

/** @param reason as the app gave it. A crash before this is made good when the try's time is over. */
export async function tellRefused(
  tenant: Tenant,
  { _id, kind }: Pick<CommandDocument, '_id' | 'kind'>,
  reason: string | undefined,
  now: Date,
): Promise<void> {
  const ask = kind === 'follow-up' ? askOfCommand(_id) : undefined;
  if (!ask) return;
  const why = unreachableReasons.find((one) => one === reason) ?? 'refused';
  await tellUnanswered(tenant, ask, why, now);
}
