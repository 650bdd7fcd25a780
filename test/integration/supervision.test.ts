/** A manager acts on conversations of the workspace through the pages, and is told what really happened. */
import { addStaff } from '../../crm-sync/access/staff';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { pingApp } from '../../crm-sync/ingest/ping';
import { eventsOf, openEvent } from '../../crm-sync/store/sealed-events';
import { PageBrowser } from '../support/page-browser';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

const password = 'Chuva-Mansa-77';
let system: System;
let manager: PageBrowser;
let ana: string;
let bruno: string;
let urgent: string;
let general: string;
beforeAll(async () => {
  system = await startSystem({ reconcile: { everySeconds: 3_600 } });
  const { omnichannel } = system.workspace;
  const userOf = (name: string) =>
    [...omnichannel.users.values()].find(({ username }) => username === name)!._id;
  [ana, bruno] = [userOf('ana'), userOf('bruno')];
  const departmentOf = (wanted: string) =>
    [...omnichannel.departments.values()].find(({ name }) => name === wanted)!._id;
  [urgent, general] = [departmentOf('Urgência'), departmentOf('Atendimento geral')];
  await hire('gestora@clinica.example', 'manager');
  manager = new PageBrowser(system.crmUrl);
  await manager.signIn(system.tenant.id, 'gestora@clinica.example', password);
});
afterAll(() => system?.stop());
beforeEach(() => {
  for (const agent of [ana, bruno]) system.workspace.omnichannel.setPresence(agent, 'online', 'available');
});

async function hire(email: string, role: string): Promise<void> {
  const staff = { email, name: `Pessoa ${role}`, role, password };
  expect((await addStaff(accessShelves(system.tenant), staff, { by: 'command', now: new Date() })).ok).toBe(
    true,
  );
}

let visitors = 0;
/** A conversation that an agent has, or that waits, as far as the CRM knows it. */
async function conversation(departmentId: string, agent?: string): Promise<string> {
  const { omnichannel } = system.workspace;
  const token = `visitor-${(visitors += 1)}`;
  const visitor = omnichannel.registerVisitor({ token, name: 'Maria da Silva' });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  const bot = room.servedBy!._id;
  omnichannel.forward({ rid: room._id, byUserId: bot, departmentId });
  if (agent) {
    const inquiry = [...omnichannel.inquiries.values()].find(({ rid }) => rid === room._id)!;
    omnichannel.takeInquiry(inquiry._id, agent);
  }
  const wanted = agent ? { state: 'served', 'agent.id': agent } : { state: 'queued' };
  await eventually(() => system.tenant.encounters.findOne({ _id: room._id, ...wanted } as never), 30_000);
  return room._id;
}

const key = (): string => String((visitors += 1)).padStart(32, '0');
const roomOf = (rid: string) => system.workspace.omnichannel.rooms.get(rid)!;

/** Confirms an order. @returns the page that tells what happened */
async function order(
  form: Record<string, string>,
  rooms: readonly string[],
  browser = manager,
  as = key(),
): Promise<string> {
  const token = /name="_csrf" value="([^"]+)"/.exec(await browser.page('/queue'))?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: token, key: as, confirm: 'yes', ...form });
  for (const room of rooms) body.append('room', room);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${system.crmUrl}/queue/act`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { accept: 'text/html', cookie, 'accept-language': 'en' },
  });
  return `${answer.status} ${await answer.text()}`;
}
const results = (page: string): string[] =>
  [...page.matchAll(/class="outcome outcome-(\w+)"/g)].map((match) => match[1]!);

async function told(rid: string): Promise<Record<string, unknown>[]> {
  const events = await Promise.all(
    (await eventsOf(system.tenant, [rid])).map((one) => openEvent(system.tenant, one)),
  );
  return events.filter(({ type }) => type === 'acolhe.supervision.acted.v1').map(({ data }) => data);
}

describe('supervision', () => {
  it('shows agents with presence and load, and the queue with its clocks', async () => {
    const rid = await conversation(general);
    const served = await conversation(urgent, ana);
    const page = await eventually(async () => {
      const html = await manager.page('/queue');
      return /Ana Souza/.test(html) && html.includes(served) && html;
    }, 30_000);
    expect(page).toContain(`value="${rid}"`);
    expect(page).toContain('presence-online');
    expect(page).not.toContain('@triagem.bot');
    expect(page).toMatch(/urgency-(yellow|green)/);
  });

  it("goes by the targets of the app's settings, and counts who was given to somebody silent", async () => {
    const { engine, omnichannel } = system.workspace;
    const rid = await conversation(general);
    const silent = await conversation(general, bruno);
    await engine.updateSetting(system.appId, 'sla_yellow_minutes', 45);
    await pingApp(system.tenant.workspaces[0]!, () => new Date(), { knowledge: true });
    const rowOf = (html: string, room: string): string =>
      html.split('<tr').find((row) => row.includes(`value="${room}"`)) ?? '';
    const page = await eventually(async () => {
      const html = await manager.page('/queue');
      return rowOf(html, rid).includes('meta: 45 min') ? html : undefined;
    }, 60_000);
    expect(rowOf(page, silent)).toContain('meta: 45 min');
    omnichannel.sendUserMessage({ rid: silent, userId: bruno, msg: 'Olá, sou o Bruno.' });
    await eventually(async () => rowOf(await manager.page('/queue'), silent).includes('Respondida'), 30_000);
    await engine.updateSetting(system.appId, 'sla_yellow_minutes', 60);
  });

  it('redistributes all of an agent: to who is there, else back into the queue', async () => {
    const rooms = [
      await conversation(general, ana),
      await conversation(general, ana),
      await conversation(urgent, ana),
    ];
    const page = await manager.page(`/queue/act?workspace=main&agent=${ana}`);
    for (const rid of rooms) expect(page).toContain(`value="${rid}"`);
    const result = await order({ action: 'transfer', to: 'least-busy' }, rooms);
    expect(results(result)).toEqual(['done', 'done', 'done']);
    expect(rooms.map((rid) => roomOf(rid).servedBy?._id)).toEqual([bruno, bruno, undefined]);
    expect(roomOf(rooms[2]!).departmentId).toBe(urgent);
    for (const rid of rooms) expect(await told(rid)).toMatchObject([{ action: 'transfer', result: 'done' }]);
    const entries = await system.tenant.db.collection('audit').find({ action: 'supervision.act' }).toArray();
    expect(entries.map((entry) => entry['details'] as object)).toContainEqual(
      expect.objectContaining({ order: 'transfer', confirmed: true, done: 3, refused: 0, outcome: 'done' }),
    );
  });

  it('closes with a reason, and says so of what is closed already', async () => {
    const rid = await conversation(general, bruno);
    expect(results(await order({ action: 'close', reason: 'Aberta duas vezes' }, [rid]))).toEqual(['done']);
    expect(roomOf(rid)).toMatchObject({ open: false, closingComment: 'Aberta duas vezes' });
    const again = await order({ action: 'transfer', to: `agent:${ana}` }, [rid]);
    expect(results(again)).toEqual(['refused']);
    expect(again).toContain('The conversation has ended.');
    const stored = await system.tenant.events.find({ subject: rid }).toArray();
    expect(JSON.stringify(stored)).not.toContain('Aberta duas vezes');
  });

  it('Given an agent who has gone meanwhile, then it is refused by name and nothing has moved', async () => {
    const rid = await conversation(general, ana);
    system.workspace.omnichannel.setPresence(bruno, 'offline');
    const result = await order({ action: 'transfer', to: `agent:${bruno}` }, [rid]);
    expect(results(result)).toEqual(['refused']);
    expect(result).toContain('That person is not available.');
    expect(result).toContain(`href="/queue/act?room=${rid}"`);
    expect(roomOf(rid).servedBy?._id).toBe(ana);
    expect(await told(rid)).toMatchObject([{ action: 'transfer', result: 'refused' }]);
  });

  it('Given the same form is sent twice, then it is done once', async () => {
    const rid = await conversation(general, ana);
    const one = key();
    const form = { action: 'message', text: 'Precisa de ajuda?' };
    const pages = await Promise.all([order(form, [rid], manager, one), order(form, [rid], manager, one)]);
    expect(pages.flatMap(results)).toContain('done');
    expect(results(await order(form, [rid], manager, one))).toEqual(['done']);
    const direct = [...system.workspace.omnichannel.channels.values()].filter(({ t }) => t === 'd');
    const words = direct.flatMap(({ messages }) => messages.map(({ msg }) => msg));
    expect(words.filter((text) => text.includes('Precisa de ajuda?'))).toEqual([
      `Pessoa manager: Precisa de ajuda?\n${system.workspace.url}/live/${rid}`,
    ]);
    expect(await told(rid)).toHaveLength(1);
  });

  it('Given a plan without priorities, then the refusal names it and our queue goes by the new urgency', async () => {
    const rid = await conversation(general);
    system.workspace.faults.next = (route) =>
      route === '/api/v1/livechat/priorities' ? { kind: 'status', status: 404 } : undefined;
    const result = await order({ action: 'priority', urgency: 'orange' }, [rid]);
    system.workspace.faults.next = undefined;
    expect(results(result)).toEqual(['refused']);
    expect(result).toContain('has no priorities');
    await eventually(() => system.tenant.encounters.findOne({ _id: rid, urgency: 'orange' }), 30_000);
    expect(results(await order({ action: 'priority', urgency: 'red' }, [rid]))).toEqual(['done']);
    // what waits is marked by the service too, which hears of it a moment later
    await eventually(() => roomOf(rid).priorityId === 'priority-highest', 30_000);
  });

  it('tells the bot a new urgency, which goes by it; what a red flag forbids is refused, and the page says so', async () => {
    const { omnichannel } = system.workspace;
    const writes = async (text: string): Promise<string> => {
      const token = `urgency-${(visitors += 1)}`;
      const { room } = omnichannel.startRoom(omnichannel.registerVisitor({ token, name: 'Rui' }), {
        source: { type: 'widget' },
      });
      omnichannel.sendVisitorMessage({ token, rid: room._id, msg: text });
      await eventually(() => system.tenant.encounters.findOne({ _id: room._id, state: 'queued' }), 60_000);
      return room._id;
    };
    const said = (rid: string) => omnichannel.messagesOf(rid).map(({ msg }) => msg);
    const rid = await writes('quero falar com um atendente');
    expect(results(await order({ action: 'priority', urgency: 'orange' }, [rid]))).toEqual(['done']);
    await eventually(() => said(rid).some((text) => text.includes('A equipe reviu o seu caso')), 30_000);
    // what is said to the app is told by the app, too: its clock goes by it
    await eventually(
      () =>
        system.tenant.events.findOne({
          subject: rid,
          type: 'acolhe.urgency.changed.v1',
          source: /workspaces/,
          'coded.reason': 'staff',
        }),
      30_000,
    );
    const inDanger = await writes('estou com falta de ar e dor forte no peito');
    await eventually(() => system.tenant.encounters.findOne({ _id: inDanger, urgency: 'red' }), 30_000);
    const refused = await order({ action: 'priority', urgency: 'yellow' }, [inDanger, rid]);
    expect(results(refused).sort()).toEqual(['done', 'refused']);
    expect(refused).toContain('A red flag stands in this conversation');
    expect(await system.tenant.commands.countDocuments({ conversation: inDanger })).toBe(0);
    expect((await system.tenant.encounters.findOne({ _id: inDanger }))?.urgency).toBe('red');
  });

  it('takes over for who is an agent by their e-mail, and refuses who is none', async () => {
    const rid = await conversation(urgent);
    const refused = await order({ action: 'take-over' }, [rid]);
    expect(results(refused)).toEqual(['refused']);
    expect(refused).toContain('Your e-mail is not that of an agent');
    await hire('ana@clinica.example', 'manager');
    const browser = new PageBrowser(system.crmUrl);
    await browser.signIn(system.tenant.id, 'ana@clinica.example', password);
    expect(results(await order({ action: 'take-over' }, [rid], browser))).toEqual(['done']);
    expect(roomOf(rid).servedBy?._id).toBe(ana);
  });

  it('pauses a department: who asks for a person goes elsewhere, who is in danger is not held back', async () => {
    const { omnichannel } = system.workspace;
    const set = (minutes: string) =>
      manager
        .submit('/queue', '/queue/intake', { workspace: 'main', department: general, minutes })
        .then((answer) => answer.text());
    expect(await set('30')).toContain('O assistente já sabe.');
    expect(await manager.page('/queue')).toContain('Pausada até');
    const asks = async (text: string): Promise<string | undefined> => {
      const token = `paused-${(visitors += 1)}`;
      const { room } = omnichannel.startRoom(omnichannel.registerVisitor({ token, name: 'Rita' }), {
        source: { type: 'widget' },
      });
      omnichannel.sendVisitorMessage({ token, rid: room._id, msg: text });
      await eventually(() => roomOf(room._id).departmentId, 60_000);
      return roomOf(room._id).departmentId;
    };
    expect(await asks('estou com falta de ar e dor forte no peito')).toBe(urgent);
    const events = async (rung: string) =>
      system.tenant.events.findOne({ type: 'acolhe.routing.tried.v1', 'coded.result': rung });
    const where = await asks('quero falar com um atendente');
    await eventually(() => events('paused'), 30_000);
    expect([urgent, general]).toContain(where);
    expect(await set('0')).toContain('O assistente já sabe.');
    expect(await manager.page('/queue')).not.toContain('Pausada até');
  });

  it('Given Rocket.Chat does not answer, then the page says how old it is and an order is refused or unknown', async () => {
    const rid = await conversation(general, ana);
    system.workspace.faults.next = () => ({ kind: 'status', status: 503 });
    const result = await order({ action: 'return-to-queue' }, [rid]);
    expect(results(result)).toEqual(['refused']);
    const page = await eventually(async () => {
      const html = await manager.page('/queue');
      return html.includes('O Rocket.Chat não responde.') && html;
    }, 60_000);
    expect(page).toContain('O que se vê foi lido há');
    expect(page).toContain('Ana Souza');
    system.workspace.faults.next = undefined;
  });

  it('shows neither agents nor acts to who may not act', async () => {
    await hire('atendente@clinica.example', 'attendant');
    const browser = new PageBrowser(system.crmUrl);
    await browser.signIn(system.tenant.id, 'atendente@clinica.example', password);
    const page = await browser.page('/queue');
    expect(page).not.toContain('class="choose"');
    expect(page).not.toContain('Ana Souza');
    const rid = await conversation(general, ana);
    expect((await order({ action: 'close', reason: 'x' }, [rid], browser)).slice(0, 3)).toBe('403');
    expect(roomOf(rid).open).toBe(true);
  });
});
