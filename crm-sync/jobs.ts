/** All that this service does again and again without being asked. Every loop is one of these; a test tries each of them. */

/** With one tenant's data: none of these may ever come to another's. */
export const tenantJobs = [
  'projector',
  'cells',
  'commands',
  'reconciler',
  'checkpoints',
  'follow-up',
  'dispatcher',
] as const;
export type TenantJob = (typeof tenantJobs)[number];

/** Of the service as a whole: follows the registry of tenants. */
export type Job = TenantJob | 'registry';
