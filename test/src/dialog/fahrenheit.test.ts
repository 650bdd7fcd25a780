import { conversation } from '../../support/conversation';

/** Where the temperature is asked. */
function asked(pack = 'respiratory') {
  const chat = conversation({ pack }).start().says('estou com febre e tosse');
  for (
    let i = 0;
    i < 30 && chat.state.phase === 'asking' && !/^temperature/.test(chat.state.question);
    i += 1
  ) {
    const { question } = chat.state;
    if (question === 'age') chat.says('34');
    else chat.presses(`answer:${question}:no`);
  }
  expect(chat.state).toMatchObject({ question: 'temperature' });
  return chat;
}

describe('Given a temperature in degrees Fahrenheit', () => {
  it.each([
    ['101F', '101 °F', '38,3 °C', 38.3],
    ['deu 100.4 fahrenheit', '100,4 °F', '38 °C', 38],
    ['102', '102 °F', '38,9 °C', 38.9],
  ])('%s: it is told back in Celsius, and counts when it is right', (text, from, to, value) => {
    const chat = asked().says(text);
    for (const part of [from, to]) expect(chat.said).toContain(part);
    expect(chat.buttons).toEqual(['degrees:yes', 'degrees:no']);
    expect(chat.state.answers['temperature']).toBeUndefined();
    chat.says('sim');
    expect(chat.state.answers['temperature']).toBe(value);
    expect(chat.state.degrees).toBeUndefined();
  });

  it('by its button, too', () => {
    expect(asked().says('101F').presses('degrees:yes').state.answers['temperature']).toBe(38.3);
  });

  it('when it is not right, it is asked anew; another number is that number', () => {
    const chat = asked().says('101F').says('não');
    expect(chat.state).toMatchObject({ question: 'temperature', degrees: undefined });
    expect(asked().says('101F').says('37,5').state.answers['temperature']).toBe(37.5);
  });

  it.each(['104F', '105', '106 fahrenheit'])('%s is 40 °C or more: a flag at once', (text) => {
    const chat = asked().says(text);
    expect(chat.said).toContain('192');
    expect(chat.state.redFlags).toContain('temperature');
  });

  it('a button of something that is over changes nothing', () => {
    const chat = asked().presses('degrees:yes');
    expect(chat.said).toContain('já passou');
    expect(chat.state.answers['temperature']).toBeUndefined();
  });
});
