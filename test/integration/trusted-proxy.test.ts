import { addressPolicy, counted, forgottenAt, type Tries } from '../../crm-sync/access/delay';
import { addStaff } from '../../crm-sync/access/staff';
import { doorOf } from '../../crm-sync/access/tries';
import { accessShelves } from '../../crm-sync/access/mongo-shelves';
import type { RunningCrm } from '../../crm-sync/server';
import { startTestCrm, testConfig } from '../support/crm';
import { testMongo, type TestMongo } from '../support/mongo';

let mongo: TestMongo;
let direct: RunningCrm;
let behindProxy: RunningCrm;
let elsewhere: RunningCrm;
beforeAll(async () => {
  mongo = await testMongo();
  const config = testConfig(mongo.uri);
  direct = await startTestCrm(config);
  behindProxy = await startTestCrm({ ...config, trustProxy: ['loopback'] });
  elsewhere = await startTestCrm({ ...config, trustProxy: ['192.0.2.1'] });
});
afterAll(async () => {
  await Promise.all([direct, behindProxy, elsewhere].map((crm) => crm?.stop()));
  await mongo?.stop();
});

const cookies = (answer: Response): string => answer.headers.getSetCookie().join('\n');
const ask = (crm: RunningCrm, headers: Record<string, string>): Promise<Response> =>
  fetch(`${crm.url}/sign-in`, { headers });

async function tryToSignIn(crm: RunningCrm, headers: Record<string, string>): Promise<number> {
  const page = await ask(crm, headers);
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(`${crm.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, ...headers },
    body: new URLSearchParams({ _csrf, email: 'nobody@example.org', password: 'not the password' }),
  });
  return answer.status;
}

/** As if very many had failed from this address a moment ago. */
async function usedUp(address: string): Promise<void> {
  const { key, policy } = doorOf('address', address, addressPolicy);
  const now = new Date();
  let tries: Tries | undefined;
  for (let n = 0; n < policy.waitFrom + 9; n += 1) tries = counted(tries, now, policy);
  const { attempts } = accessShelves(direct.store.tenants[0]!);
  if (tries) await attempts.save(key, undefined, tries, forgottenAt(tries, policy));
}

describe('behind a reverse proxy', () => {
  it('Given a trusted proxy that ended TLS, then cookies are secure', async () => {
    expect(cookies(await ask(behindProxy, { 'x-forwarded-proto': 'https' }))).toContain('Secure');
    expect(cookies(await ask(behindProxy, {}))).not.toContain('Secure');
  });

  it.each([
    ['no proxy', () => direct],
    ['another proxy', () => elsewhere],
  ])('Given %s is trusted, then nobody’s word on TLS counts', async (_name, crm) => {
    const answer = await ask(crm(), { 'x-forwarded-proto': 'https' });
    expect(cookies(answer)).toContain('HttpOnly');
    expect(cookies(answer)).not.toContain('Secure');
  });

  it('Given https, then the session’s cookie is this host’s alone, and no other name is believed', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    const shelves = accessShelves(direct.store.tenants[0]!);
    const password = 'Chuva-Mansa-77';
    const person = { email: 'ana@example.org', name: 'Ana', role: 'manager', password };
    await addStaff(shelves, person, { by: 'command', now: new Date() });
    const page = await ask(behindProxy, https);
    const first = page.headers.getSetCookie().map((line) => line.split(';')[0]);
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    const answer = await fetch(`${behindProxy.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: first.join('; '), ...https },
      body: new URLSearchParams({ _csrf, email: person.email, password }),
    });
    const line = answer.headers.getSetCookie().find((one) => one.includes('acolhe_session')) ?? '';
    expect(line).toMatch(/^__Host-acolhe_session=[^;]+;.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toContain('Domain');
    const given = line.split(';')[0] ?? '';
    const queue = (cookie: string) =>
      fetch(`${behindProxy.url}/queue`, { redirect: 'manual', headers: { cookie, ...https } });
    expect((await queue(given)).status).toBe(200);
    expect((await queue(given.replace('__Host-', ''))).status).toBe(303);
  });

  it('Given an address that failed too often, then only requests from it are refused', async () => {
    await usedUp('203.0.113.9');
    // a proxy adds the address it sees at the end: what stands before it is the caller's own claim
    expect(await tryToSignIn(behindProxy, { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })).toBe(429);
    expect(await tryToSignIn(behindProxy, { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' })).toBe(401);
    expect(await tryToSignIn(direct, { 'x-forwarded-for': '203.0.113.9' })).toBe(401);
    expect(await tryToSignIn(elsewhere, { 'x-forwarded-for': '203.0.113.9' })).toBe(401);
  });
});
