/** Whether the parts of a pack fit together. What passes here cannot fail in front of a patient. */
import type { ZodError } from 'zod';
import { pack as packSchema } from './pack';
import { PackError, type PackProblem, type PackProblemCode } from './pack-problem';
import { conditionProblems } from './validate-conditions';
import { referenceProblems } from './validate-references';
import type { Pack, Question } from './pack';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Reads a pack.
 * @param texts language → text key → text; when given, every text the pack names must be there in every language
 * @throws PackError with every problem found, each saying where
 */
export function validatePack(raw: unknown, texts?: Texts): Pack {
  const read = packSchema.safeParse(raw);
  if (!read.success) throw new PackError(shapeProblems(read.error));
  const problems = [
    ...idProblems(read.data),
    ...read.data.questions.flatMap(questionProblems),
    ...conditionProblems(read.data),
    ...referenceProblems(read.data),
    ...tableProblems(read.data),
    ...(texts ? textProblems(read.data, texts) : []),
  ];
  if (problems.length > 0) throw new PackError(problems);
  return read.data;
}

function shapeProblems(error: ZodError): PackProblem[] {
  return error.issues.map((issue) => {
    const at = issue.path.join('.') || 'pack';
    // Only conditions and answers are unions, and what zod says of a union names every member of it.
    const message =
      issue.code === 'invalid_union' ? 'is not a condition (or answer) of a known form' : issue.message;
    return { code: 'shape', at, message };
  });
}

function idProblems(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  for (const list of ['questions', 'table', 'outcomes'] as const) {
    const seen = new Set<string>();
    pack[list].forEach(({ id }, at) => {
      if (seen.has(id))
        problems.push({ code: 'duplicate-id', at: `${list}.${at}.id`, message: `${id} is used twice` });
      seen.add(id);
    });
  }
  for (const { id } of pack.questions) {
    if (pack.computed && Object.hasOwn(pack.computed, id)) {
      problems.push({ code: 'duplicate-id', at: `computed.${id}`, message: `${id} is also a question` });
    }
  }
  return problems;
}

function questionProblems(question: Question, index: number): PackProblem[] {
  const problems: PackProblem[] = [];
  const add = (code: PackProblemCode, part: string, message: string): unknown =>
    problems.push({ code, at: `questions.${index}.${part}`, message: `${question.id} ${message}` });
  const { type, choices, bins, min, max, kind, unknown } = question;
  if ((type === 'choice') !== (choices !== undefined)) {
    add(
      'wrong-type',
      'choices',
      type === 'choice' ? 'needs choices' : `is a ${type} question and has choices`,
    );
  }
  if (choices && new Set(choices).size !== choices.length)
    add('duplicate-id', 'choices', 'has a choice twice');
  if (choices?.includes('unknown')) add('unknown-choice', 'choices', 'may not have a choice named "unknown"');
  if (bins && type !== 'choice') add('wrong-type', 'bins', 'has bins but no choices');
  bins?.forEach((bin, at) => {
    if (!choices?.includes(bin.choice)) add('unknown-choice', `bins.${at}`, `has no choice ${bin.choice}`);
    const before = bins[at - 1];
    if (before && !((before.below ?? Infinity) < (bin.below ?? Infinity)))
      add('bins', `bins.${at}`, 'has bins out of order');
  });
  if (bins && bins.at(-1)?.below !== undefined) add('bins', 'bins', 'has no last bin for all other numbers');
  if (type === 'number' && (min === undefined || max === undefined))
    add('wrong-type', 'min', 'needs min and max');
  if (min !== undefined && max !== undefined && min > max) add('wrong-type', 'min', 'has min above max');
  if (kind === 'vital' && unknown.means === 'no') {
    add('unknown-meaning', 'unknown', 'is vital: an unknown answer must block or count as yes');
  }
  if (kind !== 'vital' && unknown.means === 'blocks')
    add('unknown-meaning', 'unknown', 'blocks but is not vital');
  return problems;
}

function tableProblems(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const outcomes = new Map(pack.outcomes.map((item) => [item.id, item]));
  pack.table.forEach((row, index) => {
    const at = `table.${index}`;
    if (!outcomes.has(row.outcome)) {
      problems.push({
        code: 'unknown-outcome',
        at: `${at}.outcome`,
        message: `row ${row.id} names no outcome ${row.outcome}`,
      });
    }
    const last = index === pack.table.length - 1;
    if (last && !('always' in row.when)) {
      problems.push({
        code: 'last-row-not-always',
        at: `${at}.when`,
        message: `the last row, ${row.id}, must be {"always": true}`,
      });
    }
    if (!last && 'always' in row.when) {
      problems.push({
        code: 'unreachable-row',
        at: `${at}.when`,
        message: `no row after ${row.id} can be reached`,
      });
    }
  });
  const fallback = outcomes.get(pack.vitalUnknown.outcome);
  if (!fallback || fallback.disposition === 'mild') {
    const message = fallback ? 'may not be a mild outcome' : `names no outcome ${pack.vitalUnknown.outcome}`;
    problems.push({
      code: fallback ? 'unsafe-fallback' : 'unknown-outcome',
      at: 'vitalUnknown.outcome',
      message,
    });
  }
  return problems;
}

/** Every text key the pack names, choices included. */
export function textKeys(pack: Pack): string[] {
  return [
    pack.notice,
    pack.scope.text,
    ...pack.questions.flatMap(({ text, rephrase, choices = [] }) => [
      text,
      ...(rephrase === undefined ? [] : [rephrase]),
      ...choices.map((choice) => `${text}.${choice}`),
    ]),
    ...pack.outcomes.flatMap(({ advice, safetyNet }) => [advice, safetyNet]),
  ];
}

function textProblems(pack: Pack, texts: Texts): PackProblem[] {
  return Object.entries(texts).flatMap(([language, byKey]) =>
    textKeys(pack)
      .filter((key) => !Object.hasOwn(byKey, key) || byKey[key]?.trim() === '')
      .map((key) => ({ code: 'text-missing', at: `${language}.${key}`, message: 'has no text' }) as const),
  );
}
