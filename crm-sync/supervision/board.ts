/**
 * What a workspace's Rocket.Chat says of its agents, kept for a few seconds. Read only while somebody looks; what cannot be
 * read leaves the last reading in place, with its age.
 */
import type { Desk, DeskAgent, DeskDepartment, DeskRoom } from '../rocketchat/desk';
import { RocketChatError } from '../rocketchat/failure';

export interface BoardAgent extends DeskAgent {
  /** Conversations they have open. */
  open: number;
}

export interface Board {
  workspace: string;
  /** `absent`: the CRM has no account there. */
  state: 'absent' | 'unread' | 'fresh' | 'unreachable';
  /** When it was last read. */
  readAt?: Date;
  /** Code of why it could not be read. */
  code?: string;
  /** People, without bots, by name. */
  agents: readonly BoardAgent[];
  departments: readonly DeskDepartment[];
  rooms: readonly DeskRoom[];
  /** Ids of agents that are bots. */
  bots: ReadonlySet<string>;
  /** Another one whenever anything but the age changed. */
  version: number;
}

const staleMs = 15_000;
/** A page that nobody has seen yet waits this long for the first reading. */
const firstMs = 2_000;

const nothing = { agents: [], departments: [], rooms: [], bots: new Set<string>() };
export const absentBoard = (workspace: string): Board => ({
  ...{ workspace, state: 'absent', version: 0, ...nothing },
});

export interface BoardReader {
  /** At once, however old; what is older than some seconds is read again meanwhile. */
  peek(): Board;
  /** Waits a moment for the first reading. */
  board(): Promise<Board>;
  /** Reads again now. Never rejects. */
  refresh(): Promise<Board>;
}

/** @param known usernames that the configuration calls bots */
export function createBoardReader(
  workspace: string,
  desk: Desk,
  { nowMs, known = [] }: { nowMs: () => number; known?: readonly string[] },
): BoardReader {
  const kinds = new Map<string, boolean>();
  let board: Board = { ...absentBoard(workspace), state: 'unread' };
  let content = '';
  let triedMs = -Infinity;
  let reading: Promise<Board> | undefined;

  /** Who cannot be asked about is taken for a person. */
  async function isBot(agent: DeskAgent): Promise<boolean> {
    if (known.includes(agent.username)) return true;
    const told = kinds.get(agent.id);
    if (told !== undefined) return told;
    const found = await desk.isBot(agent.id).catch(() => undefined);
    if (found !== undefined) kinds.set(agent.id, found);
    return found ?? false;
  }

  function settle(next: Omit<Board, 'version'>): Board {
    const { readAt: _age, bots, ...rest } = next;
    const said = JSON.stringify([rest, [...bots]]);
    board = { ...next, version: said === content ? board.version : board.version + 1 };
    content = said;
    return board;
  }

  async function read(): Promise<Board> {
    triedMs = nowMs();
    try {
      const [all, departments, rooms] = await Promise.all([
        desk.agents(),
        desk.departments(),
        desk.openRooms(),
      ]);
      const bots = new Set<string>();
      // one after another: Rocket.Chat counts calls
      for (const agent of all) if (await isBot(agent)) bots.add(agent.id);
      const open = new Map<string, number>();
      for (const { servedBy } of rooms) if (servedBy) open.set(servedBy.id, (open.get(servedBy.id) ?? 0) + 1);
      const agents = all
        .filter(({ id }) => !bots.has(id))
        .map((agent) => ({ ...agent, open: open.get(agent.id) ?? 0 }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      const parts = { workspace, agents, departments, rooms, bots };
      return settle({ ...parts, state: 'fresh', readAt: new Date(nowMs()) });
    } catch (error) {
      if (!(error instanceof RocketChatError)) throw error;
      const { version: _version, ...last } = board;
      return settle({ ...last, state: 'unreachable', code: error.code });
    }
  }

  function refresh(): Promise<Board> {
    reading ??= read().finally(() => (reading = undefined));
    return reading;
  }

  function peek(): Board {
    if (!reading && nowMs() - triedMs > staleMs) refresh().catch(() => undefined);
    return board;
  }

  return {
    peek,
    async board() {
      if (peek().state !== 'unread') return board;
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, firstMs)));
      await Promise.race([refresh(), enough]);
      clearTimeout(timer);
      return board;
    },
    // what is being read now may be older than what was just done
    refresh: () => (reading ?? Promise.resolve()).then(refresh, refresh),
  };
}
