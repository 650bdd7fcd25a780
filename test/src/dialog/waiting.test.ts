import * as fc from 'fast-check';
import { fold } from '../../../src/dialog/step';
import { conversation, knowledge } from '../../support/conversation';

const queued = () =>
  conversation()
    .start()
    .says('estou com tosse')
    .says('atendente')
    .transferAnswered('transferred', true, 'Atendimento geral');

describe('who writes while waiting', () => {
  it('hears since when they wait and where, and not the menu', () => {
    const chat = queued().wait(300).says('oi, ainda estou aqui');
    expect(chat.said).toMatch(/fila de \*\*Atendimento geral\*\* há 5 min/);
    expect(chat.buttons).toEqual([]);
  });

  it('hears it once a minute at most, and that it is noted in between', () => {
    const chat = queued().wait(300).says('oi');
    expect(chat.wait(10).says('e agora').said).toMatch(/^Anotado[^0-9]*$/);
    expect(chat.wait(60).says('e agora').said).toContain('há 6 min');
  });

  it('hears nothing twice of a thought sent in pieces', () => {
    const chat = queued().wait(60).says('acho que');
    expect(chat.says('piorou um pouco').said).toBe('');
  });

  it('hears how many wait before them, where the CRM knows it', () => {
    const chat = queued().wait(300).says('oi');
    expect(chat.effects.filter(({ kind }) => kind === 'ask-wait')).toHaveLength(1);
    const told = (before: number) =>
      chat.play({ ...chat.stamp(`w${before}`), kind: 'wait-told', before }).said;
    expect(told(3)).toContain('antes de você na fila: 3');
    chat.wait(300);
    expect(told(0)).toContain('ninguém antes de você');
    expect(chat.assigned().play({ ...chat.stamp('w'), kind: 'wait-told', before: 2 }).said).toBe('');
  });

  it('Given an emergency, then nobody is told to wait for their turn', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    expect(
      chat
        .wait(300)
        .says('oi')
        .effects.map(({ kind }) => kind),
    ).not.toContain('ask-wait');
  });

  it('Given nobody could take it yet, then hears since when somebody is looked for', () => {
    const chat = conversation().start().says('estou com tosse').says('atendente');
    chat.transferAnswered('refused').transferAnswered('refused', false, 'Atendimento geral');
    expect(chat.wait(120).says('alguém aí').said).toContain('há 2 min');
  });

  it('Given a red flag is typed, then emergency words at once and the urgent queue', () => {
    const chat = queued().wait(300).says('agora não consigo respirar');
    expect(chat.said).toContain('192 (SAMU)');
    expect(chat.transfers).toEqual(['Urgência']);
  });
});

describe('the way back to the bot', () => {
  const given = (chat: ReturnType<typeof conversation>, kind: 'bot' | 'human') =>
    chat.play({
      ...{ kind: 'transferred', id: `t${chat.inputs.length}`, at: '2026-01-01T01:00:00.000Z' },
      ...{ conversation: 'room1', from: {}, to: { agent: { id: 'x', username: 'x', kind } } },
    });

  it('Given a person gives the room to the bot on purpose, then it begins anew', () => {
    const chat = given(queued().assigned(), 'bot');
    expect([chat.state.phase, chat.state.answers]).toEqual(['complaint', {}]);
    expect(chat.said).toContain('assistente automático');
    expect(chat.says('estou com febre').state.phase).toBe('asking');
  });

  it('Given a red flag was raised, then the room goes to people again', () => {
    const chat = given(queued().says('não consigo respirar').assigned().agentSays('oi'), 'bot');
    expect([chat.state.phase, chat.transfers]).toEqual(['waiting', ['Urgência']]);
    expect(chat.said).toContain('192');
  });

  it('Given another person gets it, or the bot is assigned without that, then the bot keeps silent', () => {
    expect(given(queued().assigned(), 'human').state.phase).toBe('served');
    expect(queued().assigned().assigned('bot').state.phase).toBe('served');
  });
});

describe('two messages in the same second', () => {
  it('both count, in whichever order they are told', () => {
    const chat = conversation().start();
    const at = '2026-01-01T00:00:10.000Z';
    const message = (id: string, text: string) =>
      ({
        kind: 'patient-message',
        id: `message/${id}`,
        at,
        conversation: 'room1',
        messageId: id,
        text,
        file: false,
      }) as const;
    const both = [message('a', 'estou com tosse'), message('b', 'e 38,5 de febre')];
    const [start] = chat.inputs;
    const one = fold([start!, ...both], knowledge);
    expect(one?.answers).toMatchObject({ cough: true });
    expect(Object.keys(one?.answers ?? {}).length).toBeGreaterThan(1);
    expect(fold([start!, ...both.reverse()], knowledge)).toEqual(one);
  });
});

describe('where somebody stands in the queue', () => {
  const waits = () => {
    const chat = queued().wait(12).due('wait-news');
    return {
      chat,
      told: (known: { before?: number; minutes?: number }) =>
        chat.play({ ...chat.stamp(`w${chat.inputs.length}`), kind: 'wait-told', ...known }),
    };
  };
  const reminders = (chat: ReturnType<typeof queued>, kind: 'remind' | 'forget-reminder') =>
    chat.effects.filter((effect) => effect.kind === kind && effect.reminder === 'wait-news');

  it('Given they join, then it is looked at soon, and again from time to time', () => {
    expect(reminders(queued(), 'remind')).toEqual([
      { kind: 'remind', reminder: 'wait-news', afterMs: 12_000 },
    ]);
    const { chat } = waits();
    expect(chat.effects.map(({ kind }) => kind)).toContain('ask-wait');
    expect(reminders(chat, 'remind')).toHaveLength(1);
  });

  it.each([
    [
      { before: 2, minutes: 12 },
      ['antes de você na fila: 2', 'cerca de 15 min', 'mais grave é atendido antes'],
    ],
    [{ before: 0, minutes: 3 }, ['ninguém antes de você', 'poucos minutos']],
    [{ before: 9, minutes: 90 }, ['antes de você na fila: 9', 'passa de 1 hora']],
    [{ before: 4 }, ['antes de você na fila: 4']],
  ])('Given the CRM tells %j, then they hear it', (known, words) => {
    const { said } = waits().told(known);
    for (const word of words) expect(said).toContain(word);
  });

  it('Given the CRM is away, then they hear so without a number, once', () => {
    const { told } = waits();
    expect(told({}).said).toMatch(/^Agora não consigo dizer quanto tempo falta[^0-9]*$/);
    expect(told({}).said).toBe('');
  });

  it('Given nothing changed enough, then nothing is said; given half are gone, it is', () => {
    const { chat, told } = waits();
    told({ before: 4, minutes: 20 });
    chat.wait(200);
    expect(told({ before: 3, minutes: 17 }).said).toBe('');
    expect(told({ before: 2, minutes: 10 }).said).toContain('antes de você na fila: 2');
  });

  it('Given somebody answers, then nothing of the queue is looked at or told any more', () => {
    const { chat } = waits();
    expect(reminders(chat.assigned(), 'forget-reminder')).toHaveLength(1);
    expect(chat.due('wait-news').effects).toEqual([]);
  });

  it('Given danger, then no place is told, but what to do until help comes, and then the number again', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    expect(reminders(chat, 'remind')).toHaveLength(1);
    expect(chat.wait(20).due('wait-news').said).toContain('sentada');
    expect(chat.effects.map(({ kind }) => kind)).not.toContain('ask-wait');
    const words = chat.due('wait-news').said;
    expect(words).toMatch(/^⚠️.*192 \(SAMU\)/);
    expect(words).not.toContain('sentada');
  });

  it('Given danger and nobody who comes, then the number is said every 2 to 3 minutes, later less often, and not for ever', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    chat.wait(20).due('wait-news');
    const waited: number[] = [];
    for (let looks = 0; looks < 40 && reminders(chat, 'remind').length > 0; looks += 1) {
      const [next] = reminders(chat, 'remind') as { afterMs: number }[];
      waited.push(next!.afterMs / 60_000);
      chat.wait(next!.afterMs / 1000).due('wait-news');
      expect(chat.said).toContain('192');
    }
    expect(waited.slice(0, 6)).toEqual([2.5, 2.5, 2.5, 2.5, 2.5, 2.5]);
    expect(new Set(waited.slice(6))).toEqual(new Set([10]));
    expect(waited).toHaveLength(18);
  });

  it('Given danger where nobody would have them, then they hear it all the same', () => {
    const chat = conversation().start().says('não consigo respirar');
    while (chat.transfers.length > 0) chat.transferAnswered('refused', false, chat.transfers[0]);
    expect(chat.state).toMatchObject({ phase: 'waiting', queued: false });
    expect(reminders(chat, 'remind')).toHaveLength(1);
  });

  it('Given somebody may be violent, then nothing lights up the screen again', () => {
    const chat = conversation().start().says('meu marido está me batendo').transferAnswered('transferred');
    expect(chat.said).toBeDefined();
    expect(chat.wait(20).due('wait-news').said.trim()).toBe('');
    expect(chat.wait(150).due('wait-news').said.trim()).toBe('');
  });

  describe('a wait that was promised', () => {
    it('Given it passed, then they hear so once, with a new estimate', () => {
      const { chat, told } = waits();
      expect(told({ before: 1, minutes: 8 }).said).toContain('cerca de 10 min');
      expect(chat.wait(9 * 60).due('wait-news').effects).toContainEqual({ kind: 'ask-wait' });
      expect(told({ before: 1, minutes: 8 }).said).toBe('');
      chat.wait(60);
      expect(told({ before: 1, minutes: 8 }).said).toMatch(
        /^A espera passou.*antes de você.*cerca de 10 min/,
      );
      expect(told({ before: 1, minutes: 8 }).said).toBe('');
    });

    it('Given it passed and nobody can say more, then that, once', () => {
      const { chat, told } = waits();
      told({ before: 1, minutes: 4 });
      chat.wait(5 * 60);
      expect(told({}).said).toMatch(/^A espera passou.*não consigo dizer/);
      expect(told({}).said).toBe('');
      expect(chat.wait(60).play({ ...chat.stamp('w'), kind: 'wait-told', before: 1 }).said).toBe('');
    });

    it('Given a promise, then it is looked at when that is over', () => {
      const { chat, told } = waits();
      // told after a long wait, when looks have become seldom
      chat.wait(60 * 60);
      told({ before: 1, minutes: 4 });
      expect(reminders(chat, 'remind')).toEqual([
        { kind: 'remind', reminder: 'wait-news', afterMs: 5 * 60_000 },
      ]);
    });

    it('Given any answers of the CRM, then nobody hears of a passed promise twice within five minutes', () => {
      const answer = fc.record({
        afterSeconds: fc.integer({ min: 1, max: 900 }),
        before: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
        minutes: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
      });
      fc.assert(
        fc.property(fc.array(answer, { maxLength: 20 }), (answers) => {
          const { chat, told } = waits();
          let [clock, last] = [0, -Infinity];
          for (const { afterSeconds, before, minutes } of answers) {
            chat.wait(afterSeconds);
            clock += afterSeconds + 1;
            const known = {
              ...(before !== undefined && { before }),
              ...(minutes !== undefined && { minutes }),
            };
            if (!told(known).said.includes('A espera passou')) continue;
            expect(clock - last).toBeGreaterThanOrEqual(300);
            last = clock;
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('Given the CRM stays away, then that nobody can say is told again every 15 minutes', () => {
    const { chat, told } = waits();
    told({});
    expect(chat.wait(14 * 60) && told({}).said).toBe('');
    expect(chat.wait(60) && told({}).said).toMatch(/^Ainda não consigo dizer/);
    expect(told({}).said).toBe('');
  });

  it('Given nobody was there and somebody is again, then they hear so, and a number again', () => {
    const { chat, told } = waits();
    chat.play({ ...chat.stamp('n'), kind: 'place-changed', is: 'nobody' });
    expect(told({ before: 1, minutes: 4 }).said).not.toContain('minutos');
    const back = chat.play({ ...chat.stamp('b'), kind: 'place-changed', is: 'back' });
    expect(back.said).toContain('Há de novo alguém');
    expect(back.effects).toContainEqual({ kind: 'ask-wait' });
    expect(chat.play({ ...chat.stamp('b2'), kind: 'place-changed', is: 'back' }).said).toBe('');
    chat.wait(200);
    expect(told({ before: 0, minutes: 4 }).said).toContain('poucos minutos');
  });

  it('Given who has them has not written, then who writes hears that it is kept, every two minutes at most', () => {
    const chat = queued().assigned();
    expect(chat.wait(30).says('oi').said).toBe('');
    expect(chat.wait(60).says('alguém?').said).toMatch(/^Anotado.*ainda não respondeu/);
    expect(chat.wait(60).says('alô').said).toBe('');
    expect(chat.wait(60).says('alô').said).toMatch(/^Anotado/);
    chat.agentSays('Olá!');
    expect(chat.wait(300).says('oi').said).toBe('');
  });

  it('Given somebody who wishes to die, then nothing of the kind is said', () => {
    const chat = conversation().start().says('quero me matar').transferAnswered('transferred');
    expect(chat.wait(20).due('wait-news').said).toBe('');
  });
});
