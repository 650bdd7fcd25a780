import { problemWords } from '../../../crm-sync/knowledge/problem-words';
import { speechOf } from '../../../crm-sync/web/speech';
import { languages } from '../../../contract/event';

const of = (language: (typeof languages)[number]) => speechOf(language, 'UTC');

it.each([
  ['duplicate-id', 'dengue_a is used twice', 'dengue_a aparece duas vezes.'],
  ['unknown-outcome', 'row low names no outcome nowhere', 'Não há o desfecho nowhere.'],
  [
    'last-row-not-always',
    'the last row, other, must be {"always": true}',
    'A última linha, other, deve valer sempre.',
  ],
  ['not-json', 'is not JSON: line 7', 'Não é JSON válido (linha 7).'],
  ['placeholders', 'must hold {department}', 'Deve conter os mesmos lugares: {department}'],
  ['text-missing', 'has no text', 'Falta este texto, ou ele está vazio.'],
])('%s is said by its code and what it is about', (code, message, words) => {
  expect(problemWords(of('pt-BR'), { code, message })).toBe(words);
  for (const language of languages)
    expect(problemWords(of(language), { code, message })).not.toMatch(/\{name\}/);
});

it('a code without words of its own is left to the checker', () => {
  expect(problemWords(of('es'), { code: 'moon', message: 'is full' })).toBeUndefined();
});
