import { correctionOf } from '../../../crm-sync/patients/change-routes';
import { ageInYears, shownValue } from '../../../crm-sync/patients/shown-values';
import { readTerm } from '../../../crm-sync/patients/search';
import { speechOf } from '../../../crm-sync/web/speech';

describe('a form that corrects', () => {
  it.each([
    ['nothing touched', { name: 'Ana', was_name: 'Ana', cpf: '', was_cpf: '' }, {}],
    ['spaces are no change', { name: ' Ana ', was_name: 'Ana' }, {}],
    ['a new name', { name: 'Ana Lima', was_name: 'Ana' }, { name: 'Ana Lima' }],
    ['emptied: taken back', { cpf: '', was_cpf: '111.444.777-35' }, { cpf: null }],
    [
      'lists',
      { phones: '85 98765-4321, ; 85 3333-4444', was_phones: '' },
      { phones: ['85 98765-4321', '85 3333-4444'] },
    ],
    ['an emptied list', { emails: ' ', was_emails: 'a@example.org' }, { emails: null }],
    ['not in the form', {}, {}],
  ])('%s', (_name, form, correction) => expect(correctionOf(form)).toEqual(correction));
});

describe('how values are shown', () => {
  const speech = speechOf('pt-BR', 'America/Fortaleza');
  it.each([
    ['cpf', '11144477735', '111.444.777-35'],
    ['cns', '700000000900006', '700 0000 0090 0006'],
    ['birthDate', '1980-02-29', '29 de fev. de 1980'],
    ['phones', '+5585987654321', '(85) 98765-4321'],
    ['phones', '+351912345678', '+351 912 345 678'],
    ['emails', 'a@example.org', 'a@example.org'],
  ] as const)('%s %s → %s', (field, value, shown) =>
    expect(shownValue(speech, field, { value, valid: true })).toBe(shown),
  );
  it('what is not valid stays as written', () =>
    expect(shownValue(speech, 'cpf', { value: '123', valid: false })).toBe('123'));
  it.each([
    ['1980-02-29', '2026-02-28', 45],
    ['1980-02-29', '2026-03-01', 46],
    ['2026-05-04', '2026-05-04', 0],
  ])('born %s, on %s: %i', (born, today, years) =>
    expect(ageInYears(born, new Date(`${today}T15:00:00.000Z`))).toBe(years),
  );
});

describe('what cannot be looked for', () => {
  it.each([
    ['111.444.777-36', 'cpfWrongCheck'],
    ['700 0000 0090 0007', 'cnsWrongCheck'],
    ['0410-6105-B', 'idWrongCheck'],
    ['12', 'findUnreadable'],
    ['<x 1>', 'findUnreadable'],
  ])('%s: %s', (typed, problem) => expect(readTerm(typed)).toEqual({ ok: false, problem }));
  it('one kind can be chosen of several', () => {
    const both = readTerm('11144477735');
    expect(both.ok && both.kinds).toContain('cpf');
    const one = readTerm('11144477735', 'cpf');
    expect(one.ok && one.terms.map((term) => term.kind)).toEqual(['cpf']);
  });
});
