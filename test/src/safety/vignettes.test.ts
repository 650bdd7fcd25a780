/** Vignettes written from the clinical sources by another hand than the lexicon's. The lexicon is corrected by them, never they by it. */
import { readFileSync } from 'fs';
import { join } from 'path';
import { redFlagsInText } from '../../../src/safety/red-flags';

interface Vignette {
  id: string;
  text: string;
  flag: boolean;
  /** null: the source names no number to call, so any is right. */
  call: '192' | '188' | '190' | null;
  concepts: string[];
}

const vignettes = readFileSync(join(__dirname, '../../gold/red-flag-vignettes.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line) as Vignette);

/** Known differences, each with its reason. Nothing may join them unnoticed, and what is mended must leave. */
const missed: Record<string, string> = {};
const falseAlarms: Record<string, string> = {
  'pt-155': 'a question about choking reads like a call for help',
};

describe('gold vignettes', () => {
  it.each(vignettes.filter((item) => item.flag && !missed[item.id]))(
    'Given $id "$text" Then its red flag',
    ({ text, call, concepts }) => {
      const flags = redFlagsInText(text);
      expect(concepts.filter((concept) => flags.some((flag) => flag.concept === concept))).not.toEqual([]);
      if (call) expect(flags[0]?.call).toBe(call);
    },
  );
  it.each(vignettes.filter((item) => !item.flag && !falseAlarms[item.id]))(
    'Given $id "$text" Then none',
    ({ text }) => {
      expect(redFlagsInText(text)).toEqual([]);
    },
  );
  it('Given the known differences Then they still differ', () => {
    const flags = (id: string): boolean =>
      redFlagsInText(vignettes.find((item) => item.id === id)?.text ?? '').length > 0;
    expect(Object.keys(missed).filter(flags)).toEqual([]);
    expect(Object.keys(falseAlarms).filter((id) => !flags(id))).toEqual([]);
  });
});
