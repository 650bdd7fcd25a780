/** What every route of the service is given. */
import type { FastifyBaseLogger } from 'fastify';
import type { CrmConfig } from './config/config';
import type { Changes } from './projector/changes';
import type { Store } from './store/tenant';

export interface CrmDeps {
  config: CrmConfig;
  store: Store;
  changes: Changes;
  log: FastifyBaseLogger;
  now: () => Date;
}
