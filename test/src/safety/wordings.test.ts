/**
 * Wordings by the hand that tuned the lexicons, each with what must be understood of it: `# concept=value[/other|/self][/recent|/past]`
 * heads its lines, with `asked=` and `lang=` where there are; `calm` raises no flag, `flag` raises one by its combination.
 */
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { Language } from '../../../contract/event';
import { conceptOf } from '../../../settings/concepts';
import { understand } from '../../../src/safety/understand';

const folder = join(__dirname, 'wordings');

/** Sections of a file: their head and their lines. */
const sectionsOf = (file: string): [head: string, lines: string[]][] =>
  readFileSync(join(folder, file), 'utf8')
    .split('# ')
    .filter(Boolean)
    .map((section) => section.trim().split('\n'))
    .map(([head = '', ...lines]) => [head, lines.filter(Boolean)]);

const sections = readdirSync(folder).flatMap(sectionsOf);

interface Wanted {
  concept: string;
  value: string;
  who?: string;
  when?: string;
}

function wantedOf(word: string): Wanted {
  const [said = '', ...rest] = word.split('/');
  const [concept = '', value = ''] = said.split('=');
  return {
    concept,
    value,
    who: rest.find((one) => one === 'self' || one === 'other'),
    when: rest.includes('anytime')
      ? undefined
      : (rest.find((one) => one === 'recent' || one === 'past') ?? 'now'),
  };
}

describe.each(sections)('Given wordings of %s', (head, lines) => {
  const words = head.split(/\s+/);
  const option = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const wanted = words
    .filter((word) => /^[a-z_]+=/.test(word) && !/^(?:asked|lang)=/.test(word))
    .map(wantedOf);
  const flag =
    words.includes('flag') ||
    wanted.some(({ concept, value, when }) => value === 'yes' && when !== 'past' && conceptOf(concept)?.call);

  it('Then each is understood, with its red flag and no other', () => {
    const wrong = lines.filter((text) => {
      const { findings, redFlag } = understand(text, {
        language: (option('lang') ?? 'pt-BR') as Language,
        asked: option('asked'),
        today: '2026-11-22',
      });
      const isFound = wanted.every(({ concept, value, who, when }) =>
        findings.some(
          (one) =>
            one.concept === concept &&
            String(one.value) === value &&
            (who === undefined || one.who === who) &&
            (when === undefined || one.when === when),
        ),
      );
      return !isFound || redFlag !== flag;
    });
    expect(wrong).toEqual([]);
  });
});
