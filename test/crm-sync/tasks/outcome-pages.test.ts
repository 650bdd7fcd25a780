import { mintPatientId } from '../../../contract/patient-id';
import type { Role } from '../../../crm-sync/access/permissions';
import type { EncounterDocument } from '../../../crm-sync/store/documents';
import { encounter } from '../../support/encounters';
import { fakePages } from '../../support/fake-pages';

type Pages = Awaited<ReturnType<typeof fakePages>>;
const opened: Pages[] = [];
const patientId = mintPatientId(() => Buffer.alloc(5, 7));
const ended = (_id: string, changes: Partial<EncounterDocument> = {}): EncounterDocument =>
  encounter(_id, {
    ...{ patientId, state: 'closed', containedByBot: false, closedBy: 'agent' },
    ...{ department: { id: 'g', name: 'Atendimento geral' }, agent: { id: 'ana', name: 'Ana Souza' } },
    outcomeMissingSince: new Date('2026-05-04T14:00:00.000Z'),
    ...changes,
  });

async function given(encounters: EncounterDocument[], role: Role = 'attendant') {
  const pages = await fakePages();
  opened.push(pages);
  const profile = { patientId, name: 'Rita Teste', phones: [], emails: [], createdAt: new Date(0) };
  pages.of().patients.set(patientId, { profile, encounters, messages: [], decisions: [] });
  const browser = pages.browser();
  await browser.signIn(await pages.hire(role));
  return { pages, browser };
}

afterEach(async () => {
  for (const { app } of opened.splice(0)) await app.close();
});

describe('conversations without outcome', () => {
  const old = ended('old', { outcomeMissingSince: new Date('2026-04-20T14:00:00.000Z') });
  const urgent = ended('urgent', { department: { id: 'u', name: 'Urgência' } });

  it('lists those of the last days, each with its way into the record; names no others', async () => {
    const registered = ended('registered');
    delete registered.outcomeMissingSince;
    const { browser, pages } = await given([ended('general'), urgent, old, registered]);
    const { body } = await browser.get('/tasks/outcomes');
    expect(body).toContain('2 sem desfecho');
    expect(body).toContain(`/patients/${patientId}?before=2026-05-04T12:00:00.001Z#conversation-general`);
    expect(body).toContain('Ana Souza');
    expect(body).not.toContain('value="old"');
    expect(body).not.toContain('value="registered"');
    expect(pages.of().audited).toContainEqual(
      expect.objectContaining({ action: 'tasks.read', patients: [patientId] }),
    );
  });

  it.each([
    ['?days=30', ['general', 'urgent', 'old']],
    [`?days=30&department=${encodeURIComponent('Urgência')}`, ['urgent']],
    ['?department=Nenhum', []],
  ])('Given the filter %s, then those', async (query, expected) => {
    const { browser } = await given([ended('general'), urgent, old]);
    const { body } = await browser.get(`/tasks/outcomes${query}`);
    const rooms = [...body.matchAll(/name="conversation" value="([^"]+)"/g)].map((match) => match[1]);
    expect(rooms.sort()).toEqual([...expected].sort());
  });

  it('Given one is registered, then it is told, and the list comes back as it was filtered', async () => {
    const one = ended('general');
    const { browser } = await given([one, urgent]);
    const form = { conversation: 'general', outcome: 'resolved', days: '30', department: '' };
    const answer = await browser.submit('/tasks/outcomes', '/tasks/outcomes', form);
    expect(answer.statusCode).toBe(303);
    const back = await browser.get(answer.headers['location'] as string);
    expect(back.body).toContain('Desfecho registrado.');
    expect(back.body).not.toContain('value="general"');
    expect(back.body).toMatch(/value="30"[^>]*selected/);
    expect(one.serviceOutcome?.outcome).toBe('resolved');
    const again = await browser.submit('/tasks/outcomes', '/tasks/outcomes', form);
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('Esta conversa já tem desfecho');
  });

  it('Given none was chosen, then nothing is registered, and the page says so', async () => {
    const one = ended('general');
    const { browser } = await given([one]);
    const answer = await browser.submit('/tasks/outcomes', '/tasks/outcomes', { conversation: 'general' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('Escolha o desfecho antes de registrar.');
    expect(one.serviceOutcome).toBeUndefined();
  });

  it('is not shown to who has no tasks', async () => {
    const { browser } = await given([ended('general')], 'epidemiologist');
    expect((await browser.get('/tasks/outcomes')).statusCode).toBe(403);
  });
});

describe('how conversations ended, on the dashboard', () => {
  const all = [
    ended('missing', { routingFailed: [{ department: 'Urgência', why: 'full' }] }),
    ended('left', {
      leftUnseen: true,
      routingFailed: [
        { department: 'Urgência', why: 'closed' },
        { department: 'Urgência', why: 'full' },
      ],
      department: { id: 'u', name: 'Urgência' },
    }),
    ended('good', { serviceOutcome: { outcome: 'resolved', by: 'ana', at: new Date(0) }, surveyScore: 5 }),
    ended('fair', { serviceOutcome: { outcome: 'referred', by: 'ana', at: new Date(0) }, surveyScore: 4 }),
  ];
  const cells = (body: string, department: string): string[] => {
    const row = body.split('<tr').find((one) => one.includes(`>${department}</th>`)) ?? '';
    return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => match[1]!.replace(/<[^>]+>/g, ''));
  };

  it.each<[string, string[]]>([
    ['Atendimento geral', ['3', '2', '1', '0', '4,5 de 5 · 2 respostas', '—']],
    ['Urgência', ['1', '0', '0', '1', '—', 'todos no limite: 2fechado agora: 1']],
    [
      'Todos os setores',
      ['4', '2', '1', '1', '4,5 de 5 · 2 respostas', 'todos no limite: 2fechado agora: 1'],
    ],
  ])(
    '%s: closed, with and without outcome, left, satisfaction, tried in vain',
    async (department, expected) => {
      const { browser } = await given(all, 'manager');
      expect(cells((await browser.get('/dashboard')).body, department)).toEqual(expected);
    },
  );

  it('leads who works with tasks to those without outcome, and nobody else', async () => {
    const link = 'href="/tasks/outcomes?days=30';
    expect((await (await given(all, 'manager')).browser.get('/dashboard')).body).toContain(link);
    expect((await (await given(all, 'administrator')).browser.get('/dashboard')).body).not.toContain(link);
  });
});

it('the timeline has what was tried to find somebody, and how it ended', async () => {
  const at = new Date('2026-05-04T12:00:05.000Z');
  const { browser } = await given(
    [
      ended('tried', {
        marks: [
          {
            at,
            order: 1,
            kind: 'routing',
            rung: 'department',
            result: 'full',
            department: 'Urgência',
            rule: 'kids',
          },
          { at, order: 2, kind: 'routing', rung: 'call-back', result: 'offered' },
        ],
      }),
    ],
    'manager',
  );
  const { body } = await browser.get(`/patients/${patientId}`);
  expect(body).toContain('Tentou setor Urgência: todos no limite (regra kids)');
  expect(body).toContain('Tentou retorno por telefone: oferecido');
  expect(body).toContain('sem desfecho');
  expect(body).toContain('id="conversation-tried"');
});
