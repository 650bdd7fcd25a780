import { conversation } from '../../support/conversation';

const asked = () => conversation({ pack: 'respiratory' }).start().says('tosse');
const reminders = (chat: ReturnType<typeof conversation>): string[] =>
  chat.effects.flatMap((effect) => (effect.kind === 'forget-reminder' ? [effect.reminder] : []));

describe('The question that stands', () => {
  it('waits while the place is asked for, then is asked again', () => {
    const chat = asked().says('onde tem um posto de saúde?');
    expect(chat.said).toMatch(/^Em que cidade você está\?/);
    expect(chat.said).not.toContain('Quantos anos');
  });

  it('is asked again after a message that came late', () => {
    const chat = asked().says('nada', { late: true });
    expect(chat.said).toContain('Recebi também o que você escreveu antes');
    expect(chat.said).toContain('Quantos anos');
    expect(chat.state.phase).toBe('asking');
  });

  it('is none before the complaint: a late message is noted, and nothing is asked', () => {
    const chat = conversation().start().says('oi', { late: true });
    expect(chat.said).toBe('Recebi também o que você escreveu antes. Vamos continuar.');
    expect(chat.state.phase).toBe('complaint');
  });

  it('in an emergency, a bare yes is no address', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    expect(chat.state).toMatchObject({ phase: 'waiting', detail: 'address' });
    chat.says('sim');
    expect(chat.state).toMatchObject({ detail: 'address' });
    expect(chat.state.details).toBeUndefined();
    expect(chat.says('rua das flores 10').state).toMatchObject({ details: ['address'], detail: 'phone' });
  });
});

describe('Given a person answers', () => {
  it('after a red flag, then nobody is reminded of it any more', () => {
    const chat = conversation().start().says('não consigo respirar').transferAnswered('transferred');
    expect(chat.state.flagUnansweredSince).toBeDefined();
    expect(reminders(chat.agentSays('olá'))).toEqual(['flag-unanswered', 'wait-news']);
    expect(chat.state.flagUnansweredSince).toBeUndefined();
  });

  it('without one, then there is no reminder to forget', () => {
    const chat = conversation().start().says('tosse').says('atendente').transferAnswered('transferred');
    expect(reminders(chat.assigned().agentSays('olá'))).toEqual([]);
  });
});

describe('Given a complaint that no concept names', () => {
  it('then it answers the protocol that asks for it, and why they write', () => {
    const chat = conversation({ pack: 'general-clinic' }).start().says('intestino preso');
    expect(chat.state.answers).toEqual({ complaint: 'bowel', contact_reason: 'symptom' });
  });
});
