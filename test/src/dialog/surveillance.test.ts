import { languages } from '../../../contract/event';
import type { Pack } from '../../../src/triage/pack';
import { step } from '../../../src/dialog/step';
import { fillParameters } from '../../../src/triage/parameters';
import { conversation, knowledge } from '../../support/conversation';

/** Answers the respiratory interview: an adult, all is well but what is given. */
function interview(chat: ReturnType<typeof conversation>, given: Record<string, string> = {}) {
  chat.start().says('tosse');
  for (let i = 0; i < 40 && chat.state.phase === 'asking'; i += 1) {
    const { question } = chat.state;
    const text = given[question] ?? { age: '34', temperature: '36,5', symptom_duration: '2' }[question];
    if (text?.startsWith('answer:')) chat.presses(text);
    else if (text) chat.says(text);
    else
      chat.presses(`answer:${question}:${chat.buttons.includes(`answer:${question}:no`) ? 'no' : 'unknown'}`);
  }
  return chat;
}
const respiratory = () => conversation({ pack: 'respiratory' });

describe('a mild decision with surveillance questions', () => {
  it('is told to the CRM and the patient at once; the questions come after, with why', () => {
    const chat = interview(respiratory());
    expect(chat.state.phase).toBe('guided');
    expect(chat.eventTypes()).toContain('acolhe.triage.decided.v1');
    expect(chat.said).toContain('resfriado');
    expect(chat.said).toContain('saúde pública');
    expect(chat.buttons).toContain('answer:vaccine_flu_this_year:yes');
  });

  it('then the offer of more; each answer is told, and no second decision', () => {
    const chat = interview(respiratory()).presses('answer:vaccine_flu_this_year:yes');
    expect(chat.events.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ question: 'vaccine_flu_this_year', value: true }),
    );
    const asked: string[] = [];
    for (let i = 0; i < 9 && chat.buttons.some((value) => value.startsWith('answer:')); i += 1) {
      asked.push(...chat.buttons.filter((value) => value.endsWith(':no')));
      chat.says('não');
      expect(chat.eventTypes()).not.toContain('acolhe.triage.decided.v1');
    }
    expect(new Set(asked).size).toBe(asked.length);
    expect(chat.buttons).toEqual(['human', 'restart']);
  });

  it.each([
    ['piorei muito', /piorou ou apareceu algo novo/],
    ['obrigado', /Por nada/],
  ])('lets the question go when the patient writes %p instead', (text, words) => {
    const chat = interview(respiratory()).says(text);
    expect(chat.said).toMatch(words);
    expect(chat.state).toMatchObject({ phase: 'guided', question: undefined });
  });

  it('hears a red flag first', () => {
    const chat = interview(respiratory()).says('estou com falta de ar');
    expect(chat.said).toContain('192');
    expect(chat.transfers).toEqual(['Urgência']);
  });
});

describe('a decision that needs a person', () => {
  it('hands over at once, and asks only while nobody serves', () => {
    const chat = interview(respiratory(), { chronic_condition: 'sim', fever: 'sim', temperature: '38,5' });
    expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'moderate' });
    expect(chat.said).not.toContain('saúde pública');
    chat.transferAnswered('transferred', true, 'Atendimento geral');
    expect(chat.said).toContain('saúde pública');
    expect(chat.assigned().says('sim').effects).toEqual([]);
  });

  it('asks nothing for public health of who lacks an answer that matters', () => {
    const chat = interview(respiratory(), { dyspnea: 'não sei' });
    expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'moderate' });
    expect(chat.said).toContain('não fique só');
    chat.transferAnswered('transferred', true, 'Atendimento geral');
    expect(chat.said).not.toContain('saúde pública');
  });

  it('goes where the outcome says', () => {
    const urgent = { ...knowledge, packs: { respiratory: withDepartment('urgent') } };
    const chat = interview(respiratory(), { chronic_condition: 'sim', fever: 'sim', temperature: '38,5' });
    const before = conversation({ pack: 'respiratory' });
    expect(before).toBeDefined();
    const last = chat.inputs.at(-1)!;
    const earlier = chat.inputs.slice(0, -1);
    let state = undefined as Parameters<typeof step>[0];
    for (const input of earlier) ({ state } = step(state, input, urgent));
    expect(step(state, last, urgent).effects).toContainEqual({ kind: 'transfer', to: 'urgent' });
  });

  function withDepartment(department: string): Pack {
    const pack = knowledge.packs['respiratory']!;
    return { ...pack, outcomes: pack.outcomes.map((outcome) => ({ ...outcome, department })) };
  }
});

describe('days of isolation', () => {
  const advised = (days: number, advice?: string) => {
    const pack = knowledge.packs['respiratory']!;
    const isolation = { ...pack.parameters['isolation_days']!, value: days };
    const given = {
      ...knowledge,
      packs: { respiratory: { ...pack, parameters: { ...pack.parameters, isolation_days: isolation } } },
      packText: (...key: Parameters<typeof knowledge.packText>) =>
        advice && key[2].endsWith('advice') ? advice : knowledge.packText(...key),
    };
    const { inputs } = interview(respiratory(), {
      chronic_condition: 'sim',
      fever: 'sim',
      temperature: '38,5',
    });
    let state = undefined as Parameters<typeof step>[0];
    let said = '';
    for (const input of inputs) {
      const next = step(state, input, given);
      state = next.state;
      said = next.effects.map((effect) => (effect.kind === 'say' ? effect.text : '')).join('\n');
    }
    return said;
  };

  it('are a number of the pack: a sentence says them where the advice does not', () => {
    expect(advised(9)).toContain('longe de outras pessoas por 9 dias');
    expect(advised(9).match(/9 dias/g)).toHaveLength(1);
  });

  it('or the advice says them itself', () => {
    expect(advised(9, 'Fique em casa {isolation_days} dias.')).toContain('Fique em casa 9 dias.');
    expect(advised(9, 'Fique em casa {isolation_days} dias.')).not.toContain('longe de outras');
    expect(advised(9, 'Fique em casa 9 dias.').match(/9 dias/g)).toHaveLength(1);
  });
});

it.each(languages)('no parameter is left open in %s', (language) => {
  const chat = conversation({ pack: 'respiratory', language });
  interview(chat);
  expect(chat.said).not.toMatch(/\{\w+\}/);
});

it.each(['respiratory', 'dengue'])(
  'every number that the advice of %s names by a parameter is there',
  (id) => {
    const pack = knowledge.packs[id]!;
    for (const language of languages)
      for (const { advice, safetyNet } of pack.outcomes)
        for (const key of [advice, safetyNet])
          expect(fillParameters(pack, knowledge.packText(id, language, key))).not.toMatch(/[{}]/);
  },
);
