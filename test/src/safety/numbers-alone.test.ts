/** Dates, documents, telephones and links are no answer in numbers; of two temperatures the one of now is. */
import { redFlagsInText } from '../../../src/safety/red-flags';
import { understand } from '../../../src/safety/understand';
import { told } from '../language/say';

const of = (asked: string, text: string): string => told(text, 'pt-BR', asked);

describe('numbers that answer another question', () => {
  it.each([
    '12/03/1980',
    '123.456.789-09',
    '11 99999-0000',
    '(11) 98888-7777',
    'https://maps.google.com/?q=-23.5,-46.6',
  ])('Given age asked and "%s" Then no age', (text) => expect(of('age', text)).not.toContain('age='));
  it.each<[string, string, string]>([
    ['age', '34', 'age=34'],
    ['age', '8 meses', 'age=0.6667'],
    ['age', 'meu bebê tem 8m', 'age=0.6667'],
    ['temperature', 'a noite deu 39, agora 37', 'temperature=37'],
    ['temperature', 'ontem 39,2 hoje 37,5', 'temperature=37.5'],
    ['temperature', '39 agora, de manhã 37', 'temperature=39'],
  ])('Given %s asked and "%s" Then %s', (asked, text, expected) =>
    expect(of(asked, text)).toContain(expected),
  );
});

describe('a thermometer’s number without its unit', () => {
  it.each<[string, string]>([
    ['meu bebê de 1 mês tá quentinho 38.1', 'temperature=38.1'],
    ['bebê de 2 meses, 37,2', 'temperature=37.2'],
    ['38.2', 'temperature=38.2'],
    ['38,9 há 2 dias', 'temperature=38.9'],
    ['ta quente, 39', 'temperature=39'],
  ])('Given "%s" Then %s', (text, expected) =>
    expect(
      understand(text, { language: 'pt-BR' }).findings.map(({ concept, value }) => `${concept}=${value}`),
    ).toContain(expected),
  );
  it.each([
    'tenho 38 anos',
    'peso 38,5',
    '38,5 kg',
    'calço 38,5',
    'minha filha de 38',
    'R$ 38,50',
    '40 semanas',
    '1.700',
    'rua 38',
  ])('Given "%s" Then no temperature', (text) =>
    expect(understand(text, { language: 'pt-BR' }).findings.map(({ concept }) => concept)).not.toContain(
      'temperature',
    ),
  );
  it('Given a baby of a month that is warm Then 192', () =>
    expect(redFlagsInText('meu bebê de 1 mês tá quentinho 38.1')[0]?.call).toBe('192'));
});
