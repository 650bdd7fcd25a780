import * as fc from 'fast-check';
import type { AcolheEvent } from '../../../contract/event';
import type { RoomFacts } from '../../../crm-sync/rocketchat/facts';
import { transferShape, visitorShape } from '../../../crm-sync/rocketchat/shapes';
import { missingEvents } from '../../../crm-sync/rocketchat/to-events';
import { calendarDate } from '../../../crm-sync/rocketchat/visitor-events';
import { fold } from '../../../crm-sync/projector/fold';
import { anaUser, at, botUser, byAgent, roomFacts, said, startMs, where } from './room';

const later = startMs + 3_600_000;
const events = (facts: RoomFacts, stored: AcolheEvent[] = [], untilMs = later): AcolheEvent[] =>
  missingEvents(where, facts, stored, untilMs);
const ofType = (list: readonly AcolheEvent[], type: string) =>
  list.filter((event) => event.type === `acolhe.${type}.v1`);
const served = (user: object, seconds: number, id = `uj-${seconds}`) =>
  said(id, seconds, { t: 'uj', u: user, token: undefined, msg: '' });
const moved = (seconds: number, more: object) => transferShape.parse({ ts: at(seconds), ...more });

describe('messages', () => {
  it.each([
    ['a patient’s words', said('m', 1), { from: 'patient', via: 'text', authorName: 'Maria da Silva' }],
    ['a patient’s, told without a token', said('m', 1, { token: undefined }), { from: 'patient' }],
    ['an agent’s', byAgent('m', 1), { from: 'agent', via: 'text', authorName: 'Ana Souza' }],
    ['the bot’s', byAgent('m', 1, { u: botUser }), { from: 'bot', authorName: 'Acolhe' }],
    [
      'a file with a description',
      said('m', 1, { msg: '', file: { _id: 'f' }, attachments: [{ description: 'meu exame' }] }),
      { from: 'patient', via: 'file', text: 'meu exame' },
    ],
  ])('Given %s, then it is recorded under the id the app gives it', (_name, message, data) => {
    const [recorded] = ofType(events(roomFacts({ messages: [message] })), 'message.recorded');
    expect(recorded).toMatchObject({ id: 'w1/r1/message/m/recorded/0', time: at(1), subject: 'r1', data });
  });

  it.each([
    ['joined', { t: 'uj' }],
    ['started', { t: 'livechat-started' }],
    ['removed', { t: 'rm' }],
    ['nothing', { msg: '' }],
  ])('Given a message of Rocket.Chat’s own (%s), then nobody said it', (_name, more) => {
    expect(ofType(events(roomFacts({ messages: [said('m', 1, more)] })), 'message.recorded')).toEqual([]);
  });

  it('tells a file once, without Rocket.Chat’s thumbnails', () => {
    const file = { _id: 'f1', name: 'exame.png', type: 'image/png', size: 17 };
    const files = [file, { _id: 'f2', name: 'thumb-exame.png', type: 'image/png', size: 3 }];
    const told = ofType(events(roomFacts({ messages: [said('m', 1, { file, files })] })), 'file.received');
    expect(told).toMatchObject([
      {
        id: 'w1/r1/message/m/file/f1',
        data: { messageId: 'm', fileId: 'f1', name: 'exame.png', mimeType: 'image/png', sizeBytes: 17 },
      },
    ]);
  });

  it('tells an edit by its instant, each edit once, and none that changed no words', () => {
    const before = events(roomFacts({ messages: [byAgent('m', 1)] }));
    const edited = (msg: string, seconds: number) =>
      roomFacts({ messages: [byAgent('m', 1, { msg, editedAt: at(seconds), editedBy: anaUser })] });
    const first = events(edited('other words', 9), before);
    expect(first).toMatchObject([
      {
        id: `w1/r1/message/m/edited/${at(9)}`,
        time: at(9),
        data: { messageId: 'm', text: 'other words', editedBy: 'ana' },
      },
    ]);
    expect(events(edited('other words', 9), [...before, ...first])).toEqual([]);
    expect(events(edited('words of m', 30), [...before, ...first])).toHaveLength(1);
    expect(events(edited('words of m', 9), before)).toEqual([]);
  });

  it.each([
    ['in the trash', { deleted: [{ _id: 'm', _deletedAt: new Date(at(9)) }] }, 1],
    ['shown as removed', { messages: [said('m', 1, { t: 'rm', msg: '', editedAt: at(9) })] }, 1],
    ['just not there any more', {}, 0],
    ['another one', { deleted: [{ _id: 'never heard of' }] }, 0],
  ])('Given a message that is %s, then %# deletion is told', (_name, more, count) => {
    const before = events(roomFacts({ messages: [said('m', 1)] }));
    const told = ofType(events(roomFacts(more), before), 'message.deleted');
    expect(told).toHaveLength(count);
    if (count)
      expect(told[0]).toMatchObject({
        id: 'w1/r1/message/m/deleted/0',
        time: at(9),
        data: { messageId: 'm' },
      });
  });

  it('tells the closing comment as what was said', () => {
    const close = (msg: string) => byAgent('c', 60, { t: 'livechat-close', msg });
    expect(
      ofType(events(roomFacts({ messages: [close('Volte na terça')] })), 'message.recorded'),
    ).toMatchObject([
      { data: { messageId: 'c', from: 'system', text: 'Volte na terça', authorName: 'Ana Souza' } },
    ]);
    expect(ofType(events(roomFacts({ messages: [close(' ')] })), 'message.recorded')).toEqual([]);
  });
});

describe('the room', () => {
  it.each([
    ['visitor', 'patient'],
    ['user', 'agent'],
    ['bot', 'bot'],
    [undefined, 'system'],
  ])('Given it was closed by %s, then by %s', (closer, by) => {
    const facts = roomFacts({ room: { open: false, closedAt: at(50), closer } });
    expect(ofType(events(facts), 'conversation.closed')).toMatchObject([
      { id: 'w1/r1/closed/closed', time: at(50), data: { by } },
    ]);
  });

  it('begins as the app tells it', () => {
    expect(ofType(events(roomFacts()), 'conversation.started')).toMatchObject([
      {
        id: 'w1/r1/started/started',
        source: '/tenants/t1/workspaces/w1',
        time: at(0),
        data: { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1', name: 'Maria da Silva' } },
      },
    ]);
  });

  it('Given nobody ever took it, then it has waited since it began, told once', () => {
    const queued = ofType(events(roomFacts({ room: { departmentId: 'd1' } })), 'conversation.queued');
    expect(queued).toMatchObject([{ time: at(0), data: { department: { id: 'd1', name: 'Urgência' } } }]);
    expect(ofType(events(roomFacts(), queued), 'conversation.queued')).toEqual([]);
  });

  it('names the department a person joined in, of all the room was in', () => {
    const facts = roomFacts({
      room: { departmentId: 'd1' },
      messages: [served(botUser, 1), served(anaUser, 20)],
      transfers: [
        moved(10, { scope: 'department', previousDepartment: 'd2', nextDepartment: { _id: 'd1' } }),
      ],
    });
    expect(ofType(events(facts), 'conversation.assigned').map(({ data }) => data)).toEqual([
      {
        agent: { id: 'bot', username: 'triagem.bot', name: 'Acolhe', kind: 'bot' },
        department: { id: 'd2', name: 'Atendimento geral' },
      },
      {
        agent: { id: 'ana', username: 'ana', name: 'Ana Souza', kind: 'human' },
        department: { id: 'd1', name: 'Urgência' },
      },
    ]);
    expect(ofType(events(facts), 'conversation.transferred')).toMatchObject([
      {
        time: at(10),
        data: { from: { department: { id: 'd2' } }, to: { department: { id: 'd1', name: 'Urgência' } } },
      },
    ]);
  });

  it('Given no message says who joined, then who served it last did', () => {
    const facts = roomFacts({ room: { servedBy: { ...anaUser, ts: at(5) } } });
    expect(ofType(events(facts), 'conversation.assigned')).toMatchObject([
      { time: at(5), data: { agent: { id: 'ana' } } },
    ]);
  });

  it.each([
    [0, 0],
    [59, 0],
    [-59, 0],
    [61, 1],
  ])('Given the app told the same %p s apart, then %p more', (seconds, more) => {
    const facts = roomFacts({
      messages: [served(anaUser, 100)],
      transfers: [moved(100, { scope: 'agent', transferredTo: anaUser })],
    });
    const byApp = events(facts)
      .filter(({ type }) => /assigned|transferred/.test(type))
      .map((event, index) => ({ ...event, id: `app-${index}`, time: at(100 + seconds) }));
    const again = events(facts, byApp).filter(({ type }) => /assigned|transferred/.test(type));
    expect(again).toHaveLength(2 * more);
  });

  it('Given one came back within a minute, then both times are told', () => {
    const facts = roomFacts({ messages: [served(anaUser, 100), served(anaUser, 130)] });
    const [first, second] = ofType(events(facts), 'conversation.assigned');
    const byApp = { ...first!, id: 'app' };
    expect(ofType(events(facts, [byApp]), 'conversation.assigned')).toEqual([second]);
  });

  it('tells tags as they stand, each change once, also back and forth', () => {
    const stored: AcolheEvent[] = [];
    const told: unknown[] = [];
    for (const [step, tags] of [['b', 'a'], ['a', 'b'], [], ['a', 'b']].entries()) {
      const fresh = ofType(
        events(roomFacts({ room: { tags, _updatedAt: at(60 + step) } }), stored),
        'conversation.tagged',
      );
      stored.push(...fresh);
      told.push(fresh.map(({ data }) => (data as { tags: string[] }).tags));
    }
    expect(told).toEqual([[['a', 'b']], [], [[]], [['a', 'b']]]);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
  });
});

describe('what staff set on the room', () => {
  const described = (room: object, stored: AcolheEvent[] = []) =>
    ofType(events(roomFacts({ room: { ...room } }), stored), 'conversation.described');

  it('tells priority and custom fields by the names the workspace gives them, each change once', () => {
    const first = described({ priorityId: 'p1', livechatData: { cartao: '12', empty: '' } });
    expect(first.map(({ data }) => data)).toEqual([
      { priority: { id: 'p1', name: 'High' }, fields: { 'Cartão da família': '12' } },
    ]);
    expect(described({ priorityId: 'p1', livechatData: { cartao: '12' } }, first)).toEqual([]);
    const second = described({ _updatedAt: at(90) }, first);
    expect(second.map(({ data }) => data)).toEqual([{}]);
    expect(second[0]?.id).not.toBe(first[0]?.id);
    expect(described({ _updatedAt: at(91) }, [...first, ...second])).toEqual([]);
    expect(fold([...first])?.encounter.priority).toBe('High');
    expect(fold([...first, ...second])?.encounter.priority).toBeUndefined();
  });

  it('says nothing of a room on which nobody set anything', () => {
    expect(described({})).toEqual([]);
  });
});

describe('the visitor', () => {
  const visitor = (more: object = {}) =>
    visitorShape.parse({ _id: 'v1', name: 'Maria da Silva', _updatedAt: at(30), ...more });

  it.each([
    [
      'e-mail',
      { visitorEmails: [{ address: 'maria@paciente.example' }] },
      { emails: ['maria@paciente.example'] },
    ],
    [
      'phone',
      { phone: [{ phoneNumber: '+558599990000' }, { phoneNumber: null }] },
      { phones: ['+558599990000'] },
    ],
    [
      'custom fields',
      {
        livechatData: {
          CPF: ' 111.444.777-35 ',
          'Cartão SUS': '898001160660000',
          'Data de nascimento': '31/12/1990',
        },
      },
      { cpf: '111.444.777-35', cns: '898001160660000', birthDate: '1990-12-31' },
    ],
  ])('Given %s that nobody told, then it is told once', (_name, more, data) => {
    const saved = ofType(events(roomFacts({ visitor: visitor(more) })), 'visitor.saved');
    expect(saved).toMatchObject([{ time: at(30), data: { visitor: { id: 'v1', ...data } } }]);
    expect(ofType(events(roomFacts({ visitor: visitor(more) }), saved), 'visitor.saved')).toEqual([]);
  });

  it('holds nothing of what was said in its id', () => {
    const phone = [{ phoneNumber: '+558599990000' }];
    const [saved] = ofType(events(roomFacts({ visitor: visitor({ phone }) })), 'visitor.saved');
    expect(saved?.id).toBe('w1/r1/visitor-saved/seen-0/visitor-saved');
  });

  it.each([
    ['sms', {}, ['phone']],
    ['email', {}, undefined],
    ['app', { alias: 'WhatsApp' }, ['phone']],
    ['app', { alias: 'Telegram' }, undefined],
    ['widget', { label: 'WhatsApp' }, undefined],
  ])('Given the channel %s %o, then it vouches for %p', (type, more, verified) => {
    const facts = roomFacts({
      room: { source: { type, ...more } },
      visitor: visitor({ phone: [{ phoneNumber: '1' }] }),
    });
    const [saved] = ofType(events(facts), 'visitor.saved');
    expect((saved?.data as { visitor: { verified?: string[] } }).visitor.verified).toEqual(verified);
  });

  it.each([
    ['1990-12-31', '1990-12-31'],
    ['1990-12-31T00:00:00.000Z', '1990-12-31'],
    ['31/12/1990', '1990-12-31'],
    ['31.12.1990', '1990-12-31'],
    ['31/02/1990', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads the day %p as %p', (text, day) => expect(calendarDate(text)).toBe(day));
});

describe('what is young', () => {
  it('is left to the app', () => {
    const facts = roomFacts({ messages: [said('old', 10), said('young', 50), served(anaUser, 55)] });
    const told = events(facts, [], startMs + 40_000);
    expect(ofType(told, 'message.recorded').map(({ id }) => id)).toEqual(['w1/r1/message/old/recorded/0']);
    expect(ofType(told, 'conversation.assigned')).toEqual([]);
  });
});

describe('a whole conversation', () => {
  const facts = roomFacts({
    room: {
      open: false,
      closedAt: at(300),
      closer: 'user',
      departmentId: 'd1',
      tags: ['dor'],
      servedBy: anaUser,
    },
    messages: [
      served(botUser, 1),
      said('m1', 10),
      byAgent('m2', 20, { u: botUser }),
      served(anaUser, 100),
      byAgent('m3', 110),
      said('m4', 120, { file: { _id: 'f', name: 'x.pdf', type: 'application/pdf', size: 1 } }),
      byAgent('c', 300, { t: 'livechat-close', msg: 'até logo' }),
    ],
    transfers: [moved(50, { scope: 'department', nextDepartment: { _id: 'd1', name: 'Urgência' } })],
    visitor: visitorShape.parse({
      _id: 'v1',
      name: 'Maria da Silva',
      phone: [{ phoneNumber: '1' }],
      ts: at(0),
    }),
  });
  const whole = events(facts);

  it('Given any of its events are lost, then exactly those come back, the same', () => {
    fc.assert(
      fc.property(fc.subarray(whole), (kept) => {
        const lost = whole.filter((event) => !kept.includes(event));
        expect(events(facts, kept)).toEqual(lost);
      }),
    );
  });

  it('folds into what managers see', () => {
    expect(fold(whole)?.encounter).toMatchObject({
      state: 'closed',
      closedBy: 'agent',
      channel: 'widget',
      department: { id: 'd1', name: 'Urgência' },
      agent: { id: 'ana', name: 'Ana Souza' },
      messageCount: 5,
      containedByBot: false,
    });
  });
});

describe('what the app told with a later clock', () => {
  const visitorId = { _id: 'v1', name: 'Maria da Silva' };
  const named = (type: string, seconds: number, index: number, data: object) =>
    ({
      ...{ specversion: '1.0', id: `w1/r1/by-app-${index}/${type}`, source: '/tenants/t1/workspaces/w1' },
      ...{ type: `acolhe.${type}.v1`, subject: 'r1', time: at(seconds), data },
    }) as unknown as AcolheEvent;
  const few = fc.subarray(['a@paciente.example', 'b@paciente.example', 'c@paciente.example']);
  const clock = fc.integer({ min: 0, max: 300 });

  it('Given clocks that disagree, then what is told once is told, and the last telling is what Rocket.Chat says', () => {
    const tellings = fc.array(fc.record({ seconds: clock, emails: few, tags: few, priority: fc.boolean() }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(tellings, few, few, clock, clock, (told, emails, tags, updated, changed) => {
        const stored = told.flatMap((one, index) => [
          named('visitor.saved', one.seconds, index, { visitor: { id: 'v1', emails: one.emails } }),
          named('conversation.tagged', one.seconds, index, { tags: one.tags }),
          named(
            'conversation.described',
            one.seconds,
            index,
            one.priority ? { priority: { id: 'p1', name: 'High' } } : {},
          ),
        ]);
        const facts = roomFacts({
          room: { tags, _updatedAt: at(changed) },
          visitor: visitorShape.parse({
            ...{ ...visitorId, _updatedAt: at(updated) },
            visitorEmails: emails.map((address) => ({ address })),
          }),
        });
        const missing = events(facts, stored);
        expect(events(facts, [...stored, ...missing])).toEqual([]);
        expect(fold([...stored, ...missing])?.tags ?? []).toEqual([...tags].sort());
      }),
    );
  });
});
