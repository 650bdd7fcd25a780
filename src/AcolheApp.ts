import type {
  IAppAccessors,
  IConfigurationExtend,
  IConfigurationModify,
  IEnvironmentRead,
  IHttp,
  ILogger,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type {
  ILivechatEventContext,
  ILivechatRoom,
  ILivechatTransferEventContext,
  IPostLivechatAgentAssigned,
  IPostLivechatAgentUnassigned,
  IPostLivechatGuestSaved,
  IPostLivechatRoomClosed,
  IPostLivechatRoomStarted,
  IPostLivechatRoomTransferred,
  IVisitor,
} from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage, IPostMessageSent } from '@rocket.chat/apps-engine/definition/messages';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import type {
  IUIKitLivechatInteractionHandler,
  UIKitLivechatBlockInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit/livechat';

import { appSettings } from '../settings/app-settings';
import { CommandEndpoint } from './handlers/command-endpoint';
import * as hooks from './handlers/hooks';
import { PingEndpoint } from './handlers/ping-endpoint';
import { AcolheCommand } from './handlers/slash-command';
import { newMemory, sweepJob, type World, worldOf } from './handlers/world';
import type { Knowledge } from './dialog/knowledge';
import { builtInKnowledge, warmUp } from './turn/knowledge';
import { watchOutbox } from './turn/outbox-watch';
import { sweep } from './turn/sweep';
import { within } from './turn/within';

/** How long the sweep's job waits for what it sends. */
const flushWaitMs = 8_000;

/** The engine has a few more questions to an app that it has just enabled. */
const warmUpAfterMs = 100;

/** Registers handlers, settings, the endpoint and jobs; nothing else. */
export class AcolheApp
  extends App
  implements
    IPostLivechatRoomStarted,
    IPostMessageSent,
    IPostLivechatAgentAssigned,
    IPostLivechatAgentUnassigned,
    IPostLivechatRoomTransferred,
    IPostLivechatRoomClosed,
    IPostLivechatGuestSaved,
    IUIKitLivechatInteractionHandler
{
  private knowledge: Knowledge | undefined;
  // made at first use: the packaging tool constructs the class in a bare context
  private memory: ReturnType<typeof newMemory> | undefined;

  public constructor(info: IAppInfo, logger: ILogger, accessors?: IAppAccessors) {
    super(info, logger, accessors);
  }

  public async executePostLivechatRoomStarted(
    room: ILivechatRoom,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await hooks.onRoomStarted(this.world(r, h, p, m), r, room);
  }

  public async executePostMessageSent(
    message: IMessage,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<void> {
    await hooks.onMessage(this.world(r, h, p, m), r, message);
  }

  public async executePostLivechatAgentAssigned(
    context: ILivechatEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await hooks.onAgentAssigned(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatAgentUnassigned(
    context: ILivechatEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await hooks.onAgentUnassigned(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatRoomTransferred(
    context: ILivechatTransferEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<void> {
    await hooks.onTransferred(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatRoomClosed(
    room: ILivechatRoom,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await hooks.onRoomClosed(this.world(r, h, p, m), r, room);
  }

  public async executePostLivechatGuestSaved(
    visitor: IVisitor,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await hooks.onGuestSaved(this.world(r, h, p, m), r, visitor);
  }

  public async executeLivechatBlockActionHandler(
    context: UIKitLivechatBlockInteractionContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<IUIKitResponse> {
    await hooks.onButton(this.world(r, h, p, m), r, context);
    return context.getInteractionResponder().successResponse();
  }

  /** Also called when the engine has restarted a process that died: what it swallowed is looked for soon, not at the next sweep. */
  public override async onEnable(
    _environment: IEnvironmentRead,
    configuration: IConfigurationModify,
  ): Promise<boolean> {
    // the recurring sweep comes anyway: a scheduler that is not ready must not keep the app from starting
    await configuration.scheduler.scheduleOnce({ id: sweepJob, when: '6 seconds' }).catch(() => undefined);
    setTimeout(() => this.warmUp(), warmUpAfterMs);
    return true;
  }

  /** Lexicons and packs are read after the app is enabled, before the first patient writes: nobody waits for it. */
  private warmUp(): void {
    try {
      warmUp();
      this.appMemory().knowledge();
    } catch (error) {
      // what is wrong with them is told, with care for the patient, where they are used
      this.getLogger().error('warm-up', String(error));
    }
  }

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    for (const setting of appSettings) await configuration.settings.provideSetting(setting);
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [
        new CommandEndpoint(this, () => this.appMemory()),
        new PingEndpoint(this, () => this.appMemory()),
      ],
    });
    await configuration.scheduler.registerProcessors([
      {
        id: sweepJob,
        startupSetting: { type: StartupType.RECURRING, interval: '20 seconds' },
        processor: async (_job, r, m, h, p) => {
          const world = this.world(r, h, p, m);
          await sweep(world);
          await within(flushWaitMs, world.refreshKnowledge()).catch(() => undefined);
          // after days away it takes minutes, and a job has 30 s: it goes on by itself
          await within(flushWaitMs, world.flush()).catch(() => undefined);
          await watchOutbox(world);
          await world.noteNow('swept');
        },
      },
    ]);
    // last: once the app was disabled and is enabled again, the engine throws here, though the command stays
    await configuration.slashCommands.provideSlashCommand(
      new AcolheCommand(
        () => this.getVersion(),
        () => this.appMemory(),
      ),
    );
  }

  private appMemory(): ReturnType<typeof newMemory> {
    this.memory ??= newMemory(this.getID(), () => (this.knowledge ??= builtInKnowledge()), this.getLogger());
    return this.memory;
  }

  private world(read: IRead, http: IHttp, persistence: IPersistence, modify: IModify | undefined): World {
    if (!modify) throw new Error('the engine gave no modifier');
    return worldOf(this.appMemory(), { read, http, persistence, modify });
  }
}
