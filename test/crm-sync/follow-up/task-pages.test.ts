import { mintPatientId } from '../../../contract/patient-id';
import type { Role } from '../../../crm-sync/access/permissions';
import { fakePages } from '../../support/fake-pages';

type Pages = Awaited<ReturnType<typeof fakePages>>;
const opened: Pages[] = [];
const since = new Date('2026-05-04T12:00:00.000Z');
const ids = [1, 2].map((byte) => mintPatientId(() => Buffer.alloc(5, byte)));
const [silent = '', worse = ''] = ids;

async function givenTasks(role: Role = 'attendant') {
  const pages = await fakePages();
  opened.push(pages);
  pages.of().tasks.open.push(
    {
      ...{
        key: `${silent}/respiratory`,
        patientId: silent,
        name: 'Ana <b>Teste</b>',
        phones: ['+5585999990000'],
      },
      task: { reason: 'no-answer', since, calls: 0 },
    },
    {
      ...{ key: `${worse}/dengue`, patientId: worse, phones: [], task: { reason: 'worse', since, calls: 2 } },
      plan: {
        ...{ pack: 'respiratory', plan: 'covid-24h', disease: 'respiratory', everyHours: 24 },
        onset: new Date('2026-05-01T12:00:00.000Z'),
      },
      last: {
        ...{ pack: 'follow-up', outcome: 'hospital_today', disposition: 'moderate', at: since },
        answers: { overall: 'worse', fever: true, oxygen_saturation: 93 },
      },
    },
  );
  const browser = pages.browser();
  await browser.signIn(await pages.hire(role));
  return { pages, browser };
}

afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close();
});

describe('the list of tasks', () => {
  it('has who got worse first, with why, since when and what they answered; names are no markup', async () => {
    const { body, statusCode } = await (await givenTasks()).browser.get('/tasks');
    expect(statusCode).toBe(200);
    expect(body.indexOf(worse)).toBeLessThan(body.indexOf(silent));
    expect(body).toContain('Piorou ou precisa ser visto');
    expect(body).toContain('Ligações sem resposta: 2');
    expect(body).toMatch(/Pior · 93\s%/);
    expect(body).toContain('Doença respiratória · dia 3 · a cada 24 h');
    expect(body).toContain('Ana &lt;b>Teste&lt;/b>');
  });
  it('is a look at each of these patients', async () => {
    const { pages, browser } = await givenTasks();
    await browser.get('/tasks');
    expect(pages.of().audited).toContainEqual(
      expect.objectContaining({ action: 'tasks.read', patients: expect.arrayContaining(ids) as string[] }),
    );
  });
  it('says so when nobody is to be called, in each language', async () => {
    const { pages, browser } = await givenTasks();
    pages.of().tasks.open.splice(0);
    for (const [language, words] of [
      ['pt-BR', 'Ninguém a contatar'],
      ['en', 'Nobody to contact'],
      ['es', 'Nadie por contactar'],
    ] as const)
      expect((await browser.get('/tasks', { 'accept-language': language })).body).toContain(words);
  });
  it.each<[Role, number]>([
    ['attendant', 200],
    ['manager', 200],
    ['administrator', 403],
    ['epidemiologist', 403],
    ['auditor', 403],
    ['committee', 403],
    ['clinician', 403],
  ])('%s: %i', async (role, status) => {
    const { browser } = await givenTasks(role);
    for (const address of ['/tasks', '/tasks/rows', `/tasks/${worse}/dengue`])
      expect((await browser.get(address)).statusCode).toBe(status);
  });
});

describe('one task', () => {
  it('shows every answer, and leads to the record', async () => {
    const { body } = await (await givenTasks()).browser.get(`/tasks/${worse}/dengue`);
    expect(body).toContain(`/patients/${worse}`);
    expect(body).toMatch(/93\s?%/);
  });
  it.each([
    '/tasks/no-such-id/dengue',
    `/tasks/${worse}/respiratory`,
    `/tasks/${worse}/plague`,
    `/tasks/${mintPatientId(() => Buffer.alloc(5, 9))}/dengue`,
  ])('%s leads back to the list', async (address) => {
    const answer = await (await givenTasks()).browser.get(address);
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/tasks']);
  });
  const form = { since: since.toISOString(), outcome: 'seen', note: ' Avaliada na UPA. ' };

  it('is done with an outcome and a note, once, and written down', async () => {
    const { pages, browser } = await givenTasks();
    const page = `/tasks/${worse}/dengue`;
    const answer = await browser.submit(page, `${page}/done`, form);
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/tasks']);
    expect(pages.of().tasks.done).toMatchObject([
      { key: `${worse}/dengue`, outcome: 'seen', note: 'Avaliada na UPA.' },
    ]);
    await browser.submit(`/tasks/${silent}/respiratory`, `${page}/done`, form);
    expect(pages.of().tasks.done).toHaveLength(1);
    const written = pages.of().audited.filter(({ action }) => action === 'tasks.do');
    expect(written[0]).toMatchObject({ target: `patient/${worse}` });
  });
  it('needs an outcome: what was written stays', async () => {
    const { pages, browser } = await givenTasks();
    const page = `/tasks/${worse}/dengue`;
    const answer = await browser.submit(page, `${page}/done`, { ...form, outcome: '' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Escolha como está a pessoa.');
    expect(answer.body).toContain('Avaliada na UPA.');
    expect(pages.of().tasks.done).toEqual([]);
  });
  it('needs the form’s token', async () => {
    const { pages, browser } = await givenTasks();
    expect((await browser.send('POST', `/tasks/${worse}/dengue/done`, form)).statusCode).toBe(403);
    expect(pages.of().tasks.done).toEqual([]);
  });
});
