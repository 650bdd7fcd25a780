import type { Language } from '../../../contract/event';
import type { DepartmentHours, RoutingRules } from '../../../contract/knowledge';
import { conversation, knowledge } from '../../support/conversation';

const pack = knowledge.packs['respiratory']!;
const outcomes = pack.outcomes.map((outcome) => ({ ...outcome, specialty: 'infectology' }));

function known({ routing = [], hours = [] }: { routing?: RoutingRules; hours?: DepartmentHours }) {
  const published = { version: 1, routing, hours, texts: {} };
  return { ...knowledge, packs: { ...knowledge.packs, respiratory: { ...pack, outcomes } }, published };
}

/** A moderate decision: fever and a chronic condition. */
function moderate(chat: ReturnType<typeof conversation>) {
  chat.start().says('tosse');
  const given: Record<string, string> = { age: '34', temperature: '38,5', symptom_duration: '2' };
  for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
    const { question } = chat.state;
    const yes = ['chronic_condition', 'fever'].includes(question);
    if (given[question]) chat.says(given[question]);
    else if (yes) chat.presses(`answer:${question}:yes`);
    else
      chat.presses(`answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`);
  }
  expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'moderate' });
  return chat;
}
const moved = (chat: ReturnType<typeof conversation>) =>
  chat.effects.filter(({ kind }) => kind === 'transfer');

describe('a published rule of routing', () => {
  const knows = known({ routing: [{ specialty: 'infectology', department: 'Infectologia' }] });

  it('Given a decision with its specialty, Then the room goes to the department it names', () => {
    const chat = moderate(conversation({ pack: 'respiratory' }, knows));
    expect(moved(chat)).toEqual([{ kind: 'transfer', to: 'general', department: 'Infectologia' }]);
  });

  it('Given a decision, Then the CRM is told the pack’s department and the one the rules name', () => {
    const told = (rules: Parameters<typeof known>[0], flag?: string) => {
      const chat = conversation({ pack: 'respiratory' }, known(rules));
      const events = [] as { type: string; data: object }[];
      const play = chat.play;
      chat.play = (input) => {
        const next = play(input);
        events.push(...chat.events);
        return next;
      };
      chat.start().says('tosse');
      for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
        const { question } = chat.state;
        const given = { age: '34', temperature: '38,5', symptom_duration: '2' }[question];
        const no = chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown';
        if (given) chat.says(given);
        else
          chat.presses(`answer:${question}:${['chronic_condition', flag].includes(question) ? 'yes' : no}`);
        events.push(...chat.events);
      }
      return events.find(({ type }) => type === 'acolhe.triage.decided.v1')!.data;
    };
    const routing: RoutingRules = [
      { specialty: 'infectology', department: 'Infectologia' },
      { disposition: 'emergency', department: 'Sala vermelha' },
    ];
    expect(told({ routing })).toMatchObject({ department: 'general', routed: 'Infectologia' });
    // a red flag is an emergency, of whatever specialty
    expect(told({ routing }, 'dyspnea')).toMatchObject({ disposition: 'emergency', routed: 'Sala vermelha' });
    expect(told({})).not.toHaveProperty('routed');
  });

  it('Given that department refuses, Then those of the settings are asked at once, then their queues; later all in turn', () => {
    const chat = moderate(conversation({ pack: 'respiratory' }, knows));
    const refusedBy = () => {
      const [asked] = moved(chat);
      chat.transferAnswered('refused', false, 'Atendimento geral');
      return asked;
    };
    const infectology = { kind: 'transfer', to: 'general', department: 'Infectologia' };
    const round = [
      infectology,
      { kind: 'transfer', to: 'general' },
      { kind: 'transfer', to: 'urgent' },
      { ...infectology, waits: true },
      { kind: 'transfer', to: 'general', waits: true },
      { kind: 'transfer', to: 'urgent', waits: true },
    ];
    expect(round.map(refusedBy)).toEqual(round);
    expect(moved(chat)).toEqual([]);
    expect(chat.said).toContain('ninguém');
    expect(moved(chat.wait(60).due('try-hand-over'))).toEqual([infectology]);
  });

  it('Given a red flag, Then the rule of a specialty does not hold it up', () => {
    const chat = moderate(conversation({ pack: 'respiratory' }, knows)).says('estou com falta de ar');
    expect(moved(chat)).toEqual([{ kind: 'transfer', to: 'urgent' }]);
  });

  it('Given a rule that names a department of the settings, Then it is that one', () => {
    const rule = { disposition: 'moderate', department: 'urgent' } as const;
    const chat = moderate(conversation({ pack: 'respiratory' }, known({ routing: [rule] })));
    expect(moved(chat)).toEqual([{ kind: 'transfer', to: 'urgent' }]);
  });

  it('Given nobody was decided about, Then the settings say where', () => {
    const chat = conversation({ pack: 'respiratory' }, knows).start().says('atendente');
    expect(moved(chat)).toEqual([{ kind: 'transfer', to: 'general' }]);
  });
});

describe('what rules ask for beside the decision', () => {
  const goesTo = (rule: object, ...said: string[]) => {
    const routing = [{ ...rule, department: 'Ali' }] as RoutingRules;
    const chat = conversation({}, known({ routing })).start();
    for (const text of said) chat.says(text);
    return moved(chat.says('atendente'))[0];
  };
  const there = { kind: 'transfer', to: 'general', department: 'Ali' };

  it.each<[string, object, string[]]>([
    ['the channel', { channels: ['widget'] }, []],
    ['the language', { languages: ['pt-BR'] }, []],
    ['the municipality that was told', { municipalities: ['2304400'] }, ['onde tem hospital?', 'Fortaleza']],
    ['the urgency', { urgencies: ['yellow'] }, []],
  ])('Given a rule about %s, Then it holds', (_name, rule, said) => {
    expect(goesTo(rule, ...said)).toMatchObject(there);
  });

  it('Given a rule about what was not told, Then it does not hold', () => {
    expect(goesTo({ municipalities: ['2304400'] })).not.toHaveProperty('department');
    expect(goesTo({ age: { from: 60 } })).not.toHaveProperty('department');
  });
});

describe('published hours', () => {
  // conversations of the tests are of Thursday, 2026-01-01, 00:00 UTC
  const week = (days: number[]) => ({
    ...{ timeZone: 'UTC', holidays: [] },
    weekly: [{ days, open: [{ from: '00:00', to: '09:00' }] }],
  });
  const shut = [{ department: 'Atendimento geral', ...week([5]) }];
  const asks = (language: Language, hours: DepartmentHours) =>
    conversation({ language }, known({ hours })).start().presses('human');

  it.each([
    ['pt-BR', 'Próximo atendimento: sexta-feira, 2 de janeiro, às 00:00.'],
    ['en', 'Next opening: Friday, January 2 at 00:00.'],
    ['es', 'Próxima atención: viernes, 2 de enero, a las 00:00.'],
  ] as const)(
    'Given a department that is closed, Then the queue says when it opens, in %s',
    (language, words) => {
      const chat = asks(language, shut);
      expect(chat.transferAnswered('transferred', false, 'Atendimento geral').said).toContain(words);
    },
  );

  it('Given hours of the department of the settings, Then those are told too, when all refused', () => {
    const chat = asks('pt-BR', [{ department: 'general', ...week([5]) }]);
    // passed by as closed, urgent refuses, then both queues
    for (let i = 0; i < 3; i += 1) chat.transferAnswered('refused', false);
    expect(chat.said).toContain('sexta-feira');
  });

  it.each([
    ['it is open', [{ department: 'Atendimento geral', ...week([4]) }]],
    ['they are of another department', [{ department: 'Cardiologia', ...week([5]) }]],
    ['none were published', []],
  ])('Given %s, Then no opening is told', (_name, hours) => {
    const chat = asks('pt-BR', hours).transferAnswered('transferred', false, 'Atendimento geral');
    expect(chat.said).toContain('ninguém');
    expect(chat.said).not.toContain('Próximo atendimento');
  });

  it('Given an emergency, Then nobody is told to wait for it', () => {
    const chat = conversation({}, known({ hours: [{ department: 'urgent', ...week([5]) }] }))
      .start()
      .says('estou com falta de ar e dor no peito');
    chat.transferAnswered('transferred', false);
    expect(chat.said).toContain('192');
    expect(chat.said).not.toContain('Próximo atendimento');
  });
});
