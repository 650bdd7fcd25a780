import * as fc from 'fast-check';
import { readAnswer, type AskedQuestion, type Reading } from '../../../src/language/answer';

const value = (item: boolean | number | string): Reading => ({ kind: 'value', value: item });
const binned = (item: string, number: number): Reading => ({ kind: 'value', value: item, number });
const unknown: Reading = { kind: 'unknown' };
const unclear: Reading = { kind: 'unclear' };

const fever: AskedQuestion = { id: 'fever', type: 'yes-no', concept: 'fever', unknownAllowed: true };
const yesNo: [string, Reading][] = [
  ...[
    'sim',
    'Sim!',
    's',
    'ss',
    'SIM 😢',
    'claro',
    'tenho',
    'tenho sim',
    'tenho febre',
    'acho que sim',
    'mais ou menos',
    'to com febre',
    'aham',
    'com certeza',
    'um pouco',
    'yes',
    'yeah',
    'I do',
    'sí',
    'claro que sí',
    'sim, e também dor no peito',
    'simmm',
  ].map((text): [string, Reading] => [text, value(true)]),
  ...[
    'não',
    'nao',
    'n',
    'Não.',
    'nao tenho',
    'não, obrigado',
    'não tenho febre',
    'sem febre',
    'nunca',
    'de jeito nenhum',
    'claro que não',
    'no',
    'nope',
    'no tengo',
    'não mas tenho tosse',
    'não, só tosse',
    'não tenho febre mas não consigo dormir',
    'não, tudo bem',
    'isso não',
    'agora não',
  ].map((text): [string, Reading] => [text, value(false)]),
  ...[
    'não sei',
    'nao sei',
    'sei lá',
    'acho que não',
    'talvez',
    'não lembro',
    'não consigo medir',
    'não tenho certeza',
    'no sé',
    'creo que no',
    "I don't know",
    "i don't think so",
    'not sure',
    'maybe',
    'acho que não tenho febre',
  ].map((text): [string, Reading] => [text, unknown]),
  ...[
    '',
    '   ',
    '😀😀',
    'asdf',
    'bom dia',
    '37',
    '?',
    '1',
    '2',
    'não passa',
    'não muito',
    'não, só à noite',
    'not much',
  ].map((text): [string, Reading] => [text, unclear]),
];

const feeding: AskedQuestion = {
  id: 'feeding_day',
  type: 'yes-no',
  concept: 'cannot_drink_or_feed',
  unknownAllowed: true,
};
const breathless: AskedQuestion = {
  id: 'breathlessness',
  type: 'yes-no',
  concept: 'dyspnea',
  unknownAllowed: true,
};
const plainNos = [
  'não',
  'nao',
  'n',
  'Não!',
  'nao, obrigado',
  'não, nada',
  'nenhuma',
  'não tenho',
  'não, muito obrigada',
  'não, graças a Deus',
  'claro que não',
  'de jeito nenhum',
  'no',
  'nope',
  'no, thanks',
  'no, gracias',
];
const notCleared: [AskedQuestion, string][] = [
  ...[
    'não consigo',
    'não consigo comer',
    'não desce nada',
    'nem água desce',
    'não bebi nada hoje',
    'nada',
    'não como nada há 2 dias',
    'no puedo comer',
    'não quero',
    'não aceita',
    "can't",
    'no, he drinks sometimes',
    'não?',
    '2',
  ].map((text): [AskedQuestion, string] => [feeding, text]),
  ...[
    'não aguento',
    'não passa',
    'não melhora',
    'não consigo nem andar',
    'não, só quando ando',
    'No puedo caminar sin cansarme',
    'not much',
    'não muito',
    'não tenho muita falta de ar',
    'não tenho falta de ar parado, só quando ando',
    'no tengo dificultad para respirar si no camino',
    'não sinto',
    '2',
    '1',
  ].map((text): [AskedQuestion, string] => [breathless, text]),
];
const deniedItself: [AskedQuestion, string][] = [
  [breathless, 'não tenho falta de ar'],
  [breathless, 'não, não tenho falta de ar'],
  [breathless, 'sem falta de ar'],
  [breathless, 'no shortness of breath'],
  [breathless, 'no tengo falta de aire'],
  [breathless, 'não tenho falta de ar, estou bem'],
  [breathless, 'não sinto falta de ar nem dor no peito'],
  [feeding, 'não tenho dificuldade para beber'],
];

const height: AskedQuestion = {
  id: 'height',
  type: 'number',
  unit: 'cm',
  min: 50,
  max: 250,
  unknownAllowed: true,
};
const weight: AskedQuestion = {
  id: 'weight',
  type: 'number',
  unit: 'kg',
  min: 2,
  max: 350,
  unknownAllowed: true,
};
const temperature: AskedQuestion = {
  id: 'temperature',
  type: 'number',
  unit: 'celsius',
  min: 30,
  max: 45,
  unknownAllowed: true,
};
const numbers: [AskedQuestion, string, Reading][] = [
  [height, '170', value(170)],
  [height, '1,70', value(170)],
  [height, '1.70 m', value(170)],
  [height, '1m70', value(170)],
  [height, 'um metro e setenta', value(170)],
  [height, '1 e 65', value(165)],
  [height, 'tenho 1,65 de altura', value(165)],
  [height, '500', { kind: 'out-of-range', min: 50, max: 250 }],
  [height, 'não sei', unknown],
  [height, 'alto', unclear],
  [weight, '80', value(80)],
  [weight, '80 kg', value(80)],
  [weight, '80,5kg', value(80.5)],
  [weight, 'oitenta e dois quilos', value(82)],
  [weight, '3500 g', value(3.5)],
  [weight, 'cento e vinte', value(120)],
  [weight, '0', { kind: 'out-of-range', min: 2, max: 350 }],
  [temperature, '38,5', value(38.5)],
  [temperature, '38.5 °C', value(38.5)],
  [temperature, 'trinta e oito e meio', value(38.5)],
  [temperature, '38 e meio', value(38.5)],
  [temperature, '104 F', unclear],
  [temperature, '101F', unclear],
  [temperature, 'não medi', unknown],
  [temperature, '12', { kind: 'out-of-range', min: 30, max: 45 }],
];

const age: AskedQuestion = {
  id: 'age',
  type: 'choice',
  unit: 'years',
  min: 0,
  max: 130,
  unknownAllowed: false,
  choices: [
    { value: 'inf_15', label: 'Menos de 15 anos' },
    { value: 'from_15_to_49', label: 'De 15 a 49 anos' },
    { value: 'sup_50', label: '50 anos ou mais' },
  ],
  bins: [
    { below: 15, choice: 'inf_15' },
    { below: 50, choice: 'from_15_to_49' },
    { below: 131, choice: 'sup_50' },
  ],
};
const sex: AskedQuestion = {
  id: 'sex',
  type: 'choice',
  unknownAllowed: true,
  choices: [
    { value: 'm', label: 'Homem' },
    { value: 'f', label: 'Mulher' },
  ],
};
const degrees: AskedQuestion = {
  id: 'temperature_cat',
  type: 'choice',
  unit: 'celsius',
  min: 30,
  max: 45,
  unknownAllowed: true,
  choices: [
    { value: '38', label: 'Menos de 39 °C' },
    { value: '39', label: '39 °C ou mais' },
  ],
  bins: [
    { below: 39, choice: '38' },
    { below: Infinity, choice: '39' },
  ],
};
const coded: AskedQuestion = {
  id: 'coded',
  type: 'choice',
  unknownAllowed: true,
  choices: [
    { value: '1', label: 'Leve' },
    { value: '2', label: 'Forte' },
  ],
};
const choices: [AskedQuestion, string, Reading][] = [
  [age, 'Menos de 15 anos', value('inf_15')],
  [age, 'MENOS DE 15 ANOS', value('inf_15')],
  [age, 'sup_50', value('sup_50')],
  [age, '2', binned('inf_15', 2)],
  [age, 'cuatro', binned('inf_15', 4)],
  [age, '18 meses', binned('inf_15', 1.5)],
  [age, 'menos de 15', binned('inf_15', 15)],
  [age, 'tenho 2 anos', binned('inf_15', 2)],
  [age, 'tenho 34 anos', binned('from_15_to_49', 34)],
  [age, 'tenho 2 filhos e 34 anos', binned('from_15_to_49', 34)],
  [age, 'trinta e quatro', binned('from_15_to_49', 34)],
  [age, '50', binned('sup_50', 50)],
  [age, '15', binned('from_15_to_49', 15)],
  [age, '200', { kind: 'out-of-range', min: 0, max: 130 }],
  [age, 'não sei', unknown],
  [age, 'jovem', unclear],
  [sex, 'sou mulher', value('f')],
  [sex, '1', unclear],
  [sex, '2', unclear],
  [degrees, '41,2', binned('39', 41.2)],
  [degrees, '40.5', binned('39', 40.5)],
  [degrees, '34,8 graus', binned('38', 34.8)],
  [coded, '2', unclear],
  [sex, 'homem ou mulher', unclear],
];

describe('reading an answer', () => {
  it.each(yesNo)('Given "%s" to a yes-no question Then %j', (text, reading) =>
    expect(readAnswer(text, fever, 'pt-BR')).toEqual(reading),
  );
  it.each(plainNos)('Given the plain no "%s" to a red-flag question Then no', (text) => {
    expect(readAnswer(text, breathless, 'pt-BR')).toEqual(value(false));
    expect(readAnswer(text, { ...fever, vital: true }, 'pt-BR')).toEqual(value(false));
  });
  it.each(deniedItself)('Given %j and the denial of that very thing "%s" Then no', (asked, text) =>
    expect(readAnswer(text, asked, 'pt-BR')).toEqual(value(false)),
  );
  it.each(notCleared)('Given %j and "%s" Then it is never taken as a no', (asked, text) =>
    expect(readAnswer(text, asked, 'pt-BR')).not.toEqual(value(false)),
  );
  it('Given a question said to be vital Then no is only a plain no, or one that stands apart', () => {
    expect(readAnswer('não, tudo certo por aqui', fever, 'pt-BR')).toEqual(value(false));
    expect(readAnswer('não, tudo certo por aqui', { ...fever, vital: true }, 'pt-BR')).toEqual(value(false));
    expect(readAnswer('não, só quando deito', { ...fever, vital: true }, 'pt-BR')).toEqual(unclear);
  });
  it('Given a no before what cannot be done or gets no better Then a red flag is never cleared', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('não ', 'nao ', 'Não, não ', 'oi, não ', 'n ', 'no ', 'nem ', 'não! '),
        fc.constantFrom(
          'consigo',
          'posso',
          'aguento',
          'passa',
          'melhora',
          'puedo',
          'aguanto',
          'mejora',
          'quero',
        ),
        fc.constantFrom('', ' mais', ' nada', ' direito', ' comer', ' andar', '...', ' obrigado', ', não'),
        fc.constantFrom(feeding, breathless),
        (no, verb, rest, asked) =>
          expect(readAnswer(no + verb + rest, asked, 'pt-BR')).not.toEqual(value(false)),
      ),
    );
  });
  it('Given digits alone Then a yes-no question is not answered', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.constantFrom(fever, feeding, breathless), (digits, asked) =>
        expect(readAnswer(String(digits), asked, 'pt-BR')).toEqual(unclear),
      ),
    );
  });
  it('Given any age Then its own range and the number itself', () => {
    fc.assert(
      fc.property(fc.nat(130), fc.constantFrom('', ' anos', ' years', ' años'), (years, unit) =>
        expect(readAnswer(`${years}${unit}`, age, 'pt-BR')).toEqual(
          binned(years < 15 ? 'inf_15' : years < 50 ? 'from_15_to_49' : 'sup_50', years),
        ),
      ),
    );
  });
  it.each(numbers)('Given %j and "%s" Then %j', (asked, text, reading) =>
    expect(readAnswer(text, asked, 'pt-BR')).toEqual(reading),
  );
  it.each(choices)('Given the choices of %j and "%s" Then %j', (asked, text, reading) =>
    expect(readAnswer(text, asked, 'pt-BR')).toEqual(reading),
  );

  it('never throws and never invents a value from symbols', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(fever, height, age), (text, asked) => {
        expect(['value', 'unknown', 'out-of-range', 'unclear']).toContain(
          readAnswer(text, asked, 'pt-BR').kind,
        );
      }),
    );
  });
  it('keeps a number answer within its bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (number) => {
        const reading = readAnswer(String(number), weight, 'pt-BR');
        if (reading.kind === 'value') {
          expect(reading.value).toBeGreaterThanOrEqual(2);
          expect(reading.value).toBeLessThanOrEqual(350);
        }
      }),
    );
  });
  it('reads a hundred thousand characters without trouble', () => {
    expect(readAnswer('não '.repeat(25_000), fever, 'pt-BR')).toEqual(value(false));
    expect(readAnswer('9'.repeat(100_000), weight, 'pt-BR').kind).toBe('out-of-range');
  });
});

it('Given an "e" that only joins two numbers, Then it is no yes', () => {
  const asked = { id: 'q', type: 'yes-no', unknownAllowed: true } as const;
  expect(readAnswer('1,70 e 70 kg', asked, 'pt-BR')).toEqual({ kind: 'unclear' });
  expect(readAnswer('é sim', asked, 'pt-BR')).toEqual({ kind: 'value', value: true });
});
