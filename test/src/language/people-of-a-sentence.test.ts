import { understand } from '../../../src/safety/understand';

/** "concept=value/who", sorted; numbers of another concept are left to other tests. */
const told = (text: string, asked?: string): string =>
  understand(text, { language: 'pt-BR', asked })
    .findings.map(({ concept, value, who }) => `${concept}=${value}/${who}`)
    .sort()
    .join(' ');

describe('whose it is, where two are named', () => {
  it.each<[string, string]>([
    ['tô aqui com meu marido ele tá com febre', 'fever=yes/other'],
    ['tô com meu marido e tenho febre', 'fever=yes/self'],
    ['eu com tosse, ele com febre', 'cough=yes/self fever=yes/other'],
    ['meu marido tá bem, quem tá com tosse sou eu', 'cough=yes/self'],
    ['meu marido tá com tosse', 'cough=yes/other'],
    ['mi marido está bien, la que tiene tos soy yo', 'cough=yes/self'],
    ['had asthma as a kid', 'asthma=yes/self'],
    ['my kid had asthma', 'asthma=yes/other'],
    ['está frío y pálido como papel, mi papá', 'pale_cold_skin=yes/other'],
    ['my daughter doesnt have a fever', 'fever=no/other'],
    ['tenho vontade de machucar meu bebê', 'harm_others=yes/self'],
    ['el chamo tiene tos', 'cough=yes/other'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));

  it('Given the chest of a child is asked about and "olhei as costelas dele, não afunda" Then the child\'s', () =>
    expect(told('olhei as costelas dele, não afunda', 'chest_indrawing')).toBe('chest_indrawing=no/other'));
});

describe('a denial within what is named', () => {
  it.each<[string, string]>([
    ['a boca não entortou', 'face_droop=no/self'],
    ['a boca entortou', 'face_droop=yes/self'],
    ['não, a boca entortou', 'face_droop=yes/self'],
    ['sem febre até agora', 'fever=no/self'],
    ['sem tosse nem febre só nariz entupido', 'cough=no/self fever=no/self runny_nose=yes/self'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('what is wanted of the chat', () => {
  it.each<[string, string]>([
    ['não quero mais, cancela tudo', 'cancel'],
    ['dengue passa de uma pessoa pra outra?', 'question'],
    ['me passa pra uma pessoa', 'human'],
    ['respondi tudo errado, bora começar de novo?', 'restart'],
  ])('Given "%s" Then %s', (text, intent) =>
    expect(understand(text, { language: 'pt-BR' }).intent).toBe(intent),
  );
});
