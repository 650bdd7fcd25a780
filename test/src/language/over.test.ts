/** What was and has passed; and what has not quite, or is back. */
import { testEachWord } from './each-word';
import { told } from './say';

describe('what has passed', () => {
  it.each<[string, string]>([
    ['a tosse passou', 'cough=no'],
    ['a tosse já passou', 'cough=no'],
    ['a tosse graças a deus já passou', 'cough=no'],
    ['a tosse graças a deus já agora passou', 'cough=yes'],
    ['a tosse passou de tarde', 'cough=yes'],
    ['a tosse passou um pouco', 'cough=yes'],
    ['a tosse foi embora', 'cough=no'],
    ['a tosse foi forte', 'cough=yes'],
    ['a tosse quase passou', 'cough=yes'],
    ['a tosse não passou', 'cough=yes'],
    ['a tosse ainda agora passou', 'cough=yes'],
    ['passou a tosse', 'cough=no'],
    ['passou finalmente toda a minha tosse', 'cough=no'],
    ['passou finalmente hoje toda a minha tosse', 'cough=yes'],
    ['parei de tossir', 'cough=no'],
    ['quase parei de tossir', 'cough=yes'],
    ['nunca mais parei de tossir', 'cough=yes'],
    ['nunca na vida parei de tossir', 'cough=yes'],
    ['me deixou com tosse', 'cough=yes'],
    ['foi isso que passou com tosse', 'cough=yes'],
    ['sai com tosse', 'cough=yes'],
    ['o desmaio passou', 'fainting=yes/recent'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('what passed and is back', () => {
  it.each<[string, string]>([
    ['passou a tosse mas voltou', 'cough=yes'],
    ['passou a tosse mas agora voltou', 'cough=yes'],
    ['a tosse passou mas voltou', 'cough=yes'],
    ['a tosse passou, fui trabalhar o dia todo sem nada e hoje voltou', 'cough=yes'],
    ['a tosse passou, fui trabalhar o dia todo sem nada e hoje já voltou', 'cough=no'],
    ['a tosse passou e não voltou', 'cough=no'],
    ['a tosse passou e nunca mais voltou', 'cough=no'],
    ['a tosse passou e ainda não me voltou', 'cough=no'],
    ['a tosse passou e voltou ao normal', 'cough=no'],
    ['a tosse passou e voltou a vezes', 'cough=yes'],
    ['a tosse passou e começou de novo', 'cough=yes'],
    ['a tosse passou e veio outra vez', 'cough=yes'],
    ['a tosse passou e comprei de novo', 'cough=no'],
    ['a tosse passou e comprei outra vez', 'cough=no'],
    ['a tosse passou e começou outra dieta', 'cough=no'],
    ['a tosse passou e começou de manhã', 'cough=no'],
    ['the cough is gone but it came back', 'cough=yes'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

testEachWord([
  [
    'small words before what passed',
    'ja a o as os de da do que ta agora enfim finalmente todo toda graças deus ate to ter sentir com estar hoje has is the my minha meu',
    (word) => `tosse ${word === 'ate' ? 'hoje' : word} passou`,
    /cough=no/,
  ],
  ['gone', 'embora away', (word) => `a tosse foi ${word}`, /cough=no/],
  [
    'not alone',
    'de para pro dos das por um pouco mal',
    (word) => `a tosse passou ${word} trabalho`,
    /cough=yes/,
  ],
  [
    'back',
    'voltou voltaram voltando volta retornou reapareceu recomecou volvio vuelto volvieron back again regreso returned',
    (word) => `a tosse passou mas ${word}`,
    /cough=yes/,
  ],
  [
    'beginning anew',
    'comecou comecando comeca veio vindo deu ta started empezo',
    (word) => `a tosse passou e ${word} de novo`,
    /cough=yes/,
  ],
  [
    'elsewhere',
    'ao a para do da de normal casa pro aos as to home',
    (word) => `a tosse passou e voltou ${word}`,
    /cough=no/,
  ],
]);
