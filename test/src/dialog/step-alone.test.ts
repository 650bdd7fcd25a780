import type { Input, InputOf } from '../../../src/dialog/input';
import { compareInputs } from '../../../src/dialog/input';
import { fallbackStep, fold, step } from '../../../src/dialog/step';
import type { State } from '../../../src/dialog/state';
import { buttonAnswer, readButton, valueLabel } from '../../../src/dialog/buttons';
import type { Draft } from '../../../src/dialog/draft';
import { sharedPoint } from '../../../src/dialog/shared-point';
import { isAdmitted } from '../../../src/dialog/admission';
import * as clinic from '../../support/small-clinic';

const {
  ana,
  asks,
  changes,
  hears,
  knowledge,
  lines,
  metAt,
  minutesLater,
  pack,
  presses,
  says,
  served,
  stands,
} = clinic;
const { waits } = clinic;

const started = (more: Partial<InputOf<'started'>> = {}): Input => {
  const { setup } = asks('age');
  return hears('started', { setup, channel: 'widget', visitor: { id: 'v' }, metAt, ...more }, metAt);
};

describe('A conversation begins', () => {
  it('with a greeting and the question why, and asks who it is', () => {
    const { state, ...done } = step(undefined, started(), knowledge);
    expect(lines(done)).toBe(
      'watch | greeting | ask_complaint_first | ask-who visitor=v | > conversation.started channel=widget language=pt-BR visitor={id:v}',
    );
    expect(state).toEqual({ ...stands({ phase: 'complaint' }), channel: 'widget' });
  });

  it('in silence where a person serves already', () => {
    const { state, ...done } = step(undefined, started({ servedBy: ana }), knowledge);
    expect(lines(done)).toMatch(/^watch \| ask-who visitor=v \| > conversation\.started /);
    expect(state).toEqual(served({ joined: true, channel: 'widget' }));
  });

  it('once only, and not without its beginning', () => {
    const state = asks('age');
    expect(step(state, started(), knowledge)).toEqual({ state, effects: [], events: [] });
    expect(step(undefined, says('oi'), knowledge)).toEqual({ state: undefined, effects: [], events: [] });
  });

  it('each input counts once, in the order of their times', () => {
    const first = { ...says('tosse', {}, minutesLater(1)), id: 'x' };
    const inputs = [{ ...says('azul', {}, minutesLater(2)), id: 'y' }, first, first, started()];
    const state = fold(inputs, knowledge);
    expect(state).toMatchObject({ phase: 'asking', answers: { cough: true }, misunderstood: 1 });
    expect(fold([], knowledge)).toBeUndefined();
  });
});

describe('The order of inputs', () => {
  const at = (kind: Input['kind'], time: string, id: string) => ({ kind, at: time, id });
  it.each([
    [at('started', '2', 'b'), at('closed', '1', 'a'), -1],
    [at('closed', '1', 'a'), at('started', '2', 'b'), 1],
    [at('closed', '1', 'b'), at('closed', '2', 'a'), -1],
    [at('closed', '2', 'a'), at('closed', '1', 'b'), 1],
    [at('closed', '1', 'a'), at('closed', '1', 'b'), -1],
    [at('closed', '1', 'b'), at('closed', '1', 'a'), 1],
    [at('closed', '1', 'a'), at('closed', '1', 'a'), 0],
    [at('started', '2', 'a'), at('started', '1', 'b'), 1],
  ])('%j %j: %d', (one, other, order) => expect(compareInputs(one, other)).toBe(order));
});

describe('What is done when a step fails', () => {
  it.each<[string, State | undefined, Input, string]>([
    ['words bring a person', asks('age'), says('oi'), 'vou chamar|asks for general'],
    ['a button brings a person', asks('age'), presses('human'), 'vou chamar|asks for general'],
    ['a red flag is heard in words', asks('age'), says('não consigo respirar'), '192|asks for urgent'],
    ['a red flag is heard of a button', asks('age'), presses('answer:dyspnea:yes'), '192|asks for urgent'],
    ['a no is none', asks('age'), presses('answer:dyspnea:no'), 'vou chamar|asks for general'],
    ['who waits is told that it is noted', waits(), says('oi'), 'Anotado|Anotado'],
    ['who is served is left to the person', served(), says('oi'), ''],
    ['nothing is said after the end', stands({ phase: 'closed' }), says('oi'), ''],
    ['what the patient did not do is let go', asks('age'), hears('closed', { by: 'agent' }), ''],
    ['nothing before the beginning', undefined, says('oi'), ''],
  ])('%s', (_title, state, input, expected) => {
    const done = lines(fallbackStep(state, input));
    if (expected === '') expect(done).toBe('');
    for (const part of expected.split('|')) expect(done).toContain(part);
    expect(done.includes('asks for')).toBe(expected.includes('asks for'));
  });

  it('the message is kept, and the source of a flag told', () => {
    expect(lines(fallbackStep(asks('age'), says('não consigo respirar')), true)).toContain('source=text');
    expect(lines(fallbackStep(asks('age'), presses('answer:dyspnea:yes')))).toContain('source=answer');
    expect(lines(fallbackStep(asks('age'), says('oi')), true)).toContain('> message.recorded');
  });
});

describe('A message goes to the CRM', () => {
  it.each<[Input, string]>([
    [says('oi'), 'messageId=m from=patient text=oi via=text'],
    [
      says('a.pdf', { file: true, authorName: 'Bia' }),
      'messageId=m from=patient authorName=Bia text=a.pdf via=file',
    ],
    [hears('bot-message', { messageId: 'm', text: 'oi' }), 'messageId=m from=bot text=oi via=text'],
    [
      hears('bot-message', { messageId: 'm', text: 'oi', authorName: 'Bot' }),
      'messageId=m from=bot authorName=Bot text=oi via=text',
    ],
    [
      hears('agent-message', {
        messageId: 'm',
        text: 'oi',
        agent: { id: 'b', username: 'bia', kind: 'human' },
      }),
      'messageId=m from=agent authorName=bia text=oi via=text',
    ],
    [presses('human'), 'messageId=m/human from=patient text=label_human via=button'],
  ])('%j', (input, told) => {
    expect(lines(step(served(), input, knowledge), true)).toContain(`> message.recorded ${told}`);
  });

  it('no longer than the contract takes it, under its own name and patient', () => {
    const { events } = step(served({ patientId: 'p' }), says('a'.repeat(20_001)), knowledge);
    expect(events[0]).toMatchObject({
      id: 'w/room/i/recorded/0',
      source: '/tenants/t/workspaces/w',
      subject: 'room',
      time: minutesLater(10),
      patientid: 'p',
      data: { text: 'a'.repeat(20_000) },
    });
  });
});

describe('A button', () => {
  it.each([
    ['other', { kind: 'other' }],
    ['continue', { kind: 'continue' }],
    ['safe:yes', { kind: 'safe', yes: true }],
    ['record:no', { kind: 'record', yes: false }],
    ['record:maybe', undefined],
    ['consent:maybe', undefined],
    ['consent:no', { kind: 'consent', yes: false }],
    ['whom:child', { kind: 'whom', who: 'child' }],
    ['whom:dog', undefined],
    ['skip:company', { kind: 'skip', detail: 'company' }],
    ['skip:name', undefined],
    ['place:3550308', { kind: 'place', code: '3550308' }],
    ['place:35503081', undefined],
    ['place:a3550308', undefined],
    ['xsafe:yes', undefined],
    ['safe:yes:no', undefined],
    ['answer:a.b-c_1:two words', { kind: 'answer', question: 'a.b-c_1', code: 'two words' }],
    ['answer:a b:yes', undefined],
    ['answer:age:', undefined],
    [`answer:age:${'x'.repeat(41)}`, undefined],
    [`answer:${'x'.repeat(81)}:yes`, undefined],
    ['xanswer:age:yes', undefined],
  ])('%s', (value, meaning) => expect(readButton(value)).toEqual(meaning));

  const byId = (id: string) => pack.questions.find((question) => question.id === id)!;
  it.each([
    ['cough', 'yes', true],
    ['cough', 'no', false],
    ['cough', 'maybe', undefined],
    ['cough', 'unknown', 'unknown'],
    ['breath', 'unknown', undefined],
    ['pain', 'some', 'some'],
    ['pain', 'many', undefined],
    ['age', '40', undefined],
  ])('answers %s with %s: %s', (id, code, value) => expect(buttonAnswer(byId(id), code)).toBe(value));

  const draft = { state: asks('age'), knowledge } as unknown as Draft;
  it.each([
    ['age', 0.5, '6 meses'],
    ['age', 1.99, '23 meses'],
    ['age', 0.05, '18 dias'],
    ['age', 1, '1'],
    ['age', 2.5, '2,5'],
    ['age', 1234.567, '1234,57'],
    ['age', 'unknown', 'label_unknown'],
    ['cough', false, 'label_no'],
    ['pain', 'some', 'q.pain.some'],
    ['pain', 'else', 'else'],
  ])('shows %s %s as %s', (id, value, shown) => expect(valueLabel(draft, byId(id), value)).toBe(shown));
});

describe('A place that was shared', () => {
  it.each([
    ['geo:-23.55,-46.63', -23.55],
    ['GEO:-23.55, -46.63', -23.55],
    ['https://maps.google.com/?q=-23.55,-46.63', -23.55],
    ['https://www.google.com/maps/@-23.55,-46.63,15z', -23.55],
    ['https://maps.apple.com/?ll=-23.55%2C-46.63', -23.55],
    ['https://maps.google.com/?q=loc:-23.55,-46.63', -23.55],
    ['  -23.55 , -46.63 ', -23.55],
    ['estou em -23.55, -46.63', undefined],
    ['geo:90.00,180.00', 90],
    ['geo:90.01,0.00', undefined],
    ['geo:0.00,180.01', undefined],
    ['geo:-90.01,0.00', undefined],
    [`${' '.repeat(495)}geo:-23.55,-46.63`, undefined],
    ['12,13', undefined],
  ])('%s', (text, latitude) => expect(sharedPoint(text)?.latitude).toBe(latitude));
});

describe('A protocol is used', () => {
  it.each([
    ['active', 'patient', false, false, true],
    ['draft', 'patient', false, false, false],
    ['draft', 'patient', false, true, true],
    ['active', 'patient', true, false, false],
    ['active', 'patient', true, true, true],
    ['retired', 'patient', false, true, false],
    ['active', 'staff', false, true, false],
    ['active', 'follow-up', false, false, true],
  ] as const)(
    '%s, for %s, demonstration %s, drafts %s: %s',
    (status, use, demonstration, drafts, admitted) => {
      expect(isAdmitted({ status, use, demonstration }, drafts)).toBe(admitted);
    },
  );
});

describe('What all phases share', () => {
  it('stays when the room moves on', () => {
    const shared = {
      patientId: 'p',
      writerId: 'w',
      forDependent: true,
      answers: { age: 3 },
      asked: ['age'],
      chosen: 'x',
    };
    const more = {
      redFlags: ['rash'],
      calls: ['192' as const],
      misunderstood: 1,
      department: { id: 'd', name: 'D' },
    };
    const rest = {
      noticed: true,
      decided: { disposition: 'mild' as const },
      details: ['phone' as const],
      safeToWrite: true,
    };
    const said = {
      known: { cough: true },
      recordAsked: true,
      place: 'any' as const,
      ledBy: 'again',
      told: ['cough'],
    };
    const last = {
      rephrased: ['age'],
      ageDoubted: true,
      consent: 'given' as const,
      forWhom: 'child' as const,
      unread: 1,
    };
    const heard = {
      trail: [{ input: 'x', questions: ['age'] }],
      heardAt: metAt,
      waitToldAt: metAt,
      joined: true,
    };
    const before = asks('cough', { ...shared, ...more, ...rest, ...said, ...last, ...heard });
    const { state } = step(before, hears('assigned', { agent: ana }), knowledge);
    expect(changes(before, state)).toBe('agent=human a phase=served');
  });
});
