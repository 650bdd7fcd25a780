import { roomActions } from '../../../src/effects/room-actions';
import { RoomGoneError } from '../../../src/effects/room-reads';
import { appUser, fakeEngine, livechatRoom } from '../../support/fake-engine';

const since = '2026-01-01T00:00:10.000Z';
const buttons = [{ label: 'Sim', value: 'answer:cough:yes' }];

function setup(over: Record<string, unknown> = {}, repeated = false) {
  const engine = fakeEngine();
  engine.rooms.set('r1', livechatRoom(over));
  const heard = (text: string, at: string, sender = appUser.id) =>
    engine.messages.push({
      room: { id: 'r1' },
      sender: { id: sender },
      text,
      createdAt: new Date(at),
    } as never);
  return { engine, heard, actions: roomActions(engine.read, engine.modify, 'acolhe', repeated) };
}

describe('saying something', () => {
  it('is a message of the app, and its buttons are one after it that name the app', async () => {
    const { engine, actions } = setup();
    await actions.say('r1', 'Você tem tosse?', buttons, since);
    const [words, choices] = engine.said;
    expect(words).toEqual({ room: 'r1', sender: 'app', text: 'Você tem tosse?' });
    expect(choices?.text).toBeUndefined();
    expect(choices?.blocks).toMatchObject([
      { type: 'actions', appId: 'acolhe', elements: [{ value: 'answer:cough:yes', text: { text: 'Sim' } }] },
    ]);
    expect(engine.said).toHaveLength(2);
  });

  it.each([
    [5, [5]],
    [6, [5, 1]],
    [12, [5, 5, 2]],
  ])('of %i buttons none is behind “more”: the widget shows five of a block', async (count, sizes) => {
    const { engine, actions } = setup();
    const many = Array.from({ length: count }, (_, at) => ({
      value: `answer:reason:${at}`,
      label: String(at),
    }));
    await actions.say('r1', 'Motivo?', many, since);
    const blocks = engine.said[1]!.blocks as { blockId: string; elements: { value: string }[] }[];
    expect(blocks.map(({ elements }) => elements.length)).toEqual(sizes);
    expect(blocks.flatMap(({ elements }) => elements.map(({ value }) => value))).toEqual(
      many.map(({ value }) => value),
    );
    expect(new Set(blocks.map(({ blockId }) => blockId)).size).toBe(sizes.length);
  });

  it('into a closed room does nothing', async () => {
    const { engine, actions } = setup({ isOpen: false });
    await actions.say('r1', 'oi', buttons, since);
    expect(engine.said).toEqual([]);
  });

  it('into a room that is gone says so', async () => {
    await expect(setup().actions.say('r2', 'oi', [], since)).rejects.toThrow(RoomGoneError);
  });

  it('the first time is not held back by the same words of before', async () => {
    const { engine, actions, heard } = setup();
    heard('oi', '2026-01-01T00:00:11.000Z');
    await actions.say('r1', 'oi', [], since);
    expect(engine.texts()).toEqual(['oi']);
  });

  it.each([
    ['was said since', 'oi', '2026-01-01T00:00:10.000Z', appUser.id, []],
    ['was said before, for an earlier input', 'oi', '2026-01-01T00:00:09.999Z', appUser.id, ['oi']],
    ['was said by somebody else', 'oi', '2026-01-01T00:00:11.000Z', 'ana', ['oi']],
    ['was not said', 'olá', '2026-01-01T00:00:11.000Z', appUser.id, ['oi']],
  ])('Given a record performed again, what %s', async (_name, text, at, sender, said) => {
    const { engine, actions, heard } = setup({}, true);
    heard(text, at, sender);
    await actions.say('r1', 'oi', [], since);
    expect(engine.texts()).toEqual(said);
  });
});

describe('a transfer', () => {
  it('goes to the department, by name or id, and tells whether somebody is there', async () => {
    const { engine, actions } = setup();
    expect(await actions.transfer('r1', { department: 'Urgência' })).toMatchObject({
      result: 'transferred',
      agentsOnline: true,
    });
    engine.departments[0]!.online = false;
    expect(await actions.transfer('r1', { department: 'd1', waits: true })).toMatchObject({
      result: 'transferred',
      agentsOnline: false,
    });
    expect(engine.transfers).toEqual([
      { room: 'r1', department: 'd1' },
      { room: 'r1', department: 'd1' },
    ]);
  });

  it('goes to no department where nobody is, unless it may wait there', async () => {
    const { engine, actions } = setup();
    engine.departments[0]!.online = false;
    expect(await actions.transfer('r1', { department: 'd1' })).toMatchObject({
      result: 'refused',
      why: 'away',
    });
    expect(engine.transfers).toEqual([]);
  });

  it('goes to no department without agents, whoever is online, unless nowhere else would have them', async () => {
    const { engine, actions } = setup();
    engine.departments.push({ id: 'd9', name: 'Vazio', enabled: true, online: true, unstaffed: true });
    const asked = { department: 'Vazio', waits: true };
    expect(await actions.transfer('r1', asked)).toMatchObject({ result: 'refused', why: 'unstaffed' });
    expect(engine.transfers).toEqual([]);
    expect(await actions.transfer('r1', { ...asked, unstaffed: true })).toMatchObject({
      result: 'transferred',
    });
  });

  it.each<[string, (given: ReturnType<typeof setup>) => void, string]>([
    ['is not there', ({ engine }) => void engine.departments.splice(0), 'gone'],
    ['is switched off', ({ engine }) => void (engine.departments[0]!.enabled = false), 'gone'],
    ['refuses', ({ engine }) => void (engine.transferred = () => Promise.resolve(false)), 'full'],
    [
      'refuses with an error',
      ({ engine }) =>
        void (engine.transferred = () => Promise.reject(new Error('error-no-agents-online-in-department'))),
      'full',
    ],
    [
      'fails',
      ({ engine }) => void (engine.transferred = () => Promise.reject(new Error('error-invalid-room'))),
      'refused',
    ],
  ])('to a department that %s is refused, and does not fail', async (_name, change, why) => {
    const given = setup();
    change(given);
    expect(await given.actions.transfer('r1', { department: 'Urgência' })).toMatchObject({
      ...{ result: 'refused', why },
    });
  });

  it('of a closed room is refused without being tried', async () => {
    const { engine, actions } = setup({ isOpen: false });
    expect((await actions.transfer('r1', { department: 'Urgência' })).result).toBe('refused');
    expect(engine.transfers).toEqual([]);
  });

  it('to where the room already waits succeeds without being made twice', async () => {
    const { engine, actions } = setup({ department: { id: 'd1' } });
    expect((await actions.transfer('r1', { department: 'Urgência' })).result).toBe('transferred');
    expect(engine.transfers).toEqual([]);
  });

  it('within a department is made when somebody still serves the room', async () => {
    const { engine, actions } = setup({ department: { id: 'd1' }, servedBy: appUser });
    await actions.transfer('r1', { department: 'Urgência' });
    expect(engine.transfers).toHaveLength(1);
  });
});

describe('a room that somebody serves', () => {
  const served = { department: { id: 'd2' }, servedBy: { id: 'a', username: 'ana' } };
  it.each([
    ['stays with them', undefined, 0],
    ['is taken from whoever gave it to the bot', 'a', 1],
    ['stays with another than gave it to the bot', 'b', 0],
  ])('%s', async (_name, from, moved) => {
    const { engine, actions } = setup(served);
    const goal = { department: 'Urgência', ...(from !== undefined && { from }) };
    expect((await actions.transfer('r1', goal)).result).toBe('transferred');
    expect(engine.transfers).toHaveLength(moved);
  });
});

describe('a transfer to one person', () => {
  const ana = { id: 'a', username: 'ana', name: 'Dra. Ana', isEnabled: true, status: 'online' };
  const asked = async (change: object, transferred?: () => Promise<boolean>) => {
    const { engine, actions } = setup();
    engine.users.set('a', { ...ana, ...change });
    if (transferred) engine.transferred = transferred;
    return { answer: await actions.transfer('r1', { agent: 'ana' }), transfers: engine.transfers };
  };

  it('is made where that person is there', async () => {
    const { answer, transfers } = await asked({});
    expect(answer).toEqual({ result: 'transferred', agentsOnline: true, name: 'Dra. Ana' });
    expect(transfers).toEqual([{ room: 'r1', department: undefined, agent: 'ana' }]);
  });

  it.each<[string, object, (() => Promise<boolean>) | undefined, string]>([
    ['offline', { status: 'offline' }, undefined, 'away'],
    ['not in the service any more', { isEnabled: false }, undefined, 'gone'],
    ['somebody else', { username: 'joao' }, undefined, 'gone'],
    ['not taking any', {}, () => Promise.reject(new Error('error-user-is-offline')), 'away'],
    ['busy', {}, () => Promise.resolve(false), 'full'],
  ])('of somebody who is %s is refused', async (_name, change, transferred, why) => {
    expect((await asked(change, transferred)).answer).toMatchObject({ result: 'refused', why });
  });
});

describe('an alert', () => {
  it('is for the person who serves, and nobody else reads it', async () => {
    const { engine, actions } = setup({ servedBy: { id: 'ana', username: 'ana' } });
    await actions.alertAgent('r1', 'Sinal de perigo');
    expect(engine.notices).toEqual([{ to: 'ana', room: 'r1', text: 'Sinal de perigo' }]);
    expect(engine.said).toEqual([]);
  });

  it('is nobody’s when nobody serves', async () => {
    const { engine, actions } = setup();
    await actions.alertAgent('r1', 'Sinal de perigo');
    expect(engine.notices).toEqual([]);
  });
});
