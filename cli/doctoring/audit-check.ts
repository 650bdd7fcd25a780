import { constants } from 'fs';
import { access, stat } from 'fs/promises';
import { fail, ok, warn, type Finding } from './check';

/** @param folder `ACOLHE_AUDIT_CHECKPOINTS` */
export async function auditFinding(folder: string | undefined): Promise<Finding> {
  if (!folder) {
    return warn(
      'kept in the database and the log only',
      'In production set ACOLHE_AUDIT_CHECKPOINTS to a folder on another machine.',
    );
  }
  const found = await stat(folder).catch(() => undefined);
  // The service makes it when it signs the first checkpoint.
  if (!found) return warn(`${folder} is not there yet`, 'Make it, writable for the user that runs crm-sync.');
  const writable = await access(folder, constants.W_OK).then(
    () => found.isDirectory(),
    () => false,
  );
  return writable
    ? ok(folder)
    : fail(`${folder} cannot be written`, 'Let the user that runs crm-sync write into it.');
}
