/** The description without a running service: routes are registered, nothing is connected. */
import Fastify from 'fastify';
import { createMetrics } from '../metrics/metrics';
import { createChanges } from '../projector/changes';
import { registerRoutes } from '../routes';
import type { Store } from '../store/tenant';
import { apiDescription, hiddenRoutes } from './describe-routes';

const nothingStored: Store = {
  tenants: [],
  tenant: () => undefined,
  refusal: () => undefined,
  archived: () => [],
  onChange: () => () => undefined,
  ping: async () => undefined,
  close: async () => undefined,
};

export interface ApiDescription {
  /** OpenAPI 3.1 */
  document: object;
  /** `GET /patients/:patientId` of every route, described or not; without files for browsers. */
  routes: string[];
}

export async function makeApiDescription(): Promise<ApiDescription> {
  const app = Fastify({ exposeHeadRoutes: false });
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    if (!hiddenRoutes.test(url)) routes.push(`${String(method)} ${url}`);
  });
  await registerRoutes(app, {
    config: {
      host: '127.0.0.1',
      port: 0,
      mongodbUri: '',
      tenants: [],
      sessionKey: Buffer.alloc(32),
      trustProxy: [],
      logLevel: 'silent',
    },
    store: nothingStored,
    changes: createChanges(),
    metrics: createMetrics(nothingStored),
    log: app.log,
    now: () => new Date(),
    healthy: () => true,
    nudge: () => undefined,
  });
  await app.ready();
  const document = apiDescription(app);
  await app.close();
  return { document, routes };
}
