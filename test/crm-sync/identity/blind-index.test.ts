import { blindToken, blindTokens } from '../../../crm-sync/identity/blind-index';
import type { Fact } from '../../../crm-sync/identity/facts';
import { searchTerms } from '../../../crm-sync/identity/search-term';
import { mintPatientId } from '../../../contract/patient-id';
import { cnsFor, freshCpf } from '../../support/people';

const secret = Buffer.alloc(32, 3);
const origin = { patientId: 'P', at: '2026-01-01T00:00:00.000Z', event: 'e', source: 'w/v' };
const fact = (field: Fact['field'], ...values: string[]): Fact => ({
  field,
  values,
  verified: false,
  origin,
});

describe('tokens', () => {
  it('tell kinds, values and tenants apart, and nothing of the value', () => {
    const token = blindToken(secret, 'cpf', '11144477735');
    expect(token).toMatch(/^[\w-]{22}$/);
    expect(
      new Set([
        token,
        blindToken(secret, 'cns', '11144477735'),
        blindToken(secret, 'cpf', '11144477736'),
        blindToken(Buffer.alloc(32, 4), 'cpf', '11144477735'),
      ]).size,
    ).toBe(4);
  });
  it('are the same for the same person however they wrote themselves', () => {
    const cpf = freshCpf();
    const tokens = (...facts: Fact[]) => blindTokens(secret, facts);
    expect(tokens(fact('cpf', cpf))).toEqual(
      tokens(fact('cpf', cpf.replace(/^(...)(...)(...)/, '$1.$2.$3-'))),
    );
    expect(tokens(fact('phones', '(85) 8765-4321'))).toEqual(tokens(fact('phones', '+5585987654321')));
    expect(tokens(fact('name', 'ÁNGELA de Souza'))).toEqual(tokens(fact('name', 'angela souza')));
    expect(tokens(fact('birthDate', '1980-01-01'), fact('cpf', '123'))).toEqual([]);
  });
});

describe('what was typed into the search field', () => {
  const id = mintPatientId(() => Buffer.from([1, 2, 3, 4, 5]));
  const cpf = '11987654374';
  it.each([
    [id.toLowerCase(), ['id']],
    ['111.444.777-35', ['cpf']],
    [cnsFor(5), ['cns']],
    ['(85) 98765-4321', ['phone']],
    ['98765-4321', ['phone']],
    ['ana@example.org', ['email']],
    ['Ana de Souza', ['name']],
    ['D’Ávila', ['name']],
    ['12', []],
    ['   ', []],
    ['!?', []],
    ['ana 12', []],
  ])('%s is %j', (typed, kinds) => expect(searchTerms(typed).map((term) => term.kind)).toEqual(kinds));

  it('may be two things at once', () => {
    expect(searchTerms(cpf).map((term) => term.kind)).toEqual(['cpf', 'phone']);
  });
});
