import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';

import type { InstalledApp } from '../engine/engine-types';
import { requireUser } from './authenticate';
import type { HttpContext } from './context';
import { ApiError } from './errors';

/** Private apps of the free Starter plan; Rocket.Chat's Community plan has none since 7.0. */
const maxPrivateApps = { starter: 3, community: 0 };
const enabled = (status: string): boolean => status.endsWith('_enabled') || status === 'initialized';

function present(app: InstalledApp): Record<string, unknown> {
  return {
    id: app.id,
    name: app.name,
    version: app.version,
    status: app.status,
    private: true,
    installedSource: 'private',
  };
}

/** Installing and watching over apps: what `deploy` and an administrator call. */
export function appsAdminRoutes(app: FastifyInstance, context: HttpContext): void {
  const { engine } = context;
  const find = (id: string): InstalledApp => {
    const found = engine.apps().find((item) => item.id === id);
    if (!found) throw new ApiError(404, 'error-app-not-found', `No App found by the id of: ${id}`);
    return found;
  };
  const admin = (request: FastifyRequest): unknown => requireUser(context, request, ['admin']);

  app.get('/api/apps/count', (request) => {
    requireUser(context, request);
    return {
      totalMarketplaceEnabled: 0,
      totalPrivateEnabled: engine.apps().filter(({ status }) => enabled(status)).length,
      maxMarketplaceApps: 5,
      maxPrivateApps: maxPrivateApps[context.plan ?? 'starter'],
      success: true,
    };
  });

  for (const path of ['/api/apps', '/api/apps/installed']) {
    app.get(path, (request) => {
      admin(request);
      return { apps: engine.apps().map(present), success: true };
    });
  }

  app.post('/api/apps', async (request, reply) => {
    admin(request);
    const { zip } = await packageOf(request);
    const installed = await install(context, zip);
    return reply.code('app' in installed ? 200 : 400).send(installed);
  });

  app.post<{ Params: { id: string } }>('/api/apps/:id', async (request, reply) => {
    admin(request);
    find(request.params.id);
    const { zip } = await packageOf(request);
    const installed = await install(context, zip);
    return reply.code('app' in installed ? 200 : 400).send(installed);
  });

  app.get<{ Params: { id: string } }>('/api/apps/:id', (request) => {
    admin(request);
    return { app: present(find(request.params.id)), success: true };
  });

  app.get<{ Params: { id: string } }>('/api/apps/:id/status', (request) => {
    admin(request);
    return { status: find(request.params.id).status, success: true };
  });

  app.post<{ Params: { id: string } }>('/api/apps/:id/status', async (request) => {
    admin(request);
    const { status } = z
      .object({ status: z.enum(['manually_enabled', 'manually_disabled']) })
      .parse(request.body);
    const { id } = find(request.params.id);
    await engine.setEnabled(id, status === 'manually_enabled');
    return { status: find(id).status, success: true };
  });

  app.get<{ Params: { id: string } }>('/api/apps/:id/settings', (request) => {
    admin(request);
    return { settings: engine.settingsOf(find(request.params.id).id), success: true };
  });

  app.post<{ Params: { id: string } }>('/api/apps/:id/settings', async (request) => {
    admin(request);
    const { id } = find(request.params.id);
    const { settings } = z
      .object({ settings: z.array(z.object({ id: z.string(), value: z.unknown() })).max(200) })
      .parse(request.body);
    const known = engine.settingsOf(id);
    const unknown = settings.find((setting) => !Object.hasOwn(known, setting.id));
    if (unknown)
      throw new ApiError(400, 'error-unknown-setting', `settings: ${unknown.id} is not one of this app's`);
    for (const setting of settings) await engine.updateSetting(id, setting.id, setting.value);
    return { updated: settings, success: true };
  });
}

/** The `app` field of the multipart body; `permissions` travels beside it and is what the zip asks for anyway. */
async function packageOf(request: FastifyRequest): Promise<{ zip: Buffer }> {
  if (!request.isMultipart())
    throw new ApiError(415, 'error-unsupported-media-type', 'multipart/form-data expected');
  let zip: Buffer | undefined;
  for await (const part of request.parts()) {
    if (part.type !== 'file') continue;
    const content = await part.toBuffer();
    if (part.fieldname === 'app') zip = content;
  }
  if (!zip) throw new ApiError(400, 'error-no-file', 'app: missing');
  return { zip };
}

type Installed =
  | { app: Record<string, unknown>; implemented: unknown[]; success: true }
  | { success: false; status: string; messages: string[]; error: string };

async function install(context: HttpContext, zip: Buffer): Promise<Installed> {
  try {
    const installed = await context.engine.install(zip);
    if (installed.errors.length > 0) context.log(`app ${installed.id}: ${installed.errors.join('; ')}`);
    return { app: { ...present(installed), errors: installed.errors }, implemented: [], success: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { success: false, status: 'compiler_error', messages: [message], error: message };
  }
}
