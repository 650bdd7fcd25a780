/** The CRM's half: this workspace as crm-sync's configuration or its registry of tenants holds it. */
import { existsSync, readFileSync } from 'fs';
import { randomBytes } from 'crypto';
import { workspaceSchema, type WorkspaceConfig } from '../../crm-sync/config/config';
import { changeWorkspaces } from '../../crm-sync/tenants/change-workspaces';
import { audited, withRegistry } from '../tenants/admin';
import { writePrivate } from './journal';
import type { ReaderToken } from './make-change';
import type { Secrets, Wanted } from './prepared';

export interface CrmSide {
  /** Where it went, for people. */
  where: string;
  /** Whether the CRM has a token to read the workspace with. */
  hasToken: boolean;
}

type Reader = { userId: string; token: string; language?: string; bots?: string[] };
interface Half {
  url: string;
  appId: string;
  wanted: Wanted;
  secrets: Secrets;
  token: ReaderToken | undefined;
}

/** @param before what is known of it: further members stay, and its token when there is no new one */
export function workspaceOf(
  half: Half,
  before: Partial<Record<keyof WorkspaceConfig, unknown>> = {},
): Record<string, unknown> {
  const { url, appId, wanted, secrets, token } = half;
  const reader = before.rocketchat as Reader | undefined;
  const language = wanted.language ? { language: wanted.language } : {};
  // Who reads may not see who is a bot; bots that were named before stay.
  const bots = [...new Set([...(reader?.bots ?? []), wanted.bot])];
  const rocketchat = token ? { ...reader, ...token, ...language, bots } : reader && { ...reader, bots };
  const known = Array.isArray(before.secrets) ? (before.secrets as string[]) : [];
  return {
    ...before,
    ...{ id: wanted.workspace, url, appId },
    secrets: known.includes(secrets.signing) ? known : [secrets.signing],
    webhookToken: secrets.webhookToken,
    ...(rocketchat ? { rocketchat } : {}),
  };
}

/** Writes a member of the tenant's `workspaces` into a file that only its owner reads. */
export function writeSnippet(file: string, half: Half): CrmSide {
  const before = existsSync(file) ? readSnippet(file) : {};
  const workspace = workspaceOf(half, before);
  writePrivate(file, workspace);
  return { where: file, hasToken: 'rocketchat' in workspace };
}

function readSnippet(file: string): Partial<Record<keyof WorkspaceConfig, unknown>> {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Writes the workspace into the registry, where running services find it within seconds. @throws Failure */
export async function registerWorkspace(half: Half, json: boolean): Promise<CrmSide> {
  const { tenant, workspace } = half.wanted;
  const whenConfigured = 'leave out --registry, and put the workspace there as setup writes it';
  return withRegistry({ id: tenant, json, whenConfigured }, async (admin, config) => {
    const { config: now } = await admin.opener.open(await admin.registry.get(tenant));
    const before = now.workspaces.find(({ id }) => id === workspace);
    const next = workspaceSchema.parse(workspaceOf(half, before));
    if (JSON.stringify(before) !== JSON.stringify(next)) {
      await changeWorkspaces(admin, tenant, `workspace-setup ${workspace}`, (all) => [
        ...all.filter(({ id }) => id !== workspace),
        next,
      ]);
      await audited(config, tenant, 'tenant.workspace-setup', { workspace });
    }
    return { where: `the registry, tenant ${tenant}`, hasToken: next.rocketchat !== undefined };
  });
}

export const newSecret = (): string => randomBytes(32).toString('base64');
