/** Red flags in everyday wording and spelling, and talk that sounds like one. */
import { understand } from '../../../src/safety/understand';
import { redFlagsInText } from '../../../src/safety/red-flags';

const flagsOf = (text: string): string[] => redFlagsInText(text).map(({ concept }) => concept);

describe('the wish to die, said in other ways', () => {
  it.each([
    'já escrevi carta pra todo mundo, juntei os remedio aqui, hoje acaba',
    'já escrevi a carta de despedida',
    'hoje eu acabo com isso',
    'hoje eu acabo com tudo',
    'me despedi de todos',
    'já me despedi da minha família',
    'to com a corda na mão',
    'misturei remedio com bebida pra nao acordar',
    'to pensando em fazer besteira',
    'vou fazer uma besteira',
    'não vou me matar mas penso nisso todo dia',
    'meu amigo disse que vai se matar',
    'meu filho disse que quer sumir',
    'minha filha falou que vai se matar',
    'my friend said he is going to kill himself',
    'mi amigo dijo que se va a matar',
  ])('Given "%s" Then a flag', (text) => {
    const flags = flagsOf(text);
    expect(flags.includes('suicidal_ideation') || flags.includes('self_harm')).toBe(true);
  });
  it.each([
    'quero matar a saudade',
    'quero sumir dessa fila kkkk',
    'como apago meus dados',
    'quero apagar meus dados',
    'apaguei a mensagem',
    'me despedi dos colegas de trabalho',
    'hoje acaba minha licença',
    'hoje acaba o remédio',
    'fiz uma besteira no cadastro',
    'hoje eu acabo com essa dor de dente',
    'minha mãe disse que vai sumir com o gato',
    'escrevi uma carta pra minha mãe',
    'me despedi do mundo dos doces',
    'meu marido no portão com flores',
    'meu filho comeu uma folha de alface',
  ])('Given "%s" Then none', (text) => expect(flagsOf(text)).toEqual([]));
});

describe('pain low down, and a period that is late', () => {
  it.each([
    'minha regra ta atrasada 2 semanas, to com uma dor forte de um lado só embaixo da barriga e um sangramentinho',
    'menstruação não desceu e to com dor embaixo da barriga de um lado',
    'minha menstruação tá atrasada e to com dor forte embaixo da barriga',
    'atraso de 2 semanas, cólica forte e sangrando',
    'menstruação atrasada e dor forte de um lado da barriga',
    'regra atrasada, dor no pé da barriga',
    'menstruação atrasada e um sanguinho',
    'teste de farmácia deu positivo e sangramentinho',
  ])('Given "%s" Then 192', (text) => expect(redFlagsInText(text)[0]?.call).toBe('192'));
  it.each(['dor de um lado só', 'to com uma dor de um lado só embaixo da barriga'])(
    'Given "%s" Then no kidney disease',
    (text) =>
      expect(understand(text, { language: 'pt-BR' }).findings.map(({ concept }) => concept)).not.toContain(
        'kidney_disease',
      ),
  );
  it.each([
    'dor embaixo da barriga',
    'dor forte embaixo da barriga',
    'dor na parte de baixo da barriga',
    'dor no pezinho da barriga',
  ])('Given "%s" Then it is in the belly', (text) =>
    expect(
      understand(text, { language: 'pt-BR' })
        .findings.map(({ concept }) => concept)
        .join(),
    ).toMatch(/abdominal_pain/),
  );
});

describe('vital phrases, misspelt or in other words', () => {
  it.each<[string, string]>([
    ...[
      'ñ consigo puxa o ar direito',
      'falta dar',
      'não tô dando conta de respirar',
      'to com muita canseira pra respirar',
      'flta de ar',
      'falta de at',
      'to c falta de a',
      'fata de ar',
      'falta d ar',
      'falat de ar',
      'faltando a ar',
    ].map((text): [string, string] => [text, 'dyspnea']),
    ['o nariz do bebê abre e fecha quando respira', 'chest_indrawing'],
    ...[
      'parece q tem um elefante sentado no meu peito',
      'dor no pieto',
      'dô no peito',
      'peito doeno',
      'dor n peit',
      'dorno peito',
      'dor no peitp',
      'do no peito',
    ].map((text): [string, string] => [text, 'chest_pain']),
    ['ta saindo sangue vivo pela boca', 'vomiting_blood'],
    ['meu padrasto mexe comigo de noite', 'sexual_violence'],
    ['meu ex ta no portao com arma', 'violence'],
    ['se me durmió medio cuerpo', 'limb_weakness'],
    ['meu braço formigou e ficou fraco, ja passou', 'limb_weakness'],
    ['não desmaiei mas quase', 'fainting'],
    ['n ã o  c o n s i g o  r e s p i r a r', 'dyspnea'],
    ['fal-ta de ar', 'dyspnea'],
    ['não con\0sigo respirar', 'dyspnea'],
  ])('Given "%s" Then %s', (text, concept) => expect(flagsOf(text)).toContain(concept));
  it.each(['a v c', 'preçao 20 por 12 e dor de cabeça'])('Given "%s" Then 192', (text) =>
    expect(redFlagsInText(text)[0]?.call).toBe('192'),
  );
  it.each([
    'falta dar a vacina',
    'falta o at',
    'falta de água',
    'falta de atendimento',
    'dor no pulso',
    'dor no pé',
    'dor no pito',
    'falta dar entrada',
    'falta de amor',
  ])('Given "%s" Then none', (text) => expect(flagsOf(text)).toEqual([]));
});

describe('what children swallow', () => {
  it.each([
    'meu filho de 2 anos tomou um gole de amaciante mas ta bem',
    'meu filho bebeu shampoo',
    'minha filha tomou agua oxigenada',
    'meu filho comeu planta comigo ninguém pode',
    'meu filho tomou um gole de água sanitária',
  ])('Given "%s" Then poisoning', (text) => expect(flagsOf(text)).toContain('poisoning'));
});

describe('talk, jokes and others', () => {
  it.each([
    'esse remédio causa falta de ar?',
    'o que é um AVC?',
    'tenho medo de ter um avc',
    'minha amiga falou que dor no peito é grave, eu não tenho',
    'meu celular apagou',
    'meu cachorro desmaiou',
    'minha gata teve convulsão',
    'meu avo morreu de falta de ar',
    'moro na rua Falta de Ar 12',
    'to apaixonada sem fôlego',
    'o elevador parou de respirar kkk',
    'moleza no corpo',
    'to com moleza no corpo e febre',
    'febre? tive não',
  ])('Given "%s" Then none', (text) => expect(flagsOf(text)).toEqual([]));
  it.each<[string, string]>([
    ['moleza no corpo', 'fatigue=yes'],
    ['febre? tive não', 'fever=no'],
    ['n tenho febr', 'fever=no'],
    ['fbre', 'fever=yes'],
    ['to provocando', 'vomiting=yes'],
    ['tosse', 'cough=yes'],
  ])('Given "%s" Then %s', (text, expected) =>
    expect(
      understand(text, { language: 'pt-BR' }).findings.map(({ concept, value }) => `${concept}=${value}`),
    ).toContain(expected),
  );
  it.each<[string, string]>([
    ['meu cachorro me mordeu e to com falta de ar', 'dyspnea'],
    ['meu cachorro morreu e to com dor no peito', 'chest_pain'],
    ['moleza em um lado do corpo', 'limb_weakness'],
    ['esse remédio tá me causando falta de ar', 'dyspnea'],
    ['o que é isso? to com falta de ar', 'dyspnea'],
    ['o que faço com falta de ar?', 'dyspnea'],
    ['tenho medo de morrer, to com dor no peito', 'chest_pain'],
    ['meu avô tá com falta de ar', 'dyspnea'],
    ['kkkk to com falta de ar', 'dyspnea'],
  ])('Given "%s" Then %s', (text, concept) => expect(flagsOf(text)).toContain(concept));
});
