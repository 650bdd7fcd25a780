import { told } from './say';

/** Two words as one: "sei_lá". */
export type WordRow = readonly [name: string, words: string, say: (word: string) => string, reads: RegExp];

/**
 * Each word of a list makes its sentence read so, and a word that stands in no list does not.
 * @param asked the concept that all of them answer
 */
export function testEachWord(rows: readonly WordRow[], asked?: string): void {
  const heard = (text: string): string => told(text, 'pt-BR', asked);
  describe.each(rows)('Given each word for %s', (_name, words, say, reads) => {
    it('Then the sentence is read by it', () =>
      expect(words.split(' ').filter((word) => !reads.test(heard(say(word.replace(/_/g, ' ')))))).toEqual(
        [],
      ));
    it('Then another word does not do the same', () => expect(heard(say('xyz'))).not.toMatch(reads));
  });
}
