import { mintPatientId } from '../../../contract/patient-id';
import { agreementOf } from '../../../crm-sync/rescreen/agreement';
import { ownChoice } from '../../../crm-sync/rescreen/own-choice';
import { toldOf } from '../../../crm-sync/rescreen/told';
import { packs } from '../../../settings/packs';
import { decideNow } from '../../../src/triage/evaluate';
import { encounter } from '../../support/encounters';
import { fakePages, type FakeBrowser } from '../../support/fake-pages';

const patientId = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
const path = `/patients/${patientId}/conversations/room/rescreen`;
const at = (minute: number): Date => new Date(Date.UTC(2026, 4, 4, 12, minute));
const respiratory = packs['respiratory']!;
const form = packs['human-rescreen']!;
const answers = { age: 34, dyspnea: false, cough: true, fever: true };
const { outcome, row, because } = decideNow(respiratory, answers);

const decision = {
  ...{ _id: 'room\u0000d1', conversation: 'room', at: at(10), order: 4, version: 5, answers, findings: [] },
  ...{ pack: respiratory.id, packVersion: respiratory.version, knowledge: 'k', row, because },
  ...{ outcome: outcome.id, disposition: 'mild' as const, urgencyMinutes: 1440 },
};
const alarm = { kind: 'red-flag' as const, concept: 'dyspnea', call: '192' as const, at: at(40), order: 9 };
const room = () =>
  encounter('room', {
    ...{ patientId, startedAt: at(0), outcome: outcome.id, pack: respiratory.id },
    ...{ disposition: 'emergency', redFlags: ['dyspnea'], marks: [alarm], state: 'queued' },
  });

describe('what the patient has said until now', () => {
  it('is the newest value of everything, an alarm after a denial included', () => {
    const told = toldOf(room(), [decision], [{ question: 'fever', value: false, at: at(20) }])!;
    expect(told.answers).toMatchObject({ age: 34, cough: true, fever: false, dyspnea: true });
    expect([...told.alarmed]).toEqual([['dyspnea', at(40)]]);
    // what was said before the decision is in it
    expect(
      toldOf(room(), [decision], [{ question: 'cough', value: false, at: at(5) }])!.answers['cough'],
    ).toBe(true);
  });

  it('Given a later denial, that is what was said last; the alarm stays a fact', () => {
    const told = toldOf(room(), [decision], [{ question: 'dyspnea', value: false, at: at(50) }])!;
    expect([told.answers['dyspnea'], told.alarmed.size, told.alarms]).toEqual([
      ...[false, 0],
      [{ concept: 'dyspnea', at: at(40) }],
    ]);
  });

  it('Given an alarm before anything was asked, that is all', () => {
    expect(toldOf(room(), [])).toMatchObject({ answers: { dyspnea: true } });
    expect(toldOf(encounter('room', {}), [])).toBeUndefined();
  });
});

describe('the person’s own choice', () => {
  const chosen = { severity: 'mild', contagion: 'low', decision: 'home' };
  it.each([
    ['mild, low, home', { ...chosen, age: 34, oxygen_saturation: 85.5 }, 'mild'],
    ['home though moderate', { ...chosen, severity: 'moderate' }, 'moderate'],
    ['today', { ...chosen, decision: 'today', dyspnea: true }, 'moderate'],
    ['severe', { ...chosen, severity: 'severe' }, 'emergency'],
    ['half', { severity: 'mild' }, undefined],
  ] as const)('%s is what was marked, whatever else was filled in', (_name, given, expected) =>
    expect(ownChoice(form, given)).toBe(expected),
  );

  it('is what the agreement is made of', () => {
    const mark = { kind: 'rescreen' as const, at: at(50), order: 10, staff: 's', blind: true };
    const marks = [
      { ...mark, disposition: 'emergency' as const, own: 'mild' as const, bot: 'emergency' as const },
    ];
    expect(agreementOf([{ marks }], { from: at(0), to: at(59) })).toEqual({
      of: 1,
      same: 0,
      more: 0,
      less: 1,
    });
  });
});

describe('Given an emergency after a decision', () => {
  async function world() {
    const pages = await fakePages();
    const profile = { patientId, name: 'Pessoa Teste', phones: [], emails: [], createdAt: at(0) };
    pages.of().patients.set(patientId, {
      ...{ profile, messages: [], decisions: [decision], encounters: [room()] },
    });
    const browser = pages.browser();
    await browser.signIn(await pages.hire('attendant'));
    return browser;
  }
  const submit = async (browser: FakeBrowser) => {
    const { body } = await browser.get(path);
    const submission = /name="submission" value="([0-9a-f]{32})"/.exec(body)![1]!;
    const vital = { q_age: '34', q_dyspnea: 'no', q_drowsiness: 'no', q_oxygen_saturation: '85,5' };
    const own = { q_severity: 'mild', q_contagion: 'low', q_decision: 'home' };
    return browser.submit(path, path, { submission, ...vital, ...own });
  };

  it('the form shows what was said last and when the alarm was raised, not what the bot decided', async () => {
    const { body } = await (await world()).get(path);
    const asked = /id="q_dyspnea"[\s\S]*?<\/fieldset>/.exec(body)![0];
    expect(asked).toContain('Ao robô: Sim');
    expect(asked).toContain('Alarme levantado em');
    expect(asked).not.toContain('Ao robô: Não');
    for (const betrayal of [outcome.id, row, 'badge-', 'decision-']) expect(body).not.toContain(betrayal);
  });

  it('the comparison names both sides: the last state of the bot, and the choice as entered', async () => {
    const browser = await world();
    expect((await submit(browser)).statusCode).toBe(303);
    const { body } = await browser.get(path);
    expect(body).toContain('Discordam: a pessoa decidiu menos urgente que o robô');
    expect(body).toMatch(/Último estado do robô: <span class="badge badge-emergency/);
    expect(body).toMatch(/Escolha da pessoa: <span class="badge badge-mild/);
    expect(body).toMatch(/O formulário deu[^<]*: <span class="badge badge-emergency/);
    // the decision before the alarm is told as such
    const before = body.slice(body.indexOf('O que o protocolo tinha decidido antes do alarme'));
    expect(before).toContain(outcome.id);
  });
});
