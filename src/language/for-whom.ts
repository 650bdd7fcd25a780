/** For whom is it: the writer, a child, somebody else? Plain words only; whatever is not certain is asked. */
import * as words from './dependent-words';
import { normalise } from './normalise';

export type ForWhomSaid = 'self' | 'child' | 'other';

const childWords =
  /(?<!\p{L})(?:filh[oa]s?|filhinh[oa]s?|beb[eê]s?|nenem|nene|crianca|criancas|net[oa]s?|netinh[oa]s?|menin[oa]s?|sobrinh[oa]s?|enteada?o?|afilhad[oa]|son|daughter|child|children|kid|kids|baby|toddler|infant|newborn|grandson|granddaughter|nephew|niece|hij[oa]s?|hijit[oa]|nin[oa]s?|niet[oa]s?)(?!\p{L})/u;
const otherWords =
  /(?<!\p{L})(?:outra? pessoa|outro|outra|alguem|mae|pai|maezinha|paizinho|avo|vovo|esposa?o?|marido|mulher|namorad[oa]|companheir[oa]|irma|irmao|tia|tio|prim[oa]|amig[oa]|vizinh[oa]|sogr[oa]|padrasto|madrasta|colega|patroa|chefe|idos[oa]|some(?:one|body)(?: else)?|other person|another|mother|mom|mum|father|dad|wife|husband|partner|sister|brother|grandm(?:other|a)|grandf?(?:ather|pa)|aunt|uncle|cousin|friend|neighbou?r|otra persona|otr[oa]|alguien|madre|mama|padre|papa|abuel[oa]|espos[oa]|mujer|herman[oa]|ti[oa]|suegr[oa]|vecin[oa]|novi[oa])(?!\p{L})/u;
const selfAnswers =
  /^(?:e |eh |sim,? |it'?s |its |es )?(?:(?:so )?(?:para|pra|p\/?|por|for|just)? ?)?(?:mim|mim mesm[oa]|eu|eu mesm[oa]|eu propri[oa]|me|myself|mi|mi mism[oa]|yo|yo mism[oa]|minha? mesm[oa]|comigo|conmigo|sou eu|soy yo|it'?s me)[.! ]*$/u;
/** Verbs and the like that only the one who is ill says of themselves. */
const firstPerson =
  /(?<!\p{L})(?:eu (?:estou|to|tenho|sinto)|estou|tou|toh?|tenho|sinto|senti|tive|fiquei|peguei|comecei|me sinto|me sentindo|i am|i'?m|i have|i'?ve|i feel|i got|i had|estoy|tengo|siento|me siento|me duele|me doi|ando com|vomitei|desmaiei|cai|machuquei|cortei|tossi|tossindo muito eu)(?!\p{L})/u;

/** The answer to "for whom is it?". */
export function readForWhom(text: string): ForWhomSaid | undefined {
  const said = normalise(text.slice(0, 200));
  if (selfAnswers.test(said)) return 'self';
  if (childWords.test(said)) return 'child';
  if (otherWords.test(said)) return 'other';
  return isAboutWriter(text) ? 'self' : undefined;
}

const changed =
  /^(?:(?:nao|no|na verdade|alias|ah|oi|opa|desculpa|desculpe|perdao|mas|sorry|actually|en realidad|perdon)[,.! ]+)*(?:(?:isso|isto|it|this|esto) )?(?:e|eh|seria|is|it'?s|its|es) (?:so )?(?:para|pra|pro|p\/|for) /u;
/** In words. */
const longestChange = 12;

/** "Na verdade é para a minha mãe", while something else is asked: for whom it is after all. */
export function readChangedPerson(text: string): ForWhomSaid | undefined {
  const said = normalise(text.slice(0, 200)).trim();
  if (!changed.test(said) || said.split(/\s+/).length > longestChange) return undefined;
  const whom = said.replace(changed, '');
  return selfAnswers.test(whom) ? 'self' : readForWhom(whom);
}

/** A complaint that speaks of the writer and of nobody else: then it is not asked for whom it is. */
export function isAboutWriter(text: string): boolean {
  const said = normalise(text.slice(0, 1_000));
  if (childWords.test(said) || otherWords.test(said)) return false;
  const kin = said.split(/[^\p{L}]+/u).some((word) => words.children.has(word) || words.adults.has(word));
  return !kin && firstPerson.test(said);
}

/** Whether the one who is cared for is a child, by the word used. */
export const namesChild = (text: string): boolean => childWords.test(normalise(text.slice(0, 1_000)));
