/** The engine's accessors around rooms in memory: what the app reads is there, what it does is written down. */
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import { weakPersistence } from './weak-persistence';

export const appUser = { id: 'app', username: 'acolhe.bot', name: 'Acolhe', type: 'app', roles: ['bot'] };

export interface Said {
  room: string;
  sender: string;
  text?: string;
  blocks?: unknown[];
}

interface FakeDepartment {
  id: string;
  name: string;
  enabled: boolean;
  online: boolean;
  /** No agents belong to it. */
  unstaffed?: boolean;
}

interface Call {
  url: string;
  content: string;
  headers: Record<string, string>;
  timeout: number;
}

export function livechatRoom(over: Record<string, unknown> = {}): ILivechatRoom {
  return {
    id: 'r1',
    type: 'l',
    isOpen: true,
    createdAt: new Date('2026-01-01T00:00:00.000Z'),
    visitor: { id: 'v1', token: 't1', username: 'guest-1', name: 'Pessoa Teste' },
    source: { type: 'widget' },
    ...over,
  } as unknown as ILivechatRoom;
}

export function fakeEngine() {
  const rooms = new Map<string, ILivechatRoom>();
  const messages: IMessage[] = [];
  const departments: FakeDepartment[] = [
    { id: 'd1', name: 'Urgência', enabled: true, online: true },
    { id: 'd2', name: 'Atendimento geral', enabled: true, online: true },
  ];
  const settings: Record<string, unknown> = {
    department_urgent: 'Urgência',
    department_general: 'Atendimento geral',
    admit_drafts: true,
    ask_consent: false,
    ask_for_whom: false,
    silence_ask_minutes: 0,
  };
  const said: Said[] = [];
  const notices: { to: string; room: string; text?: string }[] = [];
  const transfers: { room: string; department?: string; agent?: string }[] = [];
  const calls: Call[] = [];
  const fake = {
    rooms,
    messages,
    departments,
    settings,
    said,
    notices,
    transfers,
    calls,
    users: new Map<string, object>(),
    /** What Rocket.Chat answers to a transfer. */
    transferred: (): Promise<boolean> => Promise.resolve(true),
    /** What the CRM answers. */
    answer: (_call: Call): Promise<unknown> => Promise.reject(new Error('nobody listens')),
    texts: () => said.flatMap(({ text }) => text ?? []),
  };

  const startMessage = () => {
    const made: Said = { room: '', sender: '' };
    const builder = {
      setRoom: (room: { id: string }) => ((made.room = room.id), builder),
      setSender: (user: { id: string }) => ((made.sender = user.id), builder),
      setText: (text: string) => ((made.text = text), builder),
      setBlocks: (blocks: unknown[]) => ((made.blocks = blocks), builder),
      getMessage: () => ({ room: { id: made.room }, sender: { id: made.sender }, text: made.text }),
      made,
    };
    return builder;
  };
  const modify = {
    getCreator: () => ({
      startMessage,
      finish: async ({ made }: { made: Said }) => {
        said.push(made);
        const { room, sender, text } = made;
        const message = {
          id: `b${said.length}`,
          room: { id: room },
          sender: { ...appUser, id: sender },
          text,
        };
        messages.push({ ...message, createdAt: new Date() } as unknown as IMessage);
        return message.id;
      },
    }),
    getUpdater: () => ({
      getLivechatUpdater: () => ({
        transferVisitor: (
          _visitor: object,
          {
            currentRoom,
            targetDepartment,
            targetAgent,
          }: { currentRoom: { id: string }; targetDepartment?: string; targetAgent?: { username: string } },
        ) => {
          const agent = targetAgent && { agent: targetAgent.username };
          transfers.push({ room: currentRoom.id, department: targetDepartment, ...agent });
          return fake.transferred();
        },
      }),
    }),
    getNotifier: () => ({
      notifyUser: async (user: { id: string }, message: { room: { id: string }; text?: string }) =>
        void notices.push({ to: user.id, room: message.room.id, text: message.text }),
    }),
  } as unknown as IModify;

  const persistence = weakPersistence();
  const read = {
    getRoomReader: () => ({ getById: async (id: string) => rooms.get(id) }),
    getUserReader: () => ({
      getAppUser: async () => appUser,
      getById: async (id: string) => fake.users.get(id),
      getByUsername: async (name: string) =>
        [...fake.users.values()].find((user) => (user as { username?: string }).username === name),
    }),
    getLivechatReader: () => ({
      getLivechatDepartmentByIdOrName: async (name: string) =>
        departments.find((one) => one.id === name || one.name === name),
      getDepartmentsEnabledWithAgents: async () => departments.filter((one) => one.enabled && !one.unstaffed),
      isOnlineAsync: async (id?: string) =>
        departments.some((one) => (id === undefined || one.id === id) && one.enabled && one.online),
      _fetchLivechatRoomMessages: async (id: string) => messages.filter(({ room }) => room.id === id),
      getLivechatRooms: async (visitor: { token: string }) =>
        [...rooms.values()].filter((room) => room.isOpen && room.visitor.token === visitor.token),
    }),
    getEnvironmentReader: () => ({
      getSettings: () => ({ getValueById: async (id: string) => settings[id] }),
    }),
    getPersistenceReader: () => persistence.read,
  } as unknown as IRead;

  const http = {
    post: async (url: string, request: Omit<Call, 'url'>) => {
      const call = { ...request, url };
      calls.push(call);
      return fake.answer(call);
    },
  } as unknown as IHttp;
  return Object.assign(fake, { read, modify, http, persistence: persistence.write });
}
