/** Choices and numbers as answers, in the unit asked for: what comes of each way to say it. */
import { readAnswer, type AskedQuestion } from '../../../src/language/answer';

const question = (more: Partial<AskedQuestion>): AskedQuestion => ({
  id: 'asked',
  type: 'number',
  unknownAllowed: true,
  ...more,
});
const choices = (of: Readonly<Record<string, string>>): Partial<AskedQuestion> => ({
  type: 'choice',
  choices: Object.entries(of).map(([value, label]) => ({ value, label })),
});
const questions: Readonly<Record<string, AskedQuestion>> = {
  strength: question(choices({ b: 'Leve', '2': 'Moderada', '3': 'Forte' })),
  mustChoose: question({ ...choices({ b: 'Leve', '3': 'Forte' }), unknownAllowed: false }),
  often: question(choices({ sometimes: 'Às vezes', no: 'Nunca mesmo', yes: 'Sempre' })),
  isTrue: question(choices({ false: 'Falso', true: 'Verdadeiro' })),
  ageRange: question({
    ...choices({ child: 'Criança', adult: 'Adulto', old: 'Idoso' }),
    ...{ unit: 'years', min: 0, max: 120 },
    bins: [
      { below: 15, choice: 'child' },
      { below: 60, choice: 'adult' },
      { below: 121, choice: 'old' },
    ],
  }),
  feverRange: question({
    ...choices({ none: 'Sem febre', fever: 'Com febre' }),
    ...{ unit: 'celsius', min: 30, max: 45 },
    bins: [
      { below: 37.5, choice: 'none' },
      { below: 46, choice: 'fever' },
    ],
  }),
  celsius: question({ unit: 'celsius', min: 30, max: 45 }),
  pain: question({ id: 'pain_score', min: 0, max: 10, unknownAllowed: false }),
  mustTell: question({ unit: 'years', min: 0, max: 120, unknownAllowed: false }),
  oxygen: question({
    ...choices({ low: 'Menos de 95', good: '95 ou mais' }),
    ...{ unit: 'percent', min: 50, max: 100 },
    bins: [
      { below: 95, choice: 'low' },
      { below: 101, choice: 'good' },
    ],
  }),
  degrees: question({ unit: '°C' }),
  kg: question({ unit: 'kg', min: 1, max: 500 }),
  ...Object.fromEntries(
    ['cm', 'years', 'c', 'days', 'weeks', 'months'].map((unit) => [unit, question({ unit })]),
  ),
  plain: question({}),
};

/** "child of 14", "1.5", "unclear". */
function read(asked: string, text: string): string {
  const reading = readAnswer(text, questions[asked] as AskedQuestion, 'pt-BR');
  if (reading.kind !== 'value') return reading.kind;
  const value =
    typeof reading.value === 'number' ? Math.round(reading.value * 10_000) / 10_000 : reading.value;
  return `${value}${reading.number === undefined ? '' : ` of ${reading.number}`}`;
}

const answers: readonly [asked: string, Readonly<Record<string, readonly string[]>>][] = [
  [
    'strength',
    {
      b: ['leve', 'Leve.', 'LEVE!!', 'é leve', 'b'],
      unclear: ['leve ou forte', '3', 'nenhuma', 'levemente', 'sim', ''],
      '3': ['dor forte', 'muito forte mesmo'],
      unknown: ['não sei'],
    },
  ],
  [
    'mustChoose',
    {
      unknown: ['não sei'],
      unclear: ['não sei se leve ou forte'],
      b: ['não sei, leve'],
    },
  ],
  [
    'often',
    {
      yes: ['sim', 'claro'],
      no: ['não'],
      unknown: ['não sei'],
      sometimes: ['às vezes'],
    },
  ],
  [
    'isTrue',
    {
      true: ['sim'],
      false: ['não'],
      unknown: ['não sei'],
    },
  ],
  ['pain', { 0: ['não', 'sem dor', 'nenhuma', '0', 'no'], 3: ['3'], unknown: ['não sei'] }],
  ['mustTell', { unclear: ['não'], 34: ['34'] }],
  ['oxygen', { unknown: ['não', 'não tenho', 'no', 'não sei'], 'low of 94': ['94'] }],
  ['celsius', { unknown: ['não', 'não medi', 'não tenho termômetro'], unclear: ['não entendi a pergunta'] }],
  ['ageRange', { unclear: ['não entendi nada disso'] }],
  ['kg', { unclear: ['não entendi nada disso', 'não quero'] }],
  [
    'ageRange',
    {
      'child of 14': ['14'],
      'adult of 15': ['15'],
      'child of 14.9': ['14,9'],
      'child of 15': [
        'menos de 15',
        'menor de 15',
        'abaixo de 15',
        'debajo de 15',
        'under 15',
        'below 15',
        'less than 15',
        'younger than 15',
      ],
      'adult of 16': ['menos de 16'],
      'adult of 59': ['59'],
      'old of 60': ['60'],
      'old of 120': ['120'],
      'out-of-range': ['121'],
      'child of 0': ['0'],
      'child of 1.5': ['18 meses'],
      child: ['criança'],
      unclear: ['oi'],
      unknown: ['não sei'],
    },
  ],
  [
    'feverRange',
    {
      'none of 37.4': ['37,4'],
      'fever of 37.5': ['37,5'],
      'fever of 38': ['38'],
      'out-of-range': ['29', '46'],
      'none of 30': ['30'],
      unclear: ['101', '101 F'],
    },
  ],
  [
    'celsius',
    {
      '38': ['38', '38 graus'],
      'out-of-range': ['29', '46'],
      '30': ['30'],
      '45': ['45'],
      unclear: ['101F', '101', 'oi', 'sim'],
      unknown: ['não sei', 'talvez'],
    },
  ],
  [
    'degrees',
    {
      '38': ['38'],
      unclear: ['101'],
    },
  ],
  [
    'kg',
    {
      '70': [
        '70',
        '70 kg',
        '70 k',
        '70 kilo',
        '70 kilos',
        '70 kgs',
        '70 quilo',
        '2 filhos 70 quilos',
        'setenta',
      ],
      '70.5': ['70,5 quilos'],
      '68': ['150 lb', '150 libras', '150 pounds'],
      '45.4': ['100 pound', '100 lbs'],
      '3.5': ['3500 g', '3500 gramas', '3500 gramos', '3500 grams'],
      'out-of-range': ['900 grama', '0', '501'],
      '1': ['1'],
      '500': ['500'],
      '2': ['tenho 3 filhos, 2000 gramas'],
    },
  ],
  [
    'cm',
    {
      '170': [
        '1,70',
        '170',
        '170 cm',
        '1 e 70',
        '1 metro e 70',
        '1 m 70',
        '1 metro 70',
        'um metro e setenta',
        '1,70 m',
        '1,70 mts',
        '1,70 meters',
        '1 meter 70',
        '170 centímetros',
        '170 centimeters',
        '2 filhos 1,70 m',
      ],
      '100': ['1 metro', '1 9', '1 100', '1 e 9'],
      '200': ['2', '2 metros'],
      '3': ['3', '3 e 20'],
      '290': ['2,9'],
      '0': ['0'],
      '110': ['1 10'],
      '199': ['1 99'],
    },
  ],
  [
    'years',
    {
      '30': ['30', '30 anos', '2 filhos, 30 anos'],
      '1.5': ['18 meses', '18 months'],
      '0.5': ['6 mes', '6 month', '26 weeks'],
      '1': ['52 semanas', '1 year', '1 ano'],
      '0.0192': ['1 semana', '1 week'],
      '0.2': ['73 dias', '73 days', '73 dia', '73 day'],
      '2': ['2 years'],
      '5': ['5 aninhos'],
      '10': ['10 yo'],
      '3': ['3 yrs'],
    },
  ],
  [
    'c',
    {
      '38': [
        '38',
        '38 c',
        '38 celsius',
        '1 filho, 38 graus',
        '1 filho, 38 grau',
        '1 hijo, 38 grados',
        '1 son, 38 degrees',
        '1 filho, 38 c',
      ],
      '38.3': ['101 f', '101 fahrenheit', '1 filho, 101 f'],
      '89': ['89'],
      '32.2': ['90'],
      '45': ['113'],
      '114': ['114'],
      '37.8': ['100 f'],
    },
  ],
  [
    'days',
    {
      '3': ['3'],
      '7': ['uma semana', 'uma semana ou 3 dias'],
      '10': ['uma semana e 3 dias', 'una semana y 3 dias'],
      '9': ['a week and 2 days'],
      '1': ['ontem'],
      '2': ['2 dias de febre e tosse há 5 dias'],
      '14': ['14'],
      '60': ['2 meses'],
    },
  ],
  [
    'weeks',
    {
      '1': ['13 dias'],
      '2': ['14 dias'],
      '3': ['3'],
      '8': ['2 meses'],
    },
  ],
  [
    'months',
    {
      '1': ['59 dias'],
      '2': ['60 dias'],
      '12': ['1 ano'],
    },
  ],
  [
    'plain',
    {
      '3': ['3'],
      '1.5': ['1,5'],
      unclear: ['oi'],
    },
  ],
];

describe('an answer', () => {
  it.each(
    answers.flatMap(([asked, of]) =>
      Object.entries(of).flatMap(([expected, texts]) =>
        texts.map((text) => [text, asked, expected] as const),
      ),
    ),
  )('Given "%s" to %s Then %s', (text, asked, expected) => expect(read(asked, text)).toBe(expected));

  it('Given what is out of range Then its limits are told', () =>
    expect(readAnswer('46', questions.celsius as AskedQuestion, 'pt-BR')).toEqual({
      kind: 'out-of-range',
      min: 30,
      max: 45,
    }));
});
