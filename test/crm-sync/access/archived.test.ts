/** What people of a tenant see that is served no more. */
import { fakePages, goodPassword } from '../../support/fake-pages';

const words = {
  'pt-BR': 'Este serviço está arquivado',
  en: 'This service is archived',
  es: 'Este servicio está archivado',
};
const signInForm = /action="\/sign-in"/;

describe('an archived tenant', () => {
  it.each(Object.entries(words))('tells who is signed in there so, in %s', async (language, title) => {
    const pages = await fakePages({ tenantIds: ['alfa', 'beta'] });
    await pages.hire('manager', undefined, undefined, 'alfa');
    const browser = pages.browser();
    await browser.signIn('manager@example.org', goodPassword, { tenant: 'alfa' });
    await browser.submit('/account', '/language', { to: language });
    pages.archive('alfa');
    for (const address of ['/', '/patients', '/dashboard', '/account']) {
      const answer = await browser.get(address);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain(title);
      expect(answer.body).toContain('alfa');
    }
    // what renews parts of a page in the background has the browser load the page, which then tells
    expect((await browser.get('/queue/rows')).statusCode).toBe(401);
    // another person may sit down here
    const form = await browser.get('/sign-in');
    expect([form.statusCode, signInForm.test(form.body)]).toEqual([200, true]);
    expect(form.body).toContain('alfa');
  });

  it('is told of at the sign-in, whatever the password, and no account is looked at', async () => {
    const pages = await fakePages({ tenantIds: ['alfa', 'beta'] });
    await pages.hire('manager', undefined, undefined, 'alfa');
    pages.archive('alfa');
    for (const [email, given] of [
      ['manager@example.org', goodPassword],
      ['manager@example.org', 'wrong'],
      ['nobody@example.org', 'wrong'],
    ] as const) {
      const answer = await pages.browser().signIn(email, given, { tenant: 'alfa' });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain(words['pt-BR']);
      expect(answer.body).not.toContain(email);
    }
    expect(pages.of('alfa').audited).toEqual([]);
    // those who never existed are still like a wrong password, and the others sign in
    expect((await pages.browser().signIn('nobody@example.org', 'wrong', { tenant: 'gama' })).statusCode).toBe(
      401,
    );
    await pages.hire('manager', undefined, undefined, 'beta');
    expect(
      (await pages.browser().signIn('manager@example.org', goodPassword, { tenant: 'beta' })).statusCode,
    ).toBe(303);
  });

  it('is told of also when it was the only one', async () => {
    const pages = await fakePages({ tenantIds: ['alfa'] });
    pages.archive('alfa');
    const answer = await pages.browser().signIn('manager@example.org', goodPassword);
    expect([answer.statusCode, answer.body.includes(words['pt-BR'])]).toEqual([403, true]);
  });

  it('of which a cookie lies tells nothing', async () => {
    const pages = await fakePages({ tenantIds: ['alfa', 'beta'] });
    pages.archive('alfa');
    const browser = pages.browser();
    browser.cookies.set('acolhe_session', `gama.${'x'.repeat(43)}`);
    const answer = await browser.get('/patients');
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/sign-in?next=%2Fpatients']);
  });
});
