/**
 * Each permission of app.json taken away in turn, in the real engine: whoever writes is answered or brought to people all the
 * same, what does not work any more says so in a sentence, and the administrators see which permission it is.
 */
import AdmZip from 'adm-zip';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import path from 'path';
import { currentAppZip } from '../../cli/starting/app-zip';
import { addDemoData } from '../../workspace/demo-data';
import { AppStore } from '../../workspace/engine/app-store';
import { startEngine } from '../../workspace/engine/engine';
import type { Engine } from '../../workspace/engine/engine-types';
import { Omnichannel } from '../../workspace/omnichannel/omnichannel';
import { abilities, type Ability } from '../../src/handlers/abilities';
import { eventually } from '../support/wait';

const root = path.join(__dirname, '..', '..');
const stateDir = mkdtempSync(path.join(tmpdir(), 'acolhe-permissions-'));
interface Manifest {
  permissions: { name: string }[];
}
const declared = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as Manifest;
let omnichannel: Omnichannel;
let engine: Engine;
let zip: Buffer;
let log: string[] = [];
let notices: string[] = [];
let views = 0;
let ids = 0;

beforeAll(async () => {
  const id = (): string => `id${(ids += 1)}`;
  omnichannel = new Omnichannel({ clock: () => new Date(), id });
  addDemoData(omnichannel);
  zip = readFileSync((await currentAppZip(root, path.join(root, '.acolhe', 'app'), () => undefined)).file);
  engine = await startEngine({
    ...{ omnichannel, instances: 1, siteUrl: 'http://127.0.0.1:3000', stateDir },
    store: new AppStore({ id, random: Math.random }),
    log: (line) => log.push(line),
  });
  engine.surfaces.on((surface) => {
    if (surface.kind === 'ephemeral') notices.push(surface.msg);
    if (surface.kind === 'view') views += 1;
  });
  omnichannel.setPresence(userOf('ana'), 'online', 'available');
});
afterAll(async () => {
  await engine?.stop();
  rmSync(stateDir, { recursive: true, force: true });
});

const userOf = (name: string): string =>
  [...omnichannel.users.values()].find(({ username }) => username === name)!._id;

/** The app as a server has it that grants all but this one. */
async function installWithout(gone: Ability): Promise<void> {
  const file = new AdmZip(zip);
  const manifest = JSON.parse(file.readAsText('app.json')) as Manifest;
  const permissions = manifest.permissions.filter(({ name }) => name !== gone);
  file.updateFile('app.json', Buffer.from(JSON.stringify({ ...manifest, permissions })));
  [log, notices, views] = [[], [], 0];
  const asked = { ask_consent: false, ask_for_whom: false, ask_survey: false };
  const { status, errors } = await engine.install(file.toBuffer(), { ...asked, managers: 'admin' });
  expect([status, errors]).toEqual(['manually_enabled', []]);
}

function chat() {
  const token = `token-${(ids += 1)}`;
  const visitor = omnichannel.registerVisitor({ token, name: 'Pessoa Teste' });
  const { room } = omnichannel.startRoom(visitor, { source: { type: 'widget' } });
  const rid = room._id;
  const now = () => omnichannel.rooms.get(rid)!;
  return {
    rid,
    now,
    says: async (msg: string) => {
      omnichannel.sendVisitorMessage({ token, rid, msg });
      await engine.idle();
    },
    said: () =>
      omnichannel.messagesOf(rid).flatMap((one) => (!one.token && !one.t && one.msg ? [one.msg] : [])),
    department: () => omnichannel.departments.get(now().departmentId ?? '')?.name,
    take: async () => {
      const inquiry = [...omnichannel.inquiries.values()].find((one) => one.rid === rid)!;
      omnichannel.takeInquiry(inquiry._id, userOf('ana'));
      await engine.idle();
    },
    end: async () => {
      if (now().open) omnichannel.closeByVisitor({ rid, token });
      await engine.idle();
    },
  };
}
type Chat = ReturnType<typeof chat>;

const types = async (rid: string, username: string, ...params: string[]): Promise<void> => {
  const call = { command: 'acolhe', params, userId: userOf(username), rid, triggerId: `t${(ids += 1)}` };
  await engine.slashCommand(call).catch(() => undefined);
  await engine.idle();
};
const noticed = (part: string) => eventually(() => notices.some((text) => text.includes(part)), 5_000);
const inQueue = (text: string) => text.includes('Você está na fila de **Atendimento geral**');

/** What shows that it is missing, beside the sentence of `/acolhe status`. */
const shows: Partial<Record<Ability, (chat: Chat) => Promise<void>>> = {
  persistence: async (one) => {
    await one.says('agora não consigo respirar');
    expect(one.said().join()).toContain('192');
    expect(one.department()).toBe('Urgência');
  },
  'ui.interact': async (one) => {
    await one.take();
    await types(one.rid, 'ana', 'card');
    await noticed('O que foi dito ao paciente');
    await types(one.rid, 'ana', 'outcome');
    await noticed('Aqui não abre formulário');
    expect(views).toBe(0);
  },
  'ui.registerButtons': async (one) => {
    await one.take();
    expect(await engine.actionButtons()).toEqual([]);
    await types(one.rid, 'ana', 'card');
    expect(views).toBe(1);
  },
  'user.read': async (one) => {
    await one.take();
    await noticed('Pessoa Teste');
  },
  'livechat-room.write': async (one) => {
    await one.take();
    await types(one.rid, 'ana', 'close', 'resolved');
    await noticed('não pôde encerrar');
    expect(one.now().open).toBe(true);
  },
  'livechat-department.multiple': async (one) => {
    await one.take();
    await types(one.rid, 'ana', 'forward');
    await noticed('Encaminhe pelo menu do Rocket.Chat');
  },
  'livechat-status.read': async (one) => {
    expect(one.said().join()).not.toContain('não há ninguém');
  },
};

/** Where the queue is reached, but without those words. */
const answeredOtherwise: Partial<Record<Ability, (chat: Chat) => void>> = {
  'message.write': (one) => {
    expect(one.said()).toEqual([]);
    expect(one.department()).toBe('Atendimento geral');
  },
  persistence: (one) => {
    expect(one.said().join()).toContain('vou chamar uma pessoa');
    expect(one.department()).toBe('Atendimento geral');
  },
  // it cannot be moved: that nobody is there is said, and the place kept
  'livechat-visitor.write': (one) => expect(one.said().join()).toContain('Neste momento não há ninguém'),
};

/** Without them no command answers at all: the log tells it. */
const silent: readonly Ability[] = ['slashcommand', 'message.write'];

it('asks for the permissions it knows of, and no others', () => {
  expect(declared.permissions.map(({ name }) => name).sort()).toEqual([...abilities].sort());
});

it.each(abilities)(
  'Given a server that does not grant %s, Then who writes is answered or brought to people, and it is said what is missing',
  async (gone) => {
    await installWithout(gone);
    const one = chat();
    await engine.idle();
    await one.says('quero falar com uma pessoa');
    const otherwise = answeredOtherwise[gone];
    if (otherwise) otherwise(one);
    else await eventually(() => one.said().some(inQueue), 5_000);
    expect(log.join('\n')).toMatch(new RegExp(`permissions-missing ${gone.replace('.', '\\.')}`));
    if (!silent.includes(gone)) {
      await types(one.rid, 'admin', 'status');
      await noticed(`Sem a permissão \`${gone}\``);
      expect(notices.join().match(/Sem a permissão/g)).toHaveLength(1);
    }
    await shows[gone]?.(one);
    await one.end();
  },
  20_000,
);
