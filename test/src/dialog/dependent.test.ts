import { mintPatientId } from '../../../contract/patient-id';
import { conversation } from '../../support/conversation';

const childId = '0000-0002-2';
const replacement = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const asked = (chat: ReturnType<typeof conversation>) =>
  chat.effects.flatMap((effect) => (effect.kind === 'ask-who' && effect.dependent ? [effect.dependent] : []));
const identified = (chat: ReturnType<typeof conversation>, more: object = {}) =>
  chat.play({
    kind: 'identified',
    id: `identified/child${chat.inputs.length}`,
    at: new Date(Date.UTC(2026, 0, 1, 1)).toISOString(),
    conversation: 'room1',
    patientId: childId,
    mintedBy: 'crm',
    earlierConversations: 0,
    dependent: true,
    ...more,
  });

const complaints = {
  'pt-BR': 'meu filho está com febre',
  en: 'my son has a fever',
  es: 'mi hijo tiene fiebre',
} as const;

describe('someone who writes for another', () => {
  it('Given a complaint about their child, then who that is, is asked after all else, and the interview goes on', () => {
    const chat = conversation().start().identified().says('minha filha Ana está com febre');
    expect(asked(chat)).toEqual([{ name: 'Ana' }]);
    expect(chat.effects.at(-1)?.kind).toBe('ask-who');
    expect(chat.state.phase).toBe('asking');
    expect(chat.eventTypes()).toContain('acolhe.triage.started.v1');
  });

  it.each([
    ['pt-BR', 'O número de atendimento de quem você está cuidando'],
    ['en', 'the person you are looking after'],
    ['es', 'la persona que usted cuida'],
  ] as const)('Given the answer, then in %s the sentence says whose ID it is', (language, words) => {
    const chat = conversation({ language }).start().identified().says(complaints[language]);
    identified(chat);
    expect(chat.said).toContain(words);
    expect(chat.said).toContain(childId);
    expect(chat.events).toMatchObject([
      { type: 'acolhe.patient.identified.v1', data: { patientId: childId, dependentOf: '0000-0001-1' } },
    ]);
    expect(chat.says('não sei').events.every((event) => event.patientid === childId)).toBe(true);
  });

  it.each([
    ['pt-BR', 'de quem você está cuidando mudou', 'O seu próprio número continua o mesmo'],
    ['en', 'the person you are looking after has changed', 'Your own number stays the same'],
    ['es', 'de la persona que usted cuida cambió', 'Su propio número sigue siendo el mismo'],
  ] as const)(
    'Given the CRM replaces the dependent’s ID, then in %s whose it is, is said',
    (language, ...words) => {
      const chat = conversation({ language }).start().identified().says(complaints[language]);
      identified(chat);
      chat.play({
        ...{ kind: 'command', id: 'command/c1', at: new Date(Date.UTC(2026, 0, 1, 2)).toISOString() },
        conversation: 'room1',
        command: { id: 'c1', conversation: 'room1', kind: 'replace-patient-id', patientId: replacement },
      });
      for (const sentence of [...words, replacement]) expect(chat.said).toContain(sentence);
      expect(chat.state).toMatchObject({ patientId: replacement, writerId: '0000-0001-1' });
    },
  );

  it('Given a red flag, then the emergency words and the person come first, and nothing waits', () => {
    const chat = conversation().start().identified().says('meu filho não consegue respirar');
    const kinds = chat.effects.map((effect) => effect.kind);
    expect(chat.said).toContain('192');
    expect(kinds).toContain('transfer');
    expect(kinds.at(-1)).toBe('ask-who');
    expect(chat.state.phase).toBe('waiting');
  });

  it('Given it is said twice, then it is asked once', () => {
    const chat = conversation().start().identified().says('meu filho está com febre').says('recomeçar');
    expect(asked(chat.says('meu filho está com febre'))).toEqual([]);
  });

  it('Given an answer to a question that names a child, then the writer stays the patient', () => {
    const chat = conversation().start().identified().says('estou com tosse');
    expect(asked(chat.says('meu filho está com febre'))).toEqual([]);
  });

  it("Given the writer's own ID comes after, then the conversation stays about the dependent", () => {
    const chat = conversation().start().says('meu filho está com febre');
    identified(chat, { guardianId: '0000-0001-1' });
    chat.identified('0000-0001-1');
    expect(chat.effects).toEqual([]);
    expect(chat.state.patientId).toBe(childId);
  });

  it('Given an answer that names nobody else, then nothing changes', () => {
    const chat = conversation().start().identified('0000-0001-1').says('meu filho está com febre');
    identified(chat, { patientId: '0000-0001-1' });
    expect(chat.effects).toEqual([]);
    expect(chat.state.patientId).toBe('0000-0001-1');
  });
});

describe('somebody who says late for whom it is', () => {
  const begun = (over = {}) => conversation(over).start().identified().says('to com tosse');

  it.each(['é pra minha mãe', 'na verdade é para a minha mãe', 'Não, isso é para minha mãe.'])(
    'Given %p in the middle of the questions, then they begin anew about her, with an ID of her own',
    (text) => {
      const chat = begun({ asksForWhom: true }).says(text);
      expect(asked(chat)).toHaveLength(1);
      expect(chat.state).toMatchObject({
        phase: 'complaint',
        forWhom: 'other',
        forDependent: true,
        answers: {},
      });
      expect(chat.said).toContain('O que essa pessoa está sentindo?');
      identified(chat);
      chat.says('ela está com tosse').says('70');
      expect(chat.state).toMatchObject({ patientId: childId, answers: { cough: true } });
    },
  );

  it('Given they were taken for another, then back to the one who writes', () => {
    const chat = conversation().start().identified().says('minha filha Ana está com febre');
    identified(chat).says('na verdade é pra mim');
    expect(chat.state).toMatchObject({ phase: 'complaint', forWhom: 'self', forDependent: false });
    expect(chat.state.patientId).not.toBe(childId);
    expect(chat.said).toContain('O que você está sentindo?');
  });

  it.each(['é para hoje?', 'é para responder sim?', 'minha mãe disse que é gripe', 'é pra mim'])(
    'Given %p, then nothing begins anew',
    (text) => {
      expect(begun({ asksForWhom: true }).says(text).state).toMatchObject({ answers: { cough: true } });
    },
  );

  it('Given who it is was known, then it is not asked about anew', () => {
    const chat = conversation().start().identified().says('minha mãe está com tosse').says('é pra minha mãe');
    expect(chat.state).toMatchObject({ phase: 'asking', answers: { cough: true } });
  });
});
