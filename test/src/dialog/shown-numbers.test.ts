import { languages, type Language } from '../../../contract/event';
import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const complaint: Record<Language, string> = { 'pt-BR': 'tosse', en: 'cough', es: 'tos' };
const started = (language: Language = 'pt-BR'): Chat =>
  conversation({ pack: 'respiratory', language }).start().says(complaint[language]);

describe('the age that was understood', () => {
  it.each<[Language, string, string]>([
    ['pt-BR', '8 meses', '**8 meses**'],
    ['pt-BR', '1 mês', '**1 mês**'],
    ['pt-BR', '18 meses', '**18 meses**'],
    ['pt-BR', '20 dias', '**20 dias**'],
    ['pt-BR', '40', '**40**'],
    ['pt-BR', '1', '**1**'],
    ['en', '8 months', '**8 months**'],
    ['es', '8 meses', '**8 meses**'],
  ])('in %s "%s" is shown as %s', (language, text, shown) => {
    expect(started(language).says(text).said).toContain(shown);
  });
});

describe('the temperature that was understood', () => {
  it.each<[Language, string]>([
    ['pt-BR', '**38,2**'],
    ['en', '**38.2**'],
    ['es', '**38,2**'],
  ])('in %s is shown as %s', (language, shown) => {
    const chat = started(language);
    for (let i = 0; i < 60 && chat.state.phase === 'asking'; i += 1) {
      const { question } = chat.state;
      if (question === 'temperature') {
        expect(chat.says('38,2').said).toContain(shown);
        return;
      }
      if (question === 'age') chat.says('40');
      else if (question === 'fever') chat.presses('answer:fever:yes');
      else
        chat.presses(
          `answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`,
        );
    }
    throw new Error('the temperature was not asked for');
  });
});

it.each(languages)('the greeting in %s asks nobody to repeat what they have written', (language) => {
  const { said } = conversation({ language }).start();
  expect(said).toMatch(/não precisa repetir|no need to repeat|no hace falta repetirlo/);
});
