import type { HttpContext } from '../http/context';
import { mayReadRoom } from '../http/context';
import { presentMessage } from '../http/present';
import type { OmnichannelHappening, RoomRecord } from '../omnichannel/documents';

/** How long an agent whose page went away still counts as here: long enough for a reload. */
const presenceGraceMs = 10_000;
const heartbeatMs = 25_000;

interface Listener {
  userId: string;
  write: (text: string) => void;
}

/** Server-sent events for agents: messages of rooms they may read, what apps show them, and "the lists changed". */
export class AgentLive {
  private readonly listeners = new Set<Listener>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private readonly ends: (() => void)[];
  private readonly heartbeat: NodeJS.Timeout;

  constructor(private readonly context: HttpContext) {
    this.ends = [
      context.omnichannel.on((happening) => this.happened(happening)),
      context.typing.on(({ rid, username, typing, from }) => {
        const room = context.omnichannel.rooms.get(rid);
        if (room) this.tellReaders(room, 'typing', { rid, username, typing }, from);
      }),
      context.engine.surfaces.on((surface) => {
        if (surface.kind !== 'typing')
          this.tell(({ userId }) => userId === surface.userId, 'surface', surface);
        else
          context.typing.tell({
            rid: surface.rid,
            username: surface.username ?? surface.appId,
            typing: surface.isTyping,
            from: surface.appId,
          });
      }),
    ];
    this.heartbeat = setInterval(() => this.tell(() => true, 'ping', {}), heartbeatMs);
  }

  /** @returns ends the stream; an agent without any goes offline after a grace */
  join(userId: string, write: (text: string) => void): () => void {
    const listener = { userId, write };
    this.listeners.add(listener);
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    if (this.context.omnichannel.users.get(userId)?.status === 'offline')
      this.context.omnichannel.setPresence(userId, 'online');
    write(': welcome\n\n');
    return () => this.leave(listener);
  }

  stop(): void {
    for (const end of this.ends) end();
    clearInterval(this.heartbeat);
    for (const timer of this.leaving.values()) clearTimeout(timer);
  }

  private leave(listener: Listener): void {
    if (!this.listeners.delete(listener)) return;
    const { userId } = listener;
    if ([...this.listeners].some((other) => other.userId === userId) || this.leaving.has(userId)) return;
    const timer = setTimeout(() => {
      this.leaving.delete(userId);
      this.context.omnichannel.setPresence(userId, 'offline');
    }, presenceGraceMs);
    this.leaving.set(userId, timer.unref());
  }

  private happened(happening: OmnichannelHappening): void {
    if (happening.kind === 'message-sent' || happening.kind === 'message-edited') {
      this.tellReaders(happening.room, 'message', { message: presentMessage(happening.message) });
      return;
    }
    if (happening.kind === 'direct-message') {
      const { channel, message } = happening;
      const readers = [...this.context.omnichannel.users.values()]
        .filter(({ username }) => channel.usernames?.includes(username))
        .map(({ _id }) => _id);
      this.tell(({ userId }) => readers.includes(userId), 'direct', { message });
      return;
    }
    this.tell(() => true, 'lists', {});
  }

  private tellReaders(room: RoomRecord, kind: string, data: object, exceptUser?: unknown): void {
    this.tell(
      ({ userId }) => {
        const user = this.context.omnichannel.users.get(userId);
        return (
          user !== undefined && userId !== exceptUser && mayReadRoom(this.context.omnichannel, user, room)
        );
      },
      kind,
      data,
    );
  }

  private tell(to: (listener: Listener) => boolean, kind: string, data: object): void {
    const text = `data: ${JSON.stringify({ ...data, event: kind })}\n\n`;
    for (const listener of this.listeners) if (to(listener)) listener.write(text);
  }
}
