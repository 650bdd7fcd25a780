import fc from 'fast-check';
import { languages } from '../../../contract/event';
import { serviceOutcomes } from '../../../contract/service-events';
import { cardText, cardTexts } from '../../../settings/card-texts';
import { cardActions, immediateActions } from '../../../src/card/actions';
import { formOf, readForm, typedForm } from '../../../src/card/forms';
import { fillReply, readReplies } from '../../../src/card/replies';

const departments = [{ id: 'd1', name: 'Urgência' }];
const now = new Date('2026-01-01T00:00:00.000Z');
const read = (action: Parameters<typeof readForm>[0], filled: Record<string, string>) =>
  readForm(action, filled, { departments }, 'ana', now);

describe('forms', () => {
  it.each(cardActions)(
    'Given %s, then it has a form exactly where something is asked, in every language',
    (action) => {
      for (const language of languages) {
        const form = formOf(action, { language, departments });
        expect(form === undefined).toBe(immediateActions.includes(action));
        for (const { label, choices = [] } of form?.fields ?? [])
          expect([label, ...choices.map((choice) => choice.label)].every(Boolean)).toBe(true);
      }
    },
  );

  it('Given what a form offers is chosen, then an action is read from it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cardActions.filter((action) => !immediateActions.includes(action))),
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        fc.nat(),
        (action, words, pick) => {
          const form = formOf(action, { language: 'pt-BR', departments })!;
          const filled = Object.fromEntries(
            form.fields.map(({ id, choices }) => [
              id,
              choices ? choices[pick % choices.length]!.value : words,
            ]),
          );
          expect(read(action, filled).ok).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['outcome', {}, 'outcome'],
    ['outcome', { outcome: 'invented' }, 'outcome'],
    ['close', { note: 'x' }, 'outcome'],
    ['forward', { department: 'gone' }, 'department'],
    ['task', { text: '   ' }, 'text'],
    ['note', {}, 'text'],
    ['reply', {}, 'text'],
  ] as const)('Given %s with %j, then %s is named as missing', (action, filled, field) => {
    expect(read(action, filled)).toMatchObject({ ok: false, field });
  });

  it.each([
    ['1h', '2026-01-01T01:00:00.000Z'],
    ['7d', '2026-01-08T00:00:00.000Z'],
    ['nonsense', '2026-01-02T00:00:00.000Z'],
  ])('Given a task by %s, then it is due %s', (when, dueAt) => {
    expect(read('task', { text: 'ligar', when })).toMatchObject({ action: { dueAt, owner: 'ana' } });
    expect(read('task', { text: 'ligar', when, owner: 'department' })).not.toHaveProperty('action.owner');
  });
});

describe('what is typed after the command', () => {
  const typed = (action: Parameters<typeof typedForm>[0], words: string) =>
    typedForm(action, words.split(' ').filter(Boolean), { language: 'pt-BR', departments });
  it.each([
    ['outcome', 'resolved tudo bem', { outcome: 'resolved', note: 'tudo bem' }],
    ['outcome', 'Não resolvido', { outcome: 'not-resolved', note: '' }],
    ['close', 'nao resolvido volta amanhã', { outcome: 'not-resolved', note: 'volta amanhã' }],
    ['outcome', 'banana', undefined],
    ['forward', 'urgencia', { department: 'd1' }],
    ['forward', 'nada', undefined],
    ['note', 'mora sozinha', { text: 'mora sozinha' }],
    ['note', '', undefined],
  ] as const)('Given /acolhe %s %s', (action, words, filled) => {
    expect(typed(action, words)).toEqual(filled);
  });

  it('Given any outcome by its code or its name, in any language, then it is that one', () => {
    for (const language of languages)
      for (const outcome of serviceOutcomes)
        for (const name of [outcome, cardText(language, `outcome_${outcome}`)])
          expect(typedForm('outcome', name.split(' '), { language, departments })).toEqual({
            outcome,
            note: '',
          });
  });
});

describe('suggested replies', () => {
  it('are one a line, with a title, and what is known filled in', () => {
    const replies = readReplies('Oi: Olá, {name}!\n\nTchau {agent}\n');
    expect(replies).toEqual([
      { title: 'Oi', text: 'Olá, {name}!' },
      { title: 'Tchau {agent}', text: 'Tchau {agent}' },
    ]);
    expect(fillReply('Olá, {name}! {other}', { name: 'Ana' })).toBe('Olá, Ana! {other}');
  });
});

it('has the same parameters in every language', () => {
  const parameters = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(cardTexts['pt-BR']) as (keyof (typeof cardTexts)['pt-BR'])[])
    for (const language of languages)
      expect([key, parameters(cardTexts[language][key])]).toEqual([key, parameters(cardTexts['pt-BR'][key])]);
});
