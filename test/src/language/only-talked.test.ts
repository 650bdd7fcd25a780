/** Red flags that are only talked of; beside each rule the sentence that nearly is one and is heard. */
import { testEachWord } from './each-word';
import { told } from './say';

describe('a red flag that is only talked of', () => {
  it.each<[string, string]>([
    // what it is
    ['o que é convulsão', ''],
    ['o que é uma convulsão', ''],
    ['o que é a tal da convulsão', ''],
    ['o que é essa tal de uma convulsão', ''],
    ['oi, que é convulsão', ''],
    ['o que é convulsão forte', 'seizure=yes'],
    ['acho que é convulsão', 'seizure=yes'],
    ['isso é convulsão', 'seizure=yes'],
    ['o que quer dizer convulsão', ''],
    ['quer ver convulsão', 'seizure=yes'],
    ['pode dizer convulsão', 'seizure=yes'],
    // whether something brings it
    ['esse remédio causa convulsão?', ''],
    ['esse remédio causa uma convulsão?', ''],
    ['esse remédio causa convulsão', 'seizure=yes'],
    ['esse remédio me causa convulsão?', 'seizure=yes'],
    ['já estudei, esse remédio causa convulsão?', ''],
    // fear of it
    ['medo de ter uma convulsão', ''],
    ['medo ter convulsão', ''],
    ['medo de eu ter convulsão', ''],
    ['medo de que eu ter convulsão', 'seizure=yes'],
    ['medo de convulsão', 'seizure=yes'],
    ['medo de ter vontade de me matar', 'suicidal_ideation=yes'],
    // how grave it is, for those who do not have it
    ['falou que convulsão é grave, eu não tenho', ''],
    ['convulsão é muito grave, não tenho', ''],
    ['convulsão é um sinal grave e eu não tenho', ''],
    ['convulsão é grave mas eu não tenho isso', ''],
    ['convulsão é grave... não tenho não', ''],
    ['convulsão é grave, não tenho dinheiro', 'seizure=yes'],
    ['convulsão é grave, eu tenho', 'seizure=yes'],
    ['convulsão é grave, não passa', 'seizure=yes'],
    ['seizure is serious, I dont have it', ''],
    // a pet's
    ['meu cachorro desmaiou', ''],
    ['meu cachorro ja ta tendo uma convulsão', ''],
    ['meu cachorro ja ta tendo a uma convulsão', 'seizure=yes'],
    ['cachorro desmaiou', 'fainting=yes/other'],
    ['meu cachorro me mordeu', 'animal_bite=yes'],
    ['meu cachorro teve tosse', 'cough=yes/recent'],
    ['mordida de um cachorro que desmaiou', 'animal_bite=yes, fainting=yes'],
    // what somebody died of
    ['meu tio morreu de convulsão', ''],
    ['meu tio morreu com convulsão', ''],
    ['my uncle died of a seizure', ''],
    ['meu tio morreu, convulsão', 'seizure=yes/other'],
    ['meu tio sofre com convulsão', 'seizure=yes/other'],
    // a street's name
    ['moro na rua convulsão 12', ''],
    ['moro na rua convulsão numero 12', ''],
    ['moro na rua convulsão casa numero 12', 'seizure=yes'],
    ['moro na rua convulsão', 'seizure=yes'],
  ])('Given "%s" Then "%s"', (text, expected) => expect(told(text)).toBe(expected));
});

testEachWord([
  ['being, asked what it is', 'é eh es significa is seria', (word) => `o que ${word} convulsao`, /^$/],
  ['before "que é"', 'o oque lo', (word) => `${word} que é convulsao`, /^$/],
  [
    'bringing a red flag',
    'causa causam causar provoca provocar dao traz cause causes causan provocan',
    (word) => `remedio ${word} convulsao?`,
    /^$/,
  ],
  [
    'who is asked about',
    'to me mim meu minha sinto tenho comecei fiquei senti agora hoje ontem tomei tomou comi i am my estoy tengo mi ele ela filho filha',
    (word) => `${word} causa convulsao?`,
    /seizure=yes/,
  ],
  [
    'fear',
    'medo receio pavor panico afraid scared fear miedo',
    (word) => `${word} de ter convulsao`,
    /^(?!.*seizure)/,
  ],
  [
    'what is feared',
    'ter sofrer pegar dar having have getting get tener sufrir',
    (word) => `medo de ${word} convulsao`,
    /^$/,
  ],
  [
    'how grave it is',
    'grave perigoso perigosa serio seria normal urgente emergencia sinal dangerous serious bad',
    (word) => `convulsao é ${word}, não tenho`,
    /^(?!.*seizure)/,
  ],
  ['having', 'tenho sinto to tive have tengo', (word) => `convulsao é grave, eu não ${word}`, /^$/],
  [
    'a pet',
    'cachorro cachorra cachorrinho cachorrinha cadela gato gata gatinho gatinha cavalo papagaio passarinho calopsita coelho hamster peixe galinha vaca dog cat puppy kitten horse perro perra elevador',
    (word) => `meu ${word} desmaiou`,
    /^$/,
  ],
  [
    'whose pet',
    'o a meu minha nosso nossa seu sua um uma my our the mi el la su',
    (word) => `${word} cachorro desmaiou`,
    /^$/,
  ],
  [
    'what a pet does',
    'deu teve tem ta tendo dando um uma o a com de em todo ja ficou parece had is has tuvo dio que',
    (word) => `meu cachorro ${word} convulsao`,
    /^$/,
  ],
  ['dying', 'morreu faleceu morreram died murio fallecio', (word) => `a tia ${word} de convulsao`, /^$/],
  [
    'here and now',
    'agora hoje ontem now today ahora hoy aqui socorro',
    (word) => `meu tio morreu de convulsao ${word}`,
    /seizure=yes/,
  ],
  [
    'a street',
    'rua avenida av travessa praca bairro alameda estrada beco vila street avenue calle barrio',
    (word) => `moro na ${word} convulsao 12`,
    /^$/,
  ],
]);
