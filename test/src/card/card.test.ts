import type { CardAnswer } from '../../../contract/card';
import { languages } from '../../../contract/event';
import { cardOf } from '../../../src/card/card';
import type { CardRow } from '../../../src/card/row';
import type { CardView } from '../../../src/card/view';
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
