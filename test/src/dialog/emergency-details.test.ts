import type { Language } from '../../../contract/event';
import { languages } from '../../../contract/event';
import { conversation } from '../../support/conversation';

const words: Record<Language, { flag: string; asks: RegExp[] }> = {
  'pt-BR': { flag: 'estou com falta de ar', asks: [/Onde você está/, /telefone/, /Quem está com você/] },
  en: { flag: 'I cannot breathe', asks: [/Where are you/, /phone number/, /Who is with you/] },
  es: { flag: 'no puedo respirar', asks: [/Dónde está/, /teléfono/, /Quién está con usted/] },
};
const queued = (text: string, language: Language = 'pt-BR') =>
  conversation({ language }).start().says(text).transferAnswered('transferred');
const details = (chat: ReturnType<typeof conversation>) =>
  chat.events.flatMap((event) => (event.type === 'acolhe.emergency.detail.v1' ? [event.data] : []));

describe('after a red flag, while nobody serves', () => {
  it.each(languages)('in %s: where, which number, who is there, one at a time', (language) => {
    const { flag, asks } = words[language];
    const chat = conversation({ language }).start().says(flag);
    for (const asked of asks) expect(chat.said).not.toMatch(asked);
    chat.transferAnswered('transferred');
    expect(chat.said).toMatch(asks[0]!);
    expect(chat.said).not.toMatch(asks[1]!);
    chat.says('Rua das Flores 12');
    expect(details(chat)).toEqual([{ detail: 'address', text: 'Rua das Flores 12' }]);
    expect(chat.said).toMatch(asks[1]!);
    chat.says('85 99999-0000');
    expect(details(chat)).toEqual([{ detail: 'phone', text: '85 99999-0000' }]);
    expect(chat.said).toMatch(asks[2]!);
    chat.says('Ana');
    expect(details(chat)).toEqual([{ detail: 'company', text: 'Ana' }]);
    expect(chat.said).toContain('192');
    chat.wait(30).says('ok');
    for (const asked of asks) expect(chat.said).not.toMatch(asked);
  });

  it('does not ask again for what came with another answer', () => {
    const chat = queued(words['pt-BR'].flag).says('Rua A 12, meu telefone é (85) 99999-0000');
    expect(details(chat).map(({ detail }) => detail)).toEqual(['address', 'phone']);
    expect(chat.said).toMatch(/Quem está com você/);
  });

  it.each([
    ['não sei', []],
    ['ninguém', ['company']],
  ])('takes %p for what it is', (text, kept) => {
    const chat = queued(words['pt-BR'].flag);
    if (kept.length > 0) chat.says('Rua A 12').says('85 99999-0000');
    expect(
      chat
        .says(text)
        .events.flatMap((event) => (event.type === 'acolhe.emergency.detail.v1' ? event.data.detail : [])),
    ).toEqual(kept);
  });

  it('lets go of what somebody would rather not say', () => {
    const chat = queued(words['pt-BR'].flag);
    expect(chat.buttons).toEqual(['skip:address']);
    expect(chat.presses('skip:address').said).toMatch(/telefone/);
    expect(chat.presses('skip:address').said).toMatch(/já passou/);
  });

  it('asks twice at most for a number that is none', () => {
    const chat = queued(words['pt-BR'].flag).says('Rua A 12').says('espera');
    expect(chat.said).toMatch(/telefone/);
    expect(chat.says('já vou').said).toMatch(/Quem está com você/);
  });

  const told = (...texts: string[]) => {
    const chat = queued(words['pt-BR'].flag);
    for (const text of texts) chat.says(text);
    return { asks: chat.said, kept: details(chat) };
  };
  const where = 'Rua A 12';
  const number = '85 99999-0000';

  it.each([
    ['a number alone is no address: asked once more', ['2'], /Onde você está/, []],
    ['then let go', ['2', '2'], /telefone/, []],
    ['a letter is none', ['x'], /Onde você está/, []],
    ['where it is not known, it is not', ['não sei'], /telefone/, []],
    ['a postal code is one', ['60175-055'], /telefone/, ['60175-055']],
    ['a number with a word is one', ['km 12'], /telefone/, ['km 12']],
    ['two digits are no telephone number: asked once more', [where, '22'], /telefone/, []],
    ['a number that is not known is none', [where, 'não sei'], /Quem está com você/, []],
    ['nor one that there is not', [where, 'não'], /Quem está com você/, []],
    ['a number is nobody: asked once more', [where, number, '2'], /Quem está com você/, []],
    ['who is there is not known', [where, number, 'não sei'], /192/, []],
    ['nobody is', [where, number, 'não, ninguém'], /192/, ['não, ninguém']],
    ['somebody is', [where, number, '2 filhos'], /192/, ['2 filhos']],
  ])('%s', (_title, texts, asked, kept) => {
    const { asks, kept: found } = told(...texts);
    expect(asks).toMatch(asked);
    expect(found.map(({ text }) => text)).toEqual(kept);
  });

  it('a new red flag comes first: its words, and no question in that turn; it goes on after the next message', () => {
    const chat = queued(words['pt-BR'].flag).says('estou com dor no peito');
    expect(chat.said).toContain('192');
    expect(chat.said).not.toMatch(/Onde você está/);
    expect(details(chat)).toEqual([]);
    expect(chat.wait(30).says('ok').said).toMatch(/Onde você está/);
  });

  it('a person who takes the room ends the questions', () => {
    const chat = queued(words['pt-BR'].flag).assigned().says('Rua das Flores 12');
    expect(chat.effects).toEqual([]);
    expect(details(chat)).toEqual([]);
  });

  it('asks also when no department takes the room', () => {
    const chat = conversation().start().says(words['pt-BR'].flag);
    // neither where somebody is, nor in a queue
    for (const department of ['Urgência', 'Atendimento geral', 'Urgência', 'Atendimento geral'])
      chat.transferAnswered('refused', false, department);
    expect(chat.said).toMatch(/Onde você está/);
    expect(chat.wait(60).due('try-hand-over').transferAnswered('transferred').said).not.toMatch(/Onde você/);
  });

  it('says how long it takes to who asks, and the question again', () => {
    const chat = queued(words['pt-BR'].flag).says('vai demorar?');
    expect(chat.said).toMatch(/avisada/);
    expect(chat.said).toMatch(/Onde você está/);
    expect(details(chat)).toEqual([]);
  });
});

describe('words that fit', () => {
  it('somebody who wants to die is first asked who is near', () => {
    const chat = queued('quero morrer');
    expect(chat.said).toContain('188');
    expect(chat.said).toMatch(/Tem alguém perto de você/);
    expect(chat.says('minha mãe').said).toMatch(/Assim a equipe pode chegar até você/);
  });

  const violence = () => queued('meu marido está me batendo agora');

  it('where somebody is violent, first: is it safe to write?', () => {
    const chat = violence();
    expect(chat.said).toMatch(/É seguro para você escrever/);
    expect(chat.buttons).toEqual(['safe:yes', 'safe:no']);
    expect(chat.presses('safe:yes').said).toMatch(/Se puder dizer com segurança/);
  });

  it('where it is not safe, nothing more is asked, and nothing is closed', () => {
    const chat = violence().says('não');
    expect(chat.said).toContain('190');
    expect(chat.effects.filter(({ kind }) => kind === 'say')).toHaveLength(1);
    chat.wait(30).says('ok');
    expect(chat.said).not.toMatch(/Onde|seguro para você escrever/);
    expect(chat.state.phase).toBe('waiting');
  });

  it.each(['talvez', 'Rua A 12'])('%p is no yes: the words again, and the question stands', (text) => {
    const chat = violence().says(text);
    expect(chat.said).toContain('190');
    expect(chat.said).toMatch(/É seguro/);
    expect(details(chat)).toEqual([]);
  });
});
