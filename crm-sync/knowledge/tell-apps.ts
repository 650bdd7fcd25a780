import type { WorkspaceConfig } from '../config/config';
import { pingApp } from '../ingest/ping';

/** Tells each workspace's app that there is something new. One that is not reached asks by itself within minutes. */
export async function tellApps(
  workspaces: readonly WorkspaceConfig[],
  now: () => Date = () => new Date(),
): Promise<void> {
  await Promise.all(workspaces.map((workspace) => pingApp(workspace, now, { knowledge: true })));
}
