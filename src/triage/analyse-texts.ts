/** What of a pack's texts and units can be seen without searching: places nobody fills, units other than the concept's. */
import { languages, type Language } from '../../contract/event';
import { conceptOf } from '../../settings/concepts';
import { inOtherWords } from '../../settings/other-words';
import { conceptOfQuestion } from './answer';
import type { Finding } from './analyse-finding';
import type { Texts } from './analyse-structure';
import { labelsOf } from './labels';
import type { Pack } from './pack';
import { placesIn } from './parameters';
import { readsLike } from './reads-like';
import { textKeys } from './validate';

/** Parameters are filled into what is told with an outcome, and nowhere else. */
export function placeFindings(pack: Pack, texts: Texts | undefined): Finding[] {
  const filled = new Set(pack.outcomes.flatMap(({ advice, safetyNet }) => [advice, safetyNet]));
  const keys = [...textKeys(pack), ...labelsOf(pack).map(({ key }) => key)];
  return Object.entries(texts ?? {}).flatMap(([language, byKey]) =>
    keys.flatMap((key) =>
      placesIn(byKey[key] ?? '').flatMap((name): Finding[] => {
        const isParameter = Object.hasOwn(pack.parameters, name);
        if (isParameter && filled.has(key)) return [];
        const message = `nothing fills {${name}}${isParameter ? ' here: only advice and safety nets are filled' : ''}`;
        const at = `${language}.${key}`;
        return [{ severity: 'problem', code: 'text-placeholder', at, rows: [], message }];
      }),
    ),
  );
}

/** Rows, outcomes, red flags and named conditions are read by people, who are told more than an id. */
export function labelFindings(pack: Pack, texts: Texts | undefined): Finding[] {
  return Object.entries(texts ?? {}).flatMap(([language, byKey]) =>
    labelsOf(pack)
      .filter(({ key }) => !Object.hasOwn(byKey, key) || byKey[key]?.trim() === '')
      .map(({ key, row }): Finding => {
        const at = `${language}.${key}`;
        const rows = row === undefined ? [] : [row];
        return { severity: 'problem', code: 'text-missing', at, rows, message: 'has no text' };
      }),
  );
}

/** English left standing in a Portuguese text, and the like. */
export function languageFindings(pack: Pack, texts: Texts | undefined): Finding[] {
  const keys = new Set([...textKeys(pack), ...labelsOf(pack).map(({ key }) => key)]);
  return Object.entries(texts ?? {}).flatMap(([language, byKey]) =>
    [...keys].flatMap((key): Finding[] => {
      const other = readsLike(byKey[key] ?? '', language as Language);
      if (other === undefined) return [];
      const message = `is written in ${other}, not in ${language}`;
      return [{ severity: 'problem', code: 'text-language', at: `${language}.${key}`, rows: [], message }];
    }),
  );
}

/** What the bot understands of a concept is a number in the concept's unit. */
export function unitFindings({ questions }: Pack): Finding[] {
  return questions.flatMap((question, index): Finding[] => {
    const { id, unit } = question;
    const concept = conceptOfQuestion(question);
    const wanted = concept === undefined ? undefined : conceptOf(concept)?.unit;
    if (unit === undefined || wanted === undefined || unit === wanted) return [];
    const message = `${id} is in ${unit}; ${concept} is told in ${wanted}`;
    return [{ severity: 'problem', code: 'unit', at: `questions.${index}.unit`, rows: [], message }];
  });
}

/** Who is not sure about a vital question is asked again in other words: where there are none, only how to answer is said. */
export function otherWordsFindings({ questions }: Pack): Finding[] {
  return questions.flatMap((question, index): Finding[] => {
    const id = conceptOfQuestion(question) ?? question.id;
    const known = languages.every((language) => inOtherWords(id, language) !== undefined);
    if (question.kind !== 'vital' || question.rephrase !== undefined || known) return [];
    const message = `the vital ${question.id} has no other words for who is not sure`;
    return [
      { severity: 'note', code: 'no-other-words', at: `questions.${index}.rephrase`, rows: [], message },
    ];
  });
}
