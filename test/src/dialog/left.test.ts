import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const begun = (over = {}) => conversation(over).start();
const of = (chat: Chat, type: string) => chat.events.filter((event) => event.type === `acolhe.${type}.v1`);
const afterMin = (chat: Chat, minutes: number) =>
  new Date(Date.parse(chat.inputs.at(-1)!.at) + minutes * 60_000).toISOString();

describe('left without being seen', () => {
  it.each([
    ['waits for a person', (chat: Chat) => chat.says('atendente'), 'yellow', 240],
    ['has a red flag', (chat: Chat) => chat.says('não consigo respirar'), 'red', 10],
    [
      'is with an agent who has not answered',
      (chat: Chat) => chat.says('atendente').assigned(),
      'yellow',
      240,
    ],
  ] as const)(
    'Given who goes %s, then it is told, and who is at risk is to be called',
    (_name, play, urgency, minutes) => {
      const chat = play(begun()).wait(30).closes();
      expect(of(chat, 'conversation.left')).toMatchObject([{ data: { urgency } }]);
      expect(of(chat, 'task.opened')).toMatchObject([
        { data: { taskId: 'left', kind: 'left', urgency, dueAt: afterMin(chat, minutes) } },
      ]);
    },
  );

  it.each([
    ['a person had answered', (chat: Chat) => chat.says('atendente').assigned().agentSays('oi')],
    ['nobody was waited for', (chat: Chat) => chat.says('estou com tosse')],
  ])('Given %s, then nobody left', (_name, play) => {
    const chat = play(begun()).closes();
    expect([of(chat, 'conversation.left'), of(chat, 'task.opened')]).toEqual([[], []]);
  });

  it('Given the end told twice, then it is told once', () => {
    const chat = begun().says('atendente').closes();
    expect(of(chat.closes(), 'conversation.left')).toEqual([]);
  });
});

describe('let down by who had answered', () => {
  const asks = (over = {}) =>
    begun({ answerMinutes: 30, ...over })
      .says('atendente')
      .assigned()
      .agentSays('oi')
      .says('e agora?');
  const gone = (chat: Chat) => chat.play({ kind: 'place-changed', is: 'agent-gone', ...chat.stamp('gone') });
  const ends = (chat: Chat, by: 'patient' | 'agent' | 'system') =>
    chat.play({ kind: 'closed', ...chat.stamp('closed'), by });

  it.each([
    ['who had answered is gone', (chat: Chat) => gone(chat)],
    ['who has them was reminded', (chat: Chat) => chat.wait(1_800).due('answer')],
  ])(
    'Given %s and the patient gives up, then they are to be called, though they were seen',
    (_name, play) => {
      const chat = ends(play(asks()).wait(60), 'patient');
      expect(of(chat, 'conversation.left')).toEqual([]);
      expect(of(chat, 'task.opened')).toMatchObject([{ data: { taskId: 'left', urgency: 'yellow' } }]);
    },
  );

  it.each([
    ['an agent ends it', (chat: Chat) => ends(gone(chat), 'agent')],
    ['it was a short while', (chat: Chat) => ends(chat, 'patient')],
  ])('Given %s, then nobody is to be called', (_name, play) => {
    expect(of(play(asks()), 'task.opened')).toEqual([]);
  });
});

describe('what the bot cannot read', () => {
  const photo = (chat: Chat) => chat.says('', { file: true, media: 'image' });
  const reminds = (chat: Chat) =>
    chat.effects.flatMap((effect) =>
      effect.kind === 'remind' && effect.reminder === 'unread' ? [effect.afterMs] : [],
    );

  it('Given five minutes without a person, then somebody has it to do within ten', () => {
    const chat = photo(begun().identified().says('estou com tosse'));
    const sentAt = chat.inputs.at(-1)!;
    expect(reminds(chat)).toEqual([300_000]);
    const messageId = (sentAt as { messageId: string }).messageId;
    expect(reminds(photo(chat))).toEqual([]);
    chat.wait(300).due('unread');
    const dueAt = new Date(Date.parse(sentAt.at) + 600_000).toISOString();
    expect(of(chat, 'task.opened')).toMatchObject([
      { data: { taskId: `unread-${messageId}`, kind: 'unread', dueAt } },
    ]);
    expect(of(chat.wait(600).due('unread'), 'task.opened')).toEqual([]);
  });

  it('Given a person who writes in time, then nothing comes of it; later, it is done', () => {
    const early = photo(begun()).agentSays('vi a foto');
    expect(early.effects).toContainEqual({ kind: 'forget-reminder', reminder: 'unread' });
    expect(of(early.wait(300).due('unread'), 'task.opened')).toEqual([]);
    const late = photo(begun()).wait(300).due('unread').agentSays('vi a foto');
    expect(of(late, 'task.done')).toMatchObject([{ data: { by: 'ana', result: 'done' } }]);
  });

  it('Given the end before that, then it is still to be looked at', () => {
    const chat = photo(begun()).closes();
    expect(of(chat, 'task.opened')).toMatchObject([{ data: { kind: 'unread' } }]);
  });

  it('Given who writes with a person, then that person has it to do', () => {
    const chat = photo(begun().says('atendente').assigned().agentSays('oi'));
    expect(of(chat.wait(300).due('unread'), 'task.opened')).toMatchObject([{ data: { owner: 'ana' } }]);
  });

  it('Given a file of which nothing is known, then it counts too', () => {
    expect(reminds(begun().says('', { file: true }))).toEqual([300_000]);
    expect(reminds(begun().says('meu exame', { file: true, media: 'document' }))).toEqual([300_000]);
  });

  it.each([
    ['a sticker', (chat: Chat) => chat.says('', { file: true, media: 'sticker' })],
    [
      'a photo from long before',
      (chat: Chat) => chat.says('', { file: true, media: 'image', at: '2025-12-01T00:00:00.000Z' } as never),
    ],
  ])('Given %s, then no ten minutes run', (_name, play) => expect(reminds(play(begun()))).toEqual([]));
});
