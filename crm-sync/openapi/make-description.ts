/** The description without a running service: routes are registered, nothing is connected. */
import Fastify from 'fastify';
import { createMetrics } from '../metrics/metrics';
import { createChanges } from '../projector/changes';
import { registerRoutes } from '../routes';
import type { Store } from '../store/tenant';
import { apiDescription } from './describe-routes';

const nothingStored: Store = {
  tenants: [],
  tenant: () => undefined,
  refusal: () => undefined,
  onChange: () => () => undefined,
  ping: async () => undefined,
  close: async () => undefined,
};

export async function makeApiDescription(): Promise<object> {
  const app = Fastify();
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
  const description = apiDescription(app);
  await app.close();
  return description;
}
