/** Takes back what setup changed, the last first. What somebody changed since is left alone. */
import * as z from 'zod';
import { Failure } from '../failure';
import type { AdminClient } from './admin-client';
import { digestOf, type Journal, type Undo } from './journal';
import { readAppSettings } from './read-workspace';

const done = z.looseObject({});
const removal = 'Omnichannel_enable_department_removal';

export function describeUndo(step: Undo): string {
  switch (step.kind) {
    case 'delete-custom-field':
      return `remove the custom field ${step.field}`;
    case 'delete-channel':
      return `remove the channel ${step.name}`;
    case 'delete-department':
      return `remove the department ${step.name}`;
    case 'restore-department':
      return `set the department ${step.department.name} as before`;
    case 'delete-user':
      return `remove the user ${step.username}`;
    case 'restore-roles':
      return `give ${step.username} the roles of before: ${step.roles.join(', ')}`;
    case 'dismiss-agent':
      return `${step.username} is no agent any more`;
    case 'not-available':
      return `${step.username} is not available any more`;
    case 'app-setting':
      return `set the app's setting ${step.id} as before`;
    case 'setting':
      return `set the setting ${step.id} as before`;
  }
}

export interface Undone {
  what: string;
  outcome: 'done' | 'gone already' | 'changed since, left';
}

/** @throws Failure when a step is refused; what is left can be undone by the same file again */
export async function undoAll(
  admin: AdminClient,
  { appId, undo }: Journal,
  told: (step: Undone, left: Undo[]) => void,
): Promise<void> {
  const left = [...undo];
  for (let step = left.pop(); step; step = left.pop()) {
    const outcome = await undoOne(admin, appId, step, left);
    told({ what: describeUndo(step), outcome }, left);
  }
}

async function undoOne(
  admin: AdminClient,
  appId: string,
  step: Undo,
  later: readonly Undo[],
): Promise<Undone['outcome']> {
  const path = (id: string): string => encodeURIComponent(id);
  // a user who goes altogether needs nothing taken back before
  if (
    'username' in step &&
    step.kind !== 'delete-user' &&
    later.some((one) => one.kind === 'delete-user' && one.username === step.username)
  )
    return 'done';
  switch (step.kind) {
    case 'delete-custom-field':
      return gone(
        admin.send('POST', '/api/v1/livechat/custom-fields.delete', { customFieldId: step.field }, done),
      );
    case 'delete-channel':
      return gone(admin.send('POST', '/api/v1/groups.delete', { roomId: step.id }, done));
    case 'delete-department':
      return gone(deleteDepartment(admin, `/api/v1/livechat/department/${path(step.id)}`));
    case 'restore-department':
      return gone(
        admin.send(
          'PUT',
          `/api/v1/livechat/department/${path(step.id)}`,
          { department: step.department },
          done,
        ),
      );
    case 'delete-user':
      return gone(
        admin.send('POST', '/api/v1/users.delete', { userId: step.id, confirmRelinquish: true }, done),
      );
    case 'restore-roles':
      return gone(
        admin.send('POST', '/api/v1/users.update', { userId: step.id, data: { roles: step.roles } }, done),
      );
    case 'dismiss-agent':
      return gone(admin.send('DELETE', `/api/v1/livechat/users/agent/${path(step.id)}`, undefined, done));
    case 'not-available':
      return gone(
        admin.send(
          'POST',
          '/api/v1/livechat/agent.status',
          { agentId: step.id, status: 'not-available' },
          done,
        ),
      );
    case 'app-setting': {
      if (digestOf((await readAppSettings(admin, appId))[step.id]) !== step.after)
        return 'changed since, left';
      const where = `/api/apps/${path(appId)}/settings`;
      const { settings } = await admin.get(
        where,
        z.object({ settings: z.record(z.string(), z.looseObject({})) }),
      );
      await admin.send(
        'POST',
        where,
        { settings: [{ ...settings[step.id], id: step.id, value: step.before }] },
        done,
      );
      return 'done';
    }
    case 'setting': {
      const { value } = await admin.get(`/api/v1/settings/${step.id}`, z.object({ value: z.unknown() }));
      if (digestOf(value) !== step.after) return 'changed since, left';
      await admin.send('POST', `/api/v1/settings/${step.id}`, { value: step.before }, done);
      return 'done';
    }
  }
}

/** Rocket.Chat removes departments only while a setting allows it. */
async function deleteDepartment(admin: AdminClient, path: string): Promise<void> {
  const allow = (value: boolean) => admin.send('POST', `/api/v1/settings/${removal}`, { value }, done);
  const { value: before } = await admin.get(`/api/v1/settings/${removal}`, z.object({ value: z.boolean() }));
  if (!before) await allow(true);
  try {
    await admin.send('DELETE', path, undefined, done);
  } finally {
    if (!before) await allow(false);
  }
}

async function gone(work: Promise<unknown>): Promise<Undone['outcome']> {
  try {
    await work;
    return 'done';
  } catch (error) {
    const isGone =
      error instanceof Failure &&
      /not.?found|error-invalid-user|invalid-custom-field|does not match/i.test(error.message);
    if (isGone) return 'gone already';
    throw error;
  }
}
