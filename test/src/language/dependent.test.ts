import fc from 'fast-check';
import { readDependent } from '../../../src/language/dependent';
import { runs } from '../../support/runs';

describe('a complaint about somebody else', () => {
  it.each([
    'meu filho de 3 anos está com febre',
    'Meu filho está com febre e tosse',
    'meu filho ta com febre desde ontem',
    'minha mãe está com tosse',
    'minha mãe tem diabetes e está com febre',
    'minha avó caiu',
    'é para minha mãe, ela está com tosse',
    'é para a minha mãe',
    'consulta pra minha filha',
    'preciso de ajuda para meu filho',
    'é o meu filho',
    'estou preocupada, meu filho está com febre',
    'eu acho que meu filho está com febre',
    'meu bebê de 2 meses não está bem',
    'o bebê está com febre',
    'a criança não para de vomitar, está com febre',
    'minha filha não consegue dormir, tosse a noite toda',
    'meu pai, de 80 anos, está com febre',
    'minha esposa sente dor de cabeça',
    'sou mãe, minha filha está com febre',
    'meu filho está com febre, me ajudem',
    'MEU FILHO ESTÁ COM FEBRE',
    'meu filho davi está com febre',
    'my daughter has a fever',
    'my son is coughing',
    'my 3 year old son has a fever',
    'my 3-year-old has a cough',
    'my mom feels dizzy',
    'I think my son has the flu',
    'it is for my mother',
    "it's for my husband",
    'asking for my daughter',
    "my baby won't stop crying",
    "my son's fever is back",
    'mi hijo tiene fiebre',
    'mi hija de 5 años tiene tos',
    'mi mamá está con fiebre',
    'es para mi mamá',
    'mi bebé no duerme y tiene fiebre',
    'mi abuela se cayó',
    'necesito una cita para mi hijo',
  ])('is found in “%s”', (text) => {
    expect(readDependent(text)).toBeDefined();
  });

  it.each([
    ['minha filha Ana Clara está com febre', 'Ana Clara'],
    ['minha mãe, Maria das Dores, está com tosse', 'Maria das Dores'],
    ['meu filho se chama Davi e está com febre', 'Davi'],
    ['my son Leo has a fever', 'Leo'],
    ['mi hijo Tomás tiene fiebre', 'Tomás'],
    ['meu filho de 3 anos está com febre', undefined],
    ['MEU FILHO DAVI ESTÁ COM FEBRE', undefined],
  ])('“%s” names %p', (text, name) => {
    expect(readDependent(text)).toEqual(name ? { name } : {});
  });
});

describe('a complaint of the writer', () => {
  it.each([
    'estou com febre',
    'meu filho me passou gripe',
    'meu filho me passou a tosse, estou com febre',
    'peguei gripe do meu filho',
    'peguei a gripe da minha filha',
    'meu filho está com febre e eu também',
    'eu e meu filho estamos com febre',
    'meu filho e eu estamos com tosse',
    'meu marido está com covid',
    'meu marido testou positivo',
    'minha mãe está com covid, posso pegar?',
    'minha mãe tem diabetes',
    'minha mãe tem diabetes e eu estou com tosse',
    'meu filho está bem',
    'meu filho está muito bem, mas tenho tosse',
    'não é para meu filho, é para mim',
    'não é para minha mãe',
    'meu filho não está com febre, sou eu que tenho',
    'moro com minha mãe que tem pressão alta',
    'meu pai morreu de covid',
    'meu pai morreu com febre',
    'minha mãe disse que com febre não se brinca',
    'estou grávida e o bebê não está mexendo',
    'meu bebê não está mexendo na barriga',
    'tenho medo de passar para minha mãe, tenho febre',
    'fui na casa da minha mãe e fiquei com febre',
    'minha cabeça está doendo',
    'minha garganta está inflamada',
    'to com febre, meu filho teve semana passada',
    'meu médico disse que tenho asma',
    'my son gave me his cold',
    'my son got me sick',
    'my son has a fever and I have a cough',
    'my son and I have a fever',
    'my husband has covid',
    'I caught it from my daughter',
    'my head hurts',
    'not for my son, it is for me',
    'my daughter told me to write, I have a fever',
    'I am pregnant and the baby is not moving',
    'my son is fine',
    'mi hijo me contagió',
    'mi hijo me pegó la gripe',
    'mi hijo tiene fiebre y yo también',
    'me duele la cabeza',
    'no es para mi hijo, es para mí',
    'mi marido tiene covid',
    'mi hijo está bien',
    'agradeço a minha mãe',
    '',
    '👍',
  ])('stays theirs in “%s”', (text) => {
    expect(readDependent(text)).toBeUndefined();
  });

  it('is read in bounded time, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000, unit: 'grapheme' }), (text) => {
        readDependent(`meu filho ${text}`);
      }),
      runs(50),
    );
    const began = Date.now();
    readDependent('meu filho de 3 anos '.repeat(50_000));
    expect(Date.now() - began).toBeLessThan(500);
  });
});
