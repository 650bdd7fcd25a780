/** What is only a topic: a general question, a thing's, a film's, a price's; beside each the sentence that is of somebody here. */
import { testEachWord } from './each-word';
import { told } from './say';

describe('a general question', () => {
  it.each<[string, string]>([
    ['convulsão é sinal de quê', ''],
    ['convulsão forte é um sinal', ''],
    ['convulsão muito é um sinal', 'seizure=yes'],
    ['seria convulsão um sinal', ''],
    ['convulsão é um problema', 'seizure=yes'],
    ['quem tem convulsão pode dirigir?', ''],
    ['quem tem convulsão pode dirigir', 'seizure=yes'],
    ['convulsão pode matar?', 'seizure=yes'],
    ['convulsão pode matar gente?', ''],
    ['convulsão pode matar 2 pessoas?', 'seizure=yes'],
    ['minha convulsão pode matar gente?', 'seizure=yes'],
    ['convulsão mata, isso eu sei?', 'seizure=yes'],
    ['convulsão, em gente nova, mata?', ''],
    ['a lei da convulsão pode mudar?', ''],
    ['desmaiei, convulsão pode matar gente?', 'fainting=yes, seizure=yes'],
    ['do people with seizure drive?', ''],
    ['what do people with seizure drive?', 'seizure=yes'],
    ['convulsão é grave em velhos?', 'seizure=yes'],
    ['é grave convulsão em velhos?', 'seizure=yes'],
    ['convulsão grave é comum em velhos?', ''],
    ['o que tosse', ''],
    ['o tosse', 'cough=yes'],
    ['que é tosse', ''],
    ['que tosse', 'cough=yes'],
    ['tosse pode passar?', ''],
    ['tosse pode passar', 'cough=yes'],
    ['tosse hoje pode passar?', 'cough=yes'],
    ['qual remédio para minha tosse', 'cough=yes'],
    ['qual remédio para convulsão', 'seizure=yes'],
  ])('Given "%s" Then "%s"', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a talk, a thing, a film or a price', () => {
  it.each<[string, string]>([
    ['quais são todos os sintomas de convulsão', ''],
    ['quais são hoje todos os piores sintomas de convulsão', 'seizure=yes'],
    ['palestra sobre a convulsão', ''],
    ['palestra de hoje sobre convulsão', 'seizure=yes'],
    ['meu pc é um infarto', ''],
    ['meu pc deu em todo um infarto', ''],
    ['meu pc deu em todo de um infarto', 'chest_pain=yes'],
    ['na novela a moça desmaiou', ''],
    ['novela a moça desmaiou', ''],
    ['minha libro desmaiou', 'fainting=yes/other'],
    ['na novela eu desmaiei', 'fainting=yes'],
    ['na novela ele me disse que desmaiou', ''],
    ['vi na novela. desmaiei', 'fainting=yes'],
    ['desmaiei quando vi o preço', ''],
    ['desmaiei vi o preço', 'fainting=yes'],
    ['desmaiei quando preço', ''],
    ['desmaiei quando boleto', 'fainting=yes'],
    ['desmaiei quando boleto chegou', ''],
    ['desmaiei quando a conta de luz chegou', ''],
    ['desmaiei quando o boleto aqui chegou', 'fainting=yes'],
    ['desmaiei, quando vi o preço', 'fainting=yes'],
    ['desmaiei quando vi uma coisa muito muito feia no boleto', ''],
    ['desmaiei quando vi uma coisa muito muito feia ali no boleto', 'fainting=yes'],
  ])('Given "%s" Then "%s"', (text, expected) => expect(told(text)).toBe(expected));
});

testEachWord([
  [
    'a grade',
    'alta alto baixa forte leve constante persistente seca high bad fuerte',
    (word) => `convulsao ${word} é sinal`,
    /^$/,
  ],
  [
    'asking whether it is grave',
    'grave perigoso perigosa serio seria normal urgente emergencia',
    (word) => `convulsao é ${word} em velhos?`,
    /seizure=yes/,
  ],
  [
    'who speaks',
    'isso isto esse essa eu to estou tou tenho tive meu minha meus minhas me mim ele ela eles elas agora hoje ontem aqui ajuda socorro urgente samu ambulancia faco fazer chamo ligo levo corro filho filha bebe mae pai i am my he she his her have now here help call do mi yo estoy tengo el ella ahora hoy hago hacer llamo',
    (word) => `a convulsao ${word} pode matar?`,
    /seizure=/,
  ],
  [
    'who is in the film',
    'meu minha meus minhas eu to estou tenho sinto me my i am mi yo tengo estoy agora aqui ajuda socorro',
    (word) => `na novela ${word} desmaiou`,
    /fainting=yes/,
  ],
]);
