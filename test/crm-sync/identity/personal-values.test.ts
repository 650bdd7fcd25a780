import { generateCpf } from '@brazilian-utils/brazilian-utils/generate-cpf';
import fc from 'fast-check';
import {
  birthDateOf,
  cnsOf,
  cpfOf,
  emailOf,
  phoneEndOf,
  phoneOf,
} from '../../../crm-sync/identity/personal-values';
import { cnsFor } from '../../support/people';

const now = new Date('2026-05-04T12:00:00.000Z');

describe('CPF', () => {
  it.each([
    ['111.444.777-35', '11144477735'],
    [' 11144477735 ', '11144477735'],
    ['111 444 777 35', '11144477735'],
    ['111.444.777-36', undefined],
    ['111.111.111-11', undefined],
    ['1144477735', undefined],
    ['CPF 11144477735', undefined],
    ['', undefined],
  ])('%s → %s', (written, value) => expect(cpfOf(written)).toBe(value));

  it('no single wrong digit passes', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const cpf = generateCpf();
        // A check digit of 0 stands for two remainders: there one wrong digit can, rarely, look right
        fc.pre(cpf[9] !== '0');
        const wrong = [...cpf].map((digit, at) => (at === place ? String((Number(digit) + by) % 10) : digit));
        expect(cpfOf(cpf)).toBe(cpf);
        expect(cpfOf(wrong.join(''))).toBeUndefined();
      }),
    );
  });
});

describe('CNS', () => {
  it('a card of each kind passes, with one digit changed it does not', () => {
    for (const seed of [7, 70, 123_456]) {
      const cns = cnsFor(seed);
      expect(cnsOf(cns.replace(/^(...)(....)(....)/, '$1 $2 $3 '))).toBe(cns);
      expect(cnsOf(cns.slice(0, 14) + ((Number(cns[14]) + 1) % 10))).toBeUndefined();
    }
    expect(cnsOf('123')).toBeUndefined();
  });
});

describe('telephone numbers', () => {
  it.each([
    ['(85) 98765-4321', '+5585987654321'],
    ['(85) 8765-4321', '+5585987654321'],
    ['085 98765-4321', '+5585987654321'],
    ['558587654321', '+5585987654321'],
    ['+55 85 98765-4321', '+5585987654321'],
    ['(85) 3333-4444', '+558533334444'],
    ['+351 912 345 678', '+351912345678'],
    ['98765-4321', undefined],
    ['(20) 98765-4321', undefined],
    ['ramal 12', undefined],
    ['', undefined],
  ])('%s → %s', (written, value) => expect(phoneOf(written)).toBe(value));

  it('a mobile number is the same with and without its ninth digit and its country', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('11', '21', '31', '71', '85', '92'),
        fc.integer({ min: 61_000_000, max: 99_999_999 }),
        (area, end) => {
          const forms = [`${area}9${end}`, `${area}${end}`, `+55 (${area}) 9${end}`, `55${area}${end}`];
          const read = new Set(forms.map(phoneOf));
          expect(read.size).toBe(1);
          if (phoneOf(forms[0]!)) expect([...read]).toEqual([`+55${area}9${end}`]);
        },
      ),
    );
  });

  it('end with eight digits', () => expect(phoneEndOf('+5585987654321')).toBe('87654321'));
});

describe('e-mail addresses', () => {
  it.each([
    [' Ana.Teste@Example.ORG ', 'ana.teste@example.org'],
    ['ana+x@example.org', 'ana+x@example.org'],
    ['ana@localhost', undefined],
    ['ana example.org', undefined],
    ['a@b@c.org', undefined],
    ['<ana@example.org>', undefined],
  ])('%s → %s', (written, value) => expect(emailOf(written)).toBe(value));
});

describe('birth dates', () => {
  it.each([
    ['1980-02-29', '1980-02-29'],
    ['1981-02-29', undefined],
    ['2026-05-05', '2026-05-05'],
    ['2026-05-06', undefined],
    ['1895-01-01', undefined],
    ['29/02/1980', undefined],
  ])('%s → %s', (written, value) => expect(birthDateOf(written, now)).toBe(value));
});

it('whatever is written, nothing throws, and reading what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ().+-]{0,20}$/)), (text) => {
      for (const read of [cpfOf, cnsOf, phoneOf, emailOf, (one: string) => birthDateOf(one, now)]) {
        const value = read(text);
        if (value !== undefined) expect(read(value)).toBe(value);
      }
    }),
  );
});
