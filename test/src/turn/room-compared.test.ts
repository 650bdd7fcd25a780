import type { Input } from '../../../src/dialog/input';
import { madeGood, type RoomNow } from '../../../src/turn/room-compared';
import { sweep } from '../../../src/turn/sweep';
import { conversation } from '../../support/conversation';
import { appProcess, shared } from './turn-world';

const ana = { id: 'a1', username: 'ana', name: 'Ana', kind: 'human' as const };
const bruno = { id: 'a2', username: 'bruno', kind: 'human' as const };
const bot = { id: 'b', username: 'acolhe.bot', kind: 'bot' as const };
const general = { id: 'd1', name: 'Atendimento geral' };
const urgent = { id: 'd2', name: 'Urgência' };
const now = '2026-01-01T01:00:00.000Z';

const queued = () =>
  conversation().start().says('atendente').transferAnswered('transferred', true, general.name);
const served = () => queued().assigned();

describe('a room beside what is known of it', () => {
  // prettier-ignore
  it.each<[string, RoomNow, readonly Input[], object | undefined]>([
    ['all is as told', { servedBy: ana, department: general }, served().inputs, undefined],
    ['they wait as told', { department: general }, queued().inputs, undefined],
    ['the bot has them, and nobody was told of', { servedBy: bot }, queued().inputs, undefined],
    ['who had them has them no more', { department: general }, served().inputs, { kind: 'unassigned', agent: ana }],
    ['so it is after that person has written', { department: general }, served().agentSays('oi').inputs, { kind: 'unassigned', agent: ana }],
    ['somebody has them', { servedBy: bruno, department: urgent }, queued().inputs, { kind: 'assigned', agent: bruno, department: urgent }],
    ['another has them', { servedBy: bruno }, served().inputs, { kind: 'assigned', agent: bruno }],
    ['they wait elsewhere', { department: urgent }, queued().inputs, { kind: 'transferred', from: { department: { name: general.name } }, to: { department: urgent } }],
    ['they wait in none', {}, queued().inputs, undefined],
    ['nothing is known', { servedBy: ana }, [], undefined],
  ])('Given %s', (_name, room, known, expected) => {
    const found = madeGood(room, known, now);
    if (expected) expect(found).toMatchObject({ at: now, conversation: 'room1', ...expected });
    else expect(found).toBeUndefined();
  });
});

describe('the sweep', () => {
  async function swept(room: RoomNow, given: readonly Input[], laterMs: readonly number[]) {
    const chat = shared();
    const app = appProcess(chat);
    await app.take(given);
    await chat.records.watch('room1');
    chat.rooms.set('room1', { open: true, messages: [], now: room, place: 'none' });
    for (const ms of laterMs) {
      chat.clock.ms += ms;
      await sweep(app.world);
    }
    return chat.records.all().flatMap(({ input }) => (input.kind === 'unassigned' ? [input.agent.id] : []));
  }

  it('Given who had them has them no more, Then it is told once two looks show it, and then no more', async () => {
    const { inputs } = served().agentSays('oi');
    expect(await swept({}, inputs, [60_000])).toEqual([]);
    // its hook may be on its way
    expect(await swept({}, inputs, [60_000, 5_000])).toEqual([]);
    expect(await swept({}, inputs, [60_000, 20_000])).toEqual(['a1']);
    expect(await swept({}, inputs, [60_000, 20_000, 20_000, 20_000])).toEqual(['a1']);
  });

  it('Given it is as it should be, Then nothing is told', async () => {
    expect(await swept({ servedBy: ana }, served().inputs, [60_000, 20_000, 20_000])).toEqual([]);
  });
});
