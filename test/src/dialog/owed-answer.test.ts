import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const over = { sla: { minutes: {} }, answerMinutes: 30 };
const serving = (more = {}) =>
  conversation({ ...over, ...more })
    .start()
    .identified()
    .says('atendente')
    .assigned()
    .agentSays('Bom dia');
const reminders = (chat: Chat) =>
  chat.effects.flatMap((effect) =>
    effect.kind === 'remind' && effect.reminder === 'answer' ? [Math.round(effect.afterMs / 60_000)] : [],
  );
const forgets = (chat: Chat) =>
  chat.effects.some((effect) => effect.kind === 'forget-reminder' && effect.reminder === 'answer');
const alerts = (chat: Chat) => chat.effects.filter(({ kind }) => kind === 'alert-manager');
const toAgent = (chat: Chat) =>
  chat.effects.flatMap((effect) => (effect.kind === 'tell-agent' ? [effect] : []));
const bruno = { id: 'a2', username: 'bruno', name: 'Bruno', kind: 'human' as const };
const toBruno = (chat: Chat) => chat.play({ kind: 'assigned', ...chat.stamp('to-bruno'), agent: bruno });
const gone = (chat: Chat) =>
  chat.play({ kind: 'place-changed', is: 'agent-gone', ...chat.stamp(`gone${chat.inputs.length}`) });

describe('who serves owes the patient an answer', () => {
  it('Given the patient writes after the first word, then who serves is reminded, by the number only', () => {
    const chat = serving().says('e o meu exame?');
    expect(reminders(chat)).toEqual([30]);
    expect(reminders(chat.says('alguém?'))).toEqual([]);
    chat.wait(30 * 60).due('answer');
    expect(toAgent(chat)).toMatchObject([{ agent: 'a1', way: 'direct' }]);
    expect(toAgent(chat)[0]!.text).toMatch(/0000-0001-1[\s\S]*30 min/);
    expect(toAgent(chat)[0]!.text).not.toMatch(/Pessoa|exame/);
    expect([chat.said.trim(), alerts(chat), reminders(chat)]).toEqual(['', [], [30]]);
  });

  it('Given twice the time, then managers are told with who has it, the patient hears one line, and that is all', () => {
    const chat = serving().says('e o meu exame?').wait(1_800).due('answer').wait(1_800).due('answer');
    expect(alerts(chat)).toMatchObject([
      {
        notice: 'answer_owed',
        about: { urgency: 'yellow', patient: '0000-0001-1' },
        agent: 'ana',
        minutes: 60,
        targetMinutes: 30,
      },
    ]);
    expect(chat.said).toMatch(/demorando mais do que devia/);
    expect([toAgent(chat), reminders(chat)]).toEqual([[], []]);
    const later = chat.wait(9_999).due('answer');
    expect([later.effects, reminders(later.says('oi?'))]).toEqual([[], []]);
  });

  it('Given an outage of hours, then both are told at once', () => {
    const chat = serving()
      .says('oi?')
      .wait(5 * 3_600)
      .due('answer');
    expect([toAgent(chat).length, alerts(chat).length]).toEqual([1, 1]);
  });

  it('Given a reminder that is early, then nobody is told and it is looked at again', () => {
    const chat = serving().says('oi?').wait(60).due('answer');
    expect([toAgent(chat), alerts(chat), reminders(chat)]).toEqual([[], [], [29]]);
  });

  it.each([
    ['an answer', (chat: Chat) => chat.agentSays('Já vejo.')],
    ['the end', (chat: Chat) => chat.closes()],
  ])('Given %s, then it is forgotten', (_name, play) => {
    const chat = play(serving().says('oi?'));
    expect(forgets(chat)).toBe(true);
    expect(toAgent(chat.wait(9_000).due('answer'))).toEqual([]);
  });

  it.each([
    ['thanks', 'muito obrigada', []],
    ['thanks with a question', 'obrigada, e o remédio?', [30]],
    ['a photo', { file: true, media: 'image' as const }, [30]],
    ['a sound', { file: true, media: 'audio' as const }, [30]],
    ['an emergency, at least 5 minutes', 'não consigo respirar', [5]],
  ])('Given %s, then the clock is so many minutes', (_name, what, minutes) => {
    const chat = serving();
    if (typeof what === 'string') chat.says(what);
    else chat.says('', what);
    expect(reminders(chat)).toEqual(minutes);
  });

  it('Given a target of the service, then it counts within its bounds', () => {
    const minutes = (targets: object, answerMinutes = 30) =>
      reminders(serving({ sla: { minutes: targets }, answerMinutes }).says('oi?'));
    expect(minutes({ yellow: 12 })).toEqual([12]);
    expect(minutes({ yellow: 2 })).toEqual([5]);
    expect(minutes({ yellow: 0 })).toEqual([30]);
    expect(minutes({ yellow: 90 }, 20)).toEqual([20]);
    expect(minutes({}, 0)).toEqual([]);
  });

  it('Given it becomes urgent, then the sooner time counts from the first message on', () => {
    const chat = serving().says('oi?').wait(600).says('não consigo respirar');
    expect([forgets(chat), reminders(chat)]).toEqual([true, [0]]);
    expect(alerts(chat.due('answer')).length).toBe(1);
  });
});

describe('a person hands the patient to another', () => {
  it('Given the other never writes, then they are reminded, and managers read their name', () => {
    const chat = toBruno(serving());
    expect(reminders(chat)).toEqual([30]);
    // the hook that the first has them no more comes after, or never
    chat.play({
      kind: 'unassigned',
      ...chat.stamp('u'),
      agent: { id: 'a1', username: 'ana', kind: 'human' },
    });
    expect(chat.state.phase).toBe('served');
    chat.wait(1_800).due('answer');
    expect(toAgent(chat)).toMatchObject([{ agent: 'a2' }]);
    chat.wait(1_800).due('answer');
    expect(alerts(chat)).toMatchObject([{ agent: 'bruno' }]);
  });

  it('Given the first had left the patient unanswered, then the other has a time of their own', () => {
    const chat = serving().says('oi?').wait(1_700);
    expect([forgets(toBruno(chat)), reminders(chat)]).toEqual([true, [30]]);
  });

  it('Given a red flag before the other has written, then the words are said at once', () => {
    expect(toBruno(serving()).says('não consigo respirar').said).toMatch(/192/);
    expect(serving().says('não consigo respirar').said.trim()).toBe('');
  });

  it('Given it is told twice that the same person has them, then their time goes on', () => {
    const chat = serving().says('oi?');
    expect([reminders(chat.assigned()), chat.state.owed?.isNew]).toEqual([[], undefined]);
  });
});

describe('nobody had written yet', () => {
  it('Given who took them does not, then they are reminded, and the clock of the wait tells the managers', () => {
    const chat = conversation(over).start().identified().says('atendente').assigned();
    expect(reminders(chat)).toEqual([30]);
    chat.wait(1_800).due('answer');
    expect(toAgent(chat)).toMatchObject([{ agent: 'a1' }]);
    chat.wait(1_800).due('answer');
    expect([alerts(chat), chat.said]).toEqual([[], '']);
    expect(alerts(chat.due('sla')).length).toBe(1);
  });
});

describe('who serves is there no more', () => {
  it('Given it is so for long, then others are looked for, and the room is taken from them', () => {
    const chat = gone(serving().says('oi?').wait(60));
    expect([chat.said, chat.transfers]).toEqual([expect.stringMatching(/Anotado/), []]);
    expect(gone(chat.wait(600)).transfers).toEqual([]);
    gone(chat.wait(1_800));
    expect(chat.transfers.length).toBe(1);
    expect(chat.effects).toContainEqual(expect.objectContaining({ kind: 'transfer', from: 'a1' }));
    expect(chat.state.phase).toBe('waiting');
    // who comes back and writes has them again
    expect(chat.agentSays('Voltei.').state).toMatchObject({ phase: 'served', givenBy: undefined });
  });

  it('Given an emergency, then at once', () => {
    const chat = gone(serving().says('não consigo respirar').wait(5));
    expect(chat.transfers).toEqual(['Urgência']);
    expect(chat.said).toMatch(/192/);
  });
});
