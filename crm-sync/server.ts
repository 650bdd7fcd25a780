import type { FastifyBaseLogger } from 'fastify';
import type { CrmConfig } from './config/config';
import type { Store } from './store/tenant';

export interface RunningCrm {
  /** `http://host:port`, without a slash at the end. */
  url: string;
  store: Store;
  /** Takes no more requests, ends those under way, stops the workers, closes the database. */
  stop(): Promise<void>;
}

export async function startCrm(_config: CrmConfig, _options: { log: FastifyBaseLogger }): Promise<RunningCrm> {
  throw new Error('not yet');
}
