/** For whom it is, by plain words. */
import { isAboutWriter, namesChild, readForWhom } from '../../../src/language/for-whom';

const words = (paragraph: string): string[] => paragraph.split(/\|| *\n */).map((word) => word.trim());

describe('for whom', () => {
  it.each([
    'para mim',
    'é pra mim',
    'mim',
    'eu mesmo',
    'sou eu',
    'soy yo',
    "it's me",
    'me',
    'for me',
    'para mí',
    'yo mismo',
    'eu própria',
    'p/ mim',
    'comigo',
    'conmigo',
    'minha mesma',
    'sim, para mim',
    'Mim.',
    'só pra mim!',
  ])('Given "%s" Then the writer', (text) => expect(readForWhom(text)).toBe('self'));

  it.each([
    'estou com febre',
    'eu tenho tosse',
    'tô com tosse',
    'toh com tosse',
    'tou mal',
    'sinto dor',
    'senti dor',
    'tive febre',
    'fiquei mal',
    'peguei gripe',
    'comecei a tossir',
    'me sinto mal',
    'me sentindo mal',
    'i am sick',
    "i'm sick",
    'im sick',
    'i have a fever',
    "i've a fever",
    'ive a fever',
    'i feel ill',
    'i got sick',
    'i had a fever',
    'estoy mal',
    'tengo tos',
    'siento dolor',
    'me siento mal',
    'me duele',
    'me dói',
    'ando com tosse',
    'vomitei',
    'desmaiei',
    'caí',
    'machuquei',
    'cortei',
    'tossi',
    'eu estou mal',
    'eu to mal',
    'eu sinto',
  ])('Given "%s" Then the writer, unasked', (text) => {
    expect([readForWhom(text), isAboutWriter(text)]).toEqual(['self', true]);
    expect(isAboutWriter(`${text} e minha nora também`)).toBe(false);
  });

  it.each(
    words(`filho|filha|filhos|filhas|filhinho|filhinha|filhinhos|bebê|bebe|bebês|nenem|nenê|criança|crianças|neto|neta|netos|netinho|netinha|netinhos|menino|menina|meninos|sobrinho|sobrinha|sobrinhas
      enteado|enteada|afilhado|afilhada|son|daughter|child|children|kid|kids|baby|toddler|infant|newborn|grandson|granddaughter|nephew|niece|hijo|hija|hijos|hijito|hijita|niño|niña|niños|nieto|nieta|nietos`),
  )('Given "para %s" Then a child', (word) => {
    expect([readForWhom(`para ${word}`), namesChild(word)]).toEqual(['child', true]);
    expect(isAboutWriter(`${word}, estou com febre`)).toBe(false);
  });
  it.each(
    words(`outra pessoa|outro|outra|alguém|mãe|pai|mãezinha|paizinho|avó|avô|vovó|esposa|esposo|marido|mulher|namorado|namorada|companheiro|companheira|irmã|irmão|tia|tio|primo|prima|amigo|amiga|vizinho|vizinha
      sogro|sogra|padrasto|madrasta|colega|patroa|chefe|idoso|idosa|someone|somebody|someone else|somebody else|other person|another|mother|mom|mum|father|dad|wife|husband|partner|sister|brother|grandmother|grandma
      grandfather|grandpa|aunt|uncle|cousin|friend|neighbor|neighbour|otra persona|otro|otra|alguien|madre|mamá|padre|papá|abuelo|abuela|mujer|hermano|hermana|tío|tía|suegro|suegra|vecino|vecina|novio|novia`),
  )('Given "para %s" Then somebody else', (word) => {
    expect([readForWhom(`para ${word}`), namesChild(word)]).toEqual(['other', false]);
    expect(isAboutWriter(`${word}, estou com febre`)).toBe(false);
  });
  it.each([
    '',
    'oi',
    'dor de cabeça',
    'para casa',
    'filhote',
    'paisagem',
    'kidney',
    'eu e ela',
    'sintoma',
    'tocou',
    'maestro',
    'ela tem tosse',
  ])('Given "%s" Then nobody yet', (text) =>
    expect([readForWhom(text), isAboutWriter(text), namesChild(text)]).toEqual([undefined, false, false]),
  );
  it('reads the beginning only', () => {
    const long = 'x '.repeat(520);
    expect([
      readForWhom(`${long}filho`),
      namesChild(`${long}filho`),
      isAboutWriter(`${long}estou mal`),
    ]).toEqual([undefined, false, false]);
  });
});
