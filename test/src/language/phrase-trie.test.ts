import * as fc from 'fast-check';
import { phraseTrie, type Phrase, type PhraseNode } from '../../../src/language/phrase-trie';
import { runs } from '../../support/runs';

/** Every way to say a phrase, one after another. */
const waysOf = ({ elements }: Phrase): string[] =>
  elements
    .reduce<string[][]>(
      (ways, { alternatives, optional }) =>
        ways.flatMap((way) => [
          ...alternatives.map((words) => [...way, ...words]),
          ...(optional ? [way] : []),
        ]),
      [[]],
    )
    .map((words) => words.join(' '))
    .filter(Boolean);

/** What the trie knows: each row of words that ends a phrase, with its concepts. */
function told(node: PhraseNode, before: string[] = []): [string, readonly string[]][] {
  return [...node.next].flatMap(([word, next]) => {
    const words = [...before, word];
    const own: [string, readonly string[]][] = next.ends.length > 0 ? [[words.join(' '), next.ends]] : [];
    return [...own, ...told(next, words)];
  });
}

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 });
const element = fc.record({
  alternatives: fc.array(words, { minLength: 1, maxLength: 3 }),
  optional: fc.boolean(),
});
const phrase = fc.record({
  concept: fc.constantFrom('fever', 'cough', 'pain'),
  elements: fc.array(element, { minLength: 1, maxLength: 3 }),
});

it('Given any phrases, then exactly their ways to be said end in the trie, concepts in the order of the phrases', () => {
  fc.assert(
    fc.property(fc.array(phrase, { maxLength: 4 }), (phrases) => {
      const ways = new Map<string, Set<string>>();
      for (const one of phrases)
        for (const way of waysOf(one)) ways.set(way, (ways.get(way) ?? new Set()).add(one.concept));
      const expected = Object.fromEntries([...ways].map(([way, concepts]) => [way, [...concepts]]));
      expect(Object.fromEntries(told(phraseTrie(phrases)))).toEqual(expected);
    }),
    runs(100),
  );
});

it('a node is made once', () => {
  const root = phraseTrie([{ concept: 'fever', elements: [{ alternatives: [['a']], optional: false }] }]);
  expect(root.next.get('a')).toBe(root.next.get('a'));
  expect(root.next.get('a')!.next.size).toBe(0);
});
