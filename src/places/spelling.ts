/** How names of places are written: abbreviations, small words, sounds. */
import { fold } from '../language/normalise';

/** Small words inside names; people leave them out, add them or swap them ("Alta Floresta do Oeste"). */
const particles = new Set(['de', 'do', 'da', 'dos', 'das', 'd', 'e', 'del']);

/** One word, several readings: each is tried. */
const abbreviations: Readonly<Record<string, readonly string[]>> = {
  s: ['sao', 'santo', 'santa'],
  st: ['santo', 'santa'],
  sta: ['santa'],
  sto: ['santo'],
  snt: ['santo', 'santa'],
  n: ['nossa', 'nova', 'novo'],
  nsa: ['nossa'],
  nª: ['nossa'],
  sra: ['senhora'],
  sr: ['senhor'],
  gov: ['governador'],
  cel: ['coronel'],
  mal: ['marechal'],
  pres: ['presidente'],
  gal: ['general'],
  gen: ['general'],
  sen: ['senador'],
  dep: ['deputado'],
  dr: ['doutor'],
  eng: ['engenheiro'],
  cap: ['capitao'],
  ten: ['tenente'],
  maj: ['major'],
  alm: ['almirante'],
  cons: ['conselheiro'],
  des: ['desembargador'],
  min: ['ministro'],
  visc: ['visconde'],
  bar: ['barao'],
  pe: ['padre'],
  prof: ['professor'],
  jd: ['jardim'],
  pto: ['porto'],
  faz: ['fazenda'],
  cach: ['cachoeira', 'cachoeiro'],
  mte: ['monte'],
  rib: ['ribeirao'],
};

/** What everybody says instead of the name. */
const nicknames: Readonly<Record<string, string>> = {
  bh: 'belo horizonte',
  beaga: 'belo horizonte',
  floripa: 'florianopolis',
  sampa: 'sao paulo',
  jampa: 'joao pessoa',
  bsb: 'brasilia',
  sjc: 'sao jose dos campos',
  sbc: 'sao bernardo do campo',
  rio: 'rio de janeiro',
};

/** Words in plain letters; an apostrophe joins or parts ("d'oeste" → "oeste" once particles are left out). */
export function wordsOf(text: string): string[] {
  return fold(text)
    .replace(/\bd'(?=\p{L})/gu, 'd ')
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

export const isParticle = (word: string): boolean => particles.has(word);

/** The words that matter, as one key: "Alta Floresta D'Oeste" → "alta floresta oeste". */
export function placeKey(words: readonly string[]): string {
  return words.filter((word) => !particles.has(word)).join(' ');
}

/** At most 12 readings of a name with abbreviations in it; the first is the name as typed. */
export function readingsOf(words: readonly string[]): string[][] {
  const nickname = nicknames[words.join(' ')];
  if (nickname) return [nickname.split(' ')];
  let readings: string[][] = [[]];
  for (const [i, word] of words.entries()) {
    // an abbreviation stands before what it belongs to
    const long = i < words.length - 1 && Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
    const options = long ? [word, ...long] : [word];
    if (readings.length * options.length > 12)
      readings = readings.map((reading) => [...reading, options.at(-1)!]);
    else readings = readings.flatMap((reading) => options.map((option) => [...reading, option]));
  }
  return readings;
}

/** One spelling for what sounds alike in Brazilian Portuguese ("Kixadá", "Iguassu", "Xorozinho"). Takes a key, gives no word to show. */
export function soundOf(key: string): string {
  return key
    .replace(/ç/g, 's')
    .replace(/ph/g, 'f')
    .replace(/sch|sh|ch/g, 'x')
    .replace(/lh/g, 'li')
    .replace(/nh/g, 'ni')
    .replace(/h/g, '')
    .replace(/[yj](?=[^aeiou]|$)/g, 'i')
    .replace(/y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/qu(?=[ei])|k/g, 'q')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/s?c(?=[ei])|sç|ss|z/g, 's')
    .replace(/c/g, 'q')
    .replace(/m(?=[pb ]|$)/g, 'n')
    .replace(/l(?=[^aeiou]|$)/g, 'u')
    .replace(/(.)\1+/g, '$1');
}
