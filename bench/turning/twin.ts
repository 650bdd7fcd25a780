/**
 * Makes the calls that Acolhe was seen to make, each once those before it are answered, and decides nothing. Runs in the
 * engine. What is sent to the CRM is sent as Acolhe sends it: by one at a time, with all that waits by then.
 */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type {
  ILivechatEventContext,
  ILivechatRoom,
  IVisitor,
} from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import {
  RocketChatAssociationModel,
  RocketChatAssociationRecord,
} from '@rocket.chat/apps-engine/definition/metadata';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { appSettings, sweepJob } from '../../settings/app-settings';
import { type Call, Handling, type Handlings, standIns } from './calls';

interface Accessors {
  read: IRead;
  http: IHttp;
  persistence: IPersistence;
  modify: IModify;
}
interface Row {
  input: { conversation: string; id: string };
  events?: unknown[];
  effects?: unknown[];
}

const misc = (id: string): RocketChatAssociationRecord =>
  new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `acolhe:${id}`);
const settledAtOnce = 10;

export abstract class Twin extends App {
  protected abstract readonly handlings: Handlings;
  private readonly handling = new Handling();
  private sending: Promise<void> | undefined;
  private again = false;

  protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
    await Promise.all(appSettings.map((setting) => configuration.settings.provideSetting(setting)));
    await configuration.scheduler.registerProcessors([{ id: sweepJob, processor: () => Promise.resolve() }]);
  }

  public executePostLivechatRoomStarted(
    room: ILivechatRoom,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ) {
    return this.repeat('started', room.id, undefined, { read: r, http: h, persistence: p, modify: m });
  }

  public executePostMessageSent(message: IMessage, r: IRead, h: IHttp, p: IPersistence, m: IModify) {
    const kind = `message/${(message as { token?: string }).token ? 'visitor' : 'bot'}`;
    return this.repeat(kind, message.room.id, message.id, { read: r, http: h, persistence: p, modify: m });
  }

  public executePostLivechatAgentAssigned(
    { room }: ILivechatEventContext,
    ...[r, h, p, m]: [IRead, IHttp, IPersistence, IModify]
  ) {
    return this.repeat('assigned', room.id, undefined, { read: r, http: h, persistence: p, modify: m });
  }

  public executePostLivechatGuestSaved(_visitor: IVisitor, r: IRead, h: IHttp, p: IPersistence, m: IModify) {
    return this.repeat('guest', 'none', undefined, { read: r, http: h, persistence: p, modify: m });
  }

  private async repeat(
    kind: string,
    roomId: string,
    messageId: string | undefined,
    accessors: Accessors,
  ): Promise<void> {
    const calls = this.handlings[this.handling.of(kind, roomId)] ?? [];
    const found: { room?: IRoom; sender?: IUser } = {};
    const answers: Promise<unknown>[] = [];
    for (const call of calls) answers.push(this.oneOf(call, answers, found, accessors, roomId, messageId));
    await Promise.all(answers);
    if (calls.some(isForOutbox)) void this.flush(accessors);
  }

  private async oneOf(
    { path, args: given, after }: Call,
    answers: readonly Promise<unknown>[],
    found: { room?: IRoom; sender?: IUser },
    accessors: Accessors,
    roomId: string,
    messageId = '',
  ): Promise<unknown> {
    await Promise.all(after.map((at) => answers[at]!));
    const text = JSON.stringify(given)
      .replaceAll(standIns.room, roomId)
      .replaceAll(standIns.message, messageId);
    const args = JSON.parse(text) as unknown[];
    const method = path.at(-1)!;
    if (method === 'finish') {
      const { text: words, blocks } = args[0] as { text?: string; blocks?: never };
      const creator = accessors.modify.getCreator();
      const builder = creator.startMessage().setRoom(found.room!).setSender(found.sender!);
      return creator.finish(words ? builder.setText(words) : builder.setBlocks(blocks!));
    }
    if (method === 'scheduleOnce') Object.assign(args[0] as object, { when: new Date(Date.now() + 60_000) });
    const answer = await callOf(accessors, path, args.map(revived));
    if (method === 'getById' && path.includes('getRoomReader')) found.room = answer as IRoom;
    if (method === 'getAppUser') found.sender = answer as IUser;
    return answer;
  }

  private flush(accessors: Accessors): Promise<void> {
    if (this.sending) {
      this.again = true;
      return this.sending;
    }
    this.sending = this.rounds(accessors).finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async rounds({ read, http, persistence }: Accessors): Promise<void> {
    const reader = read.getPersistenceReader();
    const settings = read.getEnvironmentReader().getSettings();
    const address = async (): Promise<string> => {
      const ids = ['crm_url', 'tenant', 'workspace', 'crm_secret'];
      const [url] = await Promise.all(ids.map((id) => settings.getValueById(id)));
      return `${String(url)}/v1/tenants/demo/workspaces/main/events`;
    };
    const settle = async ({ events: _events, effects: _effects, ...row }: Row): Promise<void> => {
      const { conversation, id } = row.input;
      const room = new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, conversation);
      const key = `${conversation}/${id}`;
      await persistence.createWithAssociations(row, [room, misc('turn'), misc(`done:${key}`)]);
      await persistence.removeByAssociation(misc(`unsent:${key}`));
    };
    do {
      this.again = false;
      await address();
      const parts = (await reader.readByAssociation(misc('outbox'))) as { bucket: string }[];
      const buckets = [...new Set(parts.map(({ bucket }) => bucket))];
      await reader.readByAssociation(misc('unsent'));
      for (const bucket of buckets) {
        const rows = (await reader.readByAssociation(misc(`unsent-in:${bucket}`))) as Row[];
        for (let from = 0; from < rows.length; from += batchRows) {
          const batch = rows.slice(from, from + batchRows);
          const content = JSON.stringify(batch.flatMap(({ events = [] }) => events));
          const headers = { 'content-type': 'application/json' };
          await http.post(await address(), { content, headers, timeout: 20_000 });
          for (let at = 0; at < batch.length; at += settledAtOnce)
            await Promise.all(batch.slice(at, at + settledAtOnce).map(settle));
        }
      }
    } while (this.again);
  }
}

/** About as many as Acolhe puts into one request. */
const batchRows = 100;

const isForOutbox = ({ path, args }: Call): boolean =>
  path.at(-1) === 'createWithAssociations' && JSON.stringify(args[1]).includes('acolhe:unsent:');

function callOf(accessors: Accessors, path: readonly string[], args: unknown[]): unknown {
  type Methods = Record<string, (...args: unknown[]) => unknown>;
  let accessor = accessors as unknown as Methods;
  const [first, ...names] = path;
  accessor = (accessor as unknown as Record<string, Methods>)[first!]!;
  const method = names.pop()!;
  for (const name of names) accessor = accessor[name]!() as Methods;
  return accessor[method]!(...args);
}

/** Associations are of a class. */
function revived(arg: unknown): unknown {
  if (Array.isArray(arg)) return arg.map(revived);
  const { model, id } = (arg ?? {}) as { model?: RocketChatAssociationModel; id?: string };
  return model && id ? new RocketChatAssociationRecord(model, id) : arg;
}
