import { buffer } from 'stream/consumers';
import { main } from '../../cli/main';
import { fileKey, readFile } from '../../crm-sync/files/file-store';
import { eventsOf, openEvent, type OpenedEvent } from '../../crm-sync/store/sealed-events';
import { chatOf } from '../support/chat';
import { startSystem, type System } from '../support/system';
import { eventually } from '../support/wait';

let system: System;
beforeAll(async () => {
  system = await startSystem({ reconcile: { everySeconds: 1, graceSeconds: 1 }, keepFiles: true });
});
afterAll(() => system?.stop());

const omnichannel = () => system.workspace.omnichannel;

async function opened(room: string): Promise<OpenedEvent[]> {
  const documents = await eventsOf(system.tenant, [room]);
  return Promise.all(documents.map((document) => openEvent(system.tenant, document)));
}
const told = (room: string, wanted: (event: OpenedEvent) => boolean): Promise<unknown> =>
  eventually(async () => (await opened(room)).some(wanted), 60_000);

describe('the running service', () => {
  it('finds by itself what was lost in a room that changes, and hears of an edit by the webhook', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    const { _id } = chat.says('estou com tosse');
    await told(chat.rid, ({ data }) => data['messageId'] === _id);
    const lost = `main/${chat.rid}/message/${_id}/recorded/0`;
    await system.tenant.events.deleteOne({ _id: `${chat.rid}\u0000${lost}` });
    await chat.heard('Quantos anos');
    // the room changes once more, and after the grace it is read
    chat.says('34');
    await told(chat.rid, ({ id }) => id === lost);

    const bot = omnichannel().rooms.get(chat.rid)?.servedBy?._id ?? '';
    const first = omnichannel()
      .messagesOf(chat.rid)
      .find(({ u, t, msg }) => u._id !== chat.room()?.v._id && t === undefined && msg !== '')!;
    // an older message: its room stays as it was, only the webhook tells
    omnichannel().editMessage({ messageId: first._id, userId: bot, msg: 'outras palavras', mayAny: true });
    await told(
      chat.rid,
      ({ type, data }) => type === 'acolhe.message.edited.v1' && data['text'] === 'outras palavras',
    );
  });

  it('brings the bytes of a file over, sealed', async () => {
    const chat = chatOf(system);
    await chat.heard('O que você está sentindo');
    const words = `conteudo-raro ${'x'.repeat(600_000)}`;
    const form = new FormData();
    form.append('file', new Blob([words], { type: 'text/plain' }), 'nome-raro.txt');
    const answer = await fetch(`${system.workspace.url}/api/v1/livechat/upload/${chat.rid}`, {
      method: 'POST',
      headers: { 'x-visitor-token': chat.token },
      body: form,
    });
    const { file } = (await answer.json()) as { file: { _id: string } };
    const stream = await eventually(() => readFile(system.tenant, chat.rid, file._id), 60_000);
    expect((await buffer(stream)).toString()).toBe(words);
    await told(chat.rid, ({ type }) => type === 'acolhe.file.received.v1');
    expect(
      (await opened(chat.rid)).find(({ type }) => type === 'acolhe.file.received.v1')?.data,
    ).toMatchObject({
      fileId: file._id,
      name: 'nome-raro.txt',
      sizeBytes: words.length,
    });
    const rows = await system.tenant.db.collection('files.files').find({}).toArray();
    expect(rows.map(({ _id }) => String(_id))).toContain(fileKey(chat.rid, file._id));
    const chunks = await system.tenant.db.collection('files.chunks').find({}).toArray();
    const kept = Buffer.concat(
      chunks.map(({ data }) => Buffer.from((data as { buffer: Uint8Array }).buffer)),
    );
    expect(kept.length).toBeGreaterThan(words.length);
    expect(kept.includes('conteudo-raro')).toBe(false);
    expect(JSON.stringify(rows)).not.toContain('nome-raro');
  });

  it('Given crm-sync was killed and the app disabled meanwhile, then nothing of that time is missing', async () => {
    await system.killCrm();
    await system.workspace.engine.setEnabled(system.appId, false);
    const chats = Array.from({ length: 3 }, () => chatOf(system));
    for (const chat of chats) for (const word of ['um', 'dois', 'três']) chat.says(word);
    await system.workspace.engine.setEnabled(system.appId, true);
    await system.startCrm();
    for (const chat of chats) {
      const ids = chat.messages().map(({ _id }) => _id);
      await eventually(async () => {
        const there = new Set((await opened(chat.rid)).map(({ data }) => data['messageId']));
        return ids.every((id) => there.has(id));
      }, 60_000);
    }
  });

  it('counts what it does, without ids', async () => {
    const chat = chatOf(system);
    chat.says('um');
    const isWord = ({ type, data }: OpenedEvent) =>
      type === 'acolhe.message.recorded.v1' && data['from'] === 'patient';
    await told(chat.rid, isWord);
    const { id } = (await opened(chat.rid)).find(isWord)!;
    const counted = /acolhe_reconcile_restored_events_total\{type="acolhe\.message\.recorded\.v1"\} [1-9]/;
    const text = await eventually(async () => {
      // whoever told of it first may tell again, once; nobody but the reconciler brings it back every time
      await system.tenant.events.deleteOne({ subject: chat.rid, id });
      chat.says('dois');
      await told(chat.rid, (event) => event.id === id);
      const metrics = await (await fetch(`${system.crmUrl}/metrics`)).text();
      return counted.test(metrics) ? metrics : undefined;
    }, 100_000);
    expect(text).toMatch(/acolhe_reconcile_requests_total\{code="ok"\} [1-9]/);
    expect(text).toMatch(/acolhe_reconcile_lag_seconds \d/);
  });
});

describe('npx acolhe reconcile', () => {
  const run = async (...args: string[]): Promise<{ out: string; err: string; code: number }> => {
    const [out, err]: [string[], string[]] = [[], []];
    const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
    const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
    const before = { ...process.env };
    Object.assign(process.env, system.environments.crm);
    try {
      await main(['node', 'acolhe', 'reconcile', ...args]);
      return { out: out.join('\n'), err: err.join('\n'), code: Number(process.exitCode ?? 0) };
    } finally {
      process.exitCode = 0;
      process.env = before;
      log.mockRestore();
      error.mockRestore();
    }
  };

  it('reads everything there is and says what it restored', async () => {
    const { out, code } = await run('--full', '--json');
    expect(code).toBe(0);
    const [result] = JSON.parse(out) as { read: number; failed: number }[];
    expect(result).toMatchObject({ tenant: 'demo', workspace: 'main', failed: 0 });
    // those that were marked meanwhile are read once more
    expect(result!.read).toBeGreaterThanOrEqual(omnichannel().rooms.size);
  });

  it.each([
    [['--since', 'yesterday'], /--since/],
    [['--since', '2026-01-01', '--full'], /not both/],
    [['--tenant', 'nobody'], /no tenant nobody is served/],
    [['--workspace', 'nobody'], /--workspace/],
  ])('answers %p with exit code 2', async (args, words) => {
    const { err, code } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
  });

  it('Given Rocket.Chat refuses, then it says so and ends with 1', async () => {
    system.workspace.faults.next = () => ({ kind: 'status', status: 403 });
    try {
      const { err, code } = await run('--full');
      expect(code).toBe(1);
      expect(err).toMatch(/http-403/);
    } finally {
      delete system.workspace.faults.next;
    }
  });
});
