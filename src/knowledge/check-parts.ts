/** Whether a part of the knowledge fits: the same checks where it is brought in and where it is decided by. Pure. */
import type * as z from 'zod';
import {
  departmentHours,
  dialogOverrides,
  packParts,
  routingRules,
  type KnowledgeKind,
} from '../../contract/knowledge';
import { languages } from '../../contract/event';
import { answerBase } from '../../settings/answers/answer-base';
import { dialogTexts, type TextKey } from '../../settings/dialog-texts';
import { facilities } from '../../settings/places/facility';
import { PackError } from '../triage/pack-problem';
import { validatePack } from '../triage/validate';

/** `at`: path of the part, such as `pack.table.3.when`; of a list, the row from 0. Neither repeats what was written there. */
export interface PartProblem {
  at: string;
  code: string;
  message: string;
}

export type PartReading = { ok: true; body: unknown } | { ok: false; problems: PartProblem[] };

const parts: Record<Exclude<KnowledgeKind, 'pack' | 'texts'>, z.ZodType> = {
  routing: routingRules,
  hours: departmentHours,
  facilities,
  answers: answerBase,
};

/** @param raw parsed JSON of a version of this kind; of a pack `{pack, texts}` */
export function checkPart(kind: KnowledgeKind, raw: unknown): PartReading {
  if (kind === 'pack') return checkPack(raw);
  if (kind === 'texts') return checkTexts(raw);
  const read = parts[kind].safeParse(raw);
  return read.success ? { ok: true, body: read.data } : { ok: false, problems: ofZod(read.error) };
}

function ofZod(error: z.ZodError): PartProblem[] {
  return error.issues.map((issue) => ({
    at: issue.path.map(String).join('.'),
    code: issue.code,
    message: issue.message,
  }));
}

/** Everything that is wrong is told at once: what cannot be read of one part does not hide what is wrong with another. */
function checkPack(raw: unknown): PartReading {
  const read = packParts.safeParse(raw);
  const { pack, texts } = (read.data ?? raw ?? {}) as { pack?: unknown; texts?: unknown };
  const problems = read.success ? [] : ofZod(read.error);
  const present = read.success ? read.data.texts : undefined;
  try {
    // where there is no pack at all, that was said above
    const body = { pack: pack === undefined ? undefined : validatePack(pack, present), texts };
    return problems.length > 0 ? { ok: false, problems } : { ok: true, body };
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const said = new Set(problems.map(({ at }) => at));
    const more = error.problems.map(({ at, code, message }) => ({
      at: code === 'text-missing' ? `texts.${at}` : `pack.${at}`,
      ...{ code, message },
    }));
    return { ok: false, problems: [...problems, ...more.filter(({ at }) => !said.has(at))] };
  }
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();

function checkTexts(raw: unknown): PartReading {
  const read = dialogOverrides.safeParse(raw);
  if (!read.success) return { ok: false, problems: ofZod(read.error) };
  const problems: PartProblem[] = [];
  for (const language of languages) {
    for (const [key, text] of Object.entries(read.data[language] ?? {})) {
      const at = `${language}.${key}`;
      const own = Object.hasOwn(dialogTexts[language], key)
        ? dialogTexts[language][key as TextKey]
        : undefined;
      if (own === undefined)
        problems.push({ at, code: 'unknown-key', message: 'the bot has no such sentence' });
      else if (text.trim() === '') problems.push({ at, code: 'text-missing', message: 'is empty' });
      else if (placeholders(own) !== placeholders(text))
        problems.push({ at, code: 'placeholders', message: `must hold ${placeholders(own) || 'no {…}'}` });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, body: read.data };
}
