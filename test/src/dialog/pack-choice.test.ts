import { packChoices } from '../../../settings/pack-choice';
import { complaintWords } from '../../../src/language/lexicon/complaint-words';
import { packs } from '../../../settings/packs';
import { concepts } from '../../../settings/concepts';
import type { Condition } from '../../../src/triage/pack';
import { conversation } from '../../support/conversation';

const started = (chat: ReturnType<typeof conversation>): string[] =>
  chat.events.flatMap((event) => (event.type === 'acolhe.triage.started.v1' ? [event.data.pack] : []));

describe('which protocol asks', () => {
  it.each([
    ['tosse e nariz escorrendo', 'respiratory'],
    ['febre e tosse', 'respiratory'],
    ['dor de garganta', 'respiratory'],
    ['dor de barriga', 'general-clinic'],
    ['caí e machuquei o pé', 'general-clinic'],
    ['ardência para urinar', 'general-clinic'],
    ['cachorro mordeu minha mão', 'general-clinic'],
    ['tosse e dor de barriga', 'general-clinic'],
    ['febre', 'general-clinic'],
    ['febre e dor atrás dos olhos', 'dengue'],
    ['to com dengue e a gengiva sangrou', 'dengue'],
    ['5º dia de dengue, dor de barriga e tosse', 'dengue'],
    ['não é dengue, é dor de barriga', 'general-clinic'],
    ['estou com um problema esquisito', 'general-clinic'],
  ])('Given the operator set respiratory When the complaint is "%s" Then %s asks', (text, pack) => {
    const chat = conversation({ pack: 'respiratory' }).start().says(text);
    expect(started(chat)).toEqual([pack]);
    expect(chat.state.phase).toBe('asking');
  });

  it.each(['general-clinic', 'dengue', 'fr-covid-2020'])(
    'Given a protocol without rules of choice, %s, Then it asks whatever the complaint',
    (pack) => {
      expect(started(conversation({ pack }).start().says('dor de barriga'))).toEqual([pack]);
    },
  );

  it('Given drafts are not admitted Then nothing else is chosen, and a person goes on', () => {
    const chat = conversation({ pack: 'respiratory', admitDrafts: false }).start().says('dor de barriga');
    expect(chat.state.phase).toBe('waiting');
    expect(started(chat)).toEqual([]);
  });

  it('Given the complaint turns out to be outside the first protocol Then the one for everything else goes on, with what was said', () => {
    const chat = conversation({ pack: 'respiratory' }).start().says('acho que não estou com tosse');
    expect(started(chat)).toEqual(['respiratory']);
    const numbers: Record<string, string> = { age: '34', symptom_duration: '3' };
    for (let turn = 0; turn < 40 && chat.state.chosen === 'respiratory'; turn += 1)
      chat.says((chat.state.phase === 'asking' && numbers[chat.state.question]) || 'não');
    expect(chat.state).toMatchObject({ phase: 'asking', chosen: 'general-clinic' });
    expect(chat.state.answers).toMatchObject({ age: 34, fever: false });
  });

  it('Then every rule names a protocol asked of patients and concepts of the list, and the last one always holds', () => {
    const ids = (condition: Condition): string[] =>
      'is' in condition
        ? [condition.is[0]]
        : 'any' in condition
          ? condition.any.flatMap(ids)
          : 'all' in condition
            ? condition.all.flatMap(ids)
            : [];
    const rules = packChoices('respiratory');
    for (const { pack, when } of rules) {
      expect(packs[pack]?.use).toBe('patient');
      const illnesses = Object.keys(complaintWords).map((answer) => answer.split('=')[0] ?? '');
      const known = [...Object.keys(concepts), ...illnesses];
      expect(ids(when).filter((id) => !known.includes(id))).toEqual([]);
    }
    expect(rules.at(-1)?.when).toEqual({ always: true });
  });
});
