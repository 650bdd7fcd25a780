import type { Command } from 'commander';
import { accessShelves } from '../crm-sync/access/mongo-shelves';
import { minPasswordCharacters } from '../crm-sync/access/password';
import { removeSecondFactor } from '../crm-sync/access/second-factor';
import { normalEmail } from '../crm-sync/access/sign-in';
import { addStaff, type StaffProblem } from '../crm-sync/access/staff';
import type { Tenant } from '../crm-sync/store/tenant';
import { crmSettings } from './crm-settings';
import { Failure } from './failure';
import { askSecret, readSecret } from './secret-input';
import { onlyOne, withTenants } from './with-tenants';

interface Options {
  tenant?: string;
  email: string;
  name: string;
  role?: string;
  recover?: boolean;
  passwordStdin?: boolean;
  json?: boolean;
}

const sentences: Record<StaffProblem, string> = {
  'bad-email': 'not a valid e-mail address: --email',
  'bad-name': 'a name has 2 to 120 characters: --name',
  'bad-role': '--role can only be administrator',
  duplicate: 'somebody with this e-mail is already on the staff',
  'too-short': `the password needs at least ${minPasswordCharacters} characters`,
  'too-long': 'the password may have at most 200 characters',
  'too-simple': 'the password is easy to guess: mix more characters and leave the e-mail out',
};

/** The tenant named, or the only one there is. */
const withTenant = (id: string | undefined, work: (tenant: Tenant) => Promise<void>): Promise<void> =>
  withTenants(id, (tenants) => work(onlyOne(tenants, 'people are one tenant’s staff')));

async function newPassword(fromStdin: boolean): Promise<string> {
  if (fromStdin) return readSecret();
  const password = await askSecret('Password: ');
  if ((await askSecret('Password again: ')) !== password) {
    throw new Failure('passwords-differ', 'the two passwords differ', 2);
  }
  return password;
}

/** Only administrators, and only while there is none: who may see patients is decided by people who sign in. */
async function add(options: Options): Promise<void> {
  if (options.role !== undefined && options.role !== 'administrator') {
    const words =
      '--role can only be administrator here: others are added on the staff page, by an administrator';
    throw new Failure('bad-role', words, 2);
  }
  // what is wrong with it is told before a password is asked for
  crmSettings();
  const password = await newPassword(options.passwordStdin === true);
  await withTenant(options.tenant, async (tenant) => {
    const { email, name } = options;
    const role = 'administrator';
    const shelves = accessShelves(tenant);
    if (!options.recover && (await shelves.staff.countActiveAdministrators()) > 0) {
      const words = `${tenant.id} has an administrator already: further staff are added on the staff page (--recover adds one all the same, when nobody can sign in any more)`;
      throw new Failure('has-administrator', words, 2);
    }
    await tenant.audit.append({ actor: 'command', action: 'user.add', details: { role } });
    const result = await addStaff(
      shelves,
      { email, name, role, password },
      { by: 'command', now: new Date() },
    );
    if (!result.ok) throw new Failure(result.problem, sentences[result.problem], 2);
    const person = await shelves.staff.find(normalEmail(email));
    const target = person && `staff/${person.staffId}`;
    if (target)
      await tenant.audit.append({
        actor: 'command',
        action: 'user.add',
        target,
        details: { role, outcome: 'done' },
      });
    const added = { tenant: tenant.id, email: normalEmail(email), role };
    console.log(
      options.json ? JSON.stringify(added) : `${added.email} can now sign in to ${tenant.id} as ${role}.`,
    );
  });
}

/** For who lost phone and recovery codes, and has no other administrator to ask. Their sessions end. */
async function resetSecondFactor(options: Pick<Options, 'tenant' | 'email' | 'json'>): Promise<void> {
  await withTenant(options.tenant, async (tenant) => {
    const { staff, attempts, secrets, pending, sessions } = accessShelves(tenant);
    const person = await staff.find(normalEmail(options.email));
    if (!person) throw new Failure('unknown', 'nobody on the staff has this e-mail: --email', 2);
    const target = `staff/${person.staffId}` as const;
    await tenant.audit.append({ actor: 'command', action: 'user.reset-second-factor', target });
    await removeSecondFactor({ staff, attempts, secrets }, person);
    await pending.removeOf(person._id);
    await sessions.removeOf(person._id);
    const answer = { tenant: tenant.id, email: person._id, secondFactor: 'none' };
    console.log(
      options.json
        ? JSON.stringify(answer)
        : `${person._id} signs in to ${tenant.id} with the password alone, and sets the second factor up anew.`,
    );
  });
}

export function register(program: Command): void {
  const user = program.command('user').description('people who sign in to the CRM');
  user
    .command('add')
    .description('make the first administrator, who adds everybody else on the staff page')
    .option('--tenant <id>', 'whose staff; may be left out when there is one tenant')
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'what others see')
    .option('--role <role>', 'administrator, the only one made here')
    .option('--recover', 'although there is an administrator: when nobody can sign in any more')
    .option('--password-stdin', 'read the password from standard input instead of asking')
    .option('--json', 'answer in JSON')
    .action((options: Options) => add(options));
  user
    .command('reset-second-factor')
    .description('take an authenticator app away from somebody who lost phone and recovery codes')
    .option('--tenant <id>', 'whose staff; may be left out when there is one tenant')
    .requiredOption('--email <address>', 'what they sign in with')
    .option('--json', 'answer in JSON')
    .action((options: Options) => resetSecondFactor(options));
}
