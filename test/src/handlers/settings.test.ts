import { readCommandSecrets, readCrmAddress, readSetup } from '../../../src/handlers/settings';
import { fakeEngine } from '../../support/fake-engine';

const given = {
  language: 'en',
  pack: 'fr-covid-2020',
  tenant: 'clinic-1',
  workspace: 'east',
  crm_url: ' https://crm.example// ',
  crm_secret: 'new secret',
  crm_secret_previous: 'old secret',
};
const reading = (over: Record<string, unknown> = {}) => {
  const engine = fakeEngine();
  Object.assign(engine.settings, given, over);
  return engine.read;
};

describe('what a conversation is set up with', () => {
  it('is what the operator set', async () => {
    const { language, pack, tenant, workspace } = await readSetup(reading());
    expect({ language, pack, tenant, workspace }).toEqual({
      language: 'en',
      pack: 'fr-covid-2020',
      tenant: 'clinic-1',
      workspace: 'east',
    });
  });

  it.each([
    ['language', 'fr', 'pt-BR'],
    ['language', undefined, 'pt-BR'],
    ['tenant', 'Two Words', 'demo'],
    ['workspace', '', 'main'],
    ['pack', undefined, ''],
  ] as const)('Given a %s of %p, then a patient is still welcomed, with %p', async (id, value, fallback) => {
    expect(await readSetup(reading({ [id]: value }))).toMatchObject({ [id]: fallback });
  });
});

describe('the CRM’s address', () => {
  it('is as set, without slashes at its end', async () => {
    expect(await readCrmAddress(reading())).toEqual({
      url: 'https://crm.example',
      tenant: 'clinic-1',
      workspace: 'east',
      secret: 'new secret',
    });
  });

  it.each([
    ['crm_url', ''],
    ['crm_secret', '  '],
    ['tenant', '../x'],
    ['workspace', 'a/b'],
  ])('is none when %s is %p', async (id, value) => {
    expect(await readCrmAddress(reading({ [id]: value }))).toBeUndefined();
  });
});

describe('the keys of commands', () => {
  it('are two while one is rotated', async () => {
    expect(await readCommandSecrets(reading())).toEqual(['new secret', 'old secret']);
  });

  it('are never an empty text, which anybody could sign with', async () => {
    expect(await readCommandSecrets(reading({ crm_secret: '', crm_secret_previous: undefined }))).toEqual([]);
  });
});
