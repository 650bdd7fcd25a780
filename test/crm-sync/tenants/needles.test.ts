/** What looks for leaks must itself be right: each way of writing is found, wherever it stands. */
import fc from 'fast-check';
import { finder, needlesFor } from '../../support/needles';
import { canaries, word } from '../../support/canaries';
import { runs } from '../../support/runs';

const ways: [string, (text: string) => Buffer][] = [
  ['as it is', (text) => Buffer.from(text)],
  ['in lower case', (text) => Buffer.from(text.toLowerCase())],
  ['in base64 of something longer', (text) => Buffer.from(Buffer.from(text).toString('base64'))],
  ['in base64url', (text) => Buffer.from(Buffer.from(text).toString('base64url'))],
  ['in hex', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
  ['in an address', (text) => Buffer.from(encodeURIComponent(text))],
  ['in a form', (text) => Buffer.from(new URLSearchParams({ q: text }).toString())],
  ['in UTF-16', (text) => Buffer.from(text, 'utf16le')],
  ['in JSON', (text) => Buffer.from(JSON.stringify({ text }))],
];

describe('looking for leaks', () => {
  it.each(ways)('finds a word %s, whatever stands around it', (_how, write) => {
    const canary = word();
    const find = finder(needlesFor(canary));
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.uint8Array(), (before, after, bytes) => {
        const haystack = Buffer.concat([bytes, write(before + canary + after), bytes]);
        return find(haystack).some((one) => one.canary === canary);
      }),
      runs(60),
    );
  });

  it('finds a CPF by its digits and a birth date as a date', () => {
    const { cpf, birthDate } = canaries();
    expect(finder(needlesFor(cpf))(Buffer.from(`x${cpf.replace(/\D/g, '')}y`))).toHaveLength(1);
    const date = Buffer.alloc(8);
    date.writeBigInt64LE(BigInt(Date.parse(birthDate)));
    expect(finder(needlesFor(birthDate))(Buffer.concat([Buffer.from('at'), date]))).toHaveLength(1);
  });

  it('finds nothing where nothing is', () => {
    const find = finder(needlesFor(word()));
    expect(find(Buffer.from('Lorem ipsum'.repeat(1_000)))).toEqual([]);
  });
});
