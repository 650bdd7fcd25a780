/** "A garganta tá ótima", "no peito nada", "coração no ritmo de sempre": what was asked about is said to be well, without its name. */
import type { ConceptId } from '../../settings/concepts';
import { conceptOf } from '../../settings/concepts';
import { ptIsWell, ptIsWellOf, ptParts } from './lexicon/pt-br-parts';
import { isSpoken } from './token-at';
import { squeeze, type Token } from './tokens';

const longest = 14;
const longestText = 140;
const before =
  '(?:(?:ah|olha|nao|o|a|os|as|meu|meus|minha|minhas|seu|dos|das|do|da|de|na|no|nas|nos|em|eu|ele|ela|hoje|agora|ja|quanto|ao|um|outro|gracas a deus|acho que) )*';
const whose =
  '(?: (?:dele|dela|do bebe|do nenem|meu|minha|meus|minhas|da boca|todo|toda|inteiro|inteira|direito|esquerdo|aqui|agora|hoje|do meu filho|da minha filha|esquerda|direita|eu))*';
const being =
  '(?: (?:ta|tao|to|e|sao|eh|anda|andam|continua|continuam|segue|seguem|parece|ficou|ficam|fica|funciona|funcionam|bate|batendo|batem|tava|deu|veio|vai|vao|vem|sai|entra|tem|sempre|ainda|tudo|muito|bem|super|bastante|meio|com))*';
const behind =
  '(?: (?:graca|gracas a deus|por enquanto|ate agora|viu|sim|ne|mesmo|hoje|agora|tambem|sem problema|demais|ja|gracas|a deus))*';
const none = '(?:nao|nada|nadinha|nunca|zero|nenhum|nenhuma)';
const had =
  '(?: (?:eu|sinto|tenho|tem|doi|doem|doeu|senti|incomoda|sente|teve|to|ta|nao|nada|sentindo|de|diferente|errado|mais))*';

const patterns = new Map<string, RegExp>();
/** In the spelling of tokens.ts; "nada" where nothing is bad news stands for no denial. */
function patternOf(asked: ConceptId, parts: string): RegExp {
  let pattern = patterns.get(asked);
  if (!pattern) {
    const part = `(?:${parts.split(' ').join('|')})`;
    const more = ptIsWellOf[asked];
    const well = more === undefined ? ptIsWell : `(?:${ptIsWell}|${more})`;
    const isVerdict =
      asked === 'anosmia' ||
      asked === 'ageusia' ||
      asked === 'limb_weakness' ||
      asked === 'vision_loss' ||
      asked === 'no_urine';
    const nothing = isVerdict
      ? []
      : [
          `${before}${part}${whose}(?: (?:eu|ta|to))* ${none}${had}`,
          `(?:nao (?:tem|tenho|sinto|ha|vi) )?(?:nada|nadinha|zero)(?: (?:de|errado|estranho|diferente|ruim|anormal|demais))* (?:no|na|nos|nas|com o|com a|com os|com as) (?:\\w+ )?${part}${whose}`,
        ];
    const all = [
      `${before}${part}${whose}${being} ${well}`,
      `${well} (?:o|a|os|as|meu|minha) ${part}`,
      ...nothing,
    ];
    pattern = new RegExp(squeeze(`^(?:${all.join('|')})${behind}$`), 'u');
    patterns.set(asked, pattern);
  }
  return pattern;
}

/** Is one clause of a short answer such a one? Nothing else may be denied in it. */
export function isWellThere(asked: string, tokens: readonly Token[]): boolean {
  const parts = ptParts[asked as ConceptId];
  if (parts === undefined || !conceptOf(asked)) return false;
  const spoken = tokens.filter(isSpoken);
  if (spoken.length > longest || tokens.some(({ kind }) => kind === 'ask')) return false;
  const clauses: string[][] = [[]];
  for (const token of tokens) {
    if (isSpoken(token)) clauses[clauses.length - 1]!.push(token.word);
    else clauses.push([]);
  }
  return clauses
    .map((words) => words.join(' '))
    .some(
      (clause) =>
        clause !== '' && clause.length <= longestText && patternOf(asked as ConceptId, parts).test(clause),
    );
}

/** Asked whether something fails, "mama sim" says that it works. */
const works: Readonly<Partial<Record<ConceptId, string>>> = {
  cannot_drink_or_feed:
    'bebe|bebendo|bebo|bebi|bebeu|mama|mamando|mamou|toma|tomando|tomou|tomo|tomei|engole|engulo|engolindo|consigo|consegue|come|comendo|aceita|aceitando|pega',
  vomits_everything: 'segura|seguro|fica|ficou|para|consigo|consegue|consegui|aceita',
  anosmia: 'sinto|sente|senti|consigo|sentindo|cheiro',
  ageusia: 'sinto|sente|senti|consigo|sentindo|tem',
  saddle_numbness: 'sinto|sente|senti|sentindo',
  fewer_fetal_movements: 'mexe|mexendo|mexeu|chuta|chutou|sinto|senti',
  vision_loss: 'enxergo|enxerga|enxergando|vejo|ve|vendo|consigo',
  no_urine: 'faz|fez|fiz|faco|saiu|sai|urinei|urinou|mijei|mijou|urino',
  limb_weakness: 'levanta|levanto|levantei|levantou|mexe|mexo|consigo|consegue|segura|aperta',
  speech_trouble: 'fala|falo|falando|consigo|consegue',
  stiff_neck: 'encosta|encosto|encostei|dobra|dobro|consigo|consegue|mexe|mexo|vira|viro',
  unresponsive: 'responde|respondeu|acorda|acordou|reage|fala|mexe',
  cannot_complete_sentences: 'consigo|consegue|falo|fala|termino|termina|completo',
  incontinence_new: 'seguro|segura|consigo|consegue|controlo|controla|prendo',
  loss_of_appetite: 'como|come|comendo|comeu|comi',
  dyspnea: 'respiro|respira|respirando|consigo|consegue',
};

/** "mama sim", "tô sentindo sim"; in a longer message a "sim" is of something else */
export function isAtWork(asked: string, tokens: readonly Token[]): boolean {
  const verbs = works[asked as ConceptId];
  if (verbs === undefined || tokens.length > longest) return false;
  const text = tokens
    .filter(isSpoken)
    .map(({ word }) => word)
    .join(' ');
  return new RegExp(
    squeeze(
      `^(?:(?:ele|ela|eu|o|a|bebe|nenem|ta|to|esta|sim|ainda|graca|gracas a deus|tudo) )*(?:${verbs})(?: (?:bem|normal|tudo|ele|ela|as duas|os dois))* sim(?: (?:senhora?|viu|ne|gracas a deus|normal|bem))*$`,
    ),
    'u',
  ).test(text);
}
