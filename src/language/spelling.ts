/** One spelling for each word, shared by lexicons and messages. */

/** Spellings of the phone keyboard. Keys and values are squeezed. */
const spellings: Readonly<Record<string, string>> = {
  n: 'nao',
  naum: 'nao',
  nau: 'nao',
  ñ: 'nao',
  nop: 'nao',
  estou: 'to',
  tou: 'to',
  toh: 'to',
  tow: 'to',
  estoy: 'to',
  toy: 'to',
  esta: 'ta',
  tah: 'ta',
  estan: 'tao',
  estao: 'tao',
  estamos: 'tamo',
  mt: 'muito',
  mto: 'muito',
  mta: 'muito',
  muita: 'muito',
  muitas: 'muito',
  muitos: 'muito',
  mtos: 'muito',
  mtas: 'muito',
  mui: 'muito',
  muinto: 'muito',
  q: 'que',
  ke: 'que',
  qe: 'que',
  d: 'de',
  cm: 'com',
  vc: 'voce',
  vcs: 'voces',
  tb: 'tambem',
  tbm: 'tambem',
  tambien: 'tambem',
  tmb: 'tambem',
  pra: 'para',
  pro: 'para',
  pq: 'porque',
  hj: 'hoje',
  mlk: 'moleque',
  msm: 'mesmo',
  dms: 'demais',
  cum: 'com',
  agr: 'agora',
  qdo: 'quando',
  qnd: 'quando',
  qndo: 'quando',
  zoi: 'olho',
  zoio: 'olho',
  zoin: 'olho',
  zoim: 'olho',
  zoios: 'olhos',
  oio: 'olho',
  cabca: 'cabeca',
  cabesa: 'cabeca',
  caveca: 'cabeca',
  canot: 'cant',
  couldnt: 'cant',
  dnt: 'dont',
  u: 'you',
  ur: 'your',
  ive: 'have',
  im: 'am',
  fauta: 'falta',
  fata: 'falta',
  pulmon: 'pulmao',
  qro: 'quero',
  kero: 'quero',
  qero: 'quero',
  di: 'de',
  peto: 'peito',
  b: 'bebe',
  beb: 'bebe',
  nosei: 'naosei',
  nsei: 'naosei',
};

/** Runs of one letter become one ("faaalta" → "falta"); the lexicon is squeezed the same way. */
export function squeeze(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

const ascii = /^[\x00-\x7f]*$/;

/** One word in the spelling that lexicon and text share. */
export function canonicalWord(word: string): string {
  const squeezed = squeeze(ascii.test(word) ? word : word.normalize('NFKD').replace(/\p{M}/gu, ''));
  return Object.hasOwn(spellings, squeezed) ? (spellings[squeezed] ?? squeezed) : squeezed;
}

/** Words parted by spaces, in the spelling that lexicon and text share. */
export function setOfWords(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(canonicalWord));
}
