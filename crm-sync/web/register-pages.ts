import type { FastifyInstance } from 'fastify';
import type { CrmDeps } from '../deps';

/** Adds every page of the CRM to the server. */
export async function registerPages(_app: FastifyInstance, _deps: CrmDeps): Promise<void> {}
