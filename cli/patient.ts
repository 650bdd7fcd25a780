import type { Command } from 'commander';
import { erasePatient, type EraseResult } from '../crm-sync/identity/erase-patient';
import { readClusters } from '../crm-sync/identity/cluster-reads';
import { readPatientId } from '../crm-sync/patients/search';
import { Failure } from './failure';
import { onlyOne, withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  id: string;
  yes?: boolean;
  evenOpen?: boolean;
  evenTyped?: boolean;
  json?: boolean;
}

function erased(result: EraseResult, patientId: string): Extract<EraseResult, { ok: true }> {
  if (result.ok) return result;
  if (result.problem === 'unknown-patient')
    throw new Failure('unknown-patient', `--id: no patient has the ID ${patientId}`, 2);
  if (result.problem === 'typed-links') {
    const words = `only a CPF or CNS that somebody typed joins this ID with ${result.patients.join(', ')}, who may be a stranger: have a manager separate or confirm them, or erase all with --even-typed`;
    throw new Failure('typed-links', words, 1);
  }
  const rooms = result.conversations.join(', ');
  const words = `a conversation with this person is open (${rooms}): close it first, or erase all the same with --even-open`;
  throw new Failure('conversation-open', words, 1);
}

async function erase(options: Options): Promise<void> {
  const reading = readPatientId(options.id);
  if (!reading.ok) throw new Failure('bad-id', '--id is no patient ID such as 7K3M-9QX2-H', 2);
  const { patientId } = reading;
  await withTenants(options.tenant, async (tenants) => {
    const tenant = onlyOne(tenants, 'an ID belongs to one tenant');
    const clusters = await readClusters(tenant, [patientId]);
    if (!clusters.documents.has(patientId)) erased({ ok: false, problem: 'unknown-patient' }, patientId);
    const ids = clusters.of(patientId);
    if (!options.yes) {
      const words = `This would erase for ever all personal data of ${ids.join(', ')} (IDs of one person) in ${tenant.id}. Nothing was changed: give --yes to do it.`;
      throw new Failure('not-confirmed', words, 2);
    }
    await tenant.audit.append({ actor: 'command', action: 'patients.erase', target: `patient/${patientId}` });
    const { evenOpen = false, evenTyped = false } = options;
    const { patients, conversations } = erased(
      await erasePatient(tenant, patientId, { evenOpen, evenTyped }, new Date()),
      patientId,
    );
    const told = { tenant: tenant.id, patients, conversations };
    console.log(
      options.json
        ? JSON.stringify(told)
        : `Erased in ${tenant.id}: ${patients.join(', ')} with ${conversations} conversations. Coded facts remain.`,
    );
  });
}

export function register(program: Command): void {
  const patient = program.command('patient').description('one person’s record');
  patient
    .command('erase')
    .description('destroy the keys of all personal data of a person, under all their linked IDs')
    .requiredOption('--id <patient id>', 'any of the person’s IDs')
    .option('--tenant <id>', 'whose patient; may be left out when there is one tenant')
    .option('--yes', 'do it; without this nothing is changed and the IDs are told')
    .option('--even-open', 'although a conversation is open')
    .option('--even-typed', 'also IDs that only a typed CPF or CNS joined with this one')
    .option('--json', 'answer in JSON')
    .action((options: Options) => erase(options));
}
