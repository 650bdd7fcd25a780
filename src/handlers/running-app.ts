/** What the app does once it is enabled. AcolheApp loads this file, and with it all of the app, when it is first needed. */
import type { ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { Knowledge } from '../dialog/knowledge';
import { builtInKnowledge } from '../turn/knowledge';
import { watchOutbox } from '../turn/outbox-watch';
import { sweep } from '../turn/sweep';
import { warmUpSteps } from '../turn/warm-up';
import { within } from '../turn/within';
import { CommandEndpoint } from './command-endpoint';
import * as hooks from './hooks';
import { CardDesk } from './card-desk';
import { PingEndpoint } from './ping-endpoint';
import { AcolheCommand } from './slash-command';
import { newMemory, type Accessors, type AppMemory, type World, worldOf } from './world';

/** How long the sweep's job waits for what it sends. */
const flushWaitMs = 8_000;
/** Between two pieces of the warm-up, so that who writes meanwhile is answered between them. */
const warmUpPauseMs = 100;

export class RunningApp {
  readonly hooks = hooks;
  readonly endpoints: { command: CommandEndpoint; ping: PingEndpoint };
  readonly command: AcolheCommand;
  readonly desk: CardDesk;
  private readonly memory: AppMemory;
  private knowledge: Knowledge | undefined;

  constructor(
    app: App,
    private readonly log: ILogger,
  ) {
    const declared = app.getInfo().permissions;
    this.memory = newMemory(app.getID(), () => (this.knowledge ??= builtInKnowledge()), log, declared);
    const memory = (): AppMemory => this.memory;
    this.endpoints = { command: new CommandEndpoint(app, memory), ping: new PingEndpoint(app, memory) };
    this.desk = new CardDesk(app.getID(), log);
    this.command = new AcolheCommand(() => app.getVersion(), memory);
  }

  world(accessors: Accessors): World {
    return worldOf(this.memory, accessors);
  }

  async sweep(accessors: Accessors): Promise<void> {
    const world = this.world(accessors);
    await sweep(world);
    await within(flushWaitMs, world.refreshKnowledge()).catch(() => undefined);
    // after days away it takes minutes, and a job has 30 s: it goes on by itself
    await within(flushWaitMs, world.flush()).catch(() => undefined);
    await watchOutbox(world);
    await world.noteNow('swept');
  }

  /** Packs and lexicons are read before the first patient writes; whoever writes meanwhile waits for one piece only. */
  warmUp(): void {
    const steps: (() => unknown)[] = [];
    const next = (): void => {
      const step = steps.shift();
      if (!step) return;
      this.tryOut(step);
      setTimeout(next, warmUpPauseMs);
    };
    this.tryOut(() => steps.push(...warmUpSteps(() => this.memory.knowledge())));
    next();
  }

  private tryOut(step: () => unknown): void {
    try {
      step();
    } catch (error) {
      // what is wrong with them is told, with care for the patient, where they are used
      this.log.error('warm-up', String(error));
    }
  }
}
