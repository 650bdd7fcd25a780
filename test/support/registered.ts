/** Tenants of a registry in tests: made, spoken to, and commands about them that die at any step. */
import type { RunningCrm } from '../../crm-sync/server';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { createTenant } from '../../crm-sync/tenants/create-tenant';
import type { TenantAdmin } from '../../crm-sync/tenants/tenant-admin';
import { postSigned, startTestCrm, testEvent, testSecret } from './crm';
import { uniqueDatabase } from './mongo';
import { testAdmin, type registryConfig, type TestAdmin } from './tenant-admin';
import { eventually } from './wait';

type Config = ReturnType<typeof registryConfig>;

/** What a test starts, to be ended in the other order. */
export function startedHere() {
  const ends: (() => Promise<void>)[] = [];
  return {
    ends,
    async endAll(): Promise<void> {
      for (const end of ends.splice(0).reverse()) await end();
    },
    adminOf(config: Config, pauseMs = 0): TestAdmin {
      const admin = testAdmin(config, { pauseMs });
      ends.push(() => admin.stop());
      return admin;
    },
    async started(config: Config): Promise<RunningCrm> {
      const crm = await startTestCrm(config);
      ends.push(() => crm.stop());
      return crm;
    },
  };
}

/** @returns its database */
export async function made(admin: TenantAdmin, id: string): Promise<string> {
  const database = uniqueDatabase();
  await createTenant(admin, { id, name: `Clínica ${id}`, timeZone: 'America/Fortaleza', database });
  await changeWorkspaces(admin, id, 'workspace-add', (before) => [
    ...before,
    { id: 'w1', url: 'http://127.0.0.1:9', secrets: [testSecret] },
  ]);
  return database;
}

const source = (tenant: string) => `/tenants/${tenant}/workspaces/w1`;
export const message = (tenant: string, room: string, number: number) =>
  testEvent(
    'acolhe.message.recorded.v1',
    { messageId: `${room}-${number}`, from: 'patient', text: `texto ${room} ${number}`, via: 'text' },
    { subject: room, source: source(tenant), timeMs: Date.UTC(2026, 4, 4, 12) + number },
  );
export const ask = (crm: RunningCrm, tenant: string) =>
  postSigned(crm.url, [message(tenant, 'ask', 0)], { tenant });
export const served = (crm: RunningCrm, tenant: string, status: number) =>
  eventually(async () => (await ask(crm, tenant)).status === status, 2_000);

/** Lets the command die at its nth step: at a pause, or just before or after a change of the registry. */
export function dying(admin: TenantAdmin, at: number): TenantAdmin {
  let steps = 0;
  const step = (): void => {
    steps += 1;
    if (steps === at) throw new Error('killed');
  };
  return {
    ...admin,
    sleep: async (ms) => {
      step();
      await admin.sleep(ms);
    },
    say: (line) => {
      step();
      admin.say(line);
    },
    registry: {
      ...admin.registry,
      async change(...args) {
        step();
        const done = await admin.registry.change(...args);
        step();
        return done;
      },
      async bury(...args) {
        step();
        await admin.registry.bury(...args);
        step();
      },
    },
  };
}

/** More than any of the commands takes. */
export const steps = Array.from({ length: 14 }, (_, index) => index + 1);
