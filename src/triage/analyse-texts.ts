/** What of a pack's texts and units can be seen without searching: places nobody fills, units other than the concept's. */
import { conceptOf } from '../../settings/concepts';
import { conceptOfQuestion } from './answer';
import type { Finding } from './analyse-finding';
import type { Texts } from './analyse-structure';
import type { Pack } from './pack';
import { placesIn } from './parameters';
import { textKeys } from './validate';

/** Parameters are filled into what is told with an outcome, and nowhere else. */
export function placeFindings(pack: Pack, texts: Texts | undefined): Finding[] {
  const filled = new Set(pack.outcomes.flatMap(({ advice, safetyNet }) => [advice, safetyNet]));
  const keys = textKeys(pack);
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
