/** Folding of what people type: one spelling for case, accents, full-width and look-alike letters, and invisible characters. */

/** `normalise` reads no further than this; a person's sentence is far shorter. */
const normaliseCap = 5_000;

/** Of a longer text these beginnings and ends are read, so that hostile input costs bounded time. Beyond what Rocket.Chat lets through. */
const foldedAtFirst = 20_000;
const foldedAtLast = 2_000;

/** Cyrillic and Greek letters that look Latin: seen in copied text and in attempts to slip past filters. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ο: 'o',
  ι: 'i',
  ν: 'v',
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
};

/** What is read of a text: all of it, or where it is very long its first 20,000 and its last 2,000 characters. */
function readPart(text: string, times = 1): string {
  const first = foldedAtFirst * times;
  const last = foldedAtLast * times;
  return text.length <= first + last ? text : `${text.slice(0, first)}\n${text.slice(-last)}`;
}

/** Lower case, no accents, no invisible characters; line ends stay. Any Unicode string is accepted, lone surrogates too. */
export function fold(text: string): string {
  const letters = readPart(text)
    // "38º5", "38°"
    .replace(/(\d)[°º](\d)(?!\d)/g, '$1.$2')
    .replace(/(\d) ?[°º]/g, '$1 graus ')
    // an acute accent that stands alone would fall apart into a space and a mark
    .replace(/\u00b4/g, "'")
    .normalize('NFKD')
    // and what no keyboard types
    .replace(/[\p{M}\p{Cf}\p{Cs}]|(?![\t\n\r])\p{Cc}/gu, '');
  // some characters unfold into many
  return readPart(letters, 1.1)
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[аеорсхуіѕјαοινıßøł]/gu, (letter) => lookAlikes[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc`]/g, "'");
}

/** The text in lower case without accents, single spaces, at most 5,000 characters: for comparing short texts and labels. */
export function normalise(text: string): string {
  return fold(text.slice(0, normaliseCap)).replace(/\s+/gu, ' ').trim().slice(0, normaliseCap);
}
