/** How far a denial reaches: lists, "nobody", "all but", a yes or no of the next one; and where it stops. */
import { testEachWord } from './each-word';
import { told } from './say';

describe('a denial before a list', () => {
  it.each<[string, string]>([
    ['sem febre, tosse, diarreia', 'cough=no, diarrhea=no, fever=no'],
    ['sem febre, a tosse, diarreia', 'cough=no, diarrhea=no, fever=no'],
    ['sem febre, tosse', 'cough=yes, fever=no'],
    ['sem febre, tosse.', 'cough=yes, fever=no'],
    ['sem febre, tosse, diarreia.', 'cough=no, diarrhea=no, fever=no'],
    ['sem febre, tosse, diarreia...', 'cough=no, diarrhea=no, fever=no'],
    ['sem febre, tosse, diarreia?', 'cough=yes, diarrhea=yes, fever=no'],
    ['sem febre, tosse, diarreia forte', 'cough=yes, diarrhea=yes, fever=no'],
    ['sem febre, tosse, diarreia mas vomito', 'cough=no, diarrhea=no, fever=no, vomiting=yes'],
    ['sem febre, tosse, diarreia, xyz', 'cough=yes, diarrhea=yes, fever=no'],
    ['sem febre, muita tosse, diarreia', 'cough=yes, diarrhea=yes, fever=no'],
    ['sem febre. tosse, diarreia', 'cough=yes, diarrhea=yes, fever=no'],
    ['sem febre, tosse ou diarreia', 'cough=no, diarrhea=no, fever=no'],
    ['sem febre, tosse ou algo', 'cough=no, fever=no'],
    ['sem febre, tosse, nada disso', 'cough=no, fever=no'],
    ['não sinto: febre, tosse', 'cough=no, fever=no'],
    ['febre, tosse, diarreia', 'cough=yes, diarrhea=yes, fever=yes'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a denial of all but one, of nobody, or of what is not said to be', () => {
  it.each<[string, string]>([
    ['tudo menos febre', 'fever=no'],
    ['tudo isso aí menos febre', 'fever=no'],
    ['tudo que eu disse aí menos febre', 'fever=yes'],
    ['menos febre', 'fever=yes'],
    ['ninguém me bateu', 'violence=no'],
    ['no one hit me', 'violence=no'],
    ['one hit me', 'violence=yes'],
    ['ninguém acredita que ele me bateu', 'violence=yes'],
    ['não é que eu esteja com febre', 'fever=no'],
    ['no es que tenga tos', 'cough=no'],
    ['é que eu esteja com febre', 'fever=yes'],
    ['não é quem esteja com febre', 'fever=yes'],
    ['dizem que eu esteja com febre', 'fever=yes'],
    ['febre que é bom, nada', 'fever=no'],
    ['febre que é bom nada', 'fever=no'],
    ['febre que é ruim, nada', 'fever=yes'],
    ['febre que não é bom, nada', 'fever=yes'],
    ['febre que é bom, tenho', 'fever=yes'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a denial of the one before', () => {
  it.each<[string, string]>([
    ['febre não tosse sim', 'cough=yes, fever=no'],
    ['febre não tosse tenho', 'cough=yes, fever=no'],
    ['febre não tosse', 'cough=no, fever=yes'],
    ['não tosse sim', 'cough=no'],
    ['não desmaiei mas quase', 'fainting=yes'],
    ['não desmaiei, quase', 'fainting=yes'],
    ['não desmaiei, mas quase', 'fainting=yes'],
    ['não desmaiei, quase dormi', 'fainting=no'],
    ['não desmaiei, nada', 'fainting=no'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

testEachWord([
  [
    'an article in a list',
    'a o as os um uma de la el los las any',
    (word) => `sem febre, ${word} tosse, diarreia`,
    /cough=no/,
  ],
  ['denying', 'nego nega negou denies denied deny niego niega', (word) => `${word} febre, tosse`, /cough=no/],
  ['nothing after a list', 'nada nenhum nenhuma nothing', (word) => `sem febre, tosse, ${word}`, /cough=no/],
  ['all', 'tudo todo todos todas everything all', (word) => `${word} menos febre`, /fever=no/],
  ['but', 'menos exceto except excepto salvo', (word) => `tudo ${word} febre`, /fever=no/],
  ['nobody', 'ninguem nadie nobody noone', (word) => `${word} me bateu`, /violence=no/],
  [
    'beside nobody',
    'me mim aqui mais em casa da familia nos te se here ever aca ha has',
    (word) => `ninguem ${word} convulsao`,
    /seizure=no/,
  ],
  ['agreeing', 'sim si yes', (word) => `febre não tosse ${word}`, /cough=yes, fever=no/],
  ['having', 'tenho sinto to tem tengo have', (word) => `febre não tosse ${word}`, /cough=yes, fever=no/],
  ['almost', 'quase almost casi', (word) => `não desmaiei, ${word}`, /fainting=yes/],
  ['supposing', 'esteja tenha tenga sienta sinta', (word) => `não é que eu ${word} febre`, /fever=no/],
  ['who is supposed', 'eu ele ela yo el ella', (word) => `não é que ${word} esteja com febre`, /fever=no/],
  [
    'beside what is supposed',
    'com con a o um uma la el un una mais',
    (word) => `não é que eu tenha ${word} febre`,
    /fever=no/,
  ],
  ['missing', 'nada nao nunca nem', (word) => `febre que é bom, ${word}`, /fever=no/],
]);
