import fc from 'fast-check';
import { seenFrom, type Fact, type FactField } from '../../../crm-sync/identity/facts';
import { goldenRecord } from '../../../crm-sync/identity/golden-record';
import { contradictions, strongKeysOf } from '../../../crm-sync/identity/strong-keys';
import { freshCpf } from '../../support/people';

let count = 0;
export function fact(
  field: FactField,
  values: string[],
  {
    minute = 0,
    verified = false,
    staff,
    source = 'w1/v1',
  }: { minute?: number; verified?: boolean; staff?: string; source?: string } = {},
): Fact {
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const origin = { patientId: 'P', at, event: `e${(count += 1)}`, ...(staff ? { staff } : { source }) };
  return { field, values, verified, origin };
}

const cpfs = [freshCpf(), freshCpf(), freshCpf()];

describe('what is told of somebody whom only a typed number joins', () => {
  const of = (patientId: string, one: Fact): Fact => ({ ...one, origin: { ...one.origin, patientId } });
  const own = [
    of('P', fact('name', ['Maria'], { minute: 1 })),
    of('P', fact('phones', ['(85) 98765-4321'], { minute: 1 })),
  ];
  const others = [
    of('Q', fact('name', ['Outra'], { minute: 9, verified: true })),
    of(
      'Q',
      fact('phones', ['(85) 98765-4321', '(85) 91234-5678'], { minute: 9, verified: true, source: 'w1/v2' }),
    ),
  ];
  const told = [...others, ...own];

  it('stands behind what their own channels told, and vouches for none of it', () => {
    const { name, phones } = goldenRecord(seenFrom(told, ['P']));
    expect([name?.value, name?.others.map((one) => one.value)]).toEqual(['Maria', ['Outra']]);
    expect(phones.map(({ value, verified }) => [value, verified])).toEqual([
      ['+5585987654321', false],
      ['+5585912345678', false],
    ]);
    expect(goldenRecord(seenFrom(told, ['Q'])).name?.value).toBe('Outra');
  });

  it('is all there is when their own channels told nothing', () => {
    expect(goldenRecord(seenFrom(others, ['P'])).name?.value).toBe('Outra');
  });

  it('counts as before once the two are surely one', () => {
    expect(goldenRecord(seenFrom(told, ['P', 'Q'])).name?.value).toBe('Outra');
  });

  it('leaves staff’s own words on either ID first', () => {
    const staff = of('Q', fact('name', ['Maria Corrigida'], { minute: 2, staff: 's1' }));
    expect(goldenRecord(seenFrom([...told, staff], ['P'])).name?.value).toBe('Maria Corrigida');
  });
});

describe('one value of several', () => {
  const said = {
    first: fact('cpf', [cpfs[0]!], { minute: 1 }),
    last: fact('cpf', [cpfs[1]!], { minute: 2 }),
    vouched: fact('cpf', [cpfs[2]!], { minute: 0, verified: true }),
    impossible: fact('cpf', ['111.111.111-11'], { minute: 9 }),
    corrected: fact('cpf', [cpfs[0]!], { minute: 3, staff: 's1' }),
    withdrawn: fact('cpf', [], { minute: 4, staff: 's2' }),
  };
  it.each([
    [['first', 'last'], cpfs[1]],
    [['last', 'first', 'vouched'], cpfs[2]],
    [['impossible', 'first'], cpfs[0]],
    [['impossible'], '111.111.111-11'],
    [['vouched', 'corrected', 'last'], cpfs[0]],
    [['corrected', 'withdrawn', 'last'], cpfs[1]],
  ] as const)('%j', (names, value) => {
    const { cpf } = goldenRecord(names.map((name) => said[name]));
    expect(cpf?.value).toBe(value);
  });

  it('keeps the others, and says of each where it is from', () => {
    const { cpf } = goldenRecord(Object.values(said).slice(0, 4));
    expect(cpf).toMatchObject({ verified: true, valid: true, origin: said.vouched.origin });
    expect(cpf?.others.map((one) => [one.value, one.valid])).toEqual([
      [cpfs[1], true],
      [cpfs[0], true],
      ['111.111.111-11', false],
    ]);
  });

  it('does not depend on the order in which facts are given, nor on repetition', () => {
    const all = Object.values(said).slice(0, 5);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 10 }), (given) => {
        expect(goldenRecord(given)).toEqual(goldenRecord(all));
      }),
    );
  });
});

it('the same name in other letters is one value, shown as said last', () => {
  const { name } = goldenRecord([
    fact('name', ['ana de souza'], { minute: 1 }),
    fact('name', ['Ana Souza'], { minute: 2 }),
  ]);
  expect([name?.value, name?.others]).toEqual(['Ana Souza', []]);
});

describe('lists', () => {
  const numbers = ['(85) 98765-4321', '(85) 3333-4444', '(85) 99999-0000'];
  it('are what each channel said last, together; vouched for once is vouched for', () => {
    const record = goldenRecord([
      fact('phones', [numbers[0]!, numbers[1]!], { minute: 1, verified: true }),
      fact('phones', [numbers[0]!], { minute: 2 }),
      fact('phones', [numbers[2]!], { minute: 1, source: 'w2/v9' }),
    ]);
    expect(record.phones.map(({ value, verified }) => [value, verified])).toEqual([
      ['+5585987654321', true],
      ['+5585999990000', false],
    ]);
  });
  it('are staff’s alone once staff wrote them', () => {
    const record = goldenRecord([
      fact('phones', [numbers[0]!], { minute: 5, verified: true }),
      fact('phones', [numbers[1]!], { minute: 1, staff: 's' }),
    ]);
    expect(record.phones.map(({ value }) => value)).toEqual(['+558533334444']);
  });
});

describe('strong keys', () => {
  const phone = fact('phones', ['85 98765-4321', '85 3333-4444'], { verified: true });
  const stated = fact('phones', ['85 98765-4321']);
  const day = fact('birthDate', ['1980-02-29']);
  it.each([
    ['a phone alone says nothing', [phone], []],
    ['nor does one nobody vouches for', [stated, day], []],
    ['the vouched one with a birth date does', [phone, day], ['phone-birth-date +5585987654321 1980-02-29']],
    ['a birth date alone says nothing', [day], []],
    ['nor does a CPF that cannot be one', [fact('cpf', ['12345678900'])], []],
    [
      'e-mail with birth date',
      [fact('emails', ['A@example.org'], { verified: true }), day],
      ['email-birth-date a@example.org 1980-02-29'],
    ],
    ['CPF', [fact('cpf', [cpfs[0]!]), fact('cpf', [cpfs[0]!])], [`cpf ${cpfs[0]}`]],
  ] as const)('%s', (_name, facts, keys) => {
    expect(strongKeysOf(facts).map(({ kind, value }) => `${kind} ${value}`)).toEqual(keys);
  });

  it('are none of two who contradict each other', () => {
    const one = [fact('cpf', [cpfs[0]!]), fact('birthDate', ['1980-01-01'])];
    expect(contradictions(one, [fact('cpf', [cpfs[0]!])])).toEqual([]);
    expect(contradictions(one, [fact('cpf', [cpfs[1]!])])).toEqual(['cpf']);
    expect(contradictions(one, [fact('cpf', [cpfs[0]!]), fact('birthDate', ['1980-01-02'])])).toEqual([
      'birthDate',
    ]);
    expect(contradictions(one, [fact('birthDate', ['not a day'])])).toEqual([]);
  });
});
