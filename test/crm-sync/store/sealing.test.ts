import { randomBytes } from 'crypto';
import * as fc from 'fast-check';
import { open, seal, SealingError, type SealingKey } from '../../../crm-sync/store/sealing';

const key: SealingKey = { id: 'k1', key: Buffer.alloc(32, 1) };
const other: SealingKey = { id: 'k2', key: Buffer.alloc(32, 2) };
const binding = fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 });
const text = fc.string({ unit: 'binary', maxLength: 300 });

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof SealingError ? error.code : String(error);
  }
}

describe('sealing', () => {
  it('gives back any text at its own place', () => {
    fc.assert(
      fc.property(binding, text, (place, plain) => {
        const sealed = seal(key, place, Buffer.from(plain), randomBytes);
        expect(sealed).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+$/);
        expect(open([other, key], place, sealed).toString()).toBe(Buffer.from(plain).toString());
      }),
    );
  });

  it('opens nowhere else: not in another tenant, collection, document or field, however the parts are cut', () => {
    fc.assert(
      fc.property(binding, binding, text, (here, there, plain) => {
        fc.pre(
          JSON.stringify(here.map((p) => Buffer.from(p).toString('hex'))) !==
            JSON.stringify(there.map((p) => Buffer.from(p).toString('hex'))),
        );
        const sealed = seal(key, here, Buffer.from(plain), randomBytes);
        expect(codeOf(() => open([key], there, sealed))).toBe('wrong-binding');
      }),
    );
    const joined = seal(key, ['ab', 'c'], Buffer.from('x'), randomBytes);
    expect(codeOf(() => open([key], ['a', 'bc'], joined))).toBe('wrong-binding');
  });

  it('notices any changed bit', () => {
    fc.assert(
      fc.property(fc.nat(), text, (where, plain) => {
        const parts = seal(key, ['x'], Buffer.from(plain), randomBytes).split('.');
        const body = Buffer.from(parts[3]!, 'base64url');
        body[(where >> 3) % body.length]! ^= 1 << (where & 7);
        const changed = [...parts.slice(0, 3), body.toString('base64url')].join('.');
        expect(codeOf(() => open([key], ['x'], changed))).toBe('wrong-binding');
      }),
    );
  });

  it('needs the very key, and its own name', () => {
    const sealed = seal(key, ['x'], Buffer.from('falta de ar'), randomBytes);
    expect(codeOf(() => open([other], ['x'], sealed))).toBe('unknown-key');
    expect(codeOf(() => open([{ id: 'k1', key: other.key }], ['x'], sealed))).toBe('wrong-binding');
    expect(codeOf(() => open([{ id: 'k2', key: key.key }], ['x'], sealed.replace('k1', 'k2')))).toBe(
      'wrong-binding',
    );
  });

  it('never seals the same text alike', () => {
    const sealed = Array.from({ length: 50 }, () => seal(key, ['x'], Buffer.from('sim'), randomBytes));
    expect(new Set(sealed).size).toBe(50);
  });

  it.each([
    '',
    'v1',
    'v1.k1',
    'v1.k1..',
    'v2.k1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA',
    'v1.k1.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
    'v1.k1.AAAAAAAAAAAAAAAA.AAAA',
    'a b c',
  ])('calls %p malformed', (sealed) => expect(codeOf(() => open([key], ['x'], sealed))).toBe('malformed'));
});
