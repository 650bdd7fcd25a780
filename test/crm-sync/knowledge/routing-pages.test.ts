/** Rules of routing and hours on the page: read in words, mended where they stand, refused with what is wrong. */
import { fakePages } from '../../support/fake-pages';

async function people() {
  const pages = await fakePages();
  const ana = pages.browser();
  await ana.signIn(await pages.hire('clinician', 'ana@example.org', 'Ana Souza'));
  const propose = (kind: string, body: unknown) =>
    ana.submit('/knowledge/new', '/knowledge/propose', { kind, text: JSON.stringify(body) });
  return { ana, propose };
}
const pathOf = (location: unknown): string => String(location).split('?')[0]!;

const plain = (html: string): string => html.replaceAll('&quot;', '"');

const rule = {
  ...{ id: 'heart', specialty: 'cardiology', urgencies: ['orange', 'yellow'], municipalities: ['3550308'] },
  ...{ age: { from: 60 }, languages: ['pt-BR'], channels: ['widget'], department: 'Cardiologia' },
  ...{ agent: 'dra.ana', priority: 'orange', tags: ['heart-60'] },
  when: { timeZone: 'America/Sao_Paulo', days: [1], open: [{ from: '08:00', to: '12:00' }] },
  ladder: { departments: ['Clínica'], onCall: 'Plantão', callBack: false },
};

it('Given a rule, Then its conditions and its ladder are read in words', async () => {
  const { ana, propose } = await people();
  const { body } = await ana.get(pathOf((await propose('routing', [rule])).headers.location));
  for (const words of [
    'Laranja, Amarelo',
    'São Paulo',
    'idade 60–…',
    'canal widget',
    'seg 08:00–12:00',
    'Cardiologia',
    'antes dra.ana',
    'pelo menos laranja',
    'Clínica → plantão: Plantão → sem retorno',
  ])
    expect(body).toContain(words);
});

it('Given hours that keep a calendar, Then its days are shown beside their own', async () => {
  const { ana, propose } = await people();
  const hours = {
    ...{ department: 'Geral', timeZone: 'America/Sao_Paulo' },
    weekly: [{ days: [1, 2, 3, 4, 5], open: [{ from: '08:00', to: '18:00' }] }],
    holidays: [{ date: '2026-12-24', name: 'Véspera', open: [{ from: '08:00', to: '12:00' }] }],
    calendar: { country: 'BR', state: 'SP', municipality: '3550308' },
  };
  const { body } = await ana.get(pathOf((await propose('hours', [hours])).headers.location));
  for (const words of ['Feriados do Brasil · SP', 'Véspera · 08:00–12:00', 'Dia da Consciência Negra'])
    expect(body).toContain(words);
});

it('Given a version, Then it is edited as a new one in the field, and kept as another', async () => {
  const { ana, propose } = await people();
  const path = pathOf((await propose('routing', [rule])).headers.location);
  const version = path.replace('/knowledge/', '');
  expect((await ana.get(path)).body).toContain(`/knowledge/new?from=${encodeURIComponent(version)}`);
  const { body } = await ana.get(`/knowledge/new?from=${encodeURIComponent(version)}`);
  expect(plain(body)).toContain('"department": "Cardiologia"');
  expect(body).toContain('<option value="routing" selected');
  expect((await ana.get('/knowledge/new?from=routing/routing/none')).statusCode).toBe(200);
  expect((await ana.get('/knowledge/new?from=%2F..%2F')).statusCode).toBe(200);
});

it('Given rules that cannot work, Then each is told by its place, nothing is kept, and what was typed stands there', async () => {
  const { ana, propose } = await people();
  const wrong = [rule, { ...rule, id: 'again', municipalities: ['9999999'] }];
  const { statusCode, body } = await propose('routing', wrong);
  expect(statusCode).toBe(400);
  for (const words of ['1.municipalities.0', '9999999 não é código de nenhum município', '"again"'])
    expect(plain(body)).toContain(words);
  expect((await ana.get('/knowledge')).body).not.toContain('/knowledge/routing/routing/');
});
