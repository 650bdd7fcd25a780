import { told } from './say';

/** Two words as one: "sei_lá". */
export type WordRow = readonly [name: string, words: string, say: (word: string) => string, reads: RegExp];

/** Each word of a list makes its sentence read so, and a word that stands in no list does not. */
export function testEachWord(rows: readonly WordRow[]): void {
  describe.each(rows)('Given each word for %s', (_name, words, say, reads) => {
    it('Then the sentence is read by it', () =>
      expect(words.split(' ').filter((word) => !reads.test(told(say(word.replace(/_/g, ' ')))))).toEqual([]));
    it('Then another word does not do the same', () => expect(told(say('xyz'))).not.toMatch(reads));
  });
}
