/**
 * Phrases as a trie of words, written out only where a text goes: one phrase with alternatives has hundreds of ways to be
 * said, all phrases together a quarter of a million, and few of them are ever met.
 */

/** A place of a phrase: what may stand there. */
export interface PhraseElement {
  /** Each a few words in a row. */
  alternatives: readonly (readonly string[])[];
  optional: boolean;
}

export interface Phrase {
  concept: string;
  elements: readonly PhraseElement[];
}

/** Within one phrase: before the element `at`, or within an alternative of it, before `rest`. */
interface Place {
  phrase: Phrase;
  at: number;
  rest: readonly string[];
}

const none: readonly string[] = [];

export class PhraseNode {
  /** Concepts whose phrase ends here. */
  readonly ends: readonly string[];
  private made: ReadonlyMap<string, PhraseNode> | undefined;

  constructor(private readonly places: readonly Place[]) {
    const ended = places.filter(({ phrase, at, rest }) => rest === none && at === phrase.elements.length);
    this.ends = [...new Set(ended.map(({ phrase }) => phrase.concept))];
  }

  /** By the word that comes next; made when it is first asked for. */
  get next(): ReadonlyMap<string, PhraseNode> {
    return (this.made ??= this.write());
  }

  private write(): ReadonlyMap<string, PhraseNode> {
    const after = new Map<string, Place[]>();
    for (const { phrase, at, rest } of this.places) {
      const add = (words: readonly string[], before: number): void => {
        const places = after.get(words[0]!) ?? [];
        if (places.length === 0) after.set(words[0]!, places);
        if (words.length > 1) places.push({ phrase, at: before, rest: words.slice(1) });
        else places.push(...reached(phrase, before + 1));
      };
      if (rest !== none) add(rest, at);
      else for (const words of phrase.elements[at]?.alternatives ?? []) add(words, at);
    }
    return new Map([...after].map(([word, places]) => [word, new PhraseNode(withoutTwins(places))]));
  }
}

/** The place before the element `at`, and those behind it that leaving out optional ones leads to. */
function reached(phrase: Phrase, at: number): Place[] {
  const places: Place[] = [];
  for (let to = at; ; to += 1) {
    places.push({ phrase, at: to, rest: none });
    if (!phrase.elements[to]?.optional) return places;
  }
}

/** Two ways through one phrase may lead to the same place. Places of a phrase stand together. */
function withoutTwins(places: readonly Place[]): Place[] {
  return places.filter((one, index) => {
    if (one.rest !== none) return true;
    for (let before = index - 1; places[before]?.phrase === one.phrase; before -= 1)
      if (places[before]?.rest === none && places[before]?.at === one.at) return false;
    return true;
  });
}

export function phraseTrie(phrases: readonly Phrase[]): PhraseNode {
  return new PhraseNode(phrases.flatMap((phrase) => reached(phrase, 0)));
}
