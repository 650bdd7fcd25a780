/** Decisions as `acolhe protocol decisions` writes them, one JSON object a line, and their reading. */
import * as z from 'zod';
import { answerValue, dispositions } from '../../contract/event';
import { linesOf } from './lines';

const code = z.string().min(1).max(200);

/** Nothing of who it was: coded answers, and the decision made of them. What else a line holds is read over. */
export const decisionLine = z.object({
  /** Its number in the CRM: `<conversation>/<event>`. */
  decision: z.string().max(500).optional(),
  at: z.string().max(40).optional(),
  pack: code,
  packVersion: z.string().max(40),
  knowledge: z.string().max(64).optional(),
  language: z.string().max(10).optional(),
  outcome: z.string().max(100),
  disposition: z.enum(dispositions),
  row: z.string().max(100),
  urgencyMinutes: z.number().int().min(0).optional(),
  department: z.string().max(100).optional(),
  specialty: z.string().max(100).optional(),
  redFlags: z.array(code).max(200).optional(),
  missing: z.array(code).max(400).optional(),
  /** A red flag that was told, and that no protocol's decision holds. */
  raised: z.object({ concept: code, call: z.string().max(10) }).optional(),
  /** Absent: they were erased, or hold words that are no codes. Then it cannot be made again. */
  answers: z.record(z.string(), answerValue).optional(),
});
export type DecisionLine = z.infer<typeof decisionLine>;

/** What a source of decisions gives: one, or what is wrong with a line of it. Names never repeat what was in the line. */
export type Given = { name: string; decision: DecisionLine } | { name: string; problem: string };

function problemOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map((part) => (/^[\w.-]{1,40}$/.test(String(part)) ? String(part) : '?'));
  return `${path.join('.') || 'row'}: ${issue?.message ?? 'invalid'}`;
}

export async function* readDecisionLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<Given> {
  for await (const { number, text } of linesOf(input)) {
    const name = `line ${number}`;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      yield { name, problem: 'row: not valid JSON' };
      continue;
    }
    const read = decisionLine.safeParse(value);
    yield read.success ? { name, decision: read.data } : { name, problem: problemOf(read.error) };
  }
}
