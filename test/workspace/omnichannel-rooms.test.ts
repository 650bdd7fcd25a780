import * as fc from 'fast-check';

import { agentOf, botOf, omnichannelForTests, patientOf } from '../support/omnichannel';
import { runs } from '../support/runs';

const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'no error';
};

describe('a visitor', () => {
  it('is registered once per token, and updated with what is given', () => {
    const { omnichannel, kinds } = omnichannelForTests();
    const first = omnichannel.registerVisitor({ token: 't', name: 'Ana' });
    const again = omnichannel.registerVisitor({
      token: 't',
      email: 'ana@example.com',
      phone: '+5511999990000',
    });
    expect(again._id).toBe(first._id);
    expect(omnichannel.visitorByToken('t')).toMatchObject({
      name: 'Ana',
      visitorEmails: [{ address: 'ana@example.com' }],
      phone: [{ phoneNumber: '+5511999990000' }],
    });
    expect(kinds()).toEqual(['guest-saved', 'guest-saved']);
  });

  it('takes a department by id or name, and refuses one that is not there', () => {
    const { omnichannel } = omnichannelForTests();
    const department = omnichannel.addDepartment({ name: 'General' });
    expect(omnichannel.registerVisitor({ token: 'a', department: 'General' }).department).toBe(
      department._id,
    );
    expect(omnichannel.registerVisitor({ token: 'b', department: department._id }).department).toBe(
      department._id,
    );
    expect(codeOf(() => omnichannel.registerVisitor({ token: 'c', department: 'None' }))).toBe(
      'error-invalid-department',
    );
    expect(omnichannel.visitorByToken('c')).toBeUndefined();
  });
});

describe('a user', () => {
  it('signs in by username or e-mail with the right password only', () => {
    const { omnichannel } = omnichannelForTests();
    const user = omnichannel.addUser({
      username: 'rui',
      name: 'Rui',
      roles: [],
      password: 'segredo',
      emails: ['rui@example.com'],
    });
    expect(omnichannel.checkPassword('rui', 'segredo')).toBe(user);
    expect(omnichannel.checkPassword('RUI@example.com', 'segredo')).toBe(user);
    expect(omnichannel.checkPassword('rui', 'outro')).toBeUndefined();
    expect(omnichannel.checkPassword('ana', 'segredo')).toBeUndefined();
    expect(JSON.stringify(user)).not.toContain('segredo');
    expect(codeOf(() => omnichannel.addUser({ username: 'rui', name: 'x', roles: [] }))).toBe(
      'error-field-unavailable',
    );
  });

  it('without a password never signs in', () => {
    const { omnichannel } = omnichannelForTests();
    omnichannel.addUser({ username: 'bot', name: 'Bot', roles: ['bot'] });
    expect(omnichannel.checkPassword('bot', '')).toBeUndefined();
  });
});

describe('a room', () => {
  it('starts once: told in order, served by the bot first', () => {
    const { omnichannel, kinds } = omnichannelForTests();
    agentOf(omnichannel, 'bia');
    const bot = botOf(omnichannel);
    const { visitor, room } = patientOf(omnichannel, 't');
    expect(room.servedBy?._id).toBe(bot._id);
    expect(kinds().slice(1)).toEqual([
      'guest-saved',
      'message:livechat-started',
      'room-started',
      'inquiry-changed',
      'message:command',
      'message:uj',
      'agent-assigned',
    ]);
    expect(omnichannel.startRoom(visitor)).toEqual({ room, newRoom: false });
    expect(omnichannel.openRoomOf('t')).toBe(room);
    expect(omnichannel.queue()).toEqual([]);
  });

  it('waits in the queue when no bot goes first and selection is manual', () => {
    const { omnichannel } = omnichannelForTests();
    omnichannel.settings.assignNewConversationToBot = false;
    botOf(omnichannel);
    agentOf(omnichannel, 'bia');
    const { room } = patientOf(omnichannel, 't');
    expect(room.servedBy).toBeUndefined();
    expect(omnichannel.queue().map((inquiry) => inquiry.rid)).toEqual([room._id]);
  });

  it('is refused when nobody is online, unless chats without agents are accepted', () => {
    const { omnichannel } = omnichannelForTests();
    const visitor = omnichannel.registerVisitor({ token: 't' });
    expect(codeOf(() => omnichannel.startRoom(visitor))).toBe('no-agent-online');
    expect(omnichannel.rooms.size).toBe(0);
    omnichannel.settings.acceptChatsWithNoAgents = true;
    expect(omnichannel.startRoom(visitor).newRoom).toBe(true);
  });

  it('in a department is served first only by a bot of that department', () => {
    const { omnichannel } = omnichannelForTests();
    const bot = botOf(omnichannel);
    const bia = agentOf(omnichannel, 'bia');
    omnichannel.addDepartment({ name: 'People', agents: [bia._id] });
    omnichannel.addDepartment({ name: 'Triage', agents: [bot._id] });
    expect(patientOf(omnichannel, 'a', 'People').room.servedBy).toBeUndefined();
    expect(patientOf(omnichannel, 'b', 'Triage').room.servedBy?._id).toBe(bot._id);
  });
});

describe('messages', () => {
  const inRoom = () => {
    const world = omnichannelForTests();
    const bot = botOf(world.omnichannel);
    return { ...world, bot, ...patientOf(world.omnichannel, 't') };
  };

  it('have strictly increasing times, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 20 }), (steps) => {
        const { omnichannel, room, passMs, bot } = inRoom();
        for (const [at, step] of steps.entries()) {
          passMs(step);
          if (at % 2) omnichannel.sendUserMessage({ rid: room._id, userId: bot._id, msg: `${at}` });
          else omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: `${at}` });
        }
        const times = omnichannel.messagesOf(room._id).map((message) => message.ts.getTime());
        expect(times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))).toBe(true);
        expect(times).toHaveLength(steps.length + 3);
        expect(room).toMatchObject({ msgs: times.length, lm: new Date(times.at(-1) ?? 0) });
      }),
      runs(30),
    );
  });

  it('of a visitor carry the token and no user; sent twice under one id they are one message, told once', () => {
    const { omnichannel, room, happenings } = inRoom();
    const before = happenings.length;
    const sent = omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi', _id: 'm1' });
    expect(
      omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi de novo', _id: 'm1' }),
    ).toEqual(sent);
    expect(sent).toMatchObject({ _id: 'm1', token: 't', u: { username: 'guest-1' }, alias: 'Visitor t' });
    expect(happenings).toHaveLength(before + 1);
    expect(room.waitingResponse).toBe(true);
  });

  it('of an agent answer the visitor', () => {
    const { omnichannel, room, bot } = inRoom();
    omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi' });
    const blocks = [{ type: 'actions' }];
    const sent = omnichannel.sendUserMessage({
      rid: room._id,
      userId: bot._id,
      msg: 'olá',
      blocks,
      customFields: { a: 1 },
    });
    expect(sent).toMatchObject({ u: { username: 'triage.bot' }, blocks, customFields: { a: 1 } });
    expect(sent.token).toBeUndefined();
    expect(room.waitingResponse).toBe(false);
  });

  it.each([
    ['an unknown token', { token: 'x', rid: 'room' }, 'invalid-token'],
    ['an unknown room', { token: 't', rid: 'none' }, 'invalid-room'],
    ['the room of somebody else', { token: 'other', rid: 'room' }, 'invalid-room'],
  ])('of a visitor are refused for %s, and nothing is kept', (_name, given, code) => {
    const { omnichannel, room, happenings } = inRoom();
    omnichannel.registerVisitor({ token: 'other' });
    const before = happenings.length;
    const rid = given.rid === 'room' ? room._id : given.rid;
    expect(codeOf(() => omnichannel.sendVisitorMessage({ token: given.token, rid, msg: 'x' }))).toBe(code);
    expect(happenings).toHaveLength(before);
    expect(room.msgs).toBe(3);
  });

  it('may not take the id of a message in another room', () => {
    const { omnichannel, room } = inRoom();
    const other = patientOf(omnichannel, 'u').room;
    omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'x', _id: 'm1' });
    const steal = () => omnichannel.sendVisitorMessage({ token: 'u', rid: other._id, msg: 'x', _id: 'm1' });
    expect(codeOf(steal)).toBe('invalid-message');
  });

  it('are answered as copies', () => {
    const { omnichannel, room } = inRoom();
    const copies = omnichannel.messagesOf(room._id);
    copies[0]!.msg = 'changed';
    copies.pop();
    expect(omnichannel.messagesOf(room._id)).toHaveLength(3);
    expect(omnichannel.messagesOf(room._id)[0]?.msg).toBe('');
  });
});

describe('closing', () => {
  it.each(['visitor', 'agent'] as const)('by the %s is written, told once, and final', (who) => {
    const { omnichannel, kinds } = omnichannelForTests();
    const bot = botOf(omnichannel);
    const { room } = patientOf(omnichannel, 't');
    const close = () =>
      who === 'visitor'
        ? omnichannel.closeByVisitor({ token: 't', rid: room._id, comment: 'fim' })
        : omnichannel.closeByAgent({ rid: room._id, userId: bot._id, comment: 'fim' });
    expect(close()).toMatchObject({
      open: false,
      closingComment: 'fim',
      closer: who === 'visitor' ? 'visitor' : 'user',
    });
    expect(kinds().slice(-2)).toEqual(['message:livechat-close', 'room-closed']);
    expect(omnichannel.inquiries.size).toBe(0);
    const told = kinds().length;
    expect(codeOf(close)).toBe(who === 'visitor' ? 'room-closed' : 'error-room-closed');
    expect(codeOf(() => omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'x' }))).toBe(
      'room-closed',
    );
    expect(codeOf(() => omnichannel.sendUserMessage({ rid: room._id, userId: bot._id, msg: 'x' }))).toBe(
      'room-closed',
    );
    expect(omnichannel.forward({ rid: room._id, byUserId: bot._id, userId: bot._id })).toBe(false);
    expect(kinds()).toHaveLength(told);
  });

  it('lets the visitor start anew', () => {
    const { omnichannel } = omnichannelForTests();
    botOf(omnichannel);
    const { visitor, room } = patientOf(omnichannel, 't');
    omnichannel.closeByVisitor({ token: 't', rid: room._id });
    expect(omnichannel.startRoom(visitor).room._id).not.toBe(room._id);
  });
});

describe('listening', () => {
  it('hears what a listener causes after what it was told of, as copies, until it stops', () => {
    const { omnichannel, kinds } = omnichannelForTests();
    const bot = botOf(omnichannel);
    const stop = omnichannel.on((happening) => {
      if (happening.kind !== 'message-sent' || happening.message.token === undefined || happening.message.t)
        return;
      omnichannel.sendUserMessage({ rid: happening.room._id, userId: bot._id, msg: 'echo' });
      happening.room.fname = 'spoilt';
    });
    const { room } = patientOf(omnichannel, 't');
    omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'oi' });
    expect(kinds().slice(-2)).toEqual(['message:oi', 'message:echo']);
    expect(room.fname).toBe('Visitor t');
    stop();
    omnichannel.sendVisitorMessage({ token: 't', rid: room._id, msg: 'de novo' });
    expect(kinds().at(-1)).toBe('message:de novo');
  });
});
