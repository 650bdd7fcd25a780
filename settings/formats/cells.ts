/**
 * What stands in a cell, both ways. An empty cell is "not given"; a text that is there but blank has an apostrophe in front.
 * A spreadsheet would calculate what begins with = + - @, so such a text gets an apostrophe in front, and loses it again.
 */
import type { AnswerScalar, Condition } from '../pack-condition';
import type { Question } from '../pack-schema';
import { conditionText, parseCondition, type DerivedNames } from './condition-text';
import { TokenReader } from './token-reader';
import { answerText, CellError, numberText, wordText } from './tokens';

/** `read` is never given an empty cell. @throws CellError */
export interface CellForm {
  write: (value: never, derived: DerivedNames) => string;
  read: (text: string, derived: DerivedNames) => unknown;
}

const form = <T>(
  write: (value: T, derived: DerivedNames) => string,
  read: (text: string, derived: DerivedNames) => T,
): CellForm => ({ write, read });

const calculated = /^[=+\-@\t\r]/;
const escaped = /^'(?=[=+\-@\t\r']|$)/;

export const escapeCell = (text: string): string =>
  calculated.test(text) || escaped.test(text) ? `'${text}` : text;
export const unescapeCell = (text: string): string => text.replace(escaped, '');

export const textCell = form<string>(
  (value) => (/^'*\s*$/.test(value) ? `'${value}` : value),
  (text) => (/^'+\s*$/.test(text) ? text.slice(1) : text),
);

const yesWords = new Set(['yes', 'true', '1', 'sim', 'sí', 'si', 'verdadeiro', 'verdadero', 'x']);
const noWords = new Set(['no', 'false', '0', 'não', 'nao', 'falso']);

export const yesNoCell = form<boolean>(
  (value) => (value ? 'yes' : 'no'),
  (text) => {
    const word = text.trim().toLowerCase();
    if (!yesWords.has(word) && !noWords.has(word)) throw new CellError(1, 'expected yes or no');
    return yesWords.has(word);
  },
);

export const numberCell = form<number>(numberText, (text) => {
  const plain = text.trim();
  if (/^[+-]?\d+,\d{3}$/.test(plain))
    throw new CellError(
      plain.indexOf(',') + 1,
      'expected a number without a comma: this can be read in two ways',
    );
  const point = plain.replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  if (!/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(point)) throw new CellError(1, 'expected a number, as 37.8');
  return Number(point);
});

export const dateCell = form<string>(
  (value) => value,
  (text) => {
    const day = text.trim().replace(/T00:00:00(\.000)?Z$/, '');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
      throw new CellError(
        1,
        'expected a date as 2026-11-21 (spreadsheets rewrite dates: make the cell a text)',
      );
    return day;
  },
);

export const conditionCell = form<Condition>(conditionText, parseCondition);

/** `a, b, "c, d"`; `()` is a list that is there but empty. */
export const listCell = form<string[]>(
  (values) => (values.length > 0 ? values.map(wordText).join(', ') : '()'),
  (text) => {
    if (text.trim() === '()') return [];
    const reader = new TokenReader(text);
    const items = [listItem(reader)];
    while (reader.take('symbol', ',')) items.push(listItem(reader));
    reader.end('"," or the end');
    return items;
  },
);

function listItem(reader: TokenReader): string {
  if (reader.next.kind === 'number') reader.refuse('a word (a number that is a name needs quotes, as "5")');
  return reader.word('a word');
}

/** How typed numbers become choices: `< 15: child; < 60: adult; else: old`. */
export const binsCell = form<NonNullable<Question['bins']>>(
  (bins) =>
    bins.length === 0
      ? '()'
      : bins
          .map(
            ({ below, choice }) =>
              `${below === undefined ? 'else' : `< ${numberText(below)}`}: ${wordText(choice)}`,
          )
          .join('; '),
  (text) => {
    if (text.trim() === '()') return [];
    const reader = new TokenReader(text);
    const bins: NonNullable<Question['bins']> = [];
    do {
      if (reader.atEnd && bins.length > 0) break;
      const otherwise = reader.take('word', 'else');
      if (!otherwise) reader.need('symbol', '<');
      const below = otherwise ? undefined : reader.number();
      reader.need('symbol', ':');
      const choice = reader.word('a choice');
      bins.push(below === undefined ? { choice } : { below, choice });
    } while (reader.take('symbol', ';'));
    reader.end('";" or the end');
    return bins;
  },
);

/** One answer: yes, no, a number, a choice. */
export const answerCell = form<AnswerScalar>(answerText, (text) => {
  const reader = new TokenReader(text);
  const answer = reader.answer();
  reader.end('the end');
  return answer;
});

/** `age = 59; fever = yes; cough = none`, where `none` is "nothing was given". */
export const answersCell = form<Record<string, AnswerScalar | null>>(
  (answers) => {
    const all = Object.entries(answers).map(
      ([question, answer]) => `${wordText(question)} = ${answer === null ? 'none' : answerText(answer)}`,
    );
    return all.length > 0 ? all.join('; ') : '()';
  },
  (text) => {
    if (text.trim() === '()') return {};
    const reader = new TokenReader(text);
    const answers = new Map<string, AnswerScalar | null>();
    do {
      if (reader.atEnd && answers.size > 0) break;
      const { at } = reader.next;
      const question = reader.name('a question');
      if (answers.has(question)) throw new CellError(at, `${question} is answered twice`);
      if (!reader.take('symbol', '=')) reader.need('symbol', ':');
      answers.set(question, reader.take('word', 'none') ? null : reader.answer());
    } while (reader.take('symbol', ';') || reader.take('symbol', ','));
    reader.end('";" or the end');
    return Object.fromEntries(answers);
  },
);
