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
import { RoomTypeFilter, UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import type {
  IUIKitInteractionHandler,
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type {
  IUIKitLivechatInteractionHandler,
  UIKitLivechatBlockInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit/livechat';

import { appSettings, cardButton, cardRoles, sweepJob } from '../settings/app-settings';
import { undeclared } from './handlers/abilities';
import { knowing } from './handlers/known-room';
import { LaterCommand, LaterEndpoint } from './handlers/registered';
import type * as runningApp from './handlers/running-app';
import type { Accessors, World } from './handlers/world';

/** The engine has a few more questions to an app that it has just enabled; a patient may come any moment. */
const warmUpAfterMs = 500;

/**
 * Registers handlers, settings, the endpoints and jobs; nothing else. What they do is loaded right after the app is enabled,
 * in the background, or by whoever needs it first: reading all of it takes longer than enabling.
 */
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
    IUIKitLivechatInteractionHandler,
    IUIKitInteractionHandler
{
  private loaded: runningApp.RunningApp | undefined;

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
    const read = knowing(r, room);
    await this.running().hooks.onRoomStarted(this.world(read, h, p, m), read, room);
  }

  public async executePostMessageSent(
    message: IMessage,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<void> {
    const read = knowing(r, message.room);
    await this.running().hooks.onMessage(this.world(read, h, p, m), read, message);
  }

  public async executePostLivechatAgentAssigned(
    context: ILivechatEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await this.running().hooks.onAgentAssigned(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatAgentUnassigned(
    context: ILivechatEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await this.running().hooks.onAgentUnassigned(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatRoomTransferred(
    context: ILivechatTransferEventContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<void> {
    await this.running().hooks.onTransferred(this.world(r, h, p, m), r, context);
  }

  public async executePostLivechatRoomClosed(
    room: ILivechatRoom,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await this.running().hooks.onRoomClosed(this.world(r, h, p, m), r, room);
  }

  public async executePostLivechatGuestSaved(
    visitor: IVisitor,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m?: IModify,
  ): Promise<void> {
    await this.running().hooks.onGuestSaved(this.world(r, h, p, m), r, visitor);
  }

  public async executeLivechatBlockActionHandler(
    context: UIKitLivechatBlockInteractionContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<IUIKitResponse> {
    await this.running().hooks.onButton(this.world(r, h, p, m), r, context);
    return context.getInteractionResponder().successResponse();
  }

  /** The button of the room that opens the patient card. */
  public async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<IUIKitResponse> {
    await this.running().desk.onActionButton(this.world(r, h, p, m), r, m, context);
    return context.getInteractionResponder().successResponse();
  }

  /** Agents; what patients press comes to the handler above. */
  public async executeBlockActionHandler(
    context: UIKitBlockInteractionContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<IUIKitResponse> {
    await this.running().desk.onBlockAction(this.world(r, h, p, m), r, m, context);
    return context.getInteractionResponder().successResponse();
  }

  public async executeViewSubmitHandler(
    context: UIKitViewSubmitInteractionContext,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ): Promise<IUIKitResponse> {
    return this.running().desk.onViewSubmit(this.world(r, h, p, m), r, m, context);
  }

  /** A view that is closed leaves nothing to do. */
  public async executeViewClosedHandler(context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
    return context.getInteractionResponder().successResponse();
  }

  /** Also called when the engine has restarted a process that died: what it swallowed is looked for soon, not at the next sweep. */
  public override async onEnable(
    _environment: IEnvironmentRead,
    configuration: IConfigurationModify,
  ): Promise<boolean> {
    // the recurring sweep comes anyway: a scheduler that is not ready must not keep the app from starting
    await configuration.scheduler.scheduleOnce({ id: sweepJob, when: '6 seconds' }).catch(() => undefined);
    const missing = undeclared(this.getInfo().permissions);
    if (missing.length > 0) this.getLogger().warn('permissions-missing', missing.join(' '));
    setTimeout(() => this.running().warmUp(), warmUpAfterMs);
    return true;
  }

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    // side by side: each waits for the engine's answer, and they reach it in this order
    await Promise.all([
      ...appSettings.map((setting) => configuration.settings.provideSetting(setting)),
      configuration.api.provideApi({
        visibility: ApiVisibility.PUBLIC,
        security: ApiSecurity.UNSECURE,
        endpoints: [
          new LaterEndpoint(this, 'command', () => this.running().endpoints.command),
          new LaterEndpoint(this, 'ping', () => this.running().endpoints.ping),
        ],
      }),
      configuration.scheduler.registerProcessors([
        {
          id: sweepJob,
          startupSetting: { type: StartupType.RECURRING, interval: '20 seconds', skipImmediate: true },
          processor: async (_job, read, modify, http, persistence) =>
            this.running().sweep({ read, http, persistence, modify }),
        },
      ]),
    ]);
    configuration.ui.registerButton({
      actionId: cardButton,
      labelI18n: 'card_button',
      context: UIActionButtonContext.ROOM_ACTION,
      when: { roomTypes: [RoomTypeFilter.LIVE_CHAT], hasOneRole: [...cardRoles] },
    });
    // last: once the app was disabled and is enabled again, the engine throws here, though the command stays
    await configuration.slashCommands.provideSlashCommand(new LaterCommand(() => this.running().command));
  }

  private running(): runningApp.RunningApp {
    if (!this.loaded) {
      // not an import: the bundle runs an imported file at once
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { RunningApp } = require('./handlers/running-app') as typeof runningApp;
      this.loaded = new RunningApp(this, this.getLogger());
    }
    return this.loaded;
  }

  private world(read: IRead, http: IHttp, persistence: IPersistence, modify: IModify | undefined): World {
    if (!modify) throw new Error('the engine gave no modifier');
    const accessors: Accessors = { read, http, persistence, modify };
    return this.running().world(accessors);
  }
}
