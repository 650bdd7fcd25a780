/** Acolhe, telling of each call that it makes to the engine. Runs in the engine; measured is Acolhe as it is shipped. */
import type { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type {
  ILivechatEventContext,
  ILivechatRoom,
  IVisitor,
} from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { AcolheApp } from '../../src/AcolheApp';
import { Handling, type ToldCall } from './calls';

type Accessors = [read: IRead, http: IHttp, persistence: IPersistence, modify: IModify];

export class ToldAcolhe extends AcolheApp {
  private readonly handling = new Handling();
  private order = 0;

  public override executePostLivechatRoomStarted(
    room: ILivechatRoom,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ) {
    return super.executePostLivechatRoomStarted(room, ...this.told([r, h, p, m], 'started', room.id));
  }

  public override executePostMessageSent(message: IMessage, r: IRead, h: IHttp, p: IPersistence, m: IModify) {
    const kind = `message/${(message as { token?: string }).token ? 'visitor' : 'bot'}`;
    const told = this.told([r, h, p, m], kind, message.room.id, message.id);
    return super.executePostMessageSent(message, ...told);
  }

  public override executePostLivechatAgentAssigned(
    context: ILivechatEventContext,
    ...[r, h, p, m]: [IRead, IHttp, IPersistence, IModify]
  ) {
    const told = this.told([r, h, p, m], 'assigned', context.room.id);
    return super.executePostLivechatAgentAssigned(context, ...told);
  }

  public override executePostLivechatGuestSaved(
    visitor: IVisitor,
    r: IRead,
    h: IHttp,
    p: IPersistence,
    m: IModify,
  ) {
    return super.executePostLivechatGuestSaved(visitor, ...this.told([r, h, p, m], 'guest', 'none'));
  }

  private told(accessors: Accessors, kind: string, room: string, message?: string): Accessors {
    const handling = this.handling.of(kind, room);
    const [, , persistence] = accessors;
    const names = ['read', 'http', 'persistence', 'modify'];
    const began = (path: string[], args: unknown[], answer: Promise<unknown>): void => {
      const call = {
        handling,
        room,
        ...(message ? { message } : {}),
        path,
        args: JSON.stringify(shown(path, args)),
      };
      const place = { began: ++this.order };
      const end = (): void => {
        const toldCall: ToldCall = { told: true, ...call, ...place, ended: ++this.order };
        void persistence.create(toldCall);
      };
      answer.then(end, end);
    };
    return accessors.map((one, at) => telling(one, [names[at]!], began)) as Accessors;
  }
}

/** Of a message the words and blocks. */
function shown(path: string[], args: unknown[]): unknown[] {
  if (path.at(-1) !== 'finish') return args;
  const { text, blocks } = (args[0] as { getMessage(): IMessage }).getMessage();
  return [{ ...(text ? { text } : {}), ...(blocks?.length ? { blocks } : {}) }];
}

function telling<T extends object>(
  accessor: T,
  path: string[],
  began: (path: string[], args: unknown[], answer: Promise<unknown>) => void,
): T {
  return new Proxy(accessor, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function' || typeof name !== 'string') return method;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(method, target, args);
        if (answer instanceof Promise) began([...path, name], args, answer);
        else if (name.startsWith('get') && typeof answer === 'object' && answer)
          return telling(answer, [...path, name], began);
        return answer;
      };
    },
  });
}
