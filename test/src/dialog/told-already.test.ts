import type { Language } from '../../../contract/event';
import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const said = (text: string, language: Language = 'pt-BR'): Chat =>
  conversation({ pack: 'respiratory', language }).start().says(text);

/** No to what is asked, until the question stands or the interview ends. */
function until(chat: Chat, wanted: string): Chat {
  for (let i = 0; i < 80 && chat.state.phase === 'asking' && chat.state.question !== wanted; i += 1) {
    const { question } = chat.state;
    if (question === 'age') chat.says('40');
    else
      chat.presses(`answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`);
  }
  return chat;
}

describe('how long it lasts', () => {
  it('told with the complaint, it is not asked', () => {
    const chat = until(said('Febre desde ontem, dor de garganta e tosse'), 'symptom_duration');
    expect(chat.state.phase).not.toBe('asking');
    expect(chat.state.answers['symptom_duration']).toBe(1);
  });

  it.each<[string, string]>([
    ['duas semanas', '**14**'],
    ['uma semana', '**7**'],
    ['ontem', '**1**'],
    ['desde ontem', '**1**'],
    ['começou hoje', '**0**'],
  ])('"%s" is shown as it was understood', (text, shown) => {
    const chat = until(said('febre, dor de garganta e tosse'), 'symptom_duration');
    expect(chat.state).toMatchObject({ question: 'symptom_duration' });
    expect(chat.says(text).said).toContain(shown);
  });
});

describe('fever and red spots', () => {
  it.each<[Language, string]>([
    ['pt-BR', 'febre e manchas vermelhas no corpo'],
    ['pt-BR', 'febre, dor atrás dos olhos e manchas vermelhas na pele'],
    ['en', 'fever and red spots on my skin'],
    ['es', 'fiebre y manchas rojas en la piel'],
  ])('in %s "%s": the dengue protocol leads, and nobody calls 192', (language, text) => {
    const chat = said(text, language);
    expect(chat.state).toMatchObject({ phase: 'asking', chosen: 'dengue' });
    expect(chat.state.answers).toMatchObject({ fever: true, rash: true });
    expect(chat.transfers).toEqual([]);
  });

  it('with purple dots it is an emergency', () => {
    expect(said('febre e pintinhas roxas na perna').transfers).toEqual(['Urgência']);
  });
});

it('Given a flu shot Then no emergency', () => {
  expect(said('I have a cough. I got my flu shot yesterday', 'en').transfers).toEqual([]);
});
