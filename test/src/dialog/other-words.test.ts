import { languages } from '../../../contract/event';
import { inOtherWords } from '../../../settings/other-words';
import { packs } from '../../../settings/packs';
import { conceptOfQuestion } from '../../../src/triage/answer';
import type { Knowledge } from '../../../src/dialog/knowledge';
import { conversation, knowledge } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;

/** Answers no, and an age, until the question stands. */
function untilAsked(chat: Chat, question: string): Chat {
  for (let i = 0; i < 30 && chat.state.phase === 'asking' && chat.state.question !== question; i += 1) {
    const standing = chat.state.question;
    if (standing === 'age') chat.says('34');
    else if (chat.buttons.includes(`answer:${standing}:no`)) chat.presses(`answer:${standing}:no`);
    else chat.presses(`answer:${standing}:unknown`);
  }
  expect(chat.state).toMatchObject({ phase: 'asking', question });
  return chat;
}

/** No to everything, until the interview ends. */
function toTheEnd(chat: Chat): Chat {
  for (let i = 0; i < 60 && chat.state.phase === 'asking'; i += 1) {
    const { question } = chat.state;
    chat.presses(`answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`);
  }
  return chat;
}

const atDyspnea = (language: 'pt-BR' | 'en' | 'es' = 'pt-BR'): Chat =>
  untilAsked(
    conversation({ pack: 'respiratory', language })
      .start()
      .says({ 'pt-BR': 'tosse', en: 'cough', es: 'tos' }[language]),
    'dyspnea',
  );

describe('an unsure answer to a question of danger', () => {
  it.each(['acho que não', 'não sei', 'talvez'])(
    'Given "%s" Then it is asked once more, in other words',
    (text) => {
      const chat = atDyspnea().says(text);
      expect(chat.state).toMatchObject({ phase: 'asking', question: 'dyspnea' });
      expect(chat.state.answers['dyspnea']).toBeUndefined();
      expect(chat.said).toContain(inOtherWords('dyspnea', 'pt-BR'));
      expect(chat.buttons).toContain('answer:dyspnea:yes');
      chat.says(text);
      expect(chat.state.answers['dyspnea']).toBe('unknown');
    },
  );

  it.each(languages)('Given the button for not knowing Then so too, in %s', (language) => {
    const chat = atDyspnea(language).presses('answer:dyspnea:unknown');
    expect(chat.state).toMatchObject({ phase: 'asking', question: 'dyspnea' });
    expect(chat.said).toContain(inOtherWords('dyspnea', language));
  });

  it('Given a clear answer the second time Then it counts', () => {
    const chat = atDyspnea().says('acho que não').says('não');
    expect(chat.state.answers['dyspnea']).toBe(false);
  });

  it('Given yes the second time Then the red flag', () => {
    expect(atDyspnea().says('acho que não').says('sim').transfers).toEqual(['Urgência']);
  });

  it('Given it stays unsure Then the closing words name the answer that is missing', () => {
    const chat = toTheEnd(atDyspnea().says('acho que não').says('acho que não'));
    expect(chat.state.phase).toBe('waiting');
    expect(chat.said).toContain('Está com falta de ar, ou fazendo força para respirar?');
  });

  it('Given a question of no danger Then it is not asked again', () => {
    const chat = untilAsked(conversation({ pack: 'respiratory' }).start().says('tosse'), 'fever').says(
      'não sei',
    );
    expect(chat.state).not.toMatchObject({ question: 'fever' });
  });

  it('Given a pack with its own words Then those', () => {
    const own = {
      ...packs['respiratory']!,
      questions: packs['respiratory']!.questions.map((question) =>
        question.id === 'dyspnea' ? { ...question, rephrase: 'question.dyspnea.again' } : question,
      ),
    };
    const known: Knowledge = {
      ...knowledge,
      packs: { ...knowledge.packs, respiratory: own },
      packText: (pack, language, key) =>
        key === 'question.dyspnea.again' ? 'Cansa ao falar?' : knowledge.packText(pack, language, key),
    };
    const chat = untilAsked(conversation({ pack: 'respiratory' }, known).start().says('tosse'), 'dyspnea');
    expect(chat.says('acho que não').said).toContain('Cansa ao falar?');
  });
});

it('Every vital question of the packs has other words', () => {
  const without = Object.values(packs)
    .filter(({ demonstration, use }) => !demonstration && use !== 'staff')
    .flatMap((pack) =>
      pack.questions
        .filter((question) => question.kind === 'vital' && question.rephrase === undefined)
        .map((question) => conceptOfQuestion(question) ?? question.id)
        .filter((id) => languages.some((language) => inOtherWords(id, language) === undefined)),
    );
  expect([...new Set(without)]).toEqual([]);
});
