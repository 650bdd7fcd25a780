import { readFileSync } from 'fs';
import { join } from 'path';
import { PassThrough, Readable } from 'stream';
import * as z from 'zod';
import { runRows } from '../../cli/protocols/run-rows';
import { concepts } from '../../settings/concepts';
import { packs } from '../../settings/packs';

const probe = z.strictObject({
  id: z.string(),
  pack: z.enum(['respiratory', 'dengue', 'general-clinic']),
  about: z.string(),
  answers: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  /** Every yes-no concept that is not listed is denied; without it nothing else is known. */
  rest: z.literal('no').optional(),
  expect: z.strictObject({
    /** The least urgent disposition that is safe; `mild`: nothing more urgent will do; `any`: only the time counts. */
    class: z.enum(['emergency', 'moderate', 'mild', 'any']),
    maxUrgencyMinutes: z.number().optional(),
    /** Each must be named; of a list, one of them. */
    redFlags: z.array(z.union([z.string(), z.array(z.string())])).optional(),
  }),
  /** Why the pack is more careful than whoever wrote the probe. */
  disagrees: z.string().optional(),
});
type Probe = z.infer<typeof probe>;

const answer = z.object({
  line: z.number(),
  disposition: z.enum(['mild', 'moderate', 'emergency']),
  urgencyMinutes: z.number(),
  redFlags: z.array(z.string()),
});
type Answer = z.infer<typeof answer>;

const probes = readFileSync(join(__dirname, '../gold/clinical-probes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => probe.parse(JSON.parse(line)));

/** Known to the product, not to whoever wrote the probes. */
const unlisted = new Set([
  'cry_for_help',
  'traffic_accident',
  'weapon_at_hand',
  'bleeding',
  'means_at_hand',
  'wild_animal_bite',
  'sharp_or_battery_swallowed',
]);
const denied = Object.fromEntries(
  Object.entries(concepts)
    .filter(([id, { kind }]) => kind === 'yes-no' && !unlisted.has(id))
    .map(([id]) => [id, false]),
);

async function answered(packId: string, rows: readonly Probe[]): Promise<Answer[]> {
  const output = new PassThrough();
  const errors = new PassThrough();
  const lines = rows.map(({ answers, rest }) => JSON.stringify(rest ? { ...denied, ...answers } : answers));
  const text = output.toArray();
  const complaints = errors.toArray();
  const code = await runRows(packs[packId]!, true, {
    input: Readable.from([lines.join('\n')]),
    output,
    errors,
  });
  output.end();
  errors.end();
  expect({ code, errors: (await complaints).join('') }).toEqual({ code: 0, errors: '' });
  return (await text)
    .join('')
    .trim()
    .split('\n')
    .map((line) => answer.parse(JSON.parse(line)));
}

const severity = { any: 0, mild: 0, moderate: 1, emergency: 2 };

function isUnsafe({ expect: { class: least, maxUrgencyMinutes = Infinity } }: Probe, given: Answer): boolean {
  return severity[given.disposition] < severity[least] || given.urgencyMinutes > maxUrgencyMinutes;
}

function unnamed({ expect: { redFlags = [] } }: Probe, given: Answer): string[] {
  return redFlags
    .filter((flag) => ![flag].flat().some((id) => given.redFlags.includes(id)))
    .map((flag) => [flag].flat().join(' or '));
}

describe.each(['respiratory', 'dengue', 'general-clinic'])(
  'Given answers by concept alone, when %s',
  (id) => {
    const rows = probes.filter(({ pack }) => pack === id);
    let given: Array<[Probe, Answer]>;
    beforeAll(async () => {
      const answers = await answered(id, rows);
      given = rows.map((row, index) => [row, answers[index]!]);
    });

    const about = (keep: (row: Probe, one: Answer) => boolean): string[] =>
      given.filter(([row, one]) => keep(row, one)).map(([row]) => `${row.id} ${row.about}`);

    it('reads them, nobody is seen later than is safe', () => {
      expect(about(isUnsafe)).toEqual([]);
    });

    it('reads them, every red flag is named', () => {
      expect(about((row, one) => unnamed(row, one).length > 0)).toEqual([]);
    });

    it('reads complete answers of a mild illness, they end in care at home', () => {
      const overTriaged = (row: Probe, one: Answer) =>
        row.expect.class === 'mild' && one.disposition !== 'mild';
      expect(about((row, one) => overTriaged(row, one) && !row.disagrees)).toEqual([]);
      expect(about((row, one) => row.disagrees !== undefined && !overTriaged(row, one))).toEqual([]);
    });
  },
);
