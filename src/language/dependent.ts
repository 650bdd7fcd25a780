/**
 * Is a complaint about somebody else whom the writer cares for? Only plain patterns count ("meu filho está com febre",
 * "for my mother"); whatever else the message says of the writer, of catching and passing on, or denies, leaves it the
 * writer's own. Never used to decide what is urgent.
 */
import * as words from './dependent-words';
import { fold } from './normalise';
import { textAt } from './token-at';

export interface Dependent {
  /** As written, when it was. */
  name?: string;
}

interface Word {
  /** Folded; a mark of punctuation as it is. */
  word: string;
  raw: string;
}

/** Messages longer than this are not read for it. */
const longest = 2_000;
/** Tokens between the person and what is said of them. */
const reach = 16;

const isWord = ({ word }: Word): boolean => /^\p{L}/u.test(word);
const isNumber = (token: Word | undefined): boolean => token !== undefined && /^\p{N}/u.test(token.word);
const begins = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning));

function split(text: string): Word[] {
  return [...text.slice(0, longest).matchAll(/\p{L}[\p{L}\p{M}'’´]*|\p{N}+|[^\s\p{L}\p{N}]/gu)].map(
    ([raw]) => ({
      raw,
      // the accent alone tells "é" from "e"
      word: /^é$/iu.test(raw.normalize('NFC')) ? 'eh' : fold(raw).replace(/'/g, ''),
    }),
  );
}

export function readDependent(text: string): Dependent | undefined {
  const tokens = split(text);
  const found = mentions(tokens)
    .map((mention) => aboutMention(tokens, mention))
    .find((dependent) => dependent !== undefined);
  return found && !isAboutWriter(tokens) ? found : undefined;
}

interface Mention {
  start: number;
  end: number;
  adult: boolean;
}

/** "meu filho", "my 3 year old son", "my 3 year old", "o bebê". */
function mentions(tokens: readonly Word[]): Mention[] {
  const found: Mention[] = [];
  tokens.forEach(({ word }, start) => {
    const own = words.possessives.has(word);
    if (!own && !words.articles.has(word)) return;
    let end = start + 1;
    while (
      end < start + 6 &&
      (isNumber(tokens[end]) || words.describing.has(textAt(tokens, end)) || tokens[end]?.word === '-')
    )
      end += 1;
    // "my son's fever", "my son's burning up"
    const kin = textAt(tokens, end).replace(/(?<=[a-z]{2})s$/, '');
    const spelled = textAt(tokens, end);
    const child = own
      ? words.children.has(spelled) || (words.children.has(kin) && /['’]s$/i.test(tokens[end]?.raw ?? ''))
      : words.childrenWithArticle.has(spelled);
    const adult =
      own && (words.adults.has(spelled) || (words.adults.has(kin) && /['’]s$/i.test(tokens[end]?.raw ?? '')));
    if (child || adult) found.push({ start, end, adult: adult && !child });
    else if (own && tokens[end - 1]?.word === 'old' && isNumber(tokens[start + 1]))
      found.push({ start, end: end - 1, adult: false });
  });
  return found;
}

function aboutMention(tokens: readonly Word[], mention: Mention): Dependent | undefined {
  const { start, end, adult } = mention;
  const before = textAt(tokens, start - 1);
  const lead = words.articles.has(before) ? textAt(tokens, start - 2) : before;
  // "eu e meu filho", "a gripe do meu filho", "moro com minha mãe"
  if (words.together.has(lead) || words.ofWhom.has(lead)) return undefined;
  const all = tokens.map(({ word }) => word);
  if (adult && all.some((word) => begins(word, words.contactIllness))) return undefined;
  if (all.some((word) => begins(word, words.unborn))) return undefined;
  const said = words.forWhom.has(lead)
    ? isAskedFor(tokens, words.articles.has(before) ? start - 2 : start - 1)
    : isUnwell(tokens, end) || isNamedAs(tokens, start, end);
  if (!said) return undefined;
  const name = nameAfter(tokens, end);
  return name ? { name } : {};
}

/** "é para minha mãe", "consulta pra minha filha", "for my son": what stands before says that something is asked for. */
function isAskedFor(tokens: readonly Word[], at: number): boolean {
  if (at === 0) return true;
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ word }) => word);
  if (before.some((word) => words.negators.has(word))) return false;
  return before.some((word) => words.asking.has(word));
}

/** "é o meu filho": nothing more is said. */
function isNamedAs(tokens: readonly Word[], start: number, end: number): boolean {
  const at = words.articles.has(textAt(tokens, start - 1)) ? start - 2 : start - 1;
  const is = textAt(tokens, at);
  const denied = words.negators.has(textAt(tokens, at - 1));
  const next = tokens[end + 1];
  return !denied && (words.itIs.has(is) || (at === 0 && is === 'es')) && (!next || !isWord(next));
}

/** What is said of the person, after their age, name and the like: that they are unwell. */
function isUnwell(tokens: readonly Word[], end: number): boolean {
  if (/['’]s$/i.test(tokens[end]?.raw ?? '')) return true;
  let denied = false;
  for (let i = end + 1; i < tokens.length && i <= end + reach; i += 1) {
    const token = tokens[i] as Word;
    const { word } = token;
    const next = tokens[i + 1];
    const following = textAt(tokens, i + 1);
    if (word === 'e' || word === 'y' || word === 'and') {
      // "meu filho e eu", "my son and I": the writer's too
      if (words.selves.has(following) || words.possessives.has(following)) return false;
      continue;
    }
    if (['me', 'mim', 'conmigo', 'comigo'].includes(word)) return false;
    if (words.owning.has(word) && isNumber(next)) continue;
    if (words.owning.has(word) && words.chronic.has(following)) {
      i += 1;
      continue;
    }
    if (words.states.has(word) && !(word === 'com' && isNumber(next))) {
      const denies = denied || words.negators.has(word);
      const said = tokens.slice(i + 1, i + 4).map((item) => item.word);
      if (said.includes('me') && !said.some((item) => /^ajud|^help|^ayud/.test(item))) return false;
      return denies || !words.well.has(said.find((item) => !['muito', 'very', 'muy'].includes(item)) ?? '');
    }
    if (denied && words.stopping.has(word)) return true;
    if (words.negators.has(word)) denied = true;
    else if (!isDescription(token) && !(i === end + 1 && mayBeName(token))) return false;
  }
  return false;
}

const mayBeName = (token: Word): boolean =>
  isWord(token) && token.word.length > 2 && !words.noNames.has(token.word);

function isDescription(token: Word): boolean {
  const { word, raw } = token;
  if (!isWord(token)) return !['.', '?', '!', ';'].includes(word);
  const isName = /^\p{Lu}\p{Ll}/u.test(raw.normalize('NFC'));
  return (
    isName ||
    [words.linking, words.units, words.describing, words.chronic, words.nameIs].some((some) => some.has(word))
  );
}

/** Does the message speak of the writer's own body, or of catching something? */
function isAboutWriter(tokens: readonly Word[]): boolean {
  const isEnglish = tokens.some(({ word }) => words.english.has(word));
  return tokens.some(({ word }, i) => {
    if (begins(word, words.catching)) return true;
    // "tô", and "to" where nothing is English
    const self = words.selves.has(word) || (word === 'to' && !isEnglish);
    if (!self || (word === 'our' && i === 0)) return false;
    const near = tokens.slice(i + 1, i + 4).map((item) => item.word);
    return !near.some((item) => begins(item, words.benign)) && !begins(word, words.benign);
  });
}

/** "minha filha Ana Clara", "my son, called Leo". Words that begin with a capital, unless all of it is written so. */
function nameAfter(tokens: readonly Word[], end: number): string | undefined {
  const shouts = tokens.every(({ raw }) => raw === raw.toUpperCase());
  if (shouts) return undefined;
  const name: string[] = [];
  for (let i = end + 1; i < tokens.length && i <= end + 8; i += 1) {
    const token = tokens[i] as Word;
    const isCapital = /^\p{Lu}\p{Ll}+$/u.test(token.raw.normalize('NFC'));
    if (isCapital) name.push(token.raw);
    else if (
      name.length > 0 &&
      ['de', 'da', 'do', 'dos', 'das', 'del'].includes(token.word) &&
      /^\p{Lu}\p{Ll}/u.test(tokens[i + 1]?.raw ?? '')
    )
      name.push(token.raw);
    else if (name.length > 0) break;
    else if (!words.linking.has(token.word) && !words.nameIs.has(token.word) && token.word !== ',') break;
  }
  return name.length > 0 ? name.join(' ').slice(0, 200) : undefined;
}
