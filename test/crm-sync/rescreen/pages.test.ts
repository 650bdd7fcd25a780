import { mintPatientId } from '../../../contract/patient-id';
import type { KnowledgeShelf } from '../../../crm-sync/knowledge/knowledge-shelf';
import { packs, packTexts } from '../../../settings/packs';
import { decideNow } from '../../../src/triage/evaluate';
import { encounter } from '../../support/encounters';
import { fakePages, type FakeBrowser } from '../../support/fake-pages';

const patientId = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const other = mintPatientId(() => Buffer.from([5, 4, 3, 2, 1]));
const at = new Date('2026-05-04T12:30:00.000Z');
const path = `/patients/${patientId}/conversations/room/rescreen`;
const pack = packs['respiratory']!;
const answers = { age: 70, cough: true, fever: false, myalgia: true };
const { outcome, row, because } = decideNow(pack, answers);

async function world(options: Parameters<typeof fakePages>[0] = {}) {
  const pages = await fakePages(options);
  const bot = { pack: pack.id, packVersion: pack.version, knowledge: 'k', outcome: outcome.id, row, because };
  const decision = {
    ...{ _id: 'room\u0000d1', conversation: 'room', at, order: 4, version: 5, answers, findings: [], ...bot },
    ...{ disposition: 'moderate' as const, urgencyMinutes: 720 },
  };
  const profile = { patientId, name: 'Pessoa Teste', phones: [], emails: [], createdAt: at };
  pages.of().patients.set(patientId, {
    ...{ profile, messages: [], decisions: [decision] },
    encounters: [
      encounter('room', { patientId, startedAt: at, disposition: 'moderate', outcome: outcome.id }),
    ],
  });
  pages.of().patients.set(other, {
    ...{ profile: { ...profile, patientId: other }, messages: [], decisions: [] },
    encounters: [encounter('elsewhere', { patientId: other, startedAt: at })],
  });
  const signIn = async (role: 'attendant' | 'manager' | 'administrator' | 'clinician', email?: string) => {
    const browser = pages.browser();
    await browser.signIn(await pages.hire(role, email));
    return browser;
  };
  return { ...pages, decision, signIn, outcomeCode: outcome.id };
}

const fields = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [`q_${id}`, value]));

/** As a browser sends it: fields left empty are sent too. */
const signs = [
  'cannot_complete_sentences',
  'cyanosis',
  'chest_pain',
  'confusion',
  'pale_cold_skin',
  'fainting',
];
const more = [
  'persistent_vomiting',
  'severe_abdominal_pain',
  'risk_condition',
  'fever',
  'covid_test_positive',
];
const measured = ['breathing_rate', 'temperature', 'blood_pressure_systolic', 'blood_pressure_diastolic'];
const complete = fields({
  ...Object.fromEntries([...signs, ...more, 'dyspnea', 'drowsiness'].map((id) => [id, 'no'])),
  ...Object.fromEntries(measured.map((id) => [id, ''])),
  ...{ age: '70', severity: 'moderate', contagion: 'low', decision: 'today', oxygen_saturation: '97' },
});

async function submit(browser: FakeBrowser, form: Record<string, string>) {
  const page = (await browser.get(`${path}?again=yes`)).body;
  const submission = /name="submission" value="([0-9a-f]{32})"/.exec(page)![1]!;
  return browser.submit(path, path, { submission, ...form });
}

describe('a clinician', () => {
  it('Given somebody to screen again, When they open the form, Then they decide first, without sight of the record', async () => {
    const { signIn, outcomeCode } = await world();
    const browser = await signIn('clinician');
    const { statusCode, body } = await browser.get(path);
    expect([statusCode, body.includes(outcomeCode)]).toEqual([200, false]);
    expect(body).not.toContain(`href="/patients/${patientId}"`);
    expect((await browser.get(`/patients/${patientId}`)).statusCode).toBe(403);
    expect((await submit(browser, complete)).statusCode).toBe(303);
    const after = (await browser.get(path)).body;
    expect(after).toContain(outcomeCode);
    expect(after).not.toContain('não conta');
    expect(after).toContain('href="/queue"');
  });

  it('comes to it from the queue, where no record is linked', async () => {
    const browser = await (await world()).signIn('clinician');
    const { statusCode, body } = await browser.get('/queue');
    expect([statusCode, body.includes('href="/patients"')]).toEqual([200, false]);
  });
});

describe('the second screening', () => {
  it('shows what the bot was answered, but nothing of what it decided', async () => {
    const { signIn, outcomeCode } = await world();
    const { statusCode, body } = await (await signIn('attendant')).get(path);
    expect(statusCode).toBe(200);
    expect(body).toContain('Ao robô: Sim');
    expect(body).toContain('Ao robô: 70 anos');
    // what the form does not ask, too
    expect(body).toMatch(/O que mais foi respondido ao robô \(1\)/);
    for (const betrayal of [outcomeCode, row, 'badge-', 'decision-', '720', '12 h'])
      expect(body).not.toContain(betrayal);
    expect(body).not.toMatch(/<script(?! src)|onclick|style=/);
    // a chronic fact may be taken over, a symptom is asked anew
    expect(body).toMatch(/name="q_age" value="70"/);
    expect(body).not.toMatch(/name="q_cough"[^>]*checked/);
  });

  it('Given it is filled in, then it is told as one event and both decisions stand side by side', async () => {
    const { signIn, of } = await world();
    const browser = await signIn('attendant');
    const answer = await submit(browser, { ...complete, comment: 'Vi a pessoa.' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?done=yes`]);
    const { body } = await browser.get(`${path}?done=yes`);
    expect(body).toContain('Concordam: ');
    expect(body).toContain('in_person_today');
    expect(body).toContain(outcome.id);
    expect(body).toContain('Vi a pessoa.');
    const audited = of().audited.filter(({ action }) => action === 'patients.rescreen');
    expect(audited.map(({ target, details }) => [target, details?.['outcome']])).toEqual([
      ...[undefined, undefined, 'asked', 'done', undefined].map((outcome) => [
        `patient/${patientId}`,
        outcome,
      ]),
    ]);
  });

  it.each([
    ['less', { ...complete, q_severity: 'mild', q_decision: 'home' }, 'menos urgente que o robô'],
    ['more', { ...complete, q_severity: 'severe', q_cyanosis: 'yes' }, 'mais urgente que o robô'],
  ])('says so when the person decided %s urgent', async (_name, form, words) => {
    const { signIn } = await world();
    const browser = await signIn('manager');
    expect((await submit(browser, form)).statusCode).toBe(303);
    expect((await browser.get(path)).body).toContain(words);
  });

  it('Given answers that still matter are missing, then it asks for them and keeps what was typed', async () => {
    const { signIn } = await world();
    const browser = await signIn('attendant');
    const { q_severity: _s, ...rest } = complete;
    const { statusCode, body } = await submit(browser, { ...rest, q_cough: 'yes', comment: 'até aqui' });
    expect(statusCode).toBe(400);
    expect(body).toMatch(/Falta responder 1 pergunta/);
    expect(body).toMatch(/ask-wrong" id="q_severity"/);
    expect(body).toMatch(/name="q_cough" value="yes" checked/);
    expect(body).toContain('até aqui');
    expect(body).not.toContain(outcome.id);
  });

  it('asks what an answer opens: at home and contagious, whether they can isolate', async () => {
    const { signIn } = await world();
    const form = { ...complete, ...fields({ severity: 'mild', decision: 'home', contagion: 'high' }) };
    const { statusCode, body } = await submit(await signIn('attendant'), form);
    expect(statusCode).toBe(400);
    expect(body).toMatch(/id="q_can_isolate"/);
  });

  it('refuses a value that does not fit, by its question', async () => {
    const { signIn } = await world();
    const { statusCode, body } = await submit(await signIn('attendant'), {
      ...complete,
      q_temperature: '400',
    });
    expect([statusCode, /ask-wrong" id="q_temperature"/.test(body)]).toEqual([400, true]);
    expect(body).toContain('De 30 a 45');
  });

  it('the same submission twice is one; again by the same person, it counts as seen', async () => {
    const { signIn } = await world();
    const browser = await signIn('attendant');
    const form = { ...complete, submission: 'ab'.repeat(16) };
    for (let i = 0; i < 2; i += 1) expect((await submit(browser, form)).statusCode).toBe(303);
    const once = (await browser.get(path)).body;
    expect(once.split('card compared').length - 1).toBe(1);
    expect(once).not.toContain('não conta na concordância');
    await submit(browser, complete);
    const twice = (await browser.get(path)).body;
    expect(twice.split('card compared').length - 1).toBe(2);
    expect(twice).toContain('não conta na concordância');
  });

  it('Given another person has screened, then this one still sees the form alone', async () => {
    const { signIn } = await world();
    await submit(await signIn('attendant'), complete);
    const { body } = await (await signIn('attendant', 'outra@example.org')).get(path);
    expect(body).toContain('name="q_severity"');
    expect(body).not.toContain(outcome.id);
  });

  it.each([
    ['another person’s conversation', `/patients/${other}/conversations/room/rescreen`, 404],
    ['no conversation', `/patients/${patientId}/conversations/none/rescreen`, 404],
    ['no patient', '/patients/nobody/conversations/room/rescreen', 404],
  ])('%s is not found', async (_name, address, status) => {
    const { signIn } = await world();
    const browser = await signIn('attendant');
    expect((await browser.get(address)).statusCode).toBe(status);
    const posted = await browser.submit(path, address, { ...complete, submission: 'ab'.repeat(16) });
    expect(posted.statusCode).toBe(status);
  });

  it('Given the person was erased, then there is nothing to screen again', async () => {
    const { signIn, of } = await world();
    of().patients.get(patientId)!.encounters[0]!.erased = true;
    const browser = await signIn('attendant');
    expect((await browser.get(path)).body).not.toContain('name="q_severity"');
    const posted = await browser.submit('/account', path, { ...complete, submission: 'ab'.repeat(16) });
    expect(posted.statusCode).toBe(400);
  });

  describe('until an attendant has decided', () => {
    const pages = ['/queue', '/queue/rows', '/patients', '/patients/latest', `/patients/${patientId}`];
    const all = [...pages, `/patients/${patientId}/timeline`];

    /** Somebody waits: the bot has decided, advised and handed over, another attendant has decided. */
    async function waiting(redFlags: string[] = []) {
      const made = await world();
      const patient = made.of().patients.get(patientId)!;
      Object.assign(patient.encounters[0]!, {
        ...{ state: 'queued', waitingSince: at, redFlags, department: { id: 'g', name: 'Geral' } },
        marks: [
          { kind: 'handoff', at, order: 6, reason: 'moderate', department: 'Geral', result: 'transferred' },
          { kind: 'rescreen', at, order: 7, staff: 's9', blind: true, disposition: 'mild', bot: 'moderate' },
        ],
      });
      const said = { conversation: 'room', at, event: 'e', version: 1, via: 'text' as const };
      patient.messages.push(
        { ...said, _id: 'm1', order: 3, from: 'patient', text: 'tosse há dois dias' },
        { ...said, _id: 'm2', order: 5, from: 'bot', text: 'Procure atendimento em 12 horas' },
      );
      return made;
    }
    const betrayals = [
      ...[
        'badge-moderate',
        'badge-mild',
        'urgency-yellow',
        'urgency-green',
        'decision-moderate',
        'Moderado',
        'Leve',
        outcome.id,
        row,
      ],
      ...['12 h', 'mais urgente', 'menos urgente', 'Procure atendimento'],
    ];

    it.each(all)('%s hides the bot’s decision, and leads to the form', async (page) => {
      const { signIn } = await waiting();
      const { statusCode, body } = await (await signIn('attendant')).get(page);
      expect(statusCode).toBe(200);
      expect(body).toContain('Decisão do robô oculta até a sua');
      expect(body).toContain(`href="${path}"`);
      for (const betrayal of betrayals)
        expect([betrayal, body.includes(betrayal)]).toEqual([betrayal, false]);
      // whoever has decided sees it all
      const browser = await signIn('attendant');
      expect((await submit(browser, complete)).statusCode).toBe(303);
      const after = (await browser.get(page)).body;
      expect(after).not.toContain('oculta até a sua');
      expect(after).toMatch(/badge-moderate|urgency-yellow/);
      // and a manager at any time
      expect((await (await signIn('manager')).get(page)).body).toMatch(/badge-moderate|urgency-yellow/);
    });

    it('red flags stay, and what the patient was told to do', async () => {
      const { signIn } = await waiting(['dyspnea']);
      const browser = await signIn('attendant');
      for (const page of ['/queue', `/patients/${patientId}`]) {
        const { body } = await browser.get(page);
        expect(body).toContain('<span class="flag">');
        expect(body).toContain('oculta até a sua');
      }
      expect((await browser.get('/queue')).body).toContain('badge-emergency');
      expect((await browser.get(`/patients/${patientId}`)).body).toContain('Procure atendimento');
    });

    it('a manager’s own is not counted as blind', async () => {
      const { signIn } = await waiting();
      const manager = await signIn('manager');
      await submit(manager, complete);
      expect((await manager.get(path)).body).toContain('não conta na concordância');
    });
  });

  describe('by the version in force', () => {
    const published = (
      change: (pack: Record<string, unknown>, texts: Record<string, Record<string, string>>) => void,
    ) => {
      const own = structuredClone(packs['human-rescreen']!) as unknown as Record<string, unknown>;
      const texts = structuredClone(packTexts['human-rescreen']!) as Record<string, Record<string, string>>;
      Object.assign(own, { version: '2030', status: 'active' });
      change(own, texts);
      return { pack: own, texts };
    };
    const publish = async (of: () => { knowledge: KnowledgeShelf }, number: number, body: object) =>
      of().knowledge.insertSnapshot({
        ...{ _id: number, at, by: { staffId: 'S', name: 'Ana' }, change: { restored: 0 }, versions: [] },
        ...{ hash: `hash-${number}`, body: JSON.stringify({ packs: [body] }) },
      });

    it('Given one is published, Then the form is it, with its words, and says nothing of a draft', async () => {
      const { signIn, of } = await world();
      const browser = await signIn('attendant');
      expect((await browser.get(path)).body).toContain('Protocolo em rascunho');
      await publish(
        of,
        1,
        published(
          (_pack, texts) => (texts['pt-BR']!['question.severity'] = 'Quão grave, nas nossas palavras?'),
        ),
      );
      const { body } = await browser.get(path);
      expect(body).toContain('Quão grave, nas nossas palavras?');
      expect(body).toContain('2030');
      expect(body).not.toContain('rascunho');
      expect((await submit(browser, complete)).statusCode).toBe(303);
      // another version comes into use: what was decided keeps its own words
      await publish(
        of,
        2,
        published((pack, texts) => {
          pack['version'] = '2031';
          texts['pt-BR']!['question.severity'] = 'Outra pergunta?';
        }),
      );
      const decided = (await browser.get(path)).body;
      expect(decided).toContain('Quão grave, nas nossas palavras?');
      expect(decided).not.toContain('Outra pergunta?');
    });

    it('Given what is published cannot be read, Then the product’s own is shown, and that is said', async () => {
      const { signIn, of } = await world();
      await publish(of, 1, { pack: { id: 'human-rescreen', version: '2030' }, texts: {} });
      const { body } = await (await signIn('attendant')).get(path);
      expect(body).toContain('não pôde ser lida');
      expect(body).toContain('name="q_severity"');
    });
  });

  it('an administrator does not come in', async () => {
    const { signIn } = await world();
    expect((await (await signIn('administrator')).get(path)).statusCode).toBe(403);
  });

  it.each(['pt-BR', 'en', 'es'])('speaks %s', async (language) => {
    const { signIn } = await world();
    const browser = await signIn('attendant');
    browser.cookies.set('acolhe_language', language);
    await submit(browser, complete);
    for (const page of [path, `${path}?again=yes`])
      expect((await browser.get(page)).body).not.toMatch(/\{\w+\}/);
  });
});
