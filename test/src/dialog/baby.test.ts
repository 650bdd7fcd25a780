import { conversation } from '../../support/conversation';

function baby(complaint = 'meu bebê está com febre', pack = 'respiratory') {
  return conversation({ pack, asksForWhom: true }).start().says(complaint);
}
const standing = (chat: ReturnType<typeof conversation>) =>
  chat.state.phase === 'asking' ? chat.state.question : chat.state.phase;

describe('Given the patient is a baby', () => {
  it.each([
    'meu bebê está com febre',
    'minha neném tá com tosse',
    'my baby has a cough',
    'mi bebé tiene fiebre',
  ])('%s: the months are asked first, and no years', (complaint) => {
    const chat = baby(complaint);
    expect(standing(chat)).toBe('age_months');
    chat.says('8');
    expect(chat.state.answers).toMatchObject({ age_months: 8, age: 0 });
    expect(standing(chat)).not.toMatch(/^age/);
  });

  it('told by a button', () => {
    const chat = baby('bebê com febre');
    if (chat.state.phase === 'for-whom') chat.presses('whom:child');
    expect(standing(chat)).toBe('age_months');
  });

  it('told in years: that is the age', () => {
    const chat = baby().says('2 anos');
    expect(chat.state.answers).toMatchObject({ age: 2 });
    expect(standing(chat)).not.toMatch(/^age/);
  });

  it('where the months are not known, the years are asked', () => {
    const chat = baby().says('não sei');
    expect(standing(chat)).toBe('age');
  });

  it.each(['febre', 'tosse'])('less than a year, told as 0 (%s): the months come next', (sign) => {
    const chat = conversation({ pack: 'respiratory', asksForWhom: true })
      .start()
      .says(`meu filho está com ${sign}`);
    expect(standing(chat)).toBe('age');
    expect(standing(chat.says('0'))).toBe('age_months');
    expect(standing(chat.says('2'))).not.toMatch(/^age/);
  });

  it.each(['8 meses', '3 semanas', '20 dias', 'um ano e meio'])(
    'months told to the question of the years are kept: %s, and not asked again',
    (text) => {
      const chat = conversation({ pack: 'respiratory', asksForWhom: true })
        .start()
        .says('meu filho está com tosse');
      expect(standing(chat)).toBe('age');
      chat.says(text);
      expect(chat.state.answers['age']).toEqual(expect.any(Number));
      for (let i = 0; i < 30 && chat.state.phase === 'asking'; i += 1) {
        expect(standing(chat)).not.toMatch(/^age/);
        chat.says('não');
        if (chat.state.offered) chat.says('não');
      }
    },
  );

  it('a newborn is not asked whether their speech is confused', () => {
    for (const complaint of ['meu bebê está com febre', 'meu bebê não está bem', 'meu bebê está com tosse']) {
      const chat = baby(complaint);
      if (standing(chat) === 'for-whom') chat.presses('whom:child');
      for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
        expect(standing(chat)).not.toMatch(/^(confusion|speech_trouble|age)$/);
        if (standing(chat) === 'age_months') chat.says('9');
        else if (chat.buttons.some((one) => one.endsWith(':no'))) chat.says('não');
        else chat.says('não sei');
      }
    }
  });

  it('who writes for themselves is none, whatever is misread', () => {
    const chat = conversation({ pack: 'respiratory', language: 'es', asksForWhom: true }).start();
    chat.says('me siento rara, recien me puse la insulina y no comi');
    expect(chat.state.answers['age']).toBeUndefined();
    expect(standing(chat)).not.toBe('age_months');
  });

  it('who is pregnant, or writes for themselves, has no months', () => {
    expect(
      standing(conversation({ pack: 'respiratory' }).start().says('tive bebê há um ano, estou com tosse')),
    ).toBe('age');
  });
});
