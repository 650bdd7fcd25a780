import type { CardAnswer } from '../../../contract/card';
import { languages } from '../../../contract/event';
import { cardOf } from '../../../src/card/card';
import type { CardRow } from '../../../src/card/row';
import type { CardView } from '../../../src/card/view';
import type { State } from '../../../src/dialog/state';
import { step } from '../../../src/dialog/step';
import { rowBlocks, rowsAsText, readValue, valueOf } from '../../../src/handlers/card-blocks';
import { conversation, knowledge } from '../../support/conversation';

const nothing: CardAnswer = { conversations: [], earlier: 0, tasks: [], notes: [], rescreens: [] };
const at = '2026-05-04T12:00:00.000Z';

function card(chat: ReturnType<typeof conversation>, over: Partial<CardView> = {}): CardRow[] {
  return cardOf({
    ...{ seen: { state: chat.state, knowledge }, history: nothing, viewer: 'a1', language: 'pt-BR', skip: 0 },
    ...{ crmUrl: 'https://crm.example', now: new Date(at), utcOffset: -3 },
    ...over,
  });
}
const text = (rows: readonly CardRow[]): string => rowsAsText(rows);
const buttonsOf = (rows: readonly CardRow[]) =>
  rows.flatMap((row) => (row.kind === 'buttons' ? row.buttons : []));
const actionsOf = (rows: readonly CardRow[]): string[] => buttonsOf(rows).map(({ action }) => action);

const assignedTo = (username: string) => ({
  ...({ kind: 'assigned', id: 'assigned', at, conversation: 'room1' } as const),
  agent: { id: 'a1', username, kind: 'human' as const },
});
const severe = () => conversation().start().identified().says('estou com muita falta de ar').assigned();
const decided = () => {
  const chat = conversation({ pack: 'respiratory' }).start().identified().says('estou com tosse');
  for (let n = 0; n < 60 && chat.state.phase === 'asking'; n += 1) {
    const buttons = chat.buttons;
    if (chat.state.question === 'age') chat.says('70');
    else if (chat.state.question === 'diabetes') chat.presses('answer:diabetes:yes');
    else if (buttons.some((value) => value.endsWith(':no')))
      chat.presses(buttons.find((value) => value.endsWith(':no'))!);
    else chat.says('3');
  }
  return chat;
};

describe('the patient card', () => {
  it('Given a red flag, then who, urgency, alarm and what was promised come before everything else', () => {
    const words = text(card(severe()));
    const order = [
      'Número:',
      'vermelho: agora',
      'Sinais de alerta',
      'ligar 192 agora',
      'O que fazer',
      'Primeiro contato',
    ];
    const places = order.map((part) => words.indexOf(part));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('Given they told where they are and how to call, then those words; Given they would not, then that', () => {
    const chat = conversation().start().identified().says('estou com muita falta de ar');
    chat.transferAnswered('transferred').says('Rua das Flores 12, fundos\nmeu telefone é (85) 99999-0000');
    const words = text(card(chat.presses('skip:company').assigned()));
    expect(words).toContain(
      '• Onde está, Telefone: *Rua das Flores 12, fundos meu telefone é (85) 99999-0000*\n• Quem está junto: *não disse*',
    );
    expect(words.indexOf('Para chegar até')).toBeLessThan(words.indexOf('O que fazer'));
    expect(text(card(severe()))).not.toContain('Para chegar até');
  });

  it('Given a rule or people set another urgency, then the card and the notice tell that one, and that it was set', () => {
    const chat = conversation().start().identified().says('quero falar com uma pessoa');
    expect(text(card(chat))).toMatch(/amarelo/);
    expect(text(card(chat))).not.toContain('definida por');
    const urgent = { ...chat.state, urgency: 'orange' as const };
    const words = text(card(chat, { seen: { state: urgent, knowledge } }));
    expect(words).toContain('laranja: até 10 min');
    expect(words).toContain('definida por uma regra do serviço ou pela equipe');
    expect(words).not.toContain('amarelo');
    const { effects } = step(urgent, assignedTo('ana'), knowledge);
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'tell-agent', text: expect.stringContaining('laranja') }),
    );
  });

  it.each<[string, Partial<State>, string]>([
    ['a call back', { promised: 'call-back', promisedBy: at }, 'ligar de volta até 04/05 09:00'],
    [
      'a message for a professional',
      { promised: 'message', promisedBy: at, wanted: { username: 'rui', name: 'Dr. Rui' } },
      'recado para Dr. Rui, com resposta até 04/05 09:00',
    ],
    [
      'a wait',
      { waitTold: { before: 2, minutes: 17, atMs: Date.parse(at) } },
      'cerca de 20 min (dito 04/05 09:00)',
    ],
    ['a long wait', { waitTold: { before: 9, minutes: 95, atMs: Date.parse(at) } }, 'mais de uma hora'],
    ['a place', { waitTold: { before: 3, atMs: Date.parse(at) } }, '3 na frente na fila'],
    ['nothing that is known of a wait', { waitTold: { atMs: Date.parse(at) } }, 'O que foi dito'],
  ])('Given %s was promised, then it is on the card', (_what, promised, words) => {
    const chat = conversation().start().identified().says('quero falar com uma pessoa');
    const seen = { state: { ...chat.state, ...promised } as State, knowledge };
    for (const language of languages)
      expect(text(card(chat, { seen, language }))).not.toMatch(/\{\w+\}|undefined/);
    expect(text(card(chat, { seen }))).toContain(words);
  });

  it('Given a call back is asked for and given a number, then by when is on the card', () => {
    const chat = conversation().start().identified().says('quero falar com uma pessoa');
    chat.transferAnswered('refused', false).transferAnswered('refused', false, 'Atendimento geral');
    chat.presses('instead:call-back').says('85 99999-0000');
    expect(chat.state.promised).toBe('call-back');
    expect(text(card(chat))).toMatch(/ligar de volta até \d\d\/\d\d \d\d:\d\d/);
  });

  it('Given a decision, then what and why in two lines, the risks, and every answer', () => {
    const chat = decided();
    expect(chat.state.decided).toBeDefined();
    const rows = card(chat);
    const why = rows.find((row) => row.kind === 'text' && row.text.includes('Por quê'));
    expect((why as { text: string }).text.split('\n')).toHaveLength(2);
    const words = text(rows);
    for (const answer of Object.keys(chat.state.answers)) expect(answer).toBeTruthy();
    expect(words.match(/^• /gm)?.length).toBeGreaterThanOrEqual(
      Object.values(chat.state.answers).filter((value) => value !== undefined).length - 2,
    );
  });

  it('Given a second screening was begun, then the decision is hidden until one is in, and red flags never', () => {
    const chat = decided();
    const shown = text(card(chat));
    const disposition = /Leve|Moderado|Grave/.exec(shown)![0];
    const by = { id: 'a1', username: 'ana', kind: 'human' as const };
    chat.assigned();
    chat.play({ kind: 'agent-action', ...chat.stamp('x'), by, action: { do: 'rescreen' } });
    const hidden = card(chat);
    expect(text(hidden)).not.toMatch(/Leve|Moderado|Grave|\b(amarelo|verde|azul|laranja)\b|ser visto em até/);
    expect(buttonsOf(hidden).find(({ url }) => url?.endsWith('/rescreen'))?.url).toBe(
      'https://crm.example/patients/0000-0001-1/conversations/room1/rescreen',
    );
    // others see it; and both, once it is in
    expect(text(card(chat, { viewer: 'b2' }))).toContain(disposition);
    const rescreens = [
      { at: '2026-05-04T11:00:00.000Z', by: 'Ana', disposition: 'emergency', bot: 'mild' } as const,
    ];
    const both = text(card(chat, { history: { ...nothing, rescreens } }));
    expect(both).toContain(disposition);
    expect(both).toContain('04/05 08:00 – Ana: Grave (robô: Leve)');
    // the CRM away: it stays hidden
    expect(text(card(chat, { history: 'away' }))).toContain('depois da sua segunda triagem');
  });

  it.each([
    ['away', 'histórico está fora do ar'],
    ['off', 'Sem CRM configurado'],
  ] as const)('Given the history is %s, then that is said and the rest is there', (history, words) => {
    const shown = text(card(severe(), { history }));
    expect(shown).toContain(words);
    expect(shown).toContain('Falta de ar');
  });

  it('Given twelve earlier contacts, then they are paged both ways', () => {
    const conversations = Array.from({ length: 5 }, (_, n) => ({
      ...{ id: `c${n}`, startedAt: at, channel: 'widget', open: false },
    }));
    const page = (skip: number) =>
      buttonsOf(card(severe(), { skip, history: { ...nothing, conversations, earlier: 12 } })).flatMap(
        ({ action, value }) => (action === 'page' ? [value] : []),
      );
    expect([page(0), page(5), page(10)]).toEqual([['5'], ['0', '10'], ['5']]);
  });

  it('Given flags, the end or no CRM, then only what can be done is offered', () => {
    expect(actionsOf(card(severe()))).not.toContain('bot');
    const calm = conversation().start().identified().says('quero falar com uma pessoa').assigned();
    expect(actionsOf(card(calm))).toContain('bot');
    expect(buttonsOf(card(calm, { crmUrl: undefined })).some(({ url }) => url)).toBe(false);
    calm.closes();
    expect(actionsOf(card(calm))).toEqual(['outcome', 'task', 'note', 'rescreen', 'open', 'open']);
  });

  it('is drawn in every language, every block named, buttons carrying their room', () => {
    for (const language of languages) {
      const blocks = rowBlocks('app', 'room1', card(severe(), { language })) as unknown as {
        type: string;
        appId: string;
        blockId: string;
        elements?: { type: string; value?: string }[];
      }[];
      expect(new Set(blocks.map(({ blockId }) => blockId)).size).toBe(blocks.length);
      for (const { type, elements = [] } of blocks)
        if (type === 'actions')
          for (const { value } of elements) expect(readValue(value!).room).toBe('room1');
    }
    expect(readValue(valueOf({ room: 'r', value: '1|x' }))).toEqual({ room: 'r', value: '1|x' });
  });
});
