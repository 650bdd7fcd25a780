/** What agents do with buttons and forms, as the engine hands it over. A fault is told to whoever pressed, and nobody else. */
import type { ILogger, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  IUIKitResponse,
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { cardButton } from '../../settings/app-settings';
import { deskOf, livechatRoom, sayTo, showCard, whisper, type Desk } from './card';
import { onPress, onSubmit } from './card-actions';
import { readValue } from './card-blocks';
import type { World } from './world';

export class CardDesk {
  constructor(
    private readonly appId: string,
    private readonly log: ILogger,
  ) {}

  async onActionButton(
    world: World,
    read: IRead,
    modify: IModify,
    context: UIKitActionButtonInteractionContext,
  ): Promise<void> {
    const { actionId, user, room, triggerId } = context.getInteractionData();
    if (actionId !== cardButton || !room?.id) return;
    await this.attempt(world, read, modify, user, room.id, async (desk) => {
      const found = await livechatRoom(read, room.id);
      const instead = found && (await showCard(desk, found, triggerId));
      if (found && instead) await whisper(desk, found, instead);
    });
  }

  async onBlockAction(
    world: World,
    read: IRead,
    modify: IModify,
    context: UIKitBlockInteractionContext,
  ): Promise<void> {
    const { actionId, blockId, value, triggerId, user } = context.getInteractionData();
    const press = { actionId, blockId, value: String(value ?? ''), triggerId };
    const { room } = readValue(press.value);
    await this.attempt(world, read, modify, user, room, (desk) => onPress(desk, press));
  }

  async onViewSubmit(
    world: World,
    read: IRead,
    modify: IModify,
    context: UIKitViewSubmitInteractionContext,
  ): Promise<IUIKitResponse> {
    const { view, user, triggerId } = context.getInteractionData();
    const room = view.id.split('/')[1] ?? '';
    let errors: Record<string, string> | undefined;
    await this.attempt(world, read, modify, user, room, async (desk) => {
      errors = await onSubmit(desk, view, triggerId);
    });
    const responder = context.getInteractionResponder();
    return errors ? responder.viewErrorResponse({ viewId: view.id, errors }) : responder.successResponse();
  }

  private async attempt(
    world: World,
    read: IRead,
    modify: IModify,
    user: IUser,
    roomId: string,
    work: (desk: Desk) => Promise<void>,
  ): Promise<void> {
    const desk = await deskOf(world, read, modify, this.appId, user);
    try {
      await work(desk);
    } catch (error) {
      // what was filled in may be in the message of an error
      this.log.error('card-failed', (error as Error).name);
      const room = await livechatRoom(read, roomId).catch(() => undefined);
      if (room) await whisper(desk, room, sayTo(desk, 'failed')).catch(() => undefined);
    }
  }
}
