import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import {
  buttonInput,
  calendarDate,
  closedInput,
  messageInput,
  saysWho,
  startedInput,
  visitorFacts,
} from '../../../src/handlers/inputs';
import { personOf } from '../../../src/effects/person';
import { setup } from '../../support/conversation';

const now = new Date('2026-01-01T00:00:00.000Z');
const user = (over: Partial<IUser>): IUser =>
  ({ id: 'u1', username: 'ana', name: 'Ana', type: 'user', roles: [], ...over }) as IUser;
const message = (over: Record<string, unknown>) =>
  ({
    id: 'm1',
    room: { id: 'r1' },
    text: 'oi',
    createdAt: new Date('2026-01-01T00:00:01.000Z'),
    sender: user({}),
    ...over,
  }) as unknown as IMessage;

describe('messageInput', () => {
  it.each([
    [
      'the patient, by the token',
      { token: 't', sender: { id: 'v', username: 'guest-1', name: 'Gil' } },
      'patient-message',
    ],
    ['an agent', {}, 'agent-message'],
    ['the app itself', { sender: user({ type: 'app' as IUser['type'] }) }, 'bot-message'],
    ['a bot agent', { sender: user({ roles: ['bot', 'livechat-agent'] }) }, 'bot-message'],
    ['a file without words', { text: undefined, token: 't', file: { _id: 'f' } }, 'patient-message'],
  ])('reads %s', (_name, over, kind) => {
    const input = messageInput(message(over), now);
    expect(input).toMatchObject({
      kind,
      id: 'message/m1',
      conversation: 'r1',
      at: '2026-01-01T00:00:01.000Z',
    });
  });

  it.each([
    ['as it stands', (location: unknown) => ({ location })],
    ['among what is not mapped', (location: unknown) => ({ _unmappedProperties_: { location } })],
  ])('reads a shared location %s', (_where, over) => {
    const told = over({ type: 'Point', coordinates: [-38.5267, -3.7319] });
    const input = messageInput(message({ token: 't', text: '', ...told }), now);
    expect(input).toMatchObject({ kind: 'patient-message', text: 'geo:-3.73190,-38.52670', file: false });
    expect(
      messageInput(message({ token: 't', text: '', ...over({ coordinates: ['x'] }) }), now),
    ).toBeUndefined();
  });

  it('reads what is written with a file', () => {
    const attachments = [{ description: 'não consigo respirar' }, { text: 'foto' }];
    const input = messageInput(
      message({ token: 't', text: undefined, file: { _id: 'f' }, attachments }),
      now,
    );
    expect(input).toMatchObject({ file: true, text: 'não consigo respirar\nfoto' });
  });

  it('cuts names to what the contract takes', () => {
    const sender = { id: 'v', username: 'guest-1', name: 'x'.repeat(300) };
    expect(messageInput(message({ token: 't', sender }), now)).toMatchObject({ authorName: 'x'.repeat(200) });
  });

  it.each([
    ['buttons alone', { text: undefined, blocks: [{}] }],
    ['a system message', { type: 'livechat_transfer_history', text: 'connected' }],
    ['a system message of an older server', { _unmappedProperties_: { t: 'uj' } }],
    ['a message without an id', { id: undefined }],
    ['a message of nobody', { sender: undefined }],
  ])('leaves out %s', (_name, over) => {
    expect(messageInput(message(over), now)).toBeUndefined();
  });

  it('reads dates that came as text', () => {
    expect(messageInput(message({ createdAt: '2026-01-01T00:00:05.000Z' }), now)?.at).toBe(
      '2026-01-01T00:00:05.000Z',
    );
  });
});

describe('other inputs', () => {
  const room = {
    id: 'r1',
    createdAt: now,
    visitor: { token: 't', username: 'guest-1' },
    source: { type: 'widget' },
  } as unknown as ILivechatRoom;

  it('a room starts once, at its own time, with the set-up of that moment', () => {
    const metAt = new Date('2026-01-02T00:00:00.000Z');
    expect(startedInput(room, setup, metAt)).toEqual({
      metAt: metAt.toISOString(),
      kind: 'started',
      id: 'started',
      at: now.toISOString(),
      conversation: 'r1',
      setup,
      channel: 'widget',
      visitor: { id: 't' },
    });
  });

  it('knows a person who served before it, and takes no bot for one', () => {
    const served = (servedBy: IUser) =>
      startedInput({ ...room, servedBy } as ILivechatRoom, setup, now).servedBy;
    expect(served(user({}))?.id).toBe('u1');
    expect(served(user({ type: 'bot' as IUser['type'] }))).toBeUndefined();
  });

  it.each([
    ['visitor', 'patient'],
    ['user', 'agent'],
    ['bot', 'bot'],
    [undefined, 'system'],
  ])('a room closed by %p is closed by %p', (closer, by) => {
    expect(closedInput({ ...room, closer } as ILivechatRoom, now).by).toBe(by);
  });

  it('the same button of the same message is the same input, whatever it carries', () => {
    const one = buttonInput('r1', 'm1', 'answer:cough:yes', now);
    expect(buttonInput('r1', 'm1', 'answer:cough:yes', new Date()).id).toBe(one.id);
    expect(buttonInput('r1', 'm2', 'answer:cough:yes', now).id).not.toBe(one.id);
    expect(buttonInput('r1', 'm1', '\u{1F600} <b>'.repeat(500), now).id.length).toBeLessThan(100);
  });

  it('tells people from bots', () => {
    expect(personOf(user({})).kind).toBe('human');
    expect(personOf(user({ type: 'bot' as IUser['type'] })).kind).toBe('bot');
  });
});

describe('who a visitor says they are', () => {
  const fields = { cpf: 'documento', cns: 'cns', birthDate: 'nascimento' };
  const visitor = {
    ...{ id: 'v1', token: 't', username: 'guest-1', name: 'Pessoa Teste' },
    phone: [{ phoneNumber: '+55 11 90000-0000' }],
    visitorEmails: [{ address: 'pessoa@example.org' }],
    livechatData: { documento: ' 529.982.247-25 ', nascimento: '31/12/2001', cns: '', other: 'x' },
  };
  const facts = (source: object) =>
    visitorFacts({ visitor, source } as unknown as Parameters<typeof visitorFacts>[0], fields);

  it('is read from contacts and the custom fields that the settings name', () => {
    expect(facts({ type: 'widget' })).toEqual({
      ...{ id: 'v1', name: 'Pessoa Teste', emails: ['pessoa@example.org'], phones: ['+55 11 90000-0000'] },
      ...{ cpf: '529.982.247-25', birthDate: '2001-12-31' },
    });
  });

  it.each([
    [{ type: 'sms' }, ['phone']],
    [{ type: 'email' }, ['email']],
    [{ type: 'app', alias: 'WhatsApp Cloud' }, ['phone']],
    [{ type: 'app', id: 'x', label: 'Whats App' }, ['phone']],
    [{ type: 'app', alias: 'Instagram' }, undefined],
    [{ type: 'widget' }, undefined],
    [{ type: 'api', alias: 'WhatsApp' }, undefined],
  ])('a room of %p vouches for %p', (source, verified) => {
    expect(facts(source).verified).toEqual(verified);
  });

  it('vouches for nothing that is not there', () => {
    const nobody = { visitor: { token: 't', username: 'g' }, source: { type: 'sms' } };
    const none = visitorFacts(nobody as unknown as Parameters<typeof visitorFacts>[0], fields);
    expect(none).toEqual({ id: 't' });
    expect(saysWho(none)).toBe(false);
  });

  it.each([
    ['2001-12-31', '2001-12-31'],
    ['2001-12-31T00:00:00.000Z', '2001-12-31'],
    ['31/12/2001', '2001-12-31'],
    ['1-2-1999', '1999-02-01'],
    ['31/02/2001', undefined],
    ['12/31/2001', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads the date %p as %p', (text, date) => {
    expect(calendarDate(text)).toBe(date);
  });
});
