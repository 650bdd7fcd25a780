import { languages } from '../../../contract/event';
import type { TakesChatsAnswer, TakesChatsOrder } from '../../../contract/takes-chats';
import { pauseText } from '../../../src/handlers/pause';

const ana = { id: 'a1', roles: ['user', 'livechat-agent'] };

async function typed(
  words: string[],
  answer?: TakesChatsAnswer['result'],
  { user = ana, hasCrm = true } = {},
): Promise<{ text: string; orders: TakesChatsOrder[] }> {
  const orders: TakesChatsOrder[] = [];
  const world = {
    configured: async () => hasCrm,
    takesChats: async (order: TakesChatsOrder) => {
      orders.push(order);
      return answer && { result: answer };
    },
  };
  return { text: await pauseText(world, user, words, 'pt-BR'), orders };
}

it.each([
  [[], false, 'Pausa: você não recebe'],
  [['off'], true, 'de novo'],
  [['Voltar'], true, 'de novo'],
])(
  'Given %j and it came about, then that is said, and only of whoever typed it',
  async (words, takes, said) => {
    const { text, orders } = await typed(words, 'done');
    expect(orders).toEqual([{ agent: 'a1', takes }]);
    expect(text).toContain(said);
  },
);

it.each(['permission', 'off'] as const)('Given %s, then how to do it by hand', async (answer) => {
  expect((await typed([], answer)).text).toMatch(/^Para não receber.*ícone/);
  expect((await typed(['off'], answer)).text).toMatch(/^Para receber de novo.*ícone/);
});

it('Given Rocket.Chat kept it as it was, or nobody knows what came of it, then that, and never that it is done', async () => {
  expect((await typed(['off'], 'hours')).text).toContain('fora do horário');
  for (const answer of ['unknown', undefined] as const) {
    const { text } = await typed([], answer);
    expect(text).toMatch(/Não se sabe se mudou.*Para não receber/);
    expect(text).not.toContain('Pausa: você');
  }
});

it('Given no CRM, or somebody who is no agent, then nobody is asked', async () => {
  const alone = await typed([], 'done', { hasCrm: false });
  expect([alone.orders, alone.text]).toEqual([[], expect.stringContaining('ícone')]);
  const other = await typed([], 'done', { user: { id: 'm', roles: ['livechat-manager'] } });
  expect([other.orders, other.text]).toEqual([[], expect.stringContaining('Só quem é atendente')]);
});

it.each(languages)('has words in %s', async (language) => {
  const world = { configured: async () => true, takesChats: async () => undefined };
  expect(await pauseText(world, ana, [], language)).toMatch(/Omnichannel/);
});
