import { mintPatientId } from '../../../contract/patient-id';
import type { Role } from '../../../crm-sync/access/permissions';
import type { OpenTask } from '../../../crm-sync/tasks/open-tasks';
import { fakePages } from '../../support/fake-pages';

type Pages = Awaited<ReturnType<typeof fakePages>>;
const opened: Pages[] = [];
const patientId = mintPatientId(() => Buffer.alloc(5, 7));
const before = new Date('2020-01-01T12:00:00.000Z');
const after = new Date('2100-01-01T12:00:00.000Z');

const open = (more: Partial<OpenTask>): OpenTask => ({
  ...{ conversation: 'room 1', taskId: 'left', kind: 'left', event: 'e', openedAt: before, dueAt: before },
  ...{ phones: [], encounter: { state: 'closed' } },
  ...more,
});

async function givenTasks(tasks: OpenTask[], role: Role = 'attendant') {
  const pages = await fakePages();
  opened.push(pages);
  pages.of().chatTasks.open.push(...tasks);
  const browser = pages.browser();
  await browser.signIn(await pages.hire(role));
  return { pages, browser };
}

afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close();
});

const path = '/tasks/chats/room%201/left';

describe('tasks of conversations on the list', () => {
  it('has who, why, how urgent, until when and with whom; what is late first, names no markup', async () => {
    const { browser, pages } = await givenTasks([
      open({ conversation: 'later', dueAt: after, kind: 'message', owner: 'bruno' }),
      open({ patientId, urgency: 'red', name: 'Ana <b>Teste</b>', phones: ['+5585999990000'], tries: 1 }),
    ]);
    const { body } = await browser.get('/tasks');
    expect(body.indexOf('Saiu sem ser atendida')).toBeLessThan(body.indexOf('Deixou recado'));
    for (const part of [
      patientId,
      'Vermelho',
      'atrasada',
      'Ana &lt;b>Teste&lt;/b>',
      'Sem resposta: 1',
      'bruno',
    ])
      expect(body).toContain(part);
    expect(body).toContain(`href="${path}"`);
    expect(pages.of().audited).toContainEqual(
      expect.objectContaining({ action: 'tasks.read', patients: [patientId] }),
    );
  });

  it('hides how urgent the bot takes it to be from who decides first', async () => {
    const waits = { urgency: 'red', encounter: { state: 'queued', disposition: 'emergency' } } as const;
    const { body } = await (await givenTasks([open(waits)])).browser.get('/tasks');
    expect(body).not.toContain('Vermelho');
    expect(body).toContain('decida primeiro');
    expect((await (await givenTasks([open(waits)], 'manager')).browser.get('/tasks')).body).toContain(
      'Vermelho',
    );
  });

  it('are counted on the page of the queue, those that are late apart', async () => {
    const tasks = [open({}), open({ conversation: 'later', dueAt: after })];
    const { body } = await (await givenTasks(tasks, 'manager')).browser.get('/queue');
    expect(body).toMatch(/figure-late"><dt>Tarefas<\/dt><dd><strong>2<\/strong><span>1 com prazo vencido/);
    const { body: none } = await (await givenTasks([tasks[1]!], 'manager')).browser.get('/queue');
    expect(none).toMatch(/<dt>Tarefas<\/dt><dd><strong>1<\/strong><span>pessoas a contatar/);
  });

  it.each(['en', 'es'])('speaks %s', async (language) => {
    const { browser } = await givenTasks([open({})]);
    const { body } = await browser.get('/tasks', { 'accept-language': language });
    expect(body).toContain(language === 'en' ? 'Left without being seen' : 'Se fue sin ser atendida');
  });
});

describe('one task of a conversation', () => {
  it('is taken, then done with a note, by whoever is signed in', async () => {
    const { pages, browser } = await givenTasks([open({ patientId, text: 'Ligar para <i>casa</i>' })]);
    expect((await browser.get(path)).body).toContain('Ligar para &lt;i>casa&lt;/i>');
    expect(await browser.submit(path, `${path}/take`, {})).toMatchObject({ statusCode: 303 });
    expect((await browser.get(path)).body).toMatch(/Está com .+\./);
    const done = await browser.submit(path, `${path}/done`, { result: 'no-answer', note: ' ninguém ' });
    expect([done.statusCode, done.headers['location']]).toEqual([303, '/tasks']);
    expect(pages.of().chatTasks.told).toMatchObject([
      { taken: 'left' },
      { done: 'left', result: 'no-answer', note: 'ninguém' },
    ]);
  });

  it('Given somebody else has it, then it is said; Given no result, then it is asked for and the note kept', async () => {
    const { browser } = await givenTasks([open({ taken: { by: 'other', at: before }, takenBy: 'Outra' })]);
    const taken = await browser.submit(path, `${path}/take`, {});
    expect([taken.statusCode, taken.body.includes('Outra pessoa ficou')]).toEqual([400, true]);
    const none = await browser.submit(path, `${path}/done`, { note: 'nota' });
    expect([none.statusCode, none.body.includes('Escolha o que aconteceu')]).toEqual([400, true]);
    expect(none.body).toContain('nota');
  });

  it('Given it is not open, then back to the list; Given no permission, then refused', async () => {
    const { browser } = await givenTasks([]);
    expect(await browser.get(path)).toMatchObject({ statusCode: 303 });
    for (const role of ['clinician', 'auditor', 'epidemiologist'] as const)
      expect(await (await givenTasks([open({})], role)).browser.get(path)).toMatchObject({ statusCode: 403 });
  });
});
