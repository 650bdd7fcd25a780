import { isHalfYes } from '../../../src/dialog/half-yes';
import { conversation } from '../../support/conversation';

const asked = () => {
  const chat = conversation({ pack: 'respiratory' }).start().says('estou com tosse').says('34');
  expect(chat.state).toMatchObject({ question: 'dyspnea' });
  return chat;
};

describe('Given half a yes to a question of danger', () => {
  it.each(['mais ou menos', 'um pouco', 'às vezes', 'acho que sim'])(
    '%s: a yes, and it is said so',
    (text) => {
      const chat = asked().says(text);
      expect(chat.said).toContain('192');
      expect(chat.said).toContain('Entendi a sua resposta como **sim**');
      expect(chat.state.redFlags).toContain('dyspnea');
    },
  );

  it.each(['sim', 'não', 'não sei'])('%s: nothing of the kind', (text) => {
    expect(asked().says(text).said).not.toContain('como **sim**');
  });
});

describe('Half a yes', () => {
  const written = (text: string): boolean =>
    isHalfYes({
      ...{ kind: 'patient-message', id: 'i', at: '2026-01-01T00:00:00.000Z', conversation: 'room' },
      ...{ messageId: 'm', text, file: false },
    });

  it.each([
    ...['Mais ou menos', 'mais/menos', 'meio que sim', 'um pouco', 'um pouquinho', 'um pouc', 'as vezes'],
    ...['às vezes', 'a vezes', 'de vez em quando', 'acho que sim', 'more or less', 'a little', 'a bit'],
    ...['sort of', 'kind of', 'sometimes', 'I think so', 'más o menos', 'un poco', 'un poquito'],
    ...['de vez en cuando', 'creo que sí', 'hoje um pouco', 'um pouco!', 'às veçes'],
  ])('%s', (text) => expect(written(text)).toBe(true));

  it.each([
    'sim',
    'acho que não',
    'vezes',
    'algum pouco',
    'sometimesx',
    'xa bit',
    'alittle',
    'mais',
    'um povo',
  ])('is not %s', (text) => expect(written(text)).toBe(false));

  it('is looked for where a message begins, and in what is written only', () => {
    expect(written(`${'x '.repeat(36)}a bit`)).toBe(true);
    expect(written(`${'x '.repeat(40)}a bit`)).toBe(false);
    expect(
      isHalfYes({
        ...{ kind: 'button', id: 'i', at: '2026-01-01T00:00:00.000Z', conversation: 'room' },
        ...{ messageId: 'm', value: 'um pouco' },
      }),
    ).toBe(false);
  });
});
