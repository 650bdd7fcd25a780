/** `/acolhe`: how the app is doing, told to the one who asks and nobody else. For administrators and managers. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Language } from '../../contract/event';
import { nearestLanguage, operatorText } from '../../settings/operator-texts';
import { resendRefused } from '../turn/outbox-watch';
import { readSetup } from './settings';
import { gatherStatus } from './status';
import { statusText } from './status-text';
import { type AppMemory, type World, worldOf } from './world';

const allowedRoles = ['admin', 'livechat-manager'];

export class AcolheCommand implements Pick<ISlashCommand, 'executor'> {
  public constructor(
    private readonly version: () => string,
    private readonly memory: () => AppMemory,
  ) {}

  public async executor(
    context: SlashCommandContext,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<void> {
    const world = worldOf(this.memory(), { read, http, persistence, modify });
    const sender = context.getSender();
    const language = nearestLanguage(
      sender.settings?.preferences?.language,
      (await readSetup(read)).language,
    );
    const text = await this.answer(world, read, sender, language, context.getArguments());
    const message = modify
      .getCreator()
      .startMessage()
      .setRoom(context.getRoom())
      .setSender((await read.getUserReader().getAppUser(this.memory().appId)) ?? sender)
      .setText(text)
      .getMessage();
    await modify.getNotifier().notifyUser(sender, message);
  }

  private async answer(
    world: World,
    read: IRead,
    sender: IUser,
    language: Language,
    words: readonly string[],
  ): Promise<string> {
    if (!(sender.roles ?? []).some((role) => allowedRoles.includes(role)))
      return operatorText(language, 'not_allowed');
    const word = words[0]?.toLowerCase() ?? 'status';
    switch (word) {
      case 'status':
        return statusText(language, await gatherStatus(world, read, this.version()));
      case 'resend': {
        const count = await resendRefused(world);
        // it is sent whether or not this call is still there
        void world.flush();
        return count > 0
          ? operatorText(language, 'resent', { count })
          : operatorText(language, 'resent_none');
      }
      case 'help':
        return operatorText(language, 'help');
      default:
        return `${operatorText(language, 'unknown_word', { word: word.slice(0, 40) })}\n${operatorText(language, 'help')}`;
    }
  }
}
