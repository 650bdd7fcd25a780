/**
 * `npm run fuzz [-- --seed 7 --seconds 60 --plant /queue]`: schemathesis over every route of a CRM on a throw-away database, with
 * sessions of every role and signatures. Ends with 1 when an answer is a defect or one that the description does not name.
 */
import { spawn } from 'child_process';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { parseArgs } from 'util';
import { randomBytes } from 'crypto';
import { pino } from 'pino';
import { mintPatientId } from '../../contract/patient-id';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { roles } from '../../crm-sync/access/permissions';
import { openSession } from '../../crm-sync/access/session';
import { addStaff } from '../../crm-sync/access/staff';
import { makeApiDescription } from '../../crm-sync/openapi/make-description';
import { startCrm } from '../../crm-sync/server';
import { sendEvents, testConfig, testEvent, testSecret, testTenant } from '../support/crm';
import { testMongo } from '../support/mongo';
import { eventually } from '../support/wait';
import { schemathesisProgram } from './schemathesis';
import { startSteeringProxy } from './steering-proxy';

const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
];

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '90' },
    examples: { type: 'string', default: '40' },
    plant: { type: 'string' },
  },
});

async function runFuzzer(program: string, description: string, url: string): Promise<number> {
  const child = spawn(
    program,
    [
      ...['run', description, '--url', url, '--checks', checks.join(',')],
      ...['--seed', options.seed, '--max-time', options.seconds, '--max-examples', options.examples],
      // The live stream never ends: a test of its own opens it.
      ...['--exclude-path', '/live', '--phases', 'examples,coverage,fuzzing'],
      ...['--request-timeout', '20', '--max-redirects', '0', '--no-color', '--warnings', 'off'],
      ...['--generation-database', 'none', '--continue-on-failure'],
    ],
    // It keeps notes where it is started.
    { cwd: dirname(description), stdio: ['ignore', 'inherit', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  });
}

async function main(): Promise<number> {
  const home = join(__dirname, '..', '..', '.acolhe');
  const program = await schemathesisProgram(home, (line) => console.log(line));
  const folder = await mkdtemp(join(tmpdir(), 'acolhe-fuzz-'));
  const mongo = await testMongo();
  const crm = await startCrm(testConfig(mongo.uri, [testTenant('t1')]), {
    log: pino({ level: 'error' }),
  });
  const tenant = crm.store.tenant('t1')!;
  const shelves = accessShelves(tenant);
  const effects = { now: () => new Date(), randomBytes: (count: number) => randomBytes(count) };
  const emailOf = (role: string): string => `${role}@example.org`;
  for (const role of roles) {
    const person = { email: emailOf(role), name: `Pessoa ${role}`, role, password: 'Chuva-Mansa-77-longa' };
    const added = await addStaff(shelves, person, { by: 'command', now: new Date(), randomBytes });
    if (!added.ok) throw new Error(`cannot add ${role}: ${added.problem}`);
  }
  const patientId = mintPatientId(() => randomBytes(5));
  const visitor = { channel: 'widget', language: 'pt-BR', visitor: { id: 'v1' } };
  await sendEvents(crm.url, [
    testEvent('acolhe.conversation.started.v1', visitor, { subject: 'room-0' }),
    testEvent('acolhe.patient.identified.v1', { patientId, mintedBy: 'app' }, { subject: 'room-0' }),
  ]);
  await eventually(() => tenant.encounters.findOne({ patientId }));
  const attendant = await shelves.staff.find(emailOf('attendant'));
  const { document } = await makeApiDescription();
  const proxy = await startSteeringProxy({
    crmUrl: crm.url,
    secret: testSecret,
    tenant: 't1',
    workspace: 'w1',
    roles: [...roles, undefined],
    openSession: (role) => openSession(shelves, { tenant: 't1', staff: emailOf(role) }, effects),
    paths: Object.keys((document as { paths: object }).paths),
    known: { tenant: 't1', workspace: 'w1', patientId, staffId: attendant?.staffId ?? '' },
    ...(options.plant !== undefined && { plant: options.plant }),
  });
  try {
    const description = join(folder, 'openapi.json');
    await writeFile(description, JSON.stringify(document));
    const code = await runFuzzer(program, description, proxy.url);
    const events = await tenant.events.countDocuments();
    const answers = [...proxy.counts].sort().map(([status, count]) => `${count} × ${status}`);
    const setAside = await tenant.streams.countDocuments({ poisonedAt: { $exists: true } });
    console.log(
      `\nfuzz: seed ${options.seed}; ${setAside} streams set aside; answers ${answers.join(', ')}; ${events} events stored`,
    );
    return code || Number(setAside > 0);
  } finally {
    await proxy.stop();
    await crm.stop();
    await mongo.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

void main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);
