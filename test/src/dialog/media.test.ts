import type { Media } from '../../../src/dialog/input';
import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const sends = (chat: Chat, media: Media, text = '') => chat.says(text, { file: media !== 'location', media });
const asking = () => conversation().start().says('estou com tosse');

describe('what comes beside words', () => {
  it.each([
    ['audio', 'ainda não consigo ouvir'],
    ['image', 'não consigo ver'],
    ['video', 'não consigo ver'],
    ['document', 'não consigo ler'],
  ] as const)(
    'Given %s, then it is said that the bot cannot read it, words are asked for, a person is offered',
    (media, words) => {
      const chat = sends(asking(), media);
      expect(chat.said).toContain(words);
      expect(chat.said).toContain('192');
      expect(chat.buttons).toEqual(['human']);
      expect(chat.events[0]?.data).toMatchObject({ via: 'file' });
      expect(chat.state.phase).toBe('asking');
    },
  );

  it('Given a second one without words, then a person is called', () => {
    expect(sends(sends(asking(), 'audio'), 'audio').state.phase).toBe('waiting');
    expect(sends(sends(asking(), 'image').says('34'), 'image').state.phase).toBe('asking');
  });

  it('Given words beside it, then those are read', () => {
    expect(sends(conversation().start(), 'image', 'estou com falta de ar').transfers).toEqual(['Urgência']);
    expect(sends(conversation().start(), 'image', 'estou com tosse').state.phase).toBe('asking');
  });

  it('Given a sticker or a contact, then a friendly word, and the question again', () => {
    const chat = sends(asking(), 'sticker');
    expect(chat.said).toMatch(/figurinha[\s\S]*Quantos anos/);
    expect(sends(chat, 'contact').said).toMatch(/contato[\s\S]*Quantos anos/);
  });

  it('Given a location that nobody asked for, then it is no answer: not a temperature, nor an age', () => {
    const chat = asking().says('34');
    const before = { ...chat.state.answers };
    sends(chat, 'location', 'geo:-3.73190,-38.52670');
    expect(chat.said).toContain('localização');
    expect(chat.state.answers).toEqual(before);
  });

  it('Given an emergency where the address is asked, then a location is the address', () => {
    const chat = conversation().start().says('estou com falta de ar').transferAnswered('transferred');
    expect(chat.state).toMatchObject({ detail: 'address' });
    sends(chat, 'location', 'geo:-3.73190,-38.52670');
    expect(chat.eventTypes()).toContain('acolhe.emergency.detail.v1');
  });

  it('Given a person is waited for, then it is received; given one serves, nothing is said', () => {
    const waiting = asking().says('atendente').transferAnswered('transferred');
    expect(sends(waiting, 'audio').said).toContain('Recebi');
    expect(sends(waiting.assigned(), 'audio').said).toBe('');
  });
});
