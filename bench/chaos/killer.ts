/** Carries out the planned kills when their conversation begins. */
import type { Kill, KillKind } from './plan';
import type { World } from './world';

async function perform(kill: Kill, { mongo, crms, workspace }: World): Promise<unknown> {
  switch (kill.kind) {
    case 'crm-one':
      return crms[kill.process]?.kill(kill.downMs);
    case 'crm-all':
      return Promise.all(crms.map((crm) => crm.kill(kill.downMs)));
    case 'mongodb':
      return mongo.kill(kill.downMs);
    case 'runtime':
      for (const pid of await workspace.engine.runtimePids()) process.kill(pid, 'SIGKILL');
  }
}

export interface Killer {
  counts: Partial<Record<KillKind, number>>;
  /** So many conversations have begun. */
  reached(begun: number): void;
  /** Resolves when everything killed runs again. */
  over(): Promise<void>;
}

/** @param plan in the order of time @param killing told before each */
export function startKiller(world: World, plan: readonly Kill[], killing: (kind: KillKind) => void): Killer {
  const left = [...plan];
  const counts: Killer['counts'] = {};
  const underWay: Promise<unknown>[] = [];
  return {
    counts,
    reached(begun) {
      while (left[0] && left[0].atConversation <= begun) {
        const kill = left.shift()!;
        counts[kill.kind] = (counts[kill.kind] ?? 0) + 1;
        killing(kill.kind);
        const killed = perform(kill, world);
        // told by `over`
        killed.catch(() => undefined);
        underWay.push(killed);
      }
    },
    over: async () => void (await Promise.all(underWay)),
  };
}
