import type { Input } from '../../../src/dialog/input';
import { sweep } from '../../../src/turn/sweep';
import { conversation } from '../../support/conversation';
import { appProcess, shared } from './turn-world';

const inputs = conversation().start().says('atendente').transferAnswered('transferred').inputs;

async function swept(
  given: readonly Input[],
  place: 'gone' | 'away' | 'nobody' | 'back' | 'none' | 'agent-gone' | undefined,
  laterMs = [60_000],
) {
  const chat = shared();
  const app = appProcess(chat);
  await app.take(given);
  await chat.records.watch('room1');
  chat.rooms.set('room1', { open: true, messages: [], ...(place && { place }) });
  for (const ms of laterMs) {
    chat.clock.ms += ms;
    await sweep(app.world);
  }
  const told = chat.records.all().map(({ input }) => input);
  return told.flatMap((input) => (input.kind === 'place-changed' ? [input.is] : []));
}

describe('the queue of a room, looked at by the sweep', () => {
  it.each([
    ['gone', 'gone'],
    ['none', 'gone'],
    ['away', 'away'],
    ['nobody', 'nobody'],
  ] as const)('Given it is %s and they wait in one, Then that it is %s is told once', async (place, is) => {
    expect(await swept(inputs, place)).toEqual([is]);
  });

  it('Given somebody is there, Then that is told where nobody was, and once', async () => {
    expect(await swept(inputs, 'back')).toEqual([]);
    const alone = conversation().start().says('atendente').transferAnswered('transferred', false).inputs;
    expect(await swept(alone, 'back', [60_000, 120_000, 240_000])).toEqual(['back']);
  });

  it('Given all is well, Then nothing is written down', async () => {
    expect(await swept(inputs, undefined, [60_000, 60_000])).toEqual([]);
  });

  it('Given they were brought to no queue, Then a room of no department has lost none', async () => {
    expect(await swept(inputs.slice(0, 2), 'none')).toEqual([]);
  });

  it('Given a person came since, Then only that this person is gone is told', async () => {
    const served = conversation().start().says('atendente').transferAnswered('transferred').assigned().inputs;
    expect(await swept(served, 'none')).toEqual([]);
    expect(await swept(served, 'agent-gone')).toEqual(['agent-gone']);
    expect(await swept(inputs, 'agent-gone')).toEqual([]);
  });

  it('Given nobody stays away, Then it is told again, seldom', async () => {
    const everyMinute = Array.from({ length: 30 }, () => 60_000);
    expect((await swept(inputs, 'nobody', everyMinute)).length).toBeLessThanOrEqual(2);
    expect((await swept(inputs, 'away', everyMinute)).length).toBeGreaterThan(10);
  });
});
