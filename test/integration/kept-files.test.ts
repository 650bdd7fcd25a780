/** Files that were kept, as staff get them: from the timeline, by who may, written down, and not after they were erased. */
import { Readable } from 'stream';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { addStaff } from '../../crm-sync/access/staff';
import { keepFile } from '../../crm-sync/files/file-store';
import { pieceBytes } from '../../crm-sync/files/sealed-pieces';
import { storeEvents } from '../../crm-sync/ingest/store-events';
import type { RunningCrm } from '../../crm-sync/server';
import { destroyKeys } from '../../crm-sync/store/destroy-keys';
import { countStreams } from '../../crm-sync/store/streams';
import type { Tenant } from '../../crm-sync/store/tenant';
import { postSigned, startTestCrm, testConfig, testEvent } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';
import { PageBrowser } from '../support/page-browser';
import { eventually } from '../support/wait';

const password = 'Chuva-Mansa-77';
const bytes = Buffer.alloc(2 * pieceBytes + 17, 'conteúdo ');
let mongo: TestMongo;
let crm: RunningCrm;
let tenant: Tenant;
let patientId: string;
const people = new Map<string, PageBrowser>();

const settled = () =>
  eventually(
    async () => (await countStreams(tenant, 'dirty')) + (await countStreams(tenant, 'claimed')) === 0,
    60_000,
  );

async function told(subject: string, files: Record<string, string>): Promise<void> {
  const said = Object.entries(files).flatMap(([fileId, name], index) => [
    testEvent(
      'acolhe.message.recorded.v1',
      { messageId: `m-${fileId}`, from: 'patient', text: 'segue', via: 'file' },
      { subject, timeMs: Date.UTC(2026, 4, 4, 12, index) },
    ),
    testEvent(
      'acolhe.file.received.v1',
      { messageId: `m-${fileId}`, fileId, name, mimeType: 'text/html', sizeBytes: bytes.length },
      { subject, timeMs: Date.UTC(2026, 4, 4, 12, index, 1) },
    ),
  ]);
  await storeEvents(
    tenant,
    [
      testEvent(
        'acolhe.conversation.started.v1',
        { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1' } },
        { subject },
      ),
      testEvent('acolhe.patient.identified.v1', { patientId, mintedBy: 'crm' }, { subject }),
      ...said,
    ],
    new Date(),
  );
}

beforeAll(async () => {
  mongo = await testMongo();
  crm = await startTestCrm(testConfig(mongo.uri));
  tenant = crm.store.tenant('t1')!;
  const asked = await postSigned(
    crm.url,
    { conversation: 'room-1', visitor: 'v1' },
    { path: 'questions/who-is' },
  );
  patientId = (asked.body as { patientId: string }).patientId;
  await told('room-1', { kept1: 'laudo ção.html', bare1: 'grande.zip' });
  await told('room-2', { gone1: 'antigo.pdf' });
  for (const [room, file] of [
    ['room-1', 'kept1'],
    ['room-2', 'gone1'],
    ['room-1', 'untold'],
  ] as const)
    await keepFile(tenant, room, file, async () => Readable.from([bytes]));
  await settled();
  for (const role of ['attendant', 'manager', 'auditor'] as const) {
    const person = { email: `${role}@example.org`, name: role, role, password };
    await addStaff(accessShelves(tenant), person, { by: 'command', now: new Date() });
    const browser = new PageBrowser(crm.url);
    await browser.signIn('t1', person.email, password);
    people.set(role, browser);
  }
});
afterAll(async () => {
  await crm?.stop();
  await mongo?.stop();
});

const get = (fileId: string, who = 'attendant') => people.get(who)!.send(`/files/${fileId}`);

describe('a kept file', () => {
  it('is linked from its message; one of which only its name and size are known is not', async () => {
    const page = await people.get('attendant')!.page(`/patients/${patientId}`);
    expect(page).toContain('<a href="/files/kept1" download>laudo ção.html</a>');
    expect(page).toContain('grande.zip');
    expect(page).not.toContain('/files/bare1');
  });

  it('comes whole, to be saved under its name and never shown', async () => {
    const answer = await get('kept1');
    expect(answer.status).toBe(200);
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="laudo cao.html"; filename*=UTF-8''laudo%20%C3%A7%C3%A3o.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    };
    for (const [name, value] of Object.entries(headers))
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is an entry of the audit log, with its patient, each time', async () => {
    const of = { action: 'patients.read', target: `patient/${patientId}`, 'details.file': 'kept1' };
    const entries = () => tenant.db.collection('audit').countDocuments(of);
    const before = await entries();
    await (await get('kept1', 'manager')).arrayBuffer();
    await (await get('kept1', 'manager')).arrayBuffer();
    expect(await entries()).toBe(before + 2);
  });

  it.each([
    ['bare1', 'attendant', 404],
    ['untold', 'attendant', 404],
    ['nothing', 'attendant', 404],
    ['%2e%2e%2fkept1', 'attendant', 404],
    ['kept1', 'auditor', 403],
  ] as const)('%s is answered to the %s with %i', async (fileId, who, status) => {
    expect((await get(fileId, who)).status).toBe(status);
  });

  it('that was changed on disk breaks off instead of coming out wrong', async () => {
    await keepFile(tenant, 'room-1', 'bare1', async () => Readable.from([bytes]));
    const chunks = tenant.db.collection('files.chunks');
    const piece = { files_id: 'room-1/bare1' as never, n: 1 };
    const data = Buffer.from(((await chunks.findOne(piece))!['data'] as { buffer: Uint8Array }).buffer);
    data[1_000]! ^= 1;
    await chunks.updateOne(piece, { $set: { data } });
    const answer = await get('bare1');
    const isWhole = await answer.arrayBuffer().then(
      () => answer.ok,
      () => false,
    );
    expect(isWhole).toBe(false);
  });

  it('of somebody erased is gone, and says so', async () => {
    expect((await get('gone1')).status).toBe(200);
    await destroyKeys(tenant, ['conversation/room-2'], new Date());
    await settled();
    const answer = await get('gone1');
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('Arquivo apagado');
    expect(await people.get('attendant')!.page(`/patients/${patientId}`)).not.toContain('/files/gone1');
  });
});
