import type { Language } from '../../../contract/event';
import { conversation } from '../../support/conversation';

type Chat = ReturnType<typeof conversation>;
const standing = ({ state }: Chat) => (state.phase === 'asking' ? state.question : state.phase);

/** Nothing is wrong but what is given: a no to the rest. @returns what was asked */
function told(complaint: string, given: Record<string, string> = {}, language: Language = 'pt-BR') {
  const chat = conversation({ pack: 'respiratory', language, asksForWhom: true }).start().says(complaint);
  const asked: string[] = [];
  if (chat.state.phase === 'for-whom') chat.presses('whom:self');
  for (let i = 0; i < 60 && chat.state.phase === 'asking'; i += 1) {
    const question = standing(chat);
    asked.push(question);
    const own = given[question] ?? { age: '34', complaint: 'answer:complaint:unknown' }[question];
    if (own?.startsWith('answer:')) chat.presses(own);
    else if (own) chat.says(own);
    else chat.presses(`answer:${question}:no`);
  }
  return { chat, asked };
}
const women = { sex: 'answer:sex:female' };

describe('Given who cannot say what is wrong', () => {
  it.each([
    ['não tô bem', 'pt-BR'],
    ['passando mal', 'pt-BR'],
    ['tô me sentindo mal', 'pt-BR'],
    ["I don't feel well, not feeling well", 'en'],
    ['me siento mal', 'es'],
  ] as const)('%s: in good health, at most 8 questions, then a person', (complaint, language) => {
    const people: Record<string, string>[] = [
      {},
      women,
      { complaint: 'answer:complaint:other' },
      { age: '70' },
    ];
    for (const given of people) {
      const { chat, asked } = told(complaint, given, language);
      expect(asked.length).toBeLessThanOrEqual(8);
      expect(asked).not.toContain('contact_reason');
      expect(chat.state).toMatchObject({ phase: 'waiting', reason: 'moderate' });
    }
  });

  it.each(['screen_breath', 'screen_blood', 'screen_body', 'either_harm'])(
    'some of %s: which one is asked, and a flag is heard',
    (screen) => {
      const { chat, asked } = told('passando mal', { [screen]: `answer:${screen}:yes` });
      expect(asked.length).toBeGreaterThan(8);
      const signs = asked.slice(asked.indexOf(screen) + 1).filter((id) => !/^(screen|either)_/.test(id));
      expect(signs.length).toBeGreaterThanOrEqual(2);
      // a blow to the head alone is none
      for (const sign of signs.filter((id) => id !== 'head_injury')) {
        const found = told('passando mal', {
          [screen]: `answer:${screen}:yes`,
          [sign]: `answer:${sign}:yes`,
        });
        expect(found.chat.state.redFlags).toContain(sign);
      }
      expect(chat.state.redFlags).toEqual([]);
    },
  );

  it('not known of all together: each is asked', () => {
    const { asked } = told('passando mal', { screen_breath: 'answer:screen_breath:unknown' });
    expect(asked).toEqual(expect.arrayContaining(['dyspnea', 'chest_pain', 'seizure', 'limb_weakness']));
  });

  const atScreen = () => {
    const { chat } = { chat: conversation({ pack: 'respiratory' }).start().says('passando mal') };
    for (let i = 0; i < 9 && !standing(chat).startsWith('screen_b'); i += 1) {
      if (standing(chat) === 'age') chat.says('34');
      else chat.presses(`answer:${standing(chat)}:${standing(chat) === 'complaint' ? 'other' : 'no'}`);
    }
    return chat;
  };

  it.each(['nenhum', 'nenhum destes', 'nada disso', 'não tenho nada disso', 'nenhuma dessas'])(
    '%s denies them all',
    (text) => {
      const chat = atScreen();
      const screen = standing(chat);
      expect(chat.says(text).state.answers[screen]).toBe(false);
    },
  );

  it('a bare no may be of the first only: each is then asked by itself', () => {
    const chat = atScreen();
    const screen = standing(chat);
    const after = chat.says('não');
    expect(after.state.answers[screen]).toBe('unknown');
    expect(standing(chat)).not.toBe(screen);
  });

  it.each(['não tenho falta de ar', 'sem febre', 'não estou sangrando'])(
    '%s denies one: the question stands',
    (text) => {
      const chat = atScreen();
      const screen = standing(chat);
      expect(chat.says(text).state.answers[screen]).toBeUndefined();
      expect(standing(chat)).toBe(screen);
    },
  );

  it('one that is named instead is heard', () => {
    expect(atScreen().says('dor no peito').said).toContain('192');
  });

  it('who may be pregnant is asked so, and never by the rules for others', () => {
    const { chat } = told('passando mal', {
      ...women,
      either_birth: 'answer:either_birth:yes',
      pregnancy: 'answer:pregnancy:yes',
      gestational_weeks: '20',
    });
    expect(chat.state.answers['pregnancy']).toBe(true);
    expect(chat.events.find(({ type }) => type === 'acolhe.triage.decided.v1')?.data).toMatchObject({
      outcome: expect.stringMatching(/obstetrics/),
    });
  });
});
