import type { AcolheEvent } from '../../../contract/event';
import { conversation, knowledge } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const sla = { minutes: {} };
/** Waits for a person, without a flag: yellow, an hour. */
const waits = (over = {}) =>
  conversation({ sla, ...over })
    .start()
    .identified()
    .says('atendente');
const reminders = (chat: Chat) =>
  chat.effects.flatMap((effect) =>
    effect.kind === 'remind' && effect.reminder === 'sla' ? [Math.round(effect.afterMs / 1000)] : [],
  );
const forgets = (chat: Chat) =>
  chat.effects.some((effect) => effect.kind === 'forget-reminder' && effect.reminder === 'sla');
const alerts = (chat: Chat) => chat.effects.filter(({ kind }) => kind === 'alert-manager');
const told = (chat: Chat) =>
  chat.events.flatMap((event: AcolheEvent) => (event.type.startsWith('acolhe.sla.') ? [event] : []));

describe('the clock of who waits', () => {
  it('Given a hand-over, then it is looked at 80 % of the target, whatever is written meanwhile', () => {
    const chat = waits();
    expect(reminders(chat)).toEqual([48 * 60]);
    expect(reminders(chat.transferAnswered('transferred'))).toEqual([]);
    expect(reminders(chat.says('ainda está aí?'))).toEqual([]);
  });

  it('Given 80 %, then it is an event, and nobody hears of it', () => {
    const chat = waits()
      .transferAnswered('transferred', true, 'Atendimento geral')
      .wait(48 * 60)
      .due('sla');
    expect(told(chat)).toMatchObject([
      {
        type: 'acolhe.sla.warned.v1',
        data: { urgency: 'yellow', department: 'Atendimento geral', targetMinutes: 60, waitedMinutes: 48 },
      },
    ]);
    expect([chat.said, alerts(chat)]).toEqual(['', []]);
    expect(reminders(chat)[0]).toBeGreaterThan(11 * 60);
  });

  it('Given the whole time, then managers are told once, with nothing of the patient but the number', () => {
    const chat = waits()
      .wait(48 * 60)
      .due('sla')
      .wait(12 * 60)
      .due('sla');
    expect(told(chat)).toMatchObject([{ type: 'acolhe.sla.breached.v1', data: { times: 1 } }]);
    expect(alerts(chat)).toEqual([
      {
        ...{ kind: 'alert-manager', notice: 'sla_breached' },
        about: { urgency: 'yellow', patient: '0000-0001-1' },
        ...{ minutes: 60, targetMinutes: 60 },
      },
    ]);
    expect(chat.said).toMatch(/espera está maior/);
    const again = chat.wait(60 * 60).due('sla');
    expect(alerts(again)).toMatchObject([{ notice: 'sla_breached_again', minutes: 120 }]);
    expect(told(again)).toMatchObject([{ data: { times: 2 } }]);
    // that was the last of it
    expect([reminders(again), alerts(again.wait(9_999).due('sla')), again.said]).toEqual([[], [], '']);
  });

  it('Given a long outage, then every step is an event and people hear of the last one', () => {
    const chat = waits()
      .wait(5 * 3_600)
      .due('sla');
    expect(told(chat).map(({ type }) => type)).toEqual([
      'acolhe.sla.warned.v1',
      'acolhe.sla.breached.v1',
      'acolhe.sla.breached.v1',
    ]);
    expect(alerts(chat)).toMatchObject([{ notice: 'sla_breached_again' }]);
  });

  it('Given a red flag while waiting, then the sooner target counts from the first minute on', () => {
    const chat = waits()
      .transferAnswered('transferred')
      .wait(20 * 60)
      .says('não consigo respirar');
    expect([forgets(chat), reminders(chat), alerts(chat)]).toEqual([true, [0], []]);
    // another message before the reminder is there
    expect(reminders(chat.says('socorro'))).toEqual([]);
    chat.due('sla');
    expect(alerts(chat)).toMatchObject([{ notice: 'sla_breached_again', about: { urgency: 'red' } }]);
    expect(chat.said).toMatch(/192/);
  });

  it('Given an agent who has the room and does not answer, then it goes on and says who', () => {
    const chat = waits().transferAnswered('transferred').assigned();
    expect(forgets(chat)).toBe(false);
    chat.wait(61 * 60).due('sla');
    expect(alerts(chat)).toMatchObject([{ notice: 'sla_breached', agent: 'ana' }]);
  });

  it.each([
    ['a person answers', (chat: Chat) => chat.assigned().agentSays('oi')],
    ['the room is closed', (chat: Chat) => chat.closes()],
  ])('Given %s, then it is forgotten', (_name, play) => {
    const chat = play(waits().transferAnswered('transferred'));
    expect(forgets(chat)).toBe(true);
    expect([told(chat.wait(9_000).due('sla')), alerts(chat), chat.said]).toEqual([[], [], '']);
  });

  it('Given the agent who had answered goes, then it begins anew', () => {
    const chat = waits().assigned().agentSays('oi').wait(3_600);
    chat.play({
      ...{ kind: 'unassigned', id: 'u1', at: '2026-01-01T03:00:00.000Z', conversation: 'room1' },
      agent: { id: 'a1', username: 'ana', kind: 'human' },
    });
    expect(reminders(chat)).toEqual([48 * 60]);
  });

  it('Given a clock that went back, then it is looked at again in time', () => {
    const chat = waits();
    chat.play({
      ...{ kind: 'due', id: 'd', reminder: 'sla', at: '2025-12-31T23:00:00.000Z', conversation: 'room1' },
    });
    expect(told(chat)).toEqual([]);
    expect(reminders(chat)[0]).toBeGreaterThan(48 * 60);
  });

  it('Given a conversation from before there were targets, then no clock runs', () => {
    const chat = conversation().start().says('atendente');
    expect([reminders(chat), told(chat.wait(9_000).due('sla')), chat.said]).toEqual([[], [], '']);
  });

  it('Given hours of the department, then only they count', () => {
    const closed = {
      department: 'general',
      timeZone: 'UTC',
      weekly: [{ days: [4], open: [{ from: '08:00', to: '09:00' }] }],
      holidays: [],
    };
    const published = { version: 1, routing: [], hours: [closed], texts: {} };
    // a Thursday, midnight
    const chat = conversation({ sla }, { ...knowledge, published } as never)
      .start()
      .says('atendente');
    expect(reminders(chat)[0]).toBeGreaterThan(8 * 3_600 + 47 * 60);
  });
});
