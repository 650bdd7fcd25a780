import type { MessageRecord, RoomRecord } from '../omnichannel/documents';
import { mayReadRoom } from './context';
import type { HttpContext } from './context';
import { frame, toEjson, tokenIn } from './ddp-frame';
import type { Frame } from './ddp-frame';
import { agentOfRoom, presentMessage } from './present';

const streams = ['stream-room-messages', 'stream-livechat-room', 'stream-notify-room'] as const;
const maxSubscriptions = 200;

/**
 * The widget drops and renews its subscriptions when its room is made and when it is moved. Here an answer takes milliseconds and would
 * fall into that gap, also one that is on its way while the widget has just dropped the old subscription. So a new one starts with
 * the messages of the last moments, those sent before included: the widget keeps one of each id. What was said before it connected
 * it reads as history. While nobody serves, it reads that history, subscribes, asks who serves, and only then puts the history in
 * place of all that it has: what came meanwhile is lost to it. Its last subscription, to who serves, comes after that, and starts
 * with the messages of the last moments too.
 */
const catchUpMs = 10_000;

type Sub = Extract<Frame, { msg: 'sub' }>;
type Call = Extract<Frame, { msg: 'method' }>;

/** One client's DDP session: pure of sockets, so that it is tested without one. */
export class DdpConnection {
  private readonly subscriptions = new Map<string, { name: string; eventName: string }>();
  private visitorToken: string | undefined;
  private userId: string | undefined;
  private readonly connectedMs: number;

  constructor(
    private readonly context: HttpContext,
    private readonly send: (message: Record<string, unknown>) => void,
  ) {
    this.connectedMs = context.clock().getTime();
  }

  receive(text: string): void {
    const read = parse(text);
    if (!read) {
      this.send({ msg: 'error', reason: 'Bad request' });
      return;
    }
    if (read.msg === 'connect') this.send({ msg: 'connected', session: this.context.id() });
    else if (read.msg === 'ping')
      this.send({ msg: 'pong', ...(read.id === undefined ? {} : { id: read.id }) });
    else if (read.msg === 'sub') this.subscribe(read);
    else if (read.msg === 'unsub') {
      this.subscriptions.delete(read.id);
      this.send({ msg: 'nosub', id: read.id });
    } else if (read.msg === 'method') this.call(read);
  }

  pushMessage(message: MessageRecord): void {
    this.push('stream-room-messages', message.rid, [presentMessage(message)]);
  }

  /** Sends a stream's event to this client if it asked for it. */
  push(name: (typeof streams)[number], eventName: string, args: unknown[]): boolean {
    for (const subscription of this.subscriptions.values()) {
      if (subscription.name !== name || subscription.eventName !== eventName) continue;
      this.send({ msg: 'changed', collection: name, id: 'id', fields: { eventName, args: toEjson(args) } });
      return true;
    }
    return false;
  }

  private subscribe({ id, name, params }: Sub): void {
    const eventName = typeof params[0] === 'string' ? params[0] : '';
    const known = (streams as readonly string[]).includes(name);
    if (
      !known ||
      this.subscriptions.size >= maxSubscriptions ||
      !this.mayRead(eventName.split('/')[0] ?? '', tokenIn(params))
    ) {
      const reason = known ? 'Not allowed' : `Subscription '${name}' not found`;
      this.send({
        msg: 'nosub',
        id,
        error: { isClientSafe: true, error: known ? 'not-allowed' : 404, reason, errorType: 'Meteor.Error' },
      });
      return;
    }
    const isFirst = ![...this.subscriptions.values()].some(
      (other) => other.name === name && other.eventName === eventName,
    );
    this.subscriptions.set(id, { name, eventName });
    this.send({ msg: 'ready', subs: [id] });
    if (name === 'stream-notify-room') return;
    // the widget subscribes to who serves three times over
    if (isFirst) this.catchUp(eventName);
    if (name === 'stream-livechat-room') this.tellWhoServes(eventName);
  }

  private catchUp(rid: string): void {
    const since = Math.max(this.connectedMs, this.context.clock().getTime() - catchUpMs);
    for (const message of this.context.omnichannel.messagesOf(rid))
      if (message.ts.getTime() > since) this.pushMessage(message);
  }

  /** Who serves the room now, or the place in the queue: it may have changed in the same gap. */
  private tellWhoServes(rid: string): void {
    const { omnichannel } = this.context;
    const room = omnichannel.rooms.get(rid);
    if (!room?.open) return;
    const data = agentOfRoom(omnichannel, room);
    const spot = omnichannel.queue(room.departmentId).findIndex((inquiry) => inquiry.rid === rid) + 1;
    if (data) this.push('stream-livechat-room', rid, [{ type: 'agentData', data }]);
    else if (spot > 0) this.push('stream-livechat-room', rid, [{ type: 'queueData', data: { spot } }]);
  }

  private mayRead(rid: string, token = this.visitorToken): boolean {
    const room: RoomRecord | undefined = this.context.omnichannel.rooms.get(rid);
    if (!room) return false;
    if (token !== undefined && room.v.token === token) return true;
    const user = this.userId === undefined ? undefined : this.context.omnichannel.users.get(this.userId);
    return user !== undefined && mayReadRoom(this.context.omnichannel, user, room);
  }

  private call({ id, method, params }: Call): void {
    const answer = this.answer(method, params);
    this.send({ msg: 'result', id, ...answer });
    this.send({ msg: 'updated', methods: [id] });
  }

  private answer(method: string, params: unknown[]): Record<string, unknown> {
    const refused = (error: string | number, reason: string) => ({
      error: { isClientSafe: true, error, reason, errorType: 'Meteor.Error' },
    });
    if (method === 'livechat:setUpConnection' || (method === 'login' && tokenIn(params) !== undefined)) {
      const token = tokenIn(params);
      if (token === undefined || token === '') return refused('invalid-token', 'token: missing');
      this.visitorToken = token;
      return { result: { success: true } };
    }
    if (method === 'login') {
      const token = (params[0] as { resume?: unknown } | undefined)?.resume;
      const userId = typeof token === 'string' ? this.context.sessions.userOf(token) : undefined;
      if (userId === undefined)
        return refused(403, "You've been logged out by the server. Please log in again.");
      this.userId = userId;
      return { result: { id: userId, token } };
    }
    if (method === 'stream-notify-room')
      return this.typing(params) ? { result: null } : refused('not-allowed', 'Not allowed');
    return refused(404, `Method '${method}' not found`);
  }

  private typing([event, username, typing, more]: unknown[]): boolean {
    const [rid = '', kind] = typeof event === 'string' ? event.split('/') : [];
    if (kind !== 'typing' || typeof username !== 'string' || typeof typing !== 'boolean') return false;
    if (!this.mayRead(rid, tokenIn([more]))) return false;
    this.context.typing.tell({ rid, username: username.slice(0, 200), typing, from: this });
    return true;
  }
}

function parse(text: string): Frame | undefined {
  try {
    return frame.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
