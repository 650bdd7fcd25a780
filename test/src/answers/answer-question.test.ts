import fc from 'fast-check';
import { readFileSync } from 'fs';
import path from 'path';
import { languages, type Language } from '../../../contract/event';
import { answerBase, builtInAnswers } from '../../../settings/answers/answer-base';
import { answerQuestion, threshold } from '../../../src/answers/answer-question';

interface Row {
  language: Language;
  text: string;
  expected: string[];
}

function gold(name: string): Row[] {
  return readFileSync(path.join(__dirname, '../../gold', name), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' => ') && !line.startsWith('#'))
    .map((line) => {
      const [, language, text, expected] = /^(\S+) \| (.*) => (.*)$/.exec(line)!;
      return {
        language: language as Language,
        text: text!,
        expected: expected === '-' ? [] : expected!.split(' '),
      };
    });
}

const base = builtInAnswers();

function measure(rows: readonly Row[]) {
  const got = rows.map((row) => ({ ...row, id: answerQuestion(base, row.text, row.language)?.id }));
  const known = got.filter((row) => row.expected.length > 0);
  return {
    wrong: known.filter((row) => row.id && !row.expected.includes(row.id)).map((row) => row.text),
    missed: known.filter((row) => !row.id).map((row) => row.text),
    right: known.filter((row) => row.id && row.expected.includes(row.id)).length,
    invented: got.filter((row) => row.expected.length === 0 && row.id).map((row) => row.text),
  };
}

describe('Given the built-in question-and-answer base', () => {
  test('then it has at least 40 entries in each language, each cited, none pretending to be signed', () => {
    for (const language of languages) {
      expect(base.entries[language].length).toBeGreaterThanOrEqual(40);
      expect(new Set(base.entries[language].map((entry) => entry.status))).toEqual(new Set(['draft']));
    }
  });

  test('then no answer gives a dose, and none a number of isolation days: those are the packs’', () => {
    for (const language of languages)
      for (const entry of base.entries[language]) {
        expect(entry.answer).not.toMatch(/\d\s?(mg|ml|gotas|drops|comprimidos|tablets)\b/i);
        if (entry.id === 'covid-isolation') expect(entry.answer).not.toMatch(/\d+\s(dias|days|días)/);
      }
  });

  test('when an entry cites what is not there, or lacks a language, then the base is refused', () => {
    const [first, ...rest] = base.entries.en;
    const without = { ...base, entries: { ...base.entries, en: rest } };
    expect(() => answerBase.parse(without)).toThrow(/en: other entries/);
    const uncited = {
      ...base,
      entries: { ...base.entries, en: [{ ...first!, citations: ['none'] }, ...rest] },
    };
    expect(() => answerBase.parse(uncited)).toThrow(/no citation none/);
  });

  test.each(languages)(
    'when a question is asked as the entry words it (%s), then the entry answers',
    (language) => {
      const wrong = base.entries[language].flatMap((entry) =>
        entry.questions.filter((question) => answerQuestion(base, question, language)?.id !== entry.id),
      );
      // red-flag words go first, even in a question: the safety look answers those
      expect(wrong.filter((question) => !/hemorr|haemorr|shot/.test(question))).toEqual([]);
    },
  );

  test('then the gold table has at least 60 rows, 20 of them to be refused', () => {
    expect(gold('questions-asked.txt').length).toBeGreaterThanOrEqual(60);
    expect(
      gold('questions-asked.txt').filter((row) => row.expected.length === 0).length,
    ).toBeGreaterThanOrEqual(20);
  });

  test('when the gold questions are asked, then none is answered wrongly, none invented, and at most 3 of 90 are missed', () => {
    const { wrong, missed, invented } = measure(gold('questions-asked.txt'));
    expect(wrong).toEqual([]);
    expect(invented).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  test('when questions that nothing was tuned on are asked, then the base is rather silent than wrong', () => {
    const { wrong, invented, right } = measure(gold('questions-held-out.txt'));
    expect(wrong.length).toBeLessThanOrEqual(1);
    expect(invented).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(16);
  });

  test('then an answer names its source on one line', () => {
    const answered = answerQuestion(base, 'o que é dengue?', 'pt-BR')!;
    expect(answered.citation).toMatch(
      /^Ministério da Saúde \(2024\): .+ https:\/\/www\.gov\.br\/.+; World Health Organization/,
    );
    expect(answered).toMatchObject({ id: 'dengue-transmission', version: 1, status: 'draft' });
    expect(answered.score).toBeGreaterThanOrEqual(threshold);
  });

  test.each([
    ['pt-BR', 'quais os sintomas da covid? estou com muita falta de ar'],
    ['pt-BR', 'o que é dengue? quero me matar'],
    ['en', 'what is covid? I cannot breathe'],
  ] as const)('when red-flag words stand in it (%s: %s), then it is not answered here', (language, text) => {
    expect(answerQuestion(base, text, language)).toBeUndefined();
  });

  test('when only symptoms are told, then it is the triage’s', () => {
    expect(answerQuestion(base, 'estou com sintomas de dengue', 'pt-BR')).toBeUndefined();
    expect(answerQuestion(base, 'tenho covid', 'pt-BR')).toBeUndefined();
    expect(answerQuestion(base, 'I have the flu', 'en')).toBeUndefined();
  });

  test('then any text is answered without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(...languages),
        (text, language) => {
          answerQuestion(base, text, language);
        },
      ),
    );
  });
});
