/** Whether the CRM's user may do in Rocket.Chat what managers order on its pages, and what the plan leaves out. */
import * as z from 'zod';
import type { AdminClient } from '../setting-up/admin-client';
import { ok, warn, type Finding } from './check';

/** Permission → what does not work without it. */
const needed: Readonly<Record<string, string>> = {
  'view-livechat-manager': 'reading the queue',
  'view-livechat-rooms': 'reading conversations',
  'view-l-room': 'taking over',
  'transfer-livechat-guest': 'redistributing',
  'close-livechat-room': 'closing',
  'close-others-livechat-room': 'closing',
  'create-d': 'messages to agents',
  'manage-livechat-agents': '/acolhe pause',
};

const permissions = z.object({
  update: z.array(z.looseObject({ _id: z.string(), roles: z.array(z.string()) })),
});
const license = z.object({
  license: z.looseObject({ activeModules: z.array(z.string()).default([]) }).optional(),
});

/** @param roles of the CRM's user; undefined: there is none */
export async function supervisionFinding(
  admin: AdminClient,
  roles: readonly string[] | undefined,
): Promise<Finding> {
  if (!roles) return warn('no CRM user', 'Without it managers see no agents and cannot act; see CRM user.');
  const { update } = await admin.get('/api/v1/permissions.listAll', permissions);
  const may = new Set(
    update.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ _id }) => _id),
  );
  const missing = Object.keys(needed).filter((permission) => !may.has(permission));
  if (missing.length > 0) {
    const lost = [...new Set(missing.map((permission) => needed[permission]))].join(', ');
    return warn(
      `the CRM's user lacks ${missing.join(', ')}`,
      `Give them to one of its roles (Administration > Permissions); until then this does not work: ${lost}.`,
    );
  }
  const info = await admin.get('/api/v1/licenses.info', license);
  const isEnterprise = info.license?.activeModules.includes('livechat-enterprise') ?? false;
  return ok(
    isEnterprise
      ? 'the CRM’s user may act, priorities included'
      : 'the CRM’s user may act; this plan has no priorities, the queue goes by the urgency of the CRM alone',
  );
}
