import { mintPatientId } from '../../../contract/patient-id';
import { knownActions } from '../../../crm-sync/audit/known-actions';
import { auditActionOf } from '../../../crm-sync/audit/route-audit';
import { encounter } from '../../support/encounters';
import { fakePages, goodPassword } from '../../support/fake-pages';

const patientId = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const otherId = mintPatientId(() => Buffer.from([5, 4, 3, 2, 1]));
const at = new Date('2026-05-04T12:30:00.000Z');

async function signedIn(role: 'attendant' | 'manager' | 'administrator' | 'auditor') {
  const pages = await fakePages();
  const know = (id: string) =>
    pages.of().patients.set(id, {
      profile: { patientId: id, name: 'Ana', phones: [], emails: [], createdAt: at },
      encounters: [encounter(`room-${id}`, { patientId: id })],
      messages: [],
      decisions: [],
    });
  know(patientId);
  const email = await pages.hire(role);
  const browser = pages.browser();
  await browser.signIn(email);
  const { staffId } = pages.of().people.get(email)!;
  pages.of().audited.length = 0;
  return {
    ...pages,
    browser,
    stranger: pages.browser,
    email,
    staffId,
    know,
    audited: () => pages.of().audited,
  };
}

/** Those whose addresses may be asked for without an entry, and why. */
const withoutEntry = [
  // Nobody is signed in: the tries themselves are audited (sign-in.*).
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/code',
  'POST /sign-in/code',
  // A preference in a cookie, and what a browser needs to show a page.
  'POST /language',
  'GET /assets/:file',
  // An empty form: what is done with it is audited.
  'GET /erase',
  // One's own account, the way to the first page, and a stream that says where something changed, never what.
  'GET /',
  'GET /account',
  'GET /live',
];

describe('every route of the pages', () => {
  it('is audited, unless it is on this list', async () => {
    const { routes } = await fakePages();
    const bare = routes
      .filter((route) => route.method !== 'HEAD')
      .filter((route) => !auditActionOf(String(route.method), route.config ?? {}))
      .map((route) => `${String(route.method)} ${route.url}`);
    const unknown = bare.filter(
      (route) => !withoutEntry.includes(route) && !route.startsWith('GET /assets/'),
    );
    expect(unknown).toEqual([]);
  });

  it('can be left out only with a reason', () => {
    expect(auditActionOf('GET', { access: 'patients.read', audit: { none: 'because' } })).toBeUndefined();
    expect(auditActionOf('GET', { access: 'patients.read' })).toBe('patients.read');
    expect(auditActionOf('POST', { access: 'signed-in' })).toBe('account.change');
    expect(auditActionOf('GET', { access: 'signed-in' })).toBeUndefined();
  });
});

describe('what is looked at', () => {
  it('a list says whom it showed, and whom anew when it renews itself', async () => {
    const { browser, audited, staffId, know } = await signedIn('attendant');
    await browser.get('/patients');
    expect(audited()).toEqual([
      {
        actor: `staff/${staffId}`,
        action: 'patients.read',
        patients: [patientId],
        details: { route: 'GET:/patients' },
      },
    ]);
    await browser.get('/patients/latest');
    expect(audited()).toHaveLength(1);
    know(otherId);
    await browser.get('/patients/latest');
    expect(audited()).toHaveLength(2);
    expect(audited()[1]).toMatchObject({ patients: [otherId] });
  });

  it('an ID nobody has is an entry too; what is no ID is not written down', async () => {
    const { browser, audited } = await signedIn('attendant');
    await browser.get(`/patients/${otherId}`);
    await browser.get('/patients/Maria%20da%20Silva');
    expect(audited()).toMatchObject([{ target: `patient/${otherId}`, details: { status: 404 } }, {}]);
    expect(audited()[1]?.target).toBeUndefined();
    expect(JSON.stringify(audited())).not.toContain('Maria');
  });

  it('the queue is one entry, however often it renews itself', async () => {
    const { browser, audited, of } = await signedIn('attendant');
    of().patients.get(patientId)!.encounters[0]!.state = 'queued';
    await browser.get('/queue');
    await browser.get('/queue/rows');
    expect(audited()).toMatchObject([{ action: 'queue.read', patients: [patientId] }]);
  });

  it('a page over several IDs of one person names them all, and whom it names besides', async () => {
    const { browser, audited, of } = await signedIn('attendant');
    const [child, guardian] = [6, 7].map((byte) => mintPatientId(() => Buffer.from([byte, 3, 2, 1, byte])));
    const ids = [patientId, otherId].map((id) => ({ patientId: id, createdAt: at }));
    const relatives = { dependents: [{ patientId: child! }], guardian: { patientId: guardian! } };
    of().patients.get(patientId)!.record = { ids, ...relatives };
    await browser.get(`/patients/${patientId}`);
    await browser.get(`/patients/${patientId}/timeline`);
    expect(audited()).toMatchObject([
      { target: `patient/${patientId}`, patients: [otherId, child, guardian] },
    ]);
  });

  it.each([
    ['a page', 'GET', `/patients/${patientId}`, 'administrator', { target: `patient/${patientId}` }],
    ['a form', 'POST', '/staff/disable', 'attendant', {}],
  ] as const)('%s refused to the role is an entry', async (_what, method, path, role, more) => {
    const { browser, audited, staffId } = await signedIn(role);
    const form = { email: 'x@example.org' };
    const answer = await (method === 'GET' ? browser.get(path) : browser.submit('/account', path, form));
    expect(answer.statusCode).toBe(403);
    expect(audited().at(-1)).toMatchObject({ actor: `staff/${staffId}`, action: 'access.denied', ...more });
    expect(JSON.stringify(audited())).not.toContain('example.org');
  });
});

describe('when the log cannot be written', () => {
  const fail = (pages: Awaited<ReturnType<typeof signedIn>>) => {
    pages.of().audited.push = () => {
      throw new Error('no log');
    };
  };

  it('nothing is shown', async () => {
    const pages = await signedIn('attendant');
    fail(pages);
    const answer = await pages.browser.get(`/patients/${patientId}`);
    expect([answer.statusCode, answer.body.includes('Ana')]).toEqual([500, false]);
  });

  it('nothing is changed', async () => {
    const pages = await signedIn('administrator');
    const other = await pages.hire('attendant');
    fail(pages);
    const answer = await pages.browser.submit('/account', '/staff/disable', { email: other });
    expect([answer.statusCode, pages.of().people.get(other)?.disabledAt]).toEqual([500, undefined]);
  });

  it('nobody is let in', async () => {
    const pages = await signedIn('attendant');
    fail(pages);
    const stranger = pages.stranger();
    const answer = await stranger.signIn(pages.email);
    expect(answer.statusCode).toBe(500);
    expect(stranger.cookies.get('acolhe_session')).toBeUndefined();
  });
});

describe('at the door', () => {
  it('who came in, who did not, and who left', async () => {
    const { browser, audited, staffId, email } = await signedIn('attendant');
    await browser.submit('/account', '/sign-out', {});
    await browser.signIn(email, 'not-the-password');
    await browser.signIn('nobody@example.org', 'not-the-password');
    await browser.signIn(email, goodPassword);
    const staff = `staff/${staffId}`;
    expect(audited().filter(({ action }) => action.startsWith('sign-'))).toEqual([
      { actor: staff, action: 'sign-out', details: { route: 'POST:/sign-out', outcome: 'asked' } },
      { actor: staff, action: 'sign-out', details: { route: 'POST:/sign-out', outcome: 'done' } },
      { actor: 'nobody', action: 'sign-in.failed', target: staff, details: { reason: 'wrong' } },
      { actor: 'nobody', action: 'sign-in.failed', details: { reason: 'wrong' } },
      { actor: staff, action: 'sign-in.done', target: staff },
    ]);
    expect(JSON.stringify(audited())).not.toContain('example.org');
  });
});

describe('changes of the staff', () => {
  it('name the person, before and when they were refused', async () => {
    const { browser, audited, hire, of, staffId } = await signedIn('administrator');
    const other = await hire('attendant');
    const them = `staff/${of().people.get(other)!.staffId}`;
    await browser.submit('/staff', '/staff/role', { email: other, role: 'manager' });
    await browser.submit('/staff', '/staff/disable', { email: 'administrator@example.org' });
    expect(audited().filter(({ action }) => /^staff\.(role|disable)$/.test(action))).toMatchObject([
      {
        ...{ actor: `staff/${staffId}`, action: 'staff.role', target: them },
        details: { role: 'manager', outcome: 'asked' },
      },
      { action: 'staff.role', target: them, details: { role: 'manager', outcome: 'done' } },
      { action: 'staff.disable', target: `staff/${staffId}`, details: { outcome: 'asked' } },
      { action: 'staff.disable', target: `staff/${staffId}`, details: { outcome: 'refused', status: 400 } },
    ]);
  });
});

describe('the auditor’s page', () => {
  it('shows who did what to whom, by name and code, in three languages', async () => {
    const { browser, hire, stranger, of } = await signedIn('administrator');
    const attendant = stranger();
    await attendant.signIn(await hire('attendant'));
    await attendant.get(`/patients/${patientId}`);
    await attendant.get('/patients');
    const auditor = stranger();
    await auditor.signIn(await hire('auditor'));
    const { statusCode, body } = await auditor.get('/audit');
    expect(statusCode).toBe(200);
    expect(body).toContain('Viu paciente');
    expect(body).toContain('Pessoa attendant');
    expect(body).toContain(`href="/audit?patient=${patientId}"`);
    expect(body).toContain('1 paciente na lista');
    expect(body).not.toContain('example.org');
    const english = await auditor.get('/audit', { 'accept-language': 'en' });
    expect(english.body).toContain('Saw a patient');
    expect((await auditor.get('/audit', { 'accept-language': 'es' })).body).toContain('Vio paciente');
    expect((await browser.get('/audit')).statusCode).toBe(200);
    expect((await attendant.get('/audit')).statusCode).toBe(403);
    expect(of().audited.filter(({ action }) => action === 'audit.read')).toHaveLength(4);
  });

  it('shows a refused change as asked for and refused, never as done', async () => {
    const { browser } = await signedIn('administrator');
    await browser.submit('/staff', '/staff/disable', { email: 'administrator@example.org' });
    const { body } = await browser.get('/audit?action=staff.disable');
    const chips = [...body.matchAll(/<span class="chip">([^<]*)<\/span>/g)].map(([, word]) => word);
    expect(chips.sort()).toEqual(['pedido', 'recusado']);
  });

  it('says of a change that was made that it is done', async () => {
    const { browser, hire } = await signedIn('administrator');
    await browser.submit('/staff', '/staff/disable', { email: await hire('attendant') });
    const { body } = await browser.get('/audit?action=staff.disable');
    expect([body.includes('>pedido<'), body.includes('>feito<'), body.includes('>recusado<')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('who reads about one patient is found under that patient; what is no ID is said and not kept', async () => {
    const { browser, audited } = await signedIn('administrator');
    await browser.get(`/audit?patient=${patientId.toLowerCase()}`);
    expect(audited().at(-1)).toMatchObject({ action: 'audit.read', target: `patient/${patientId}` });
    const wrong = await browser.get('/audit?patient=Maria+da+Silva&day=2026-13-41');
    expect(wrong.statusCode).toBe(400);
    expect(JSON.stringify(audited())).not.toContain('Maria');
  });

  it('has words for every action that routes are audited under', async () => {
    const { routes } = await fakePages();
    const used = routes.flatMap((route) => auditActionOf(String(route.method), route.config ?? {}) ?? []);
    const known: readonly string[] = knownActions;
    expect([...new Set(used)].filter((action) => !known.includes(action))).toEqual([]);
  });
});

describe('erasing', () => {
  it('names the patient before anything is destroyed', async () => {
    const { browser, audited } = await signedIn('administrator');
    await browser.submit('/erase', '/erase', { patientId, again: patientId });
    expect(audited().find(({ action }) => action === 'patients.erase')).toMatchObject({
      target: `patient/${patientId}`,
      details: { route: 'POST:/erase' },
    });
  });
});
