/** From the clinicians' pages to the next patient: the app in the real engine, the CRM on a real database. */
import { demoPassword } from '../../cli/starting/demo-staff';
import { demoTenant } from '../../cli/starting/service-environment';
import type { KnowledgeSnapshot } from '../../contract/knowledge';
import { sign } from '../../contract/signature';
import { pingApp } from '../../crm-sync/ingest/ping';
import { builtInVersions } from '../../crm-sync/knowledge/built-in';
import { chatOf } from '../support/chat';
import { PageBrowser } from '../support/page-browser';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
let ana: PageBrowser;
let rui: PageBrowser;
/** What the app showed to whom asked for its state. */
const notices: string[] = [];
let stopListening = (): void => undefined;

interface PackFile {
  pack: { version: string };
  texts: Record<string, Record<string, string>>;
}

async function bring(version: string, question: string): Promise<string> {
  const file = JSON.parse(builtInVersions().find(({ id }) => id === 'respiratory')!.body) as PackFile;
  file.pack.version = version;
  for (const texts of Object.values(file.texts)) texts[firstQuestion] = question;
  const form = { kind: 'pack', text: JSON.stringify(file) };
  const answer = await ana.submit('/knowledge/new', '/knowledge/propose', form);
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!.split('?')[0]!;
}

async function bringIntoUse(version: string, question: string): Promise<string> {
  const path = await bring(version, question);
  for (const person of [ana, rui]) expect((await person.submit(path, `${path}/sign`, {})).status).toBe(303);
  expect((await rui.submit(path, `${path}/activate`, {})).status).toBe(303);
  return path;
}

/** The text key of what is asked of everybody with a cough. */
let firstQuestion = '';
/** What a patient who only coughs is asked first. */
let builtInQuestion = '';

async function cough() {
  const chat = chatOf(system);
  chat.says('estou com tosse');
  return chat;
}

/** `/acolhe status` as an administrator reads it. */
async function status(): Promise<string> {
  const { omnichannel, engine } = system.workspace;
  const admin = [...omnichannel.users.values()].find((user) => user.username === 'admin')!;
  const channel = [...omnichannel.channels.values()].find(({ name }) => name === 'operations')!;
  const before = notices.length;
  const call = { command: 'acolhe', params: ['status'], userId: admin._id, rid: channel._id, triggerId: 't' };
  await eventually(async () => {
    await engine.slashCommand(call).catch(() => undefined);
    return notices.length > before;
  }, 60_000);
  return notices.at(-1)!;
}

beforeAll(async () => {
  system = await startSystem();
  const { omnichannel, engine } = system.workspace;
  const admin = [...omnichannel.users.values()].find((user) => user.username === 'admin')!;
  omnichannel.addChannel({ name: 'operations', userId: admin._id });
  omnichannel.changeUser(admin._id, { language: 'en' });
  stopListening = engine.surfaces.on((surface) => {
    if (surface.kind === 'ephemeral') notices.push(surface.msg);
  });
  [ana, rui] = [new PageBrowser(system.crmUrl), new PageBrowser(system.crmUrl)];
  for (const [browser, email] of [
    [ana, 'clinica@demo.example'],
    [rui, 'clinica2@demo.example'],
  ] as const)
    expect((await browser.signIn(demoTenant, email, demoPassword)).status).toBe(303);
  const { pack, texts } = JSON.parse(builtInVersions().find(({ id }) => id === 'respiratory')!.body) as {
    pack: { questions: { text: string }[] };
    texts: Record<string, Record<string, string>>;
  };
  const asked = await cough();
  const first = await eventually(
    () =>
      pack.questions.find(({ text }) =>
        asked.botTexts().some((said) => said.includes(texts['pt-BR']![text]!)),
      ),
    60_000,
  );
  firstQuestion = first!.text;
  builtInQuestion = texts['pt-BR']![firstQuestion]!;
});
afterAll(async () => {
  stopListening();
  await system?.stop();
});

describe('knowledge', () => {
  it('that two clinicians signed and activated leads the next conversation; one under way keeps its own', async () => {
    const before = await cough();
    await before.heard(builtInQuestion);
    await bringIntoUse('2030-01-01', 'Pergunta da versão nova?');
    await eventually(async () => (await status()).includes('number 1 of the CRM'), 60_000);
    const after = await cough();
    await after.heard('Pergunta da versão nova?');
    before.says('não entendi nada disso');
    await eventually(
      () => before.botTexts().filter((text) => text.includes(builtInQuestion)).length > 1,
      60_000,
    );
    expect(before.botTexts().join()).not.toContain('Pergunta da versão nova?');
  });

  it('leads decisions that name it', async () => {
    const chat = await cough();
    await chat.heard('Pergunta da versão nova?');
    chat.says('quero falar com um atendente');
    const started = await eventually(async () => {
      const events = await system.tenant.events.find({ subject: chat.rid }).toArray();
      return events.find(({ type }) => type === 'acolhe.triage.started.v1');
    }, 60_000);
    const { hash } = (await system.tenant.db
      .collection('knowledgeSnapshots')
      .findOne({ _id: 1 as never })) as unknown as {
      hash: string;
    };
    expect(started.coded).toMatchObject({ pack: 'respiratory', packVersion: '2030-01-01', knowledge: hash });
  });

  it('is taken back in one click', async () => {
    await bringIntoUse('2030-01-02', 'Pergunta da segunda versão?');
    await eventually(async () => (await status()).includes('number 2 of the CRM'), 60_000);
    await (await cough()).heard('Pergunta da segunda versão?');
    expect((await ana.submit('/knowledge', '/knowledge/published/1/restore', {})).status).toBe(303);
    await eventually(async () => (await status()).includes('number 3 of the CRM'), 60_000);
    await (await cough()).heard('Pergunta da versão nova?');
  });

  it('that somebody wrote into the database without the keys is neither shown nor told to apps', async () => {
    const snapshots = system.tenant.db.collection<{ _id: number; body: string }>('knowledgeSnapshots');
    const last = (await snapshots.findOne({ _id: 3 }))!;
    const forged = { ...(JSON.parse(last.body) as KnowledgeSnapshot), version: 4 };
    const body = JSON.stringify(forged);
    await snapshots.insertOne({ ...last, _id: 4, body });
    const known = notices.length;
    await pingApp(system.tenant.workspaces[0]!, () => new Date(), { knowledge: true });
    expect(await ana.page('/knowledge')).toContain('Publicação nº 3');
    expect(await status()).toContain('number 3 of the CRM');
    expect(notices.slice(known).join()).not.toContain('could not be taken');
    // what comes next takes a number of its own
    expect((await ana.submit('/knowledge', '/knowledge/published/2/restore', {})).status).toBe(303);
    await eventually(async () => (await status()).includes('number 5 of the CRM'), 60_000);
    await (await cough()).heard('Pergunta da segunda versão?');
  });

  it('whose body was changed in the database is not told to apps: the last good one stays', async () => {
    const snapshots = system.tenant.db.collection<{ _id: number; body: string }>('knowledgeSnapshots');
    const { body } = (await snapshots.findOne({ _id: 5 }))!;
    await snapshots.updateOne({ _id: 5 }, { $set: { body: body.replace('Pergunta da segunda', 'Forjada') } });
    const asked = { nonce: 'a-nonce-of-this-test' };
    const payload = JSON.stringify(asked);
    const answer = await fetch(`${system.crmUrl}/v1/tenants/${demoTenant}/workspaces/main/knowledge`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...sign(system.secret, { id: 'x', atMs: Date.now(), payload }),
      },
      body: payload,
    });
    expect([answer.status, (await answer.text()).includes('Forjada')]).toEqual([500, false]);
    await (await cough()).heard('Pergunta da segunda versão?');
    await snapshots.updateOne({ _id: 5 }, { $set: { body } });
  });

  it('stays when the CRM is away', async () => {
    await system.killCrm();
    try {
      await (await cough()).heard('Pergunta da segunda versão?');
      expect(await status()).toContain('number 5 of the CRM');
    } finally {
      await system.startCrm();
    }
  });
});

describe('routing and hours', () => {
  /** Signs and activates a part, and waits until the app is led by it. */
  async function activate(kind: string, body: unknown): Promise<void> {
    const form = { kind, text: JSON.stringify(body) };
    const proposed = await ana.submit('/knowledge/new', '/knowledge/propose', form);
    expect(proposed.status).toBe(303);
    const path = proposed.headers.get('location')!.split('?')[0]!;
    for (const person of [ana, rui]) expect((await person.submit(path, `${path}/sign`, {})).status).toBe(303);
    expect((await rui.submit(path, `${path}/activate`, {})).status).toBe(303);
    const number = /Publicação nº (\d+)/.exec(await ana.page('/knowledge'))![1]!;
    await eventually(async () => (await status()).includes(`number ${number} of the CRM`), 60_000);
  }

  const given: Record<string, string> = { age: '34', temperature: '38,5', symptom_duration: '2' };

  /** Answers what the bot asks: an adult with fever and a chronic condition, until a person is asked for. */
  async function interview(chat: Awaited<ReturnType<typeof cough>>): Promise<void> {
    const answered = new Set<string>();
    const standing = () => {
      const last = JSON.stringify([...chat.messages()].reverse().find(({ token }) => !token)?.blocks ?? '');
      return [...last.matchAll(/answer:([\w.-]+):(\w+)/g)].filter(([, id]) => !answered.has(id!));
    };
    const isHandedOver = () => chat.department() === 'Infectologia';
    for (let i = 0; i < 60 && !isHandedOver(); i += 1) {
      await eventually(() => isHandedOver() || standing().length > 0, 60_000);
      if (isHandedOver()) return;
      const buttons = standing();
      const id = buttons[0]![1]!;
      answered.add(id);
      const wanted = ['chronic_condition', 'fever'].includes(id) ? 'yes' : 'no';
      const value = buttons.find(([, , code]) => code === wanted) ?? buttons.at(-1)!;
      if (given[id]) chat.says(given[id]);
      else await chat.presses(value[0]);
    }
  }

  it('Given both are activated on the pages, Then a decided patient goes to that department and reads when it opens', async () => {
    const { omnichannel } = system.workspace;
    const [agent] = [...omnichannel.departments.values()].flatMap(({ agents }) => agents);
    omnichannel.addDepartment({
      ...{ name: 'Infectologia', allowReceiveForwardOffline: true },
      agents: agent === undefined ? [] : [agent],
    });
    await activate('routing', [{ disposition: 'moderate', department: 'Infectologia' }]);
    const inTwoDays = (new Date(Date.now() + 2 * 86_400_000).getUTCDay() + 6) % 7;
    const weekly = [{ days: [inTwoDays + 1], open: [{ from: '08:15', to: '18:00' }] }];
    await activate('hours', [{ department: 'Infectologia', timeZone: 'UTC', weekly, holidays: [] }]);
    const chat = await cough();
    await interview(chat);
    expect(chat.department()).toBe('Infectologia');
    await chat.heard('08:15', 60_000);
    const told = async (type: string) =>
      eventually(() => system.tenant.events.findOne({ subject: chat.rid, type }), 60_000);
    expect((await told('acolhe.triage.decided.v1')).coded).toMatchObject({
      ...{ disposition: 'moderate', department: 'general', routed: 'Infectologia' },
    });
    expect((await told('acolhe.handoff.requested.v1')).coded).toMatchObject({ department: 'Infectologia' });
  });
});
