/** Wordings that were once read wrong, each beside its neighbour that must stay what it is. */
import type { Language } from '../../../contract/event';
import { understand } from '../../../src/safety/understand';

const valueOf = (text: string, concept: string, language: Language): unknown =>
  understand(text, { language }).findings.find((finding) => finding.concept === concept)?.value;

describe('a denial', () => {
  it.each<[string, string, unknown, Language]>([
    ['não é que eu esteja com dor de cabeça, é tontura', 'headache', 'no', 'pt-BR'],
    ['não é que ele desmaiou de novo', 'fainting', 'yes', 'pt-BR'],
    ['no es que tenga tos, es la nariz', 'cough', 'no', 'es'],
    ['tosse tenho, febre que é bom nada', 'fever', 'no', 'pt-BR'],
    ['tosse tenho, febre que é boa', 'fever', 'yes', 'pt-BR'],
    ['dor de cabeça nenhuma e tosse', 'headache', 'no', 'pt-BR'],
    ['dor de cabeça nenhuma e tosse', 'cough', 'yes', 'pt-BR'],
    ['no pain or fever', 'fever', 'no', 'en'],
    ['no pain but fever', 'fever', 'yes', 'en'],
    ['chest hurts but I can breathe', 'dyspnea', 'no', 'en'],
    ['I cant breathe', 'dyspnea', 'yes', 'en'],
    ['sarei da tosse', 'cough', 'no', 'pt-BR'],
    ['ralei a mão, cabeça não bati', 'head_injury', 'no', 'pt-BR'],
  ])('"%s": %s is %s', (text, concept, value, language) => {
    expect(valueOf(text, concept, language)).toBe(value);
  });
});

describe('what only looks like a symptom', () => {
  it.each<[string, Language]>([
    ['a fatura do cartão', 'pt-BR'],
    ['qual o placar do jogo', 'pt-BR'],
    ['fiquei cega de raiva na fila do banco', 'pt-BR'],
    ['me ahogo en un vaso de agua con estos trámites', 'es'],
    ['nevermind, cancel', 'en'],
    ['socorro quero um ser humano', 'pt-BR'],
  ])('"%s" tells none and raises no flag', (text, language) => {
    const { findings, redFlag } = understand(text, { language });
    expect(findings).toEqual([]);
    expect(redFlag).toBe(false);
  });
});

describe('a red flag in everyday words', () => {
  it.each<[string, Language]>([
    ['fiquei cega de um olho', 'pt-BR'],
    ['socorro preciso de alguém', 'pt-BR'],
    ['me ahogo, no puedo respirar', 'es'],
    ['a cara do moleque virou uma bola', 'pt-BR'],
    ['cachorro abocanhou o rosto da minha sobrinha', 'pt-BR'],
    ['vomitei um negócio parecendo borra de café', 'pt-BR'],
    ['la mollera de la beba está hinchada', 'es'],
    ['el brazo izquierdo se me quedó sin fuerza de golpe', 'es'],
    ['dor no peito é grave?', 'pt-BR'],
    ['convulsioné hoy', 'es'],
    ['la presión me dio 7 con 4', 'es'],
    ['minha filha bateu a cabeça e desmaiou', 'pt-BR'],
    ['fumaça da queimada, falta de ar', 'pt-BR'],
  ])('"%s" raises its flag', (text, language) => {
    expect(understand(text, { language }).redFlag).toBe(true);
  });

  it.each<[string, Language]>([
    ['la presión me dio 13 con 8', 'es'],
    ['hace dos años convulsioné, ahora bien', 'es'],
    ['apanhava do meu primeiro marido, isso foi lá nos anos 90', 'pt-BR'],
  ])('"%s" does not: it is well, or long ago', (text, language) => {
    expect(understand(text, { language }).redFlag).toBe(false);
  });
});
