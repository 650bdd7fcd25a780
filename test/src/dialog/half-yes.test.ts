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
