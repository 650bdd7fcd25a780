/**
 * Which protocol asks, by what the complaint names: settings/pack-choice.json. Rules stand under the protocol that the operator
 * set; the first one that holds decides. A protocol without rules asks everybody itself. In conditions, a concept is `true` when
 * the complaint affirms it or gives its number, and `unknown` when it is in doubt.
 */
import * as z from 'zod';
import { condition, key } from './pack-condition';
import raw from './pack-choice.json';

const rule = z.strictObject({
  id: key,
  pack: key,
  when: condition,
  /** The reason, or the source where one says so. */
  why: z.string().min(1).max(400),
});
export type PackChoice = z.infer<typeof rule>;

const choices = z.record(key, z.array(rule).min(1));
let read: Readonly<Record<string, readonly PackChoice[]>> | undefined;

/** The rules under this protocol, in order; none where it asks everybody itself. */
export function packChoices(leading: string): readonly PackChoice[] {
  read ??= choices.parse(raw);
  return Object.hasOwn(read, leading) ? (read[leading] ?? []) : [];
}
