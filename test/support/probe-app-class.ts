/** The class of the probe app; it runs in the engine's Deno runtime. See probe-app.ts. */
import type {
  IConfigurationExtend,
  IHttp,
  IModify,
  IPersistence,
  IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility, type IApiEndpoint } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import {
  TextObjectType,
  UIKitSurfaceType,
  type UIKitActionButtonInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { UIKitLivechatBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit/livechat';

const ofRoom = (room: IRoom) => new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, room.id);

export default class ProbeApp extends App {
  private heard = 0;

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await configuration.settings.provideSetting({
      id: 'greeting',
      type: SettingType.STRING,
      packageValue: 'hello',
      required: false,
      public: false,
      i18nLabel: 'greeting',
    });
    await configuration.scheduler.registerProcessors([
      {
        id: 'nudge',
        processor: async (job, read, modify) => {
          const room = await read.getRoomReader().getById(job.roomId as string);
          if (room) await this.say(modify, read, room, `nudge ${String(typeof job.jobId)}`);
        },
      },
    ]);
    configuration.ui.registerButton({
      actionId: 'card',
      labelI18n: 'card',
      context: UIActionButtonContext.ROOM_ACTION,
    });
    await configuration.slashCommands.provideSlashCommand({
      command: 'probe',
      i18nParamsExample: 'probe',
      i18nDescription: 'probe',
      providesPreview: false,
      executor: async (context, _read, modify) => {
        const text = `command ${context.getArguments().join(' ')}`;
        const message = modify.getNotifier().getMessageBuilder().setRoom(context.getRoom()).setText(text);
        await modify.getNotifier().notifyUser(context.getSender(), message.getMessage());
      },
    });
    const say: IApiEndpoint = {
      path: 'say',
      post: async (request, _endpoint, read, modify) => {
        const room = await read.getRoomReader().getById(request.content.roomId as string);
        if (!room) return { status: 404, content: { error: 'no such room' } };
        await this.say(modify, read, room, request.content.text as string);
        return { status: 200, content: { said: true, query: request.query } };
      },
    };
    await configuration.api.provideApi({
      visibility: ApiVisibility.PUBLIC,
      security: ApiSecurity.UNSECURE,
      endpoints: [say],
    });
  }

  public async executePostLivechatRoomStarted(
    room: ILivechatRoom,
    read: IRead,
    _h: IHttp,
    _p: IPersistence,
    modify: IModify,
  ) {
    const greeting = (await read.getEnvironmentReader().getSettings().getValueById('greeting')) as string;
    await this.say(modify, read, room, `${greeting} ${room.visitor.name}`);
  }

  public async executePostMessageSent(
    message: IMessage,
    read: IRead,
    http: IHttp,
    persistence: IPersistence,
    modify: IModify,
  ) {
    const { token } = message as IMessage & { token?: string };
    if (!token) return;
    const text = message.text ?? '';
    this.heard++;
    if (text === 'who')
      return this.say(
        modify,
        read,
        message.room,
        `sender ${message.sender.username} room ${typeof message.createdAt?.getTime}`,
      );
    if (text === 'denied') {
      const seen = await read.getUploadReader().getById('none');
      return this.say(modify, read, message.room, `upload is ${String(seen)}`);
    }
    if (text === 'move') {
      const department = await this.department(read);
      const moved = await modify
        .getUpdater()
        .getLivechatUpdater()
        .transferVisitor((message.room as ILivechatRoom).visitor, {
          currentRoom: message.room as ILivechatRoom,
          targetDepartment: department,
        });
      return this.say(modify, read, message.room, `moved ${String(moved)}`);
    }
    if (text === 'later') {
      await modify.getScheduler().scheduleOnce({
        id: 'nudge',
        when: new Date(Date.now() + 3_600_000),
        data: { roomId: message.room.id },
      });
      return;
    }
    if (text.startsWith('get ')) {
      const answer = await http.get(text.slice(4), { timeout: 2000 });
      return this.say(modify, read, message.room, `got ${answer.statusCode} ${JSON.stringify(answer.data)}`);
    }
    await persistence.createWithAssociation({ text }, ofRoom(message.room));
    const kept = (await read.getPersistenceReader().readByAssociation(ofRoom(message.room))) as {
      text: string;
    }[];
    await this.say(
      modify,
      read,
      message.room,
      `kept ${kept
        .map((record) => record.text)
        .sort()
        .join(',')}; heard ${this.heard}`,
    );
  }

  public async executeLivechatBlockActionHandler(
    context: UIKitLivechatBlockInteractionContext,
    read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ) {
    const { value, room, visitor } = context.getInteractionData();
    if (room) await this.say(modify, read, room, `pressed ${String(value)} by ${visitor.token}`);
    return context.getInteractionResponder().successResponse();
  }

  public async executeActionButtonHandler(
    context: UIKitActionButtonInteractionContext,
    _read: IRead,
    _http: IHttp,
    _persistence: IPersistence,
    modify: IModify,
  ) {
    const { user, triggerId } = context.getInteractionData();
    const title = { type: TextObjectType.PLAINTEXT as const, text: 'card' };
    await modify
      .getUiController()
      .openSurfaceView({ type: UIKitSurfaceType.CONTEXTUAL_BAR, title, blocks: [] }, { triggerId }, user);
    return context.getInteractionResponder().successResponse();
  }

  private async department(read: IRead): Promise<string> {
    return (await read.getLivechatReader().getLivechatDepartmentByIdOrName('General'))?.id ?? '';
  }

  private async say(modify: IModify, read: IRead, room: IRoom, text: string): Promise<void> {
    const sender = await read.getUserReader().getAppUser();
    if (!sender) throw new Error('no app user');
    await modify
      .getCreator()
      .finish(modify.getCreator().startMessage().setRoom(room).setSender(sender).setText(text));
  }
}
