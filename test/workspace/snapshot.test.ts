import * as fc from 'fast-check';

import { addDemoData, demoPassword } from '../../workspace/demo-data';
import { AppStore } from '../../workspace/engine/app-store';
import { fromJson, toJson } from '../../workspace/json-dates';
import type { OmnichannelHappening } from '../../workspace/omnichannel/documents';
import { Omnichannel, OmnichannelError } from '../../workspace/omnichannel/omnichannel';
import { omnichannelSnapshot, type OmnichannelSnapshot } from '../../workspace/omnichannel/snapshot';
import { agentOf, botOf, patientOf } from '../support/omnichannel';
import { runs } from '../support/runs';

type Pick2 = (items: readonly string[]) => string;
type Operation = { kind: keyof typeof operations; a: number; b: number };

const tokens = ['t1', 't2', 't3'];
const usernames = ['ana', 'bia'];

/** Everything one can do, told by two numbers: whom or what it is about. What is refused changes nothing. */
const operations = {
  register: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.registerVisitor({ token: a(tokens), name: b(['Ana', 'Rui']), department: b(['', 'Geral']) }),
  start: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.startRoom(o.registerVisitor({ token: a(tokens) }), {
      source: { type: 'widget' },
      customFields: { since: new Date(7), note: b(['x', 'y']) },
    }),
  patientSays: (o: Omnichannel, a: Pick2, b: Pick2) => {
    const token = a(tokens);
    o.sendVisitorMessage({ token, rid: o.openRoomOf(token)?._id ?? '', msg: b(['oi', 'tosse']) });
  },
  patientSaysOnce: (o: Omnichannel, a: Pick2, b: Pick2) => {
    const rid = o.openRoomOf(a(tokens))?._id ?? '';
    o.sendVisitorMessage({ token: a(tokens), rid, msg: 'oi', _id: b(['m1', 'm2']) });
  },
  userSays: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.sendUserMessage({
      rid: a([...o.rooms.keys()]),
      userId: b([...o.users.keys()]),
      msg: 'olá',
      blocks: [{ type: 'section' }],
      customFields: { at: new Date(9), $date: 'no date' },
    }),
  take: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.takeInquiry(a([...o.inquiries.keys()]), b([...o.users.keys()])),
  toDepartment: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.forward({
      rid: a([...o.rooms.keys()]),
      byUserId: b([...o.users.keys()]),
      departmentId: b([...o.departments.keys()]),
    }),
  toAgent: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.forward({
      rid: a([...o.rooms.keys()]),
      byUserId: a([...o.users.keys()]),
      userId: b([...o.users.keys()]),
    }),
  closeByAgent: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.closeByAgent({ rid: a([...o.rooms.keys()]), userId: b([...o.users.keys()]), comment: 'fim' }),
  closeByVisitor: (o: Omnichannel, a: Pick2) =>
    o.closeByVisitor({ token: a(tokens), rid: o.openRoomOf(a(tokens))?._id ?? '' }),
  addUser: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.addUser({
      username: a(usernames),
      name: b(['Ana', 'Bia']),
      roles: ['livechat-agent'],
      password: b(['p', 'q']),
    }),
  grant: (o: Omnichannel, a: Pick2) => o.grantRoles(a([...o.users.keys()]), 'livechat-manager'),
  presence: (o: Omnichannel, a: Pick2, b: Pick2) => {
    if (a([...o.users.keys()]) !== '')
      o.setPresence(a([...o.users.keys()]), b(['online', 'away']) as 'online', 'available');
  },
  fields: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.saveVisitorFields(a(tokens), [{ key: b(['cpf', 'idade']), value: 'v', overwrite: true }]),
  status: (o: Omnichannel, a: Pick2) => o.setVisitorStatus(a([...o.visitors.keys()]), 'away'),
  roomData: (o: Omnichannel, a: Pick2, b: Pick2) =>
    o.saveRoomData(a([...o.rooms.keys()]), {
      crmData: { n: b(['1', '2']) },
      customFields: { [b(['k', 'l'])]: 1 },
    }),
};

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
  a: fc.nat(50),
  b: fc.nat(50),
});

function perform(omnichannel: Omnichannel, { kind, a, b }: Operation): string | undefined {
  const pick =
    (n: number): Pick2 =>
    (items) =>
      items[n % Math.max(1, items.length)] ?? '';
  try {
    operations[kind](omnichannel, pick(a), pick(b));
    return undefined;
  } catch (error) {
    if (error instanceof OmnichannelError) return error.code;
    throw error;
  }
}

/** All one can ask. */
const answers = (o: Omnichannel) => ({
  users: [...o.users.values()],
  departments: [...o.departments.values()],
  visitors: [...o.visitors.values()],
  rooms: [...o.rooms.values()],
  inquiries: [...o.inquiries.values()],
  queue: o.queue(),
  messages: [...o.rooms.keys()].map((rid) => o.messagesOf(rid)),
  byId: [...o.rooms.keys()].flatMap((rid) => o.messagesOf(rid).map(({ _id }) => o.messageById(_id))),
  open: tokens.map((token) => o.openRoomOf(token)?._id),
  online: [o.isOnline(), ...[...o.departments.keys()].map((id) => o.isOnline(id))],
  passwords: usernames.map((name) => ['p', 'q'].map((word) => o.checkPassword(name, word)?._id)),
  settings: o.settings,
});

const throughFile = (snapshot: OmnichannelSnapshot): OmnichannelSnapshot =>
  omnichannelSnapshot.parse(fromJson(toJson(snapshot)));

/** Clock and ids of a run; two with the same start give the same. */
function edge(start: number) {
  let now = Date.parse('2026-03-02T12:00:00Z') + start * 1_000;
  let last = start;
  return { clock: () => new Date((now += 1)), id: () => `id-${(last += 1)}` };
}

function listened(omnichannel: Omnichannel): OmnichannelHappening[] {
  const heard: OmnichannelHappening[] = [];
  omnichannel.on((happening) => heard.push(happening));
  return heard;
}

describe('an omnichannel that is restored', () => {
  it('Given any operations before, then it answers, goes on and tells as the one that was not stopped', () => {
    const some = fc.array(operation, { maxLength: 25 });
    fc.assert(
      fc.property(some, some, fc.constantFrom('manual', 'auto'), (before, after, routing) => {
        let current = edge(0);
        const first = new Omnichannel({ clock: () => current.clock(), id: () => current.id() });
        first.settings.routing = routing;
        botOf(first);
        first.addDepartment({ name: 'Geral', agents: [agentOf(first, 'caio')._id] });
        first.addDepartment({ name: 'Vazio', allowReceiveForwardOffline: true });
        for (const one of before) perform(first, one);
        for (const { _id, type } of first.users.values())
          if (type === 'user') first.setPresence(_id, 'offline');
        const second = new Omnichannel(edge(10_000), throughFile(first.snapshot()));
        current = edge(10_000);
        expect(answers(second)).toEqual(answers(first));
        const heard = [first, second].map(listened);
        expect(after.map((one) => perform(second, one))).toEqual(after.map((one) => perform(first, one)));
        expect(answers(second)).toEqual(answers(first));
        expect(heard[1]).toEqual(heard[0]);
      }),
      runs(60),
    );
  });

  it('brings people back offline, bots as they were, and tells nobody', () => {
    const first = new Omnichannel(edge(0));
    const bot = botOf(first);
    first.setPresence(bot._id, 'online');
    const ana = agentOf(first, 'ana');
    const app = first.addUser({ username: 'app.bot', name: 'App', roles: ['app'], type: 'app', appId: 'a' });
    first.setPresence(app._id, 'online');
    const second = new Omnichannel(edge(100), throughFile(first.snapshot()));
    expect([bot, ana, app].map(({ _id }) => second.users.get(_id)?.status)).toEqual([
      'online',
      'offline',
      'online',
    ]);
    expect(second.users.get(ana._id)?.statusLivechat).toBe('available');
  });

  it('tells those who wait their place again only when it has changed', () => {
    const first = new Omnichannel(edge(0));
    first.settings.assignNewConversationToBot = false;
    const ana = agentOf(first, 'ana');
    for (const token of tokens) patientOf(first, token);
    const second = new Omnichannel(edge(100), throughFile(first.snapshot()));
    second.setPresence(ana._id, 'online');
    const heard = listened(second);
    second.takeInquiry(second.queue()[2]?._id ?? '', ana._id);
    expect(heard.filter(({ kind }) => kind === 'queue-position')).toEqual([]);
    second.takeInquiry(second.queue()[0]?._id ?? '', ana._id);
    expect(heard.filter(({ kind }) => kind === 'queue-position')).toMatchObject([{ position: 1 }]);
  });

  it('gives copies: what happens later is not in an earlier snapshot, nor in the one it came from', () => {
    const first = new Omnichannel(edge(0));
    botOf(first);
    const { room } = patientOf(first, 't1');
    const snapshot = first.snapshot();
    const before = toJson(snapshot);
    const second = new Omnichannel(edge(100), snapshot);
    for (const omnichannel of [first, second])
      omnichannel.sendVisitorMessage({ token: 't1', rid: room._id, msg: 'mais' });
    expect(toJson(snapshot)).toBe(before);
  });

  it('says of every change that something changed', () => {
    let changes = 0;
    const omnichannel = new Omnichannel({ ...edge(0), changed: () => (changes += 1) });
    const bot = botOf(omnichannel);
    const { visitor, room } = patientOf(omnichannel, 't1');
    const quiet: [string, () => unknown][] = [
      ['addUser', () => omnichannel.addUser({ username: 'x', name: 'X', roles: [] })],
      ['addDepartment', () => omnichannel.addDepartment({ name: 'D' })],
      ['grantRoles', () => omnichannel.grantRoles(bot._id, 'admin')],
      ['setVisitorStatus', () => omnichannel.setVisitorStatus(visitor._id, 'away')],
      [
        'saveVisitorFields',
        () => omnichannel.saveVisitorFields('t1', [{ key: 'k', value: 'v', overwrite: true }]),
      ],
      ['saveRoomData', () => omnichannel.saveRoomData(room._id, { crmData: 1 })],
      ['sendVisitorMessage', () => omnichannel.sendVisitorMessage({ token: 't1', rid: room._id, msg: 'a' })],
      ['removeUser', () => omnichannel.removeUser(bot._id)],
    ];
    for (const [name, change] of quiet) {
      const before = changes;
      change();
      expect([name, changes > before]).toEqual([name, true]);
    }
  });

  it('has the demonstration once, with the same ids and sign-ins', () => {
    const first = new Omnichannel(edge(0));
    addDemoData(first);
    const second = new Omnichannel(edge(100), throughFile(first.snapshot()));
    addDemoData(second);
    expect([...second.users.keys()]).toEqual([...first.users.keys()]);
    expect([...second.departments.values()]).toEqual([...first.departments.values()]);
    expect(second.checkPassword('ana', demoPassword)?.username).toBe('ana');
    expect(second.isOnline()).toBe(true);
  });
});

describe('an app store that is restored', () => {
  const rooms = ['r1', 'r2'].map((id) => ({ model: 'room', id }));
  const change = fc.record({
    kind: fc.constantFrom('create', 'removeBy', 'update', 'purge', 'remove'),
    room: fc.constantFrom(...rooms),
    appId: fc.constantFrom('a', 'b'),
    n: fc.nat(20),
  });

  it('Given any changes before, then it reads the same, and says of each change that something changed', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let last = 0;
        let told = 0;
        const plain = { id: () => `p${(last += 1)}`, random: () => 0 };
        const first = new AppStore({ ...plain, changed: () => (told += 1) });
        for (const { kind, room, appId, n } of changes) {
          const before = { state: toJson(first.snapshot()), told };
          if (kind === 'create') first.create({ n, at: new Date(n) }, appId, [room]);
          else if (kind === 'removeBy') first.removeByAssociations([room], appId);
          else if (kind === 'remove') first.remove(`p${n}`, appId);
          else if (kind === 'purge') first.purge(appId);
          else expect(() => first.updateByAssociations([room], { n }, false, appId)).toThrow(TypeError);
          if (toJson(first.snapshot()) !== before.state) expect(told).toBeGreaterThan(before.told);
        }
        const second = new AppStore(plain, first.snapshot());
        for (const appId of ['a', 'b'])
          for (const associations of [[], ...rooms.map((room) => [room])])
            expect(second.readByAssociations(associations, appId)).toEqual(
              first.readByAssociations(associations, appId),
            );
        expect(second.snapshot()).toEqual(first.snapshot());
      }),
    );
  });
});
