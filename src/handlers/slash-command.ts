/**
 * `/acolhe`: how the app is doing, for administrators and managers; the patient card and all that is done on it, for whoever
 * serves. What is said is seen by the one who asks and nobody else.
 */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { Language } from '../../contract/event';
import { cardRoles } from '../../settings/app-settings';
import { nearestLanguage, operatorText } from '../../settings/operator-texts';
import { cardText } from '../../settings/card-texts';
import { DeniedError } from '../effects/denied';
import { resendRefused } from '../turn/outbox-watch';
import { lacking } from './abilities';
import { deskOf } from './card';
import { isCardAction, onWord } from './card-actions';
import { readSetup } from './settings';
import { gatherStatus } from './status';
import { pauseText } from './pause';
import { lackLines, statusText } from './status-text';
import { type AppMemory, type World, worldOf } from './world';

const managerRoles = ['admin', 'livechat-manager'];

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
    const text = await this.answer(world, { read, modify, context }, language);
    if (text === undefined) return;
    const message = modify
      .getCreator()
      .startMessage()
      .setRoom(context.getRoom())
      .setSender((await read.getUserReader().getAppUser(this.memory().appId)) ?? sender)
      .setText(text)
      .getMessage();
    await modify.getNotifier().notifyUser(sender, message);
  }

  /** Where nothing may be kept the rest cannot be gathered: what is missing is told alone. */
  private async statusOf(
    world: World,
    read: IRead,
    context: SlashCommandContext,
    language: Language,
  ): Promise<string> {
    const asker = { room: context.getRoom().id, user: context.getSender().id };
    const lacks = await lacking(read, this.memory().declared, asker);
    if (!lacks.includes('persistence'))
      return statusText(language, await gatherStatus(world, read, this.version(), lacks));
    const title = operatorText(language, 'status_title', { version: this.version() });
    return [title, ...lackLines(language, lacks)].join('\n');
  }

  /** @returns undefined when what was asked for is seen otherwise */
  private async answer(
    world: World,
    { read, modify, context }: { read: IRead; modify: IModify; context: SlashCommandContext },
    language: Language,
  ): Promise<string | undefined> {
    const sender = context.getSender();
    const [first, ...typed] = context.getArguments();
    const isManager = hasRole(sender, managerRoles);
    const isAgent = isManager || hasRole(sender, cardRoles);
    const word = first?.toLowerCase() ?? (isManager ? 'status' : 'card');
    if (!isAgent) return operatorText(language, 'not_allowed');
    if (word === 'card' || isCardAction(word)) {
      const desk = await deskOf(world, read, modify, this.memory().appId, sender);
      const done = onWord(desk, context.getRoom().id, word, typed, context.getTriggerId());
      return done.catch((error: unknown) => {
        if (!(error instanceof DeniedError)) throw error;
        return lackLines(language, ['persistence']).join();
      });
    }
    switch (word) {
      case 'pause':
        return pauseText(world, sender, typed, language);
      case 'help':
        return helpText(language, isManager);
      case 'status':
        if (!isManager) return operatorText(language, 'not_allowed');
        return this.statusOf(world, read, context, language);
      case 'resend': {
        if (!isManager) return operatorText(language, 'not_allowed');
        const count = await resendRefused(world);
        // it is sent whether or not this call is still there
        void world.flush();
        return count > 0
          ? operatorText(language, 'resent', { count })
          : operatorText(language, 'resent_none');
      }
      default:
        return `${operatorText(language, 'unknown_word', { word: word.slice(0, 40) })}\n${helpText(language, isManager)}`;
    }
  }
}

const helpText = (language: Language, isManager: boolean): string =>
  [cardText(language, 'help'), ...(isManager ? [operatorText(language, 'help')] : [])].join('\n');

const hasRole = ({ roles = [] }: Pick<IUser, 'roles'>, wanted: readonly string[]): boolean =>
  roles.some((role) => wanted.includes(role));
