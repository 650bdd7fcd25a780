import {
  readCommandSecrets,
  readCrmAddress,
  readSetup,
  readTriageEnabled,
} from '../../../src/handlers/settings';
import { appSettings } from '../../../settings/app-settings';
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

describe('the switches', () => {
  it.each([
    [true, true],
    [false, undefined],
    [undefined, undefined],
    ['true', undefined],
  ])('Given admit_drafts is %p, then drafts are admitted: %p', async (value, admitted) => {
    expect((await readSetup(reading({ admit_drafts: value }))).admitDrafts).toBe(admitted);
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, true],
  ])('Given triage_enabled is %p, then triage is on: %p', async (value, on) => {
    expect(await readTriageEnabled(reading({ triage_enabled: value }))).toBe(on);
  });

  it('are as the product has them: triage on, drafts not admitted', () => {
    const of = (id: string) => appSettings.find((setting) => setting.id === id)?.packageValue;
    expect([of('triage_enabled'), of('admit_drafts')]).toEqual([true, false]);
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
