/** Makes one change of the plan, and tells how to take it back. */
import { randomBytes } from 'crypto';
import * as z from 'zod';
import { login } from '../deploying/deploy-app';
import type { WorkspaceClient } from '../deploying/workspace-client';
import { Failure } from '../failure';
import { adminClient, type AdminClient } from './admin-client';
import { digestOf, type Undo } from './journal';
import type { Change } from './plan';

/** What the CRM reads the workspace with. */
export interface ReaderToken {
  userId: string;
  token: string;
}

export interface Maker {
  admin: AdminClient;
  /** To sign in as the user that a token is made for. */
  client: WorkspaceClient;
  appId: string;
  /** Of the administrator: what patients leave while nobody is there is sent to a department's address. */
  email: string;
  /** Keeps the token, before anything else is done: Rocket.Chat shows it once. */
  keepToken: (token: ReaderToken) => Promise<void>;
}

const done = z.looseObject({});
const withId = z.looseObject({ _id: z.string() });
const user = z.object({ user: z.looseObject({ _id: z.string(), roles: z.array(z.string()).default([]) }) });
const appSettings = z.object({ settings: z.record(z.string(), z.looseObject({})) });
const tokenName = 'acolhe-crm';

/** @returns how to undo it; undefined when there is nothing to take back */
export async function makeChange(maker: Maker, change: Change): Promise<Undo | undefined> {
  const { admin, appId } = maker;
  const userOf = async (username: string) =>
    (await admin.get(`/api/v1/users.info?username=${encodeURIComponent(username)}`, user)).user;
  switch (change.kind) {
    case 'custom-field': {
      const customFieldData = {
        ...{ field: change.field, label: change.label, visibility: 'visible', scope: 'visitor' },
        ...{
          regexp: '',
          searchable: false,
          type: 'input',
          required: false,
          defaultValue: '',
          options: '',
          public: false,
        },
      };
      await admin.send(
        'POST',
        '/api/v1/livechat/custom-fields.save',
        { customFieldId: null, customFieldData },
        done,
      );
      return { kind: 'delete-custom-field', field: change.field };
    }
    case 'channel': {
      const { group } = await admin.send(
        'POST',
        '/api/v1/groups.create',
        { name: change.name },
        z.object({ group: withId }),
      );
      return { kind: 'delete-channel', id: group._id, name: change.name };
    }
    case 'department': {
      const department = {
        ...{ name: change.name, enabled: true, email: maker.email, description: '' },
        ...{ showOnRegistration: false, showOnOfflineForm: false, allowReceiveForwardOffline: true },
      };
      const answer = await admin.send(
        'POST',
        '/api/v1/livechat/department',
        { department },
        z.object({ department: withId }),
      );
      return { kind: 'delete-department', id: answer.department._id, name: change.name };
    }
    case 'department-offline': {
      const { id, people: _people, ...before } = change.department;
      const path = `/api/v1/livechat/department/${encodeURIComponent(id)}`;
      await admin.send('PUT', path, { department: { ...before, allowReceiveForwardOffline: true } }, done);
      return { kind: 'restore-department', id, department: before };
    }
    case 'user': {
      const { username, name, roles } = change;
      const email = `${username.replace(/[^a-z0-9]/gi, '-')}@localhost.invalid`;
      const body = {
        ...{ username, name, roles, email, password: newPassword(), verified: true },
        ...{ joinDefaultChannels: false, requirePasswordChange: false, sendWelcomeEmail: false },
      };
      const { user: created } = await admin.send('POST', '/api/v1/users.create', body, user);
      return { kind: 'delete-user', id: created._id, username };
    }
    case 'roles': {
      const { _id: id, roles } = await userOf(change.username);
      const after = [...new Set([...roles, ...change.add])];
      await admin.send('POST', '/api/v1/users.update', { userId: id, data: { roles: after } }, done);
      return { kind: 'restore-roles', id, username: change.username, roles };
    }
    case 'agent': {
      const { _id: id } = await userOf(change.username);
      await admin.send('POST', '/api/v1/livechat/users/agent', { username: change.username }, done);
      return { kind: 'dismiss-agent', id, username: change.username };
    }
    case 'available': {
      const { _id: agentId } = await userOf(change.username);
      await admin.send('POST', '/api/v1/livechat/agent.status', { agentId, status: 'available' }, done);
      return { kind: 'not-available', id: agentId, username: change.username };
    }
    case 'app-setting': {
      const path = `/api/apps/${encodeURIComponent(appId)}/settings`;
      const { settings } = await admin.get(path, appSettings);
      await admin.send(
        'POST',
        path,
        { settings: [{ ...settings[change.id], id: change.id, value: change.after }] },
        done,
      );
      return { kind: 'app-setting', id: change.id, before: change.before, after: digestOf(change.after) };
    }
    case 'setting':
      await admin.send('POST', `/api/v1/settings/${change.id}`, { value: change.after }, done);
      return { kind: 'setting', id: change.id, before: change.before, after: digestOf(change.after) };
    case 'token': {
      const { _id: userId } = await userOf(change.username);
      await maker.keepToken({ userId, token: await newToken(maker, userId, change.username) });
      return undefined;
    }
  }
}

const newPassword = (): string => `${randomBytes(24).toString('base64url')}aA1!`;

/** A password that nobody keeps, one sign-in with it, and a token in the user's own name. */
async function newToken({ admin, client }: Maker, userId: string, username: string): Promise<string> {
  const password = newPassword();
  await admin.send('POST', '/api/v1/users.update', { userId, data: { password } }, done);
  const session = await login(client, { user: username, password });
  try {
    const own = adminClient(client, session);
    const answer = z.object({ token: z.string().min(1) });
    const generate = () =>
      own.send(
        'POST',
        '/api/v1/users.generatePersonalAccessToken',
        { tokenName, bypassTwoFactor: true },
        answer,
      );
    try {
      return (await generate()).token;
    } catch (error) {
      if (!(error instanceof Failure) || !/already/i.test(error.message)) throw error;
      await own.send('POST', '/api/v1/users.removePersonalAccessToken', { tokenName }, done);
      return (await generate()).token;
    }
  } finally {
    await client.send('POST', '/api/v1/logout', { session }).catch(() => undefined);
  }
}
