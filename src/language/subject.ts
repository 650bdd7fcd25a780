/**
 * Whose body does each word of a message speak of: the writer's, or somebody else's? Read from left to right: kin and pronouns as
 * subjects make it another's, "eu", verbs in the first person and "minha cabeça" the writer's again. Never used to decide what is urgent.
 */
import * as words from './subject-words';
import { personAt, type Person } from './person-at';
import { isBirth, isChildhood, isOfOthers, turnToWriter } from './subject-turns';
import { wordAt } from './token-at';
import type { Token } from './tokens';

export type Who = 'self' | 'other';

const begins = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning));
const ends = new Set(['stop', 'ask', 'pause']);

class Reader {
  readonly who: (Who | undefined)[];
  private current: Who | undefined;
  /** Where the clause began, and whether the writer has spoken of themselves in it. */
  private clause = 0;
  private ownClause = false;
  private everOwn = false;
  private everOther = false;
  private speaker = false;
  /** Somebody else was named, of whom nothing was said yet: "tô com meu marido, ele …". */
  private named = false;
  /** Last token of the person named last. */
  private personEnd = -1;
  private readonly expecting: boolean;

  constructor(private readonly tokens: readonly Token[]) {
    this.who = new Array<Who | undefined>(tokens.length);
    const all = tokens.slice(0, 400).map(({ word }) => word);
    this.expecting =
      all.some((word) => begins(word, words.unborn)) ||
      (all.includes('barriga') && all.some((word) => begins(word, words.moving)));
  }

  read(): (Who | undefined)[] {
    const { tokens } = this;
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i] as Token;
      if (token.kind !== 'word') {
        if (token.kind === 'comma' || ends.has(token.kind)) this.beginClause(i + 1);
        this.who[i] = this.current;
        continue;
      }
      const person = personAt(tokens, i);
      // "sou uma senhora de 81 anos"
      if (
        person &&
        ['sou', 'soy'].includes(wordAt(tokens, i - 1)) &&
        !words.kin.has(wordAt(tokens, person.end))
      ) {
        this.setSelf(i);
        this.who[i] = this.current;
        continue;
      }
      if (person && !this.isUnborn(person)) {
        this.onPerson(person);
        this.personEnd = person.end;
        for (let k = person.start; k <= person.end; k += 1) this.who[k] = this.current;
        i = person.end;
        continue;
      }
      if (this.isSelf(i)) this.setSelf(i);
      else if (this.current === undefined && !this.everOwn && this.isTheirs(i)) this.setOther(this.clause);
      else if (this.speaker && this.isSpokenOf(i)) this.setOther(i);
      this.who[i] = this.current;
    }
    turnToWriter(tokens, this.who);
    return this.who;
  }

  private beginClause(at: number): void {
    this.clause = at;
    this.ownClause = false;
  }

  private setOther(from: number): void {
    for (let k = from; k < this.who.length && k <= from + 60 && this.who[k] !== 'self'; k += 1)
      this.who[k] = 'other';
    this.current = 'other';
    this.everOther = true;
    this.speaker = false;
  }

  private setSelf(at: number): void {
    // what was said in this clause before anyone was named is the writer's: "febre eu tenho"
    for (let k = this.clause; k < at; k += 1) this.who[k] ??= 'self';
    this.current = 'self';
    this.ownClause = true;
    this.everOwn = true;
    this.speaker = false;
  }

  /** The child of a pregnancy is told of by its mother, whose complaint it is. */
  private isUnborn({ start, end }: Person): boolean {
    if (!this.expecting) return false;
    if (this.tokens.slice(start, start + 8).some((token) => token.kind === 'number')) return false;
    const said = this.tokens.slice(start, end + 1).map(({ word }) => word);
    return (
      said.some((word) => words.babies.has(word)) ||
      (['ele', 'ela'].includes(said[0] ?? '') && !this.everOther)
    );
  }

  private onPerson({ start, end }: Person): void {
    const { tokens } = this;
    const own = words.articles.has(wordAt(tokens, start - 1)) ? start - 2 : start - 1;
    const before = wordAt(tokens, own);
    const after = wordAt(tokens, end + 1);
    const word = wordAt(tokens, start);
    this.named ||= words.kin.has(wordAt(tokens, end));
    // "as a kid"; "tive meu bebê há 5 dias"
    if (isChildhood(tokens, start)) return;
    if (isBirth(tokens, start, end)) return this.setSelf(start);
    if (words.ofThem.has(word) || words.ofWhom.has(before) || words.inWhom.has(before)) {
      const lead = wordAt(tokens, own - (words.ofThem.has(word) ? 0 : 1));
      if (words.possessions.has(lead)) return;
      if (this.clauseHas(words.catching, own)) return;
      const bare = words.ofThem.has(word) || !this.ownClause;
      return bare ? this.setOther(this.clause) : this.relative(end);
    }
    if (words.withWhom.has(before)) {
      const state = ['com', 'sem', 'que', 'ta', 'tem', 'with', 'con'];
      if (state.includes(after) || /[aei]ndo$/.test(after)) this.setOther(start);
      return;
    }
    if (words.forWhom.has(before)) {
      if (!this.ownClause) this.setOther(this.clause);
      else this.relative(end);
      return;
    }
    // "eu e meu filho"
    if (before === 'e' && words.selves.has(wordAt(tokens, own - 1)) && wordAt(tokens, own - 1) !== 'tenho')
      return;
    if (
      (after === 'e' || after === 'y' || after === 'and') &&
      ['eu', 'i', 'yo'].includes(wordAt(tokens, end + 2))
    )
      return;
    if (words.pronouns.has(word) && this.everOwn && !this.everOther && !this.named && after !== 'com') return;
    if (this.givesToWriter(end)) return;
    // "escorpião picou meu filho"
    if (/(?:ou|eu|iu|ando|endo)$/.test(before) && before.length > 3 && !this.ownClause)
      return this.setOther(this.clause);
    if (after === 'quer' && words.wishes.has(wordAt(tokens, end + 2))) return this.setOther(start);
    if (words.speaking.has(after) && !/^(?:falando|fala|reclama)$/.test(after)) {
      this.speaker = true;
      return;
    }
    this.setOther(start);
  }

  /** "meu filho me passou gripe" */
  private givesToWriter(end: number): boolean {
    return wordAt(this.tokens, end + 1) === 'me' && begins(wordAt(this.tokens, end + 2), words.catching);
  }

  /** "moro com minha mãe que tem asma" */
  private relative(end: number): void {
    const next = wordAt(this.tokens, end + 1);
    if (['que', 'ta', 'tem', 'who', 'com', 'sem'].includes(next)) this.setOther(end);
  }

  private clauseHas(beginnings: readonly string[], before: number): boolean {
    for (let k = before; k >= this.clause && k > before - 8; k -= 1)
      if (begins(wordAt(this.tokens, k), beginnings)) return true;
    return false;
  }

  private isSelf(i: number): boolean {
    const { tokens } = this;
    const word = wordAt(tokens, i);
    const next = wordAt(tokens, i + 1);
    if (words.possessives.has(word)) {
      const noun = words.describing.has(next) ? wordAt(tokens, i + 2) : next;
      return words.bodily.has(noun);
    }
    if (word === 'me' && next !== '') return !begins(next, words.toMe);
    const isFirstPerson = word.length > 3 && word.endsWith('ei');
    if (!words.selves.has(word) && !isFirstPerson) return false;
    if (begins(word, words.benign) || isOfOthers(tokens, i)) return false;
    // "mi hijo tomó"; "sou mãe de um bebê"
    if (words.ambiguous.has(word) && this.current === 'other' && this.personEnd === i - 1) return false;
    if (word === 'sou' && (words.kin.has(next) || words.others.has(next) || next === 'a' || next === 'o'))
      return false;
    for (let k = i + 1; k <= i + 3; k += 1) {
      const near = wordAt(tokens, k);
      if (near === '') break;
      if (begins(near, words.benign)) return false;
      if (near === 'que' && k === i + 1) break;
    }
    // "tô com meu filho com febre", "tenho um filho de 3 anos com febre"
    for (let k = i + 1; k <= i + 2; k += 1)
      if (personAt(tokens, k) && ['com', 'um', 'uma', 'com'].includes(next)) return false;
    return true;
  }

  /** "disse que tá com febre", "falou que quer morrer" */
  private isSpokenOf(i: number): boolean {
    const word = wordAt(this.tokens, i);
    return (
      ['ta', 'tem', 'tava'].includes(word) ||
      (words.ofThird.has(word) && wordAt(this.tokens, i - 1) === 'que')
    );
  }

  private isTheirs(i: number): boolean {
    const word = wordAt(this.tokens, i);
    const before = wordAt(this.tokens, i - 1);
    if (before === 'me' || before === 'que' || (before === 'se' && word === 'mexe')) return false;
    if (!words.theirVerbs.has(word)) return false;
    const next = wordAt(this.tokens, i + 1);
    // "apagou um olho de repente"
    if (word === 'apagou' && words.articles.has(next) && words.bodily.has(wordAt(this.tokens, i + 2)))
      return false;
    // "a fala enrolada"; "espirrou produto no olho"
    if (
      word === 'fala' &&
      /^(?:enrolad|embolad|arrastad|pastos|travad|mole|estranh|esquisit|pesad|dificil|lent)/.test(next)
    )
      return false;
    if (words.splashes.has(word) && [next, before].some((one) => words.splashing.has(one))) return false;
    return !/^(?:o|a|um|uma|de|do|da)$/.test(before);
  }
}

export interface Subjects {
  /** By token; undefined before anybody was named. */
  who: readonly (Who | undefined)[];
  /** Whose it is where nobody was named yet: theirs whom the message names afterwards, unless the writer speaks of themselves, too. */
  unnamed: Who;
  /** Somebody who may be pregnant is named, beside the writer. */
  carrier: boolean;
}

export function subjectsOf(tokens: readonly Token[]): Subjects {
  const who = new Reader(tokens).read();
  return {
    who,
    unnamed: who.includes('other') && !who.includes('self') ? 'other' : 'self',
    carrier: tokens.some(({ word }) => words.carriers.has(word)),
  };
}
