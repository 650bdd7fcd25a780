import type { Language } from '../../../contract/event';
import { dialogTexts } from '../../../settings/dialog-texts';
import { conversation } from '../../support/conversation';

const clinic = (language: Language) => conversation({ language, pack: 'respiratory', consent: {} }).start();
const words = (language: Language, key: keyof (typeof dialogTexts)['en']) => dialogTexts[language][key];

describe('Given an emergency told in another language than the chat’s', () => {
  it.each([
    ['pt-BR', 'en', "I can't breathe", 'emergency_192'],
    ['pt-BR', 'es', 'no puedo respirar', 'emergency_192'],
    ['en', 'pt-BR', 'não consigo respirar', 'emergency_192'],
    ['es', 'pt-BR', 'estou com dor forte no peito', 'emergency_192'],
    ['es', 'en', 'I want to kill myself', 'emergency_188'],
    ['pt-BR', 'es', 'mi marido me pega', 'emergency_190'],
  ] as const)('in a chat in %s someone writes in %s: %s', (chat, own, text, key) => {
    const said = clinic(chat)
      .says(text)
      .effects.flatMap((one) => (one.kind === 'say' ? [one.text] : []));
    // the writer's first, then the chat's, in the same turn
    expect(said).toEqual([words(own, key), words(chat, key)]);
  });

  it('then what is asked and advised is in their language, the alert for the team in the clinic’s', () => {
    const chat = clinic('pt-BR').says('no puedo respirar').transferAnswered('transferred');
    expect(chat.said).toContain(words('es', 'detail_address'));
    expect(chat.said).not.toContain(words('pt-BR', 'detail_address'));
    chat.assigned('human').says('todavía no puedo respirar');
    const [alert] = chat.effects.flatMap((one) => (one.kind === 'alert-agent' ? [one.text] : []));
    expect(alert).toContain('Possível sinal');
  });

  it('when nothing says which language it is, only the chat’s is spoken', () => {
    const { effects } = clinic('pt-BR').says('192 dispneia');
    expect(effects.filter(({ kind }) => kind === 'say')).toHaveLength(1);
  });

  it('in the middle of the questions', () => {
    const chat = clinic('en').says('I have a cough').presses('consent:yes').says('não consigo respirar');
    expect(chat.said).toContain(`${words('pt-BR', 'emergency_192')}\n${words('en', 'emergency_192')}`);
  });

  it('while a person serves and does not answer, both are said', () => {
    const chat = clinic('pt-BR').says('atendente').transferAnswered('transferred').assigned('human');
    chat.agentSays('bom dia').says("I can't breathe").wait(61).due('flag-unanswered');
    expect(chat.said).toContain(words('en', 'emergency_192'));
    expect(chat.said).toContain(words('pt-BR', 'emergency_192'));
  });
});

describe('Given who writes clearly in another language from the start', () => {
  it('then the greeting is said again in it, and the chat goes on in it', () => {
    const chat = clinic('pt-BR').says('Hi, I have had a cough and a runny nose since yesterday');
    expect(chat.said).toContain(words('en', 'greeting'));
    expect(chat.said).toContain(words('en', 'consent_ask'));
    chat.presses('consent:yes');
    expect(chat.said).not.toMatch(/Você|você/);
    chat.says('y');
    expect(chat.said).not.toContain(words('en', 'greeting'));
  });

  it('then one word of another language changes nothing', () => {
    expect(clinic('pt-BR').says('cough').said).not.toContain(words('en', 'greeting'));
    expect(clinic('en').says('tosse').said).not.toContain(words('pt-BR', 'greeting'));
  });
});
