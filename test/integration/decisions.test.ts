/** From what the dialog tells to the patient's page, the second screening, the export and the replay, on a real store. */
import { mkdtemp, readFile, rm, stat } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import type { EventEnvelope } from '../../contract/event';
import type { RunningCrm } from '../../crm-sync/server';
import type { Tenant } from '../../crm-sync/store/tenant';
import { runCommand } from '../support/commands';
import { conversation } from '../support/conversation';
import { sendEvents, startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { PageBrowser } from '../support/page-browser';
import { eventually } from '../support/wait';

const password = 'Chuva-Mansa-77';
const environment = { ...process.env };
let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
let folder: string;
let browser: PageBrowser;
let patientId: string;
const decided = 'acolhe.triage.decided.v1';

/** A conversation of the default pack until it is decided, as its events of workspace w1 of tenant t1. */
function told(): EventEnvelope[] {
  const chat = conversation({ pack: 'respiratory', tenant: 't1', workspace: 'w1' }).start();
  const events = [...chat.events];
  chat.identified(patientId);
  events.push(...chat.events);
  chat.says('tosse');
  events.push(...chat.events);
  for (let i = 0; i < 60 && !events.some(({ type }) => type === decided); i += 1) {
    const button = chat.buttons.find((value) => value.endsWith(':no')) ?? chat.buttons[0];
    if (button && !button.startsWith('answer:age:')) chat.presses(button);
    else chat.says('72');
    events.push(...chat.events);
  }
  // surveillance comes once it is decided; while somebody is waited for, too
  if (chat.state.phase === 'waiting') {
    chat.transferAnswered('transferred', true, 'Atendimento geral');
    events.push(...chat.events);
  }
  for (let i = 0; i < 3 && chat.buttons.some((value) => value.startsWith('answer:')); i += 1) {
    chat.says('não');
    events.push(...chat.events);
  }
  return events as unknown as EventEnvelope[];
}

beforeAll(async () => {
  mongo = await testMongo();
  folder = await mkdtemp(join(tmpdir(), 'acolhe-decisions-'));
  const config = testConfig(mongo.uri);
  crm = await startTestCrm(config);
  tenant = crm.store.tenant('t1')!;
  const sealed = config.tenants.map((one) => ({
    ...one,
    sealingKeys: one.sealingKeys.map(({ id, key }) => ({ id, key: key.toString('base64') })),
  }));
  Object.assign(process.env, {
    ...{ MONGODB_URI: mongo.uri, ACOLHE_TENANTS: JSON.stringify(sealed) },
    ACOLHE_SESSION_KEY: config.sessionKey.toString('base64'),
  });
  const person = { email: 'a@example.org', name: 'Ana Souza', role: 'manager', password } as const;
  await addStaff(accessShelves(tenant), person, { by: 'command', now: new Date() });
  const colleague = { ...person, email: 'r@example.org', name: 'Rui Lima', role: 'attendant' } as const;
  await addStaff(accessShelves(tenant), colleague, { by: 'command', now: new Date() });
  browser = new PageBrowser(crm.url);
  await browser.signIn('t1', 'a@example.org', password);
  patientId = '0000-0001-1';
  await sendEvents(crm.url, told());
  await eventually(() => tenant.decisions.findOne({}), 60_000);
  patientId = (await eventually(() => tenant.encounters.findOne({ patientId: { $exists: true } }), 60_000))
    .patientId!;
});

afterAll(async () => {
  process.env = environment;
  process.exitCode = undefined;
  await crm?.stop();
  await mongo?.stop();
  await rm(folder, { recursive: true });
});

const period = ['--tenant', 't1', '--from', '2025-12-31', '--to', '2026-01-01'];

it('keeps pack, version, row, urgency and language readable; the answers and what spoke for the row sealed', async () => {
  const [decision] = await tenant.decisions.find().toArray();
  expect(decision).toMatchObject({ pack: 'respiratory', language: 'pt-BR', redFlags: [] });
  expect(typeof decision!.urgencyMinutes).toBe('number');
  expect(decision!.sealedAnswers).toMatch(/^v1\./);
  expect(decision!.sealedBecause).toMatch(/^v1\./);
  const stored = await tenant.events.findOne({ type: decided });
  expect(JSON.stringify(stored!.coded)).not.toMatch(/72|because|answers/);
});

it('shows on the patient’s page by which version and row, why, and how soon', async () => {
  const page = await browser.page(`/patients/${patientId}`);
  const [decision] = await tenant.decisions.find().toArray();
  for (const shown of [decision!.row, decision!.packVersion, 'Por quê', 'Prazo', 'O que teria mudado'])
    expect(page).toContain(shown);
  expect(page).toContain('72 anos');
});

it('what surveillance asked afterwards is sealed beside the decision, and stands with it on the page', async () => {
  const decision = await eventually(() => tenant.decisions.findOne({ laterCount: { $gt: 0 } }), 60_000);
  expect(decision.sealedLater).toMatch(/^v1\./);
  const page = await browser.page(`/patients/${patientId}`);
  expect(page).toContain(`Respondido depois, para a vigilância (${decision.laterCount})`);
  expect(page).toContain('vacina');
});

it('a second screening is kept with the conversation, shown beside the bot’s decision and counted', async () => {
  const path = `/patients/${patientId}/conversations/room1/rescreen`;
  const attendant = new PageBrowser(crm.url);
  await attendant.signIn('t1', 'r@example.org', password);
  const [decision] = await tenant.decisions.find().toArray();
  expect(await attendant.page(`/patients/${patientId}`)).not.toContain(decision!.row);
  expect(await attendant.page('/queue')).toContain('oculta até a sua');
  const form = await attendant.page(path);
  const submission = /name="submission" value="([0-9a-f]{32})"/.exec(form)![1]!;
  const answers = {
    q_age: '72',
    q_cyanosis: 'yes',
    q_severity: 'severe',
    q_contagion: 'low',
    q_decision: 'emergency',
  };
  const comment = 'Lábios roxos quando liguei.';
  for (let i = 0; i < 2; i += 1) {
    const answer = await attendant.submit(path, path, { submission, comment, ...answers });
    expect(answer.status).toBe(303);
  }
  const stored = await tenant.events.find({ type: 'acolhe.rescreen.decided.v1' }).toArray();
  expect(stored).toHaveLength(1);
  expect(stored[0]).toMatchObject({ subject: 'room1', source: '/tenants/t1/crm' });
  expect(JSON.stringify(stored)).not.toMatch(/roxos|cyanosis=/);
  const page = await attendant.page(path);
  expect(page).toContain('Rui Lima');
  expect(page).toContain('Lábios roxos');
  expect(page).toContain('mais urgente que o robô');
  await eventually(() => tenant.encounters.findOne({ rescreenedAt: { $exists: true } }), 60_000);
  expect(await attendant.page(`/patients/${patientId}`)).toContain(decision!.row);
  expect(await attendant.page('/queue')).not.toContain('oculta até a sua');
  expect(await browser.page('/dashboard')).toContain('0 de 1 segundas triagens; 1 mais urgentes, 0 menos');
  expect(await browser.page(`/patients/${patientId}`)).toContain('Segunda triagem por uma pessoa');
});

it('brings decisions out without who it was, to a file of its own, written into the audit log', async () => {
  const file = join(folder, 'decisions.jsonl');
  await runCommand(['protocol', 'decisions', ...period, '--out', file]);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ pack: 'respiratory', answers: { age: 72, cough: true } });
  expect(lines[0]).not.toContain(patientId);
  expect(lines[0]).not.toContain('Pessoa');
  expect((await stat(file)).mode & 0o077).toBe(0);
  const [entry] = await tenant.db.collection('audit').find({ action: 'decisions.export' }).toArray();
  expect(entry).toMatchObject({
    actor: 'command',
    patients: [patientId],
    details: { purpose: 'file', count: 1 },
  });
  // never over a file that is there
  expect(await runCommand(['protocol', 'decisions', ...period, '--out', file])).toMatch(/is there already/);
});

it.each<[string, () => string[] | Promise<string[]>]>([
  ['the file', () => ['--in', join(folder, 'decisions.jsonl')]],
  ['a period of the database', () => period],
  [
    'one decision of the database',
    async () => [
      '--tenant',
      't1',
      '--decision',
      (await tenant.decisions.findOne({}))!._id.replace('\u0000', '/'),
    ],
  ],
])('makes those of %s again to the same result', async (_name, args) => {
  process.exitCode = undefined;
  const printed = await runCommand(['protocol', 'replay', ...(await args()), '--json']);
  expect(JSON.parse(printed.trim().split('\n').at(-1)!)).toMatchObject({
    summary: { decisions: 1, same: 1 },
  });
  expect(process.exitCode).toBe(0);
});

it.each([
  ['no such decision', ['--tenant', 't1', '--decision', 'room1/none'], /no decision of that number/],
  ['no period', ['--tenant', 't1'], /--from <day> and --to <day>/],
  [
    'a day that is none',
    ['--tenant', 't1', '--from', '2026-02-30', '--to', '2026-03-01'],
    /--from: is no day/,
  ],
  ['the end before the start', ['--tenant', 't1', '--from', '2026-02-03', '--to', '2026-02-01'], /is before/],
  [
    'no such tenant',
    ['--tenant', 'nobody', '--from', '2026-02-01', '--to', '2026-02-01'],
    /no tenant nobody/,
  ],
])('says what is wrong: %s', async (_name, args, words) => {
  expect(await runCommand(['protocol', 'replay', ...args])).toMatch(words);
});

it('an emergency told after the decision is a decision of its own, and made again', async () => {
  const [before] = await tenant.decisions.find().toArray();
  const like = (await tenant.events.findOne({ subject: 'room1', type: decided }))!;
  const time = new Date(before!.at.getTime() + 60_000).toISOString();
  const { specversion, source, subject } = like;
  const event = {
    ...{ specversion, source, subject, time, id: `${like.id}-alarm`, type: 'acolhe.red-flag.raised.v1' },
    data: { concept: 'dyspnea', call: '192', source: 'text' },
  };
  await sendEvents(crm.url, [event as unknown as EventEnvelope]);
  await eventually(() => tenant.encounters.findOne({ redFlags: 'dyspnea' }), 60_000);
  const file = join(folder, 'with-alarm.jsonl');
  await runCommand(['protocol', 'decisions', ...period, '--out', file]);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[1]!)).toMatchObject({
    ...{ decision: `room1/${event.id}`, at: time, pack: 'respiratory', disposition: 'emergency' },
    ...{ row: 'red-flag', raised: event.data, answers: { age: 72, dyspnea: true } },
  });
  for (const args of [['--in', file], period, ['--tenant', 't1', '--decision', `room1/${event.id}`]]) {
    process.exitCode = undefined;
    const printed = await runCommand(['protocol', 'replay', ...args, '--json']);
    const { summary } = JSON.parse(printed.trim().split('\n').at(-1)!) as { summary: Record<string, number> };
    expect([summary['decisions'], summary['same'], process.exitCode]).toEqual(
      args[0] === '--tenant' && args[2] === '--decision' ? [1, 1, 0] : [2, 2, 0],
    );
  }
});
