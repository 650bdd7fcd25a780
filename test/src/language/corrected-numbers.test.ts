import { understand } from '../../../src/safety/understand';

const told = (text: string, asked?: string): string =>
  understand(text, { language: 'pt-BR', asked })
    .findings.map(({ concept, value, who, when }) => `${concept}=${value}/${who}/${when}`)
    .sort()
    .join(' ');

describe('the number that counts', () => {
  it.each<[string, string, string]>([
    ['34 não, 35', 'age', 'age=35/self/now'],
    ['35 não mais', 'age', 'age=35/self/now'],
    ['sessenta e oito, faço 69 mês que vem', 'age', 'age=68/self/now'],
    ['vou fazer 85 no natal, por enquanto 84', 'age', 'age=84/self/now'],
    ['faço 85 hoje', 'age', 'age=85/self/now'],
    ['couple of hours', 'symptom_duration', 'symptom_duration=0/self/now'],
  ])('Given "%s" to %s Then %s', (text, asked, expected) => expect(told(text, asked)).toBe(expected));

  it.each<[string, string]>([
    ['tenho 45 anos, não pera, 46', 'age=46/self/now'],
    ['tenho 45 anos, não pera, 2', 'age=45/self/now'],
    ['o menino caiu, tem 8 anos', 'age=8/other/now fall=yes/other/now'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('denials of both, of nothing, and what is over', () => {
  it.each<[string, string, string | undefined]>([
    ['nem eu nem meu marido temos diabetes', 'diabetes=no/other/now diabetes=no/self/now', undefined],
    ['nem eu sei o que meu marido tem, ele tem diabetes', 'diabetes=yes/other/now', undefined],
    ['vomitei foi nada', 'vomiting=no/self/now', undefined],
    ['vomitei foi nada menos que sangue', 'vomiting=yes/self/now', undefined],
    ['parou', 'cough=no/self/now', 'cough'],
    ['parou?', '', 'cough'],
    ['parou', '', 'chest_pain'],
    ['não reage', 'unresponsive=yes/other/now', 'unresponsive'],
  ])('Given "%s" Then "%s" (%s)', (text, expected, asked) => expect(told(text, asked)).toBe(expected));
});
