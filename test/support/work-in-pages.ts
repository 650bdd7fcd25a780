/** What staff do in the pages, with personal data in every field and address they can be put into. */
import { DateTime } from 'luxon';
import { generateSync } from 'otplib';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import { roles } from '../../crm-sync/access/permissions';
import { addStaff } from '../../crm-sync/access/staff';
import type { Tenant } from '../../crm-sync/store/tenant';
import type { Canaries } from './canaries';
import { PageBrowser } from './page-browser';

export interface PageWork {
  tenant: Tenant;
  canaries: Canaries;
  /** IDs of two patients of the tenant. */
  patientId: string;
  other: string;
}

/** @returns secrets that pages showed once: of authenticator apps, and recovery codes */
export async function workInPages(url: string, work: PageWork): Promise<string[]> {
  const { tenant, canaries } = work;
  const password = `Chuva-${canaries.text('password')}`;
  const shown: string[] = [];
  for (const role of roles) {
    const email = `${role}@example.org`;
    const input = { email, name: `Pessoa ${role}`, role, password };
    await addStaff(accessShelves(tenant), input, { by: 'command', now: new Date() });
    const browser = new PageBrowser(url);
    await browser.signIn(tenant.id, email, canaries.text('wrong password'));
    expect((await browser.signIn(tenant.id, email, password)).status).toBe(303);
    for (const [field, value] of Object.entries({ ...canaries, text: canaries.text('search') })) {
      if (typeof value !== 'string') continue;
      for (const name of ['term', 'patientId', 'q'])
        await browser.submit('/patients', '/patients/search', { [name]: value, field });
      await browser.send(`/patients/${encodeURIComponent(value)}?before=${encodeURIComponent(value)}`);
      await browser.send(`/${encodeURIComponent(value)}`);
    }
    await browser.send('/files/f1');
    if (role === 'manager') await change(browser, work);
    if (role === 'epidemiologist') await investigate(browser, canaries);
    shown.push(...(await enrol(browser, password)));
  }
  return shown;
}

async function done(answer: Response): Promise<void> {
  const { status } = answer;
  expect([status, answer.headers.get('location') ?? (await answer.text()).slice(0, 2_000)]).toEqual([
    303,
    expect.stringMatching(/^\/(patients|investigations)\//),
  ]);
}

async function change(browser: PageBrowser, { canaries, patientId, other }: PageWork): Promise<void> {
  const page = `/patients/${patientId}`;
  const reason = canaries.text('reason typed in a page');
  await done(await browser.submit(page, `${page}/note`, { text: canaries.text('note typed in a page') }));
  const { cpf, cns, birthDate, phone, email } = canaries;
  const name = `Ana ${canaries.text('name typed in a page')}`;
  const fields = { name, cpf, cns, birthDate, phones: phone, emails: email };
  await done(await browser.submit(page, `${page}/correct`, fields));
  await done(await browser.submit(page, `${page}/link`, { patient: patientId, other, reason }));
}

async function investigate(browser: PageBrowser, canaries: Canaries): Promise<void> {
  // in the tenant's time zone it is still yesterday when UTC has begun the next day
  const day = DateTime.now().setZone('America/Sao_Paulo').toFormat('yyyy-MM-dd');
  const asked = { disease: 'covid-19', fromDay: day, toDay: day };
  const reason = `Investigação de ${canaries.text('reason of an investigation')}`;
  await done(await browser.submit('/investigations', '/investigations/open', { ...asked, reason }));
}

/** Sets up an authenticator app, with a right code, and takes the recovery codes. */
async function enrol(browser: PageBrowser, password: string): Promise<string[]> {
  const answer = await browser.submit('/account', '/account/second-factor/begin', { current: password });
  const page = await answer.text();
  const secret = (/<code class="secret">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replace(/ /g, '');
  expect(secret).not.toBe('');
  const confirm = '/account/second-factor/confirm';
  const codes = await (await browser.submit('/account', confirm, { code: generateSync({ secret }) })).text();
  const recovery = [...codes.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].flatMap(([, code]) => code ?? []);
  expect(recovery).toHaveLength(10);
  return [secret, ...recovery, ...recovery.map((code) => code.replace(/-/g, ''))];
}
