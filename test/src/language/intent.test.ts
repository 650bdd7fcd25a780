import { readIntent, type Intent } from '../../../src/language/intent';

const cases: [text: string, intent: Intent][] = [
  ['atendente', 'human'],
  ['ATENDENTE!!', 'human'],
  ['humano', 'human'],
  ['quero falar com um atendente', 'human'],
  ['falar com uma pessoa', 'human'],
  ['falar com alguém', 'human'],
  ['quero falar com um médico', 'human'],
  ['me passa um medico', 'human'],
  ['não quero falar com robô', 'human'],
  ['oi, quero um atendente por favor', 'human'],
  ['agent', 'human'],
  ['human please', 'human'],
  ['I want to talk to a person', 'human'],
  ['can i speak to a doctor', 'human'],
  ['quiero hablar con una persona', 'human'],
  ['persona', 'human'],
  ['agente', 'human'],
  ['não quero falar com atendente', 'none'],
  ['nao preciso de atendente', 'none'],
  ["I don't want an agent", 'none'],
  ['no quiero hablar con una persona', 'none'],
  ['meu médico me receitou dipirona', 'none'],
  ['tenho tosse', 'none'],
  ['', 'none'],
  ['não', 'none'],
  ['oi', 'greeting'],
  ['Olá, bom dia!', 'greeting'],
  ['hello', 'greeting'],
  ['hola', 'greeting'],
  ['obrigado', 'thanks'],
  ['muito obrigada 🙏', 'thanks'],
  ['thank you', 'thanks'],
  ['gracias', 'thanks'],
  ['recomeçar', 'restart'],
  ['quero começar de novo', 'restart'],
  ['start over', 'restart'],
];

describe('reading an intent', () => {
  it.each(cases)('Given "%s" Then %s', (text, intent) => expect(readIntent(text, 'pt-BR')).toBe(intent));
});
