/** "Meu filho não tem febre, quem tem sou eu", "meu pai tem diabetes, eu não": what is said of one is turned round for another. */
import { conceptOf } from '../../settings/concepts';
import type { Finding } from './findings';
import { kin } from './subject-words';
import { isSpoken } from './token-at';
import type { Token } from './tokens';

const has = '(?:tem|tenho|ta|to|teve|tive|sente|sinto|tava)';
const someone = '(?:e |eh |foi )?(?:(?:o|a|um|uma) )?(?:meu|minha|nosso|nossa) (\\w+)';

const writerHas = new RegExp(`(?:quem ${has}(?: com)? sou eu|(?:mas|so|ja) eu(?: (?:sim|to|tenho|tive))?)$`);
const writerHasNot = new RegExp(`(?:eu|mim|em mim) (?:nao|nunca)(?: ${has})?(?: nao)?$`);
const otherHas = new RegExp(`(?:quem ${has} ${someone}|${someone} que ${has})`);
/** "eu não, mas minha filha tá" */
const notMeBut = new RegExp(`^(?:nao |eu nao |nao eu nao ?)(?:mas |so )?${someone} ${has}(?: sim)?$`);

/** "peito não dói em mim, no meu pai dói", "eu não tenho dor no peito, meu pai que tem" */
const notMineButTheirs =
  /(?:^| )(?:no|na|em|o|a|quem \w+ e|so|mas|ja)? ?(?:meu|minha|nosso|nossa) (\w+) (?:que |quem |e que |e quem )?(?:tem|ta|doi|sente|teve|sentiu|ta com|ta sentindo|sim|ja tem)(?: sim)?$/;

/** Longer messages turn nothing round at their end. */
const longest = 30;

const isKin = (word: string | undefined): boolean => word !== undefined && kin.has(word);

/**
 * @param asked the concept that was just asked about
 * @returns what is said beside the findings, of the same concepts
 */
export function contrasted(
  tokens: readonly Token[],
  findings: readonly Finding[],
  asked: string | undefined,
): Finding[] {
  const spoken = tokens.filter(isSpoken).map(({ word }) => word);
  if (spoken.length > longest) return [];
  const text = spoken.join(' ');
  /** What is said of the other alone, the other way round for the writer. */
  const turned = (value: 'yes' | 'no'): Finding[] =>
    findings
      .filter((one) => one.who === 'other' && one.value === (value === 'yes' ? 'no' : 'yes'))
      .filter(({ concept }) => !findings.some((one) => one.concept === concept && one.who === 'self'))
      .map((one) => ({ ...one, value, who: 'self', when: 'now' }));
  if (writerHas.test(text)) return turned('yes');
  const named = otherHas.exec(text) ?? notMeBut.exec(text);
  if (named && isKin(named[1] ?? named[2]) && asked && conceptOf(asked)?.kind === 'yes-no') {
    const denied = /(?:^| )(?:nao|nunca)(?: |$)/.test(text);
    const base = { concept: asked, when: 'now' as const, phrase: '' };
    return [
      { ...base, value: 'yes', who: 'other' },
      ...(denied ? [{ ...base, value: 'no' as const, who: 'self' as const }] : []),
    ];
  }
  const theirs = notMineButTheirs.exec(text);
  const denied = findings.filter(({ who, value }) => who === 'self' && value === 'no');
  const isOnlyMine = findings.every(({ who }) => who === 'self') && /(?:^| )nao(?: |$)/.test(text);
  if (theirs && isKin(theirs[1]) && denied.length === 1 && isOnlyMine)
    return denied.flatMap((one) => [one, { ...one, value: 'yes' as const, who: 'other' as const }]);
  return writerHasNot.test(text) ? turned('no') : [];
}
