import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const silence = { askMs: 180_000, closeMs: 1_800_000 };
const begun = () => conversation({ silence }).start().says('estou com tosse');
const reminded = (chat: Chat) =>
  chat.effects.flatMap((effect) =>
    effect.kind === 'remind' && effect.reminder === 'silence' ? [effect.afterMs] : [],
  );
const closes = (chat: Chat) => chat.effects.some(({ kind }) => kind === 'close');

describe('silence', () => {
  it('is looked for from the first message on, with one reminder whatever follows', () => {
    expect(reminded(conversation({ silence }).start())).toEqual([]);
    const chat = begun();
    expect(reminded(chat)).toEqual([silence.askMs]);
    expect(reminded(chat.says('34'))).toEqual([]);
  });

  it('Given three minutes without a word, then it is asked after once, with the question that stands', () => {
    const chat = begun().wait(180).due('silence');
    expect(chat.said).toContain('Você ainda está aí?');
    expect(chat.buttons.length).toBeGreaterThan(0);
    expect(chat.state).toMatchObject({ phase: 'asking' });
    expect(reminded(chat)).toHaveLength(1);
  });

  it('Given the patient wrote meanwhile, then nothing is said and it is looked again', () => {
    const chat = begun().wait(100).says('34').wait(78).due('silence');
    expect([chat.said, reminded(chat)]).toEqual(['', [expect.any(Number)]]);
    expect(reminded(chat)[0]).toBeLessThan(silence.askMs);
  });

  it('Given thirty minutes, then it is closed with words and a way back', () => {
    const chat = begun().wait(180).due('silence').wait(1_700).due('silence');
    expect(closes(chat)).toBe(true);
    expect(chat.said).toMatch(/escrever de novo aqui[\s\S]*192/);
  });

  it('Given an answer after the asking, then the whole time begins again', () => {
    const chat = begun().wait(180).due('silence').says('34').wait(60).due('silence');
    expect([closes(chat), chat.said]).toEqual([false, '']);
    expect(chat.wait(180).due('silence').said).toContain('Você ainda está aí?');
  });

  it.each([
    ['a red flag', (chat: Chat) => chat.says('não consigo respirar')],
    ['a person is waited for', (chat: Chat) => chat.says('atendente')],
    ['a person serves', (chat: Chat) => chat.says('atendente').assigned()],
    ['the end', (chat: Chat) => chat.closes()],
  ])('Given %s, then nothing is asked and nothing closes by itself', (_name, play) => {
    const chat = play(begun());
    for (let look = 0; look < 4; look += 1) {
      chat.wait(1_800).due('silence');
      expect([closes(chat), chat.said, reminded(chat)]).toEqual([false, '', []]);
    }
  });

  it('Given a flag and a person who served, then not even once the room is the bot’s again is it closed', () => {
    const chat = begun().says('não consigo respirar').assigned().agentSays('oi');
    chat.play({
      ...{ kind: 'transferred', id: 't1', at: '2026-01-01T01:00:00.000Z', conversation: 'room1', from: {} },
      to: { agent: { id: 'b', username: 'bot', kind: 'bot' } },
    });
    expect(chat.state.phase).toBe('waiting');
    expect(closes(chat.wait(9_000).due('silence'))).toBe(false);
  });

  it('Given the settings say never, or a conversation from before, then it is never looked for', () => {
    expect(reminded(conversation().start().says('estou com tosse'))).toEqual([]);
  });

  it('Given a call was promised instead, then the words stay for a minute after what was written last, and then it ends', () => {
    const chat = conversation().start().says('atendente').transferAnswered('transferred', false);
    chat.presses('instead:call-back').says('11 91234-5678');
    expect(chat.said).toContain('encerro a conversa');
    expect([closes(chat), reminded(chat)]).toEqual([false, [60_000]]);
    expect([closes(chat.says('obrigado')), reminded(chat)]).toEqual([false, [60_000]]);
    expect(closes(chat.wait(60).due('silence'))).toBe(true);
  });

  it.each([
    ['asks for a person after all', (chat: Chat) => chat.presses('human')],
    ['begins anew', (chat: Chat) => chat.says('recomeçar')],
  ])('Given a call was promised and the patient %s, then it goes on', (_what, goOn) => {
    const chat = conversation().start().says('atendente').transferAnswered('transferred', false);
    chat.presses('instead:call-back').says('11 91234-5678');
    goOn(chat);
    expect(closes(chat.wait(60).due('silence'))).toBe(false);
  });
});
