/** Who comes back by themselves while a follow-up is due. */
import type { DueFollowUp } from '../../../contract/question';
import { conversation } from '../../support/conversation';
import { fold } from '../../../src/dialog/step';
import { knowledge } from '../../support/conversation';
import type { InputOf } from '../../../src/dialog/input';

type Chat = ReturnType<typeof conversation>;

const due: DueFollowUp = {
  ...{ task: '0000-0001-1/respiratory', pack: 'follow-up', disease: 'respiratory' },
  due: '2026-01-01T08:00:00.000Z',
  answers: {
    ...{ monitored_disease: 'respiratory', symptom_duration: 3, unanswered_tries: 0 },
    ...{ age: 30, chronic_condition: false, pregnancy_or_birth: false, 'previous.fever': true },
  },
};
let second = 30;
const comesBack = (chat: Chat, over: Partial<InputOf<'identified'>> = {}): Chat =>
  chat.play({
    ...{ kind: 'identified', id: `identified/${(second += 1)}`, conversation: 'room1' },
    at: new Date(Date.UTC(2026, 0, 1, 0, 1, second)).toISOString(),
    ...{ patientId: '0000-0001-1', mintedBy: 'crm', earlierConversations: 1, followUp: due },
    ...over,
  });
const begun = (over: Parameters<typeof conversation>[0] = {}): Chat =>
  conversation({ pack: 'respiratory', ...over }).start();
const back = (): Chat => comesBack(begun()).wait(200);
const questionOf = (chat: Chat) => (chat.state as { question?: string }).question;

function healthy(chat: Chat): Chat {
  for (let left = 40; left > 0 && chat.state.phase === 'asking'; left -= 1) {
    const { question } = chat.state;
    const code = question === 'overall' ? 'better' : 'no';
    if (chat.buttons.includes(`answer:${question}:${code}`)) chat.presses(`answer:${question}:${code}`);
    else chat.says('36');
  }
  return chat;
}

describe('who comes back while a follow-up is due', () => {
  it('reads why, and is asked by the follow-up pack what is not known', () => {
    const chat = back();
    expect(chat.said).toContain('Estamos acompanhando você por causa de **gripe ou COVID**');
    expect(chat.buttons).toContain('other');
    expect(chat.state).toMatchObject({ phase: 'asking', ledBy: 'follow-up' });
    expect(Object.keys(due.answers)).not.toContain(questionOf(chat));
    expect(chat.eventTypes()).toContain('acolhe.triage.started.v1');
  });

  it('is decided about by that pack, with what was known', () => {
    const chat = healthy(back());
    expect(chat.state).toMatchObject({ phase: 'guided', answers: due.answers });
    const decided = chat.events.find(({ type }) => type === 'acolhe.triage.decided.v1');
    expect(decided?.data).toMatchObject({ pack: 'follow-up', answers: due.answers });
  });

  it('in each language', () => {
    for (const [language, words] of [
      ['en', 'because of **flu or COVID**'],
      ['es', 'por **gripe o COVID**'],
    ] as const)
      expect(comesBack(begun({ language })).said).toContain(words);
  });

  it('greeted after that, the question stands: a greeting is no misunderstanding', () => {
    const chat = back();
    const question = questionOf(chat);
    chat.says('Oi, bom dia');
    expect(chat.said).not.toContain('Não entendi');
    expect(chat.state).toMatchObject({ phase: 'asking', question, misunderstood: 0 });
  });

  it('red flags are heard', () => {
    const chat = back().says('estou com muita falta de ar');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });

  it.each(['outra coisa', 'Vim por outro motivo', 'é outro assunto', 'otra cosa', 'something else please'])(
    '“%s” leads to a new complaint, which the service’s own pack triages',
    (words) => {
      const chat = back().says(words);
      expect(chat.said).toContain('O que você está sentindo?');
      expect(chat.state).toMatchObject({ phase: 'complaint', answers: {} });
      expect(chat.state.ledBy).toBeUndefined();
      chat.says('estou com tosse e febre');
      const started = chat.events.find(({ type }) => type === 'acolhe.triage.started.v1');
      expect(started?.data).toMatchObject({ pack: 'respiratory' });
    },
  );

  it('the button says the same', () => {
    const chat = back().presses('other');
    expect(chat.state).toMatchObject({ phase: 'complaint', answers: {} });
    expect(chat.state.ledBy).toBeUndefined();
  });

  it.each(['é outra coisa, estou com dor de dente', 'estou com dor nas costas'])(
    'a new complaint instead of an answer is triaged at once: “%s”',
    (words) => {
      const chat = back().says(words);
      expect(chat.state.ledBy).toBeUndefined();
      const started = chat.events.find(({ type }) => type === 'acolhe.triage.started.v1');
      expect(['respiratory', 'general-clinic']).toContain((started?.data as { pack?: string }).pack);
    },
  );

  it('what they say of another person is never taken for theirs', () => {
    const chat = back().says('minha filha está com febre');
    expect(chat.state.ledBy).toBeUndefined();
    expect(chat.state.forDependent).toBe(true);
    expect(chat.state.answers).not.toHaveProperty('monitored_disease');
  });

  it('a complaint about the same illness, written before the record came, is kept and not asked again', () => {
    const chat = comesBack(begun().says('ainda estou com tosse'));
    expect(chat.state).toMatchObject({ ledBy: 'follow-up', answers: { ...due.answers, cough: true } });
    expect(chat.said).toContain('Estamos acompanhando você');
  });

  it('a complaint about something else, written before, goes on as it was', () => {
    const chat = begun().says('estou com dor nas costas');
    const before = questionOf(chat);
    comesBack(chat);
    expect(chat.state.ledBy).toBeUndefined();
    expect(questionOf(chat)).toBe(before);
  });

  it.each<[string, (chat: Chat) => Chat]>([
    ['waits for a person', (chat) => chat.says('quero falar com uma pessoa')],
    ['has a red flag', (chat) => chat.says('não consigo respirar')],
    ['is served', (chat) => chat.agentSays('Olá')],
    ['is closed', (chat) => chat.closes()],
  ])('nothing is asked where the room %s', (_name, bring) => {
    const chat = comesBack(bring(begun()));
    expect(chat.state.ledBy).toBeUndefined();
    expect(chat.said).not.toContain('Estamos acompanhando');
  });

  it('nothing is asked by a draft that no setting admits, nor by a pack of another use', () => {
    expect(comesBack(begun({ admitDrafts: false })).state.ledBy).toBeUndefined();
    const followUp = { ...due, pack: 'respiratory' };
    expect(comesBack(begun(), { followUp }).state.ledBy).toBeUndefined();
  });

  it('of somebody else than the conversation is about, nothing is asked', () => {
    const chat = begun().says('minha filha está com febre');
    const before = chat.state.phase;
    comesBack(chat);
    expect([chat.state.phase, chat.state.ledBy]).toEqual([before, undefined]);
  });

  it('a dependent’s own is asked once it is known that it is about them', () => {
    const chat = comesBack(begun(), { followUp: undefined }).wait(100).says('minha filha está com tosse');
    comesBack(chat.wait(100), { patientId: '0000-0002-2', dependent: true, guardianId: '0000-0001-1' });
    expect(chat.state).toMatchObject({ patientId: '0000-0002-2', ledBy: 'follow-up' });
  });

  describe('where consent and whom it is about are asked first', () => {
    const asking = { consent: {}, asksForWhom: true };
    it('who agreed before is led at once', () => {
      expect(comesBack(begun(asking), { consented: true }).state.ledBy).toBe('follow-up');
    });
    it('who did not is asked nothing before', () => {
      expect(comesBack(begun(asking)).state.ledBy).toBeUndefined();
    });
    const written = (complaint: string): Chat =>
      comesBack(begun(asking).says(complaint), { consented: true }).wait(300);
    it('a complaint about the same illness is asked about by the follow-up once it is said to be theirs', () => {
      const chat = written('a tosse continua');
      expect(chat.state).toMatchObject({ phase: 'for-whom' });
      chat.presses('whom:self');
      expect(chat.state).toMatchObject({ ledBy: 'follow-up', answers: { ...due.answers, cough: true } });
    });
    it.each([
      ['a tosse continua', 'whom:child'],
      ['muita dor nas costas', 'whom:self'],
    ])('“%s”, %s: not', (complaint, whom) => {
      const chat = written(complaint).presses(whom);
      expect(chat.state.ledBy).not.toBe('follow-up');
      expect(chat.state.answers).not.toHaveProperty('monitored_disease');
    });
  });

  it('told again, or in another order, the conversation is the same', () => {
    const chat = healthy(back());
    const { inputs } = chat;
    expect(fold([...inputs].reverse(), knowledge)).toEqual(chat.state);
    expect(fold([...inputs, ...inputs], knowledge)).toEqual(chat.state);
  });
});
