import type { Language } from '../../../contract/event';
import { languages } from '../../../contract/event';
import { isAdmitted } from '../../../src/dialog/admission';
import { fallbackStep, step } from '../../../src/dialog/step';
import type { Input } from '../../../src/dialog/input';
import { conversation, knowledge, setup } from '../../support/conversation';

const cough: Record<Language, string> = { 'pt-BR': 'estou com tosse', en: 'I have a cough', es: 'tengo tos' };
const offWords: Record<Language, RegExp> = { 'pt-BR': /desligada/, en: /switched off/, es: /apagado/ };
const draftWords: Record<Language, RegExp> = {
  'pt-BR': /ainda não foram aprovadas/,
  en: /not yet approved/,
  es: /todavía no aprobaron/,
};
const off = { triageOff: true };

describe('a draft protocol', () => {
  it.each(languages)(
    'Given the setting does not admit drafts, When somebody complains in %s, Then people take over, and a sentence says why',
    (language) => {
      const chat = conversation({ language, admitDrafts: undefined }).start().says(cough[language]);
      expect(chat.said).toMatch(draftWords[language]);
      expect(chat.transfers).toEqual(['Atendimento geral']);
      expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'no-triage' });
      expect(chat.eventTypes()).toEqual(['acolhe.message.recorded.v1', 'acolhe.urgency.changed.v1']);
    },
  );

  it('Given the setting does not admit drafts, When a red flag is written, Then it works as ever', () => {
    const chat = conversation({ admitDrafts: undefined }).start().says('estou com falta de ar');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });

  it('Given the setting admits drafts, Then the patient is told so once, and never again after a restart', () => {
    const chat = conversation({ pack: 'respiratory' }).start().says('tosse');
    expect(chat.said.match(/Protocolo em rascunho: ainda não foi assinado/g)).toHaveLength(1);
    expect(chat.said).toContain('Demonstração');
    expect(chat.says('recomeçar').says('tosse').said).not.toContain('rascunho');
    expect(chat.state.phase).toBe('asking');
  });

  it.each(
    (['draft', 'signed', 'active'] as const).flatMap((status) => languages.map((l) => [status, l] as const)),
  )('Given its status is %s, Then the notice in %s follows it', (status, language) => {
    const packs = { ...knowledge.packs, respiratory: { ...knowledge.packs['respiratory']!, status } };
    const over = { language, pack: 'respiratory' };
    const { said } = conversation(over, { ...knowledge, packs })
      .start()
      .says(cough[language]);
    expect(said).toContain(status === 'draft' ? '⚠️' : 'ℹ️');
    expect(/rascunho|draft|borrador/i.test(said)).toBe(status === 'draft');
    expect(/demo(n)?stra/i.test(said)).toBe(status === 'draft');
  });

  it.each(
    (['draft', 'signed', 'active'] as const).flatMap((status) => languages.map((l) => [status, l] as const)),
  )(
    'Given its status is %s, When it has decided, Then the result in %s says so at its end',
    (status, language) => {
      const packs = { ...knowledge.packs, 'fr-covid-2020': { ...knowledge.packs['fr-covid-2020']!, status } };
      packs['fr-covid-2020'].demonstration = status === 'draft';
      const chat = conversation({ language, pack: 'fr-covid-2020' }, { ...knowledge, packs }).start();
      chat.says(cough[language]).presses('answer:age_range:inf_15');
      expect(/⚠️ \*\*\S+ \S+\*\*, (?:não|not|no) /i.test(chat.said)).toBe(status === 'draft');
    },
  );

  it.each([
    [{ status: 'draft', demonstration: false, use: 'patient' }, false, true],
    [{ status: 'signed', demonstration: true, use: 'patient' }, false, true],
    [{ status: 'signed', demonstration: false, use: 'patient' }, true, true],
    [{ status: 'active', demonstration: false, use: 'follow-up' }, true, true],
    [{ status: 'retired', demonstration: false, use: 'patient' }, false, false],
    [{ status: 'active', demonstration: false, use: 'staff' }, false, false],
  ] as const)('%j is admitted: %p; with drafts: %p', (pack, plain, drafts) => {
    expect([isAdmitted(pack, false), isAdmitted(pack, true)]).toEqual([plain, drafts]);
  });
});

describe('triage switched off', () => {
  it.each(languages)(
    'Given it is off, When somebody complains in %s, Then the general queue, with a sentence',
    (language) => {
      const chat = conversation({ language }).start().says(cough[language], off);
      expect(chat.said).toMatch(offWords[language]);
      expect(chat.transfers).toEqual(['Atendimento geral']);
      expect(chat.eventTypes()).not.toContain('acolhe.triage.started.v1');
    },
  );

  it('Given an interview, When it is switched off, Then the next message ends it without a decision', () => {
    const chat = conversation().start().says('tosse').says('34', off);
    expect(chat.said).toMatch(/desligada/);
    expect(chat.transfers).toEqual(['Atendimento geral']);
    expect(chat.eventTypes()).not.toContain('acolhe.triage.decided.v1');
  });

  it.each([
    ['a text that is no answer', 'xyz'],
    ['a question', 'Quais são os sintomas da dengue?'],
    ['a restart', 'recomeçar'],
  ])('Given an interview, When it is switched off and %s comes, Then people take over', (_what, text) => {
    expect(conversation().start().says('tosse').says(text, off).state).toMatchObject({
      phase: 'waiting',
      reason: 'no-triage',
    });
  });

  it.each(['restart', 'continue', 'answer:breathlessness:no'])(
    'Given an interview, When it is switched off and the button %s is pressed, Then people take over',
    (value) => {
      const chat = conversation().start().says('tosse').says('34');
      chat.play({ ...press(value), ...off } as Input);
      expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'no-triage' });
    },
  );

  it('Given an interview, When it is off and the answer is a red flag, Then that is heard', () => {
    const chat = conversation().start().says('tosse').says('34').says('sim', off);
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
    expect(chat.eventTypes()).not.toContain('acolhe.triage.decided.v1');
  });

  it('Given it is off, When a red flag is written, Then it works as ever', () => {
    const chat = conversation().start().says('falta de ar', off);
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });

  it('Given it is on again, When a patient who waits writes, Then nothing is triaged for them', () => {
    const chat = conversation().start().says('tosse', off).transferAnswered('transferred').says('tosse');
    expect(chat.state.phase).toBe('waiting');
  });
});

describe('a pack that cannot be used', () => {
  const at = '2026-01-01T00:10:00.000Z';
  const message = (text: string): Input => ({
    ...{ kind: 'patient-message', id: 'message/x', at, conversation: 'room1', messageId: 'x' },
    ...{ text, file: false },
  });
  const without = (key: RegExp) => ({
    ...knowledge,
    packText: (...given: Parameters<typeof knowledge.packText>) => {
      if (key.test(given[2])) throw new Error('no such text');
      return knowledge.packText(...given);
    },
  });

  it.each([
    ['is missing', { ...knowledge, packs: {} }],
    ['has no notice', without(/^notice/)],
    ['has no text for a question', without(/^question/)],
  ])('Given it %s, When somebody complains, Then words and a person, and no fault thrown', (_what, given) => {
    const started = conversation({ pack: 'respiratory' }).start().state;
    const { state, effects } = step(started, message('tosse'), given);
    expect(JSON.stringify(effects)).toContain('Não consigo fazer');
    expect(effects).toContainEqual({ kind: 'transfer', to: 'general' });
    expect(state).toMatchObject({ phase: 'waiting', reason: 'no-triage' });
  });

  it.each([/advice$/, /safety/])(
    'Given %p is missing, When it is decided, Then the decision is told and a person comes',
    (key) => {
      const chat = conversation().start().says('estou resfriado');
      for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
        const asked = chat.state.question;
        const before = chat.state;
        const given = { age_range: '34', temperature_cat: '36,5', weight_kg: '60', height_cm: '170' }[asked];
        if (given) chat.says(given);
        else chat.presses(`answer:${asked}:no`);
        if (String(chat.state.phase) !== 'guided') continue;
        const last = { ...chat.inputs.at(-1)!, id: 'again' } as Input;
        const { state, events, effects } = step(before, last, without(key));
        expect(events.map(({ type }) => type)).toContain('acolhe.triage.decided.v1');
        expect(effects).toContainEqual({ kind: 'transfer', to: 'general' });
        expect(state).toMatchObject({ phase: 'waiting', reason: 'no-triage' });
      }
      expect(chat.state.phase).toBe('guided');
    },
  );

  it('Given a step that fails, When a button says something urgent, Then it is heard', () => {
    const started = conversation().start().says('tosse').state;
    const { effects } = fallbackStep(started, press('answer:dyspnea:yes'));
    expect(JSON.stringify(effects)).toContain('192');
    expect(effects).toContainEqual({ kind: 'transfer', to: 'urgent' });
  });
});

function press(value: string): Input {
  const at = '2026-01-01T00:10:00.000Z';
  return { kind: 'button', id: `button/${value}`, at, conversation: 'room1', messageId: 'b', value };
}

it('the demonstration’s own setup admits drafts', () => expect(setup.admitDrafts).toBe(true));
