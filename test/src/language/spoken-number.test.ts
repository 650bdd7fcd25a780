import { spokenAt } from '../../../src/language/spoken-number';
import { tokenise } from '../../../src/language/tokens';

describe('numbers in words', () => {
  const spoken = (text: string, at = 0): string => {
    const { value, next, decimal } = spokenAt(tokenise(text), at) ?? {};
    return value === undefined ? '' : `${value} to ${next}${decimal ? ' decimal' : ''}`;
  };
  it.each<[string, string]>([
    ['vinte', '20 to 1'],
    ['vinte e um', '21 to 3'],
    ['vinte um', '21 to 2'],
    ['twenty one', '21 to 2'],
    ['cento e vinte e um', '121 to 5'],
    ['cem e dez', '110 to 3'],
    ['dez e cinco', '10 to 1'],
    ['onze e um', '11 to 1'],
    ['vinte e dez', '20 to 1'],
    ['cem e cem', '100 to 1'],
    ['vinte e zero', '20 to 1'],
    ['zero e cinco', '0 to 1'],
    ['20 e um', '20 to 1'],
    ['vinte e 5', '20 to 1'],
    ['vinte y um', '21 to 3'],
    ['twenty and one', '21 to 3'],
    ['vinte com um', '20 to 1'],
    ['38 e meio', '38.5 to 3 decimal'],
    ['38 e meia', '38.5 to 3 decimal'],
    ['38 y medio', '38.5 to 3 decimal'],
    ['38 y media', '38.5 to 3 decimal'],
    ['38 and half', '38.5 to 3 decimal'],
    ['38 e mei', '38.5 to 3 decimal'],
    ['38 meio', '38 to 1'],
    ['38 vírgula cinco', '38.5 to 3 decimal'],
    ['38 ponto 9', '38.9 to 3 decimal'],
    ['38 ponto 10', '38.1 to 3 decimal'],
    ['38 coma 75', '38.75 to 3 decimal'],
    ['38 punto 5', '38.5 to 3 decimal'],
    ['38 point 5', '38.5 to 3 decimal'],
    ['38 ponto 99', '38.99 to 3 decimal'],
    ['38 ponto 100', '38 to 1'],
    ['38,5 ponto 2', '38.5 to 1 decimal'],
    ['38 ponto final', '38 to 1'],
    ['38,5', '38.5 to 1 decimal'],
    ['38,0', '38 to 1'],
    ['oi', ''],
    ['constructor', ''],
    ['', ''],
  ])('Given "%s" Then "%s"', (text, expected) => expect(spoken(text)).toBe(expected));
});
