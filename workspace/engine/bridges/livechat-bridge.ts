import type { VisitorField } from '../../omnichannel/api';
import type { BridgeContext, BridgeMethods, MessageShape, RoomShape, UserShape } from './bridge-context';

interface VisitorShape {
  id?: string;
  token: string;
  name?: string;
  username?: string;
  department?: string;
  phone?: { phoneNumber: string }[];
  visitorEmails?: { address: string }[];
}

/** Rocket.Chat's app livechat bridge, over the omnichannel in memory. */
export function livechatBridge({ omnichannel, convert }: BridgeContext): BridgeMethods {
  const register = (visitor: VisitorShape): string =>
    omnichannel.registerVisitor({
      token: visitor.token,
      name: visitor.name,
      email: visitor.visitorEmails?.[0]?.address,
      phone: visitor.phone?.[0]?.phoneNumber,
      department: visitor.department,
    })._id;
  const visitorWhere = (
    test: (visitor: { _id: string; token: string } & Record<string, unknown>) => boolean,
  ) => {
    const found = [...omnichannel.visitors.values()].find((visitor) => test(visitor as never));
    return convert.visitor(found?._id);
  };
  const openRooms = (test: (room: { token: string; departmentId?: string; agentId?: string }) => boolean) =>
    [...omnichannel.rooms.values()]
      .filter((room) => room.open)
      .filter((room) =>
        test({ token: room.v.token, departmentId: room.departmentId, agentId: room.servedBy?._id }),
      )
      .map((room) => room._id);

  return {
    isOnlineAsync: (departmentId?: string) => omnichannel.isOnline(departmentId ?? undefined),
    createMessage: (message: MessageShape) => {
      const token = message.token ?? message.visitor?.token;
      if (token === undefined) throw new Error('Invalid token for livechat message');
      return omnichannel.sendVisitorMessage({ token, rid: message.room.id, msg: message.text ?? '' })._id;
    },
    getMessageById: (id: string) => {
      const message = omnichannel.messageById(id);
      return message && convert.message(message);
    },
    createVisitor: register,
    createAndReturnVisitor: (visitor: VisitorShape) => convert.visitor(register(visitor)),
    findVisitorById: (id: string) => convert.visitor(id),
    findVisitorByToken: (token: string) => visitorWhere((visitor) => visitor.token === token),
    findVisitorByEmail: (email: string) =>
      visitorWhere(
        (visitor) => (visitor.visitorEmails as { address: string }[] | undefined)?.[0]?.address === email,
      ),
    findVisitorByPhoneNumber: (phone: string) =>
      visitorWhere(
        (visitor) => (visitor.phone as { phoneNumber: string }[] | undefined)?.[0]?.phoneNumber === phone,
      ),
    transferVisitor: (
      visitor: VisitorShape | undefined,
      to: { currentRoom: RoomShape; targetAgent?: UserShape; targetDepartment?: string },
      appId: string,
    ) => {
      if (!visitor) throw new Error('Invalid visitor, cannot transfer');
      const appUser = [...omnichannel.users.values()].find((user) => user.appId === appId);
      if (appUser === undefined) throw new Error('Invalid app user, cannot transfer');
      const agentId = to.targetAgent?.id;
      if (agentId !== undefined && !omnichannel.users.get(agentId)?.roles.includes('livechat-agent')) {
        throw new Error('Invalid target agent, cannot transfer');
      }
      return omnichannel.forward({
        rid: to.currentRoom.id,
        byUserId: appUser._id,
        departmentId: to.targetDepartment,
        userId: agentId,
      });
    },
    createRoom: (
      visitor: VisitorShape,
      agent: UserShape | undefined,
      _appId: string,
      extra: { source?: { type: string; label?: string }; customFields?: Record<string, unknown> } = {},
    ) => {
      if (extra.source?.type !== 'app') throw new Error('Invalid source type for livechat room');
      if (agent?.id !== undefined) throw new Error('Livechat.createRoom with an agent is not imitated');
      const record = omnichannel.visitorByToken(visitor.token);
      if (record === undefined) throw new Error('Invalid visitor, cannot create a room');
      const source = { type: 'app' as const, alias: extra.source.label };
      const { room } = omnichannel.startRoom(record, { source, customFields: extra.customFields });
      return convert.room(room._id);
    },
    closeRoom: (
      room: RoomShape & { visitor?: VisitorShape },
      comment: string,
      closer: UserShape | undefined,
    ) => {
      if (closer?.id !== undefined) omnichannel.closeByAgent({ rid: room.id, userId: closer.id, comment });
      else omnichannel.closeByVisitor({ rid: room.id, token: room.visitor?.token ?? '', comment });
      return true;
    },
    countOpenRoomsByAgentId: (agentId: string) => openRooms((room) => room.agentId === agentId).length,
    findOpenRoomsByAgentId: (agentId: string) =>
      openRooms((room) => room.agentId === agentId).map(convert.room),
    findRooms: (visitor: VisitorShape | undefined, departmentId: string | null) =>
      openRooms(
        (room) => room.token === visitor?.token && (!departmentId || room.departmentId === departmentId),
      ).map(convert.room),
    findDepartmentByIdOrName: (value: string) =>
      convert.department(
        [...omnichannel.departments.values()].find((d) => d._id === value || d.name === value)?._id,
      ),
    findDepartmentsEnabledWithAgents: () =>
      [...omnichannel.departments.values()]
        .filter((department) => department.enabled && department.agents.length > 0)
        .map((department) => convert.department(department._id)),
    _fetchLivechatRoomMessages: (_appId: string, roomId: string) =>
      omnichannel.messagesOf(roomId).map(convert.message),
    setCustomFields: ({ token, ...field }: VisitorField & { token: string }) =>
      omnichannel.visitorByToken(token) === undefined ? 0 : omnichannel.saveVisitorFields(token, [field]),
  };
}
