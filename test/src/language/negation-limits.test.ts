/** Where a denial begins and ends, and the few phrases that are known however they are typed. */
import { readDurations } from '../../../src/language/durations';
import { readDependent } from '../../../src/language/dependent';
import { readChangedPerson } from '../../../src/language/for-whom';
import { tokenise } from '../../../src/language/tokens';
import { told } from './say';

describe('a denial', () => {
  it.each<[string, string]>([
    ['nada de febre', 'fever=no'],
    ['nada febre', 'fever=yes'],
    ['nada com febre', 'fever=yes'],
    ['não sinto: febre', 'fever=yes'],
    ['febre: não', 'fever=no'],
    ['febre não. tosse', 'cough=yes, fever=no'],
    ['febre não 38', 'fever=yes, temperature=38'],
    ['febre não mas tosse', 'cough=yes, fever=no'],
    ['febre não e tosse', 'cough=yes, fever=no'],
    ['febre não e a tosse', 'cough=yes, fever=no'],
    ['febre não e falta de ar', 'dyspnea=yes, fever=no'],
    ['não é febre', 'fever=no'],
    ['febre não e o remédio', 'fever=yes'],
    ['febre não mas', 'fever=no'],
    ['vomitar não vomitei', 'vomiting=no'],
    ['vomitar não comi', 'vomiting=yes'],
    ['nunca tive essa febre', 'fever=yes'],
    ['não tenho febre ou a tosse', 'cough=no, fever=no'],
    ['não tenho febre, a tosse ou dor de cabeça', 'cough=no, fever=no, headache=no'],
    ['não tenho febre, tosse, nem dor de cabeça', 'cough=no, fever=no, headache=no'],
    ['não sei se é muito muito febre', 'fever=unknown'],
    ['não sei se, febre', 'fever=yes'],
    ['não sei mas febre', 'fever=yes'],
    ['não sei se tenho mas febre', 'fever=yes'],
    ['não fiquei sem ar', 'dyspnea=no'],
    ['não, fiquei sem ar', 'dyspnea=yes'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a phrase that must be understood', () => {
  it.each<[string, string]>([
    ['falta d ar', 'falta de ar'],
    ['falta dar', 'falta de ar'],
    ['fal ta de ar', 'falta de ar'],
    ['falta de r', 'falta de ar'],
    ['fltando ar', 'faltando ar'],
    ['faltando r', 'faltando ar'],
    ['dor no pieto', 'dor no peito'],
    ['dor n peito', 'dor no peito'],
    ['dor n peit', 'dor no peito'],
    ['dor de peto', 'dor de peito'],
    ['sem conseguir rspirar', 'sem conseguir respirar'],
    ['nao conigo respirar', 'nao consigo respirar'],
    ['nao consegue respira', 'nao consegue respirar'],
    ['parou d respirar', 'parou de respirar'],
    ['parou de repirar', 'parou de respirar'],
    ['shortness of breth', 'shortnes of breath'],
    ['cant breath', 'cant breathe'],
    ['chest pan', 'chest pain'],
    ['dolor de pcho', 'dolor de pecho'],
    ['dolor en el pcho', 'dolor en el pecho'],
    ['falta de aie', 'falta de aire'],
    ['no puedo rspirar', 'no puedo respirar'],
    ['falta de mar', 'falta de mar'],
    ['falta dar entrada', 'falta dar entrada'],
    ['dor no preto', 'dor no preto'],
    ['flta d r', 'flta de r'],
  ])('Given "%s" Then "%s"', (text, words) =>
    expect(
      tokenise(text)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words),
  );
});

describe('a weekday', () => {
  // a Sunday
  const daysOf = (text: string): number[] =>
    readDurations(tokenise(text), '2026-03-15').map(({ days, lasting }) => (lasting ? days : -days));
  it.each<[string, number[]]>([
    ['segunda', [-6]],
    ['segunda dose', []],
    ['segunda passada tosse', [-6]],
    ['segunda passado tosse', [-6]],
    ['segunda pasada tosse', [-6]],
    ['segunda retrasada tosse', [-13]],
    ['segunda retrasado tosse', [-13]],
    ['segunda retrasadas tosse', []],
    ['segunda, tosse', [-6]],
    ['desde segunda dose', [6]],
    ['começou segunda de noite', [6]],
    ['começou. segunda de noite', []],
    ['segunda de noite começou', [6]],
    ['segunda de noite, começou', []],
    ['desde a última segunda', [6]],
    ['segunda-feira', [-6]],
    ['segunda feira passada', [-6]],
    ['semana passada', [-7]],
    ['semana retrasada', [-14]],
    ['last week', [-7]],
    ['meia hora', [-0]],
    ['desde cedo', [0]],
    ['the day before yesterday', [-2]],
    ['desde ontem de noite', [1]],
  ])('Given a Sunday and "%s" Then %j days, below zero where nothing is said to last', (text, days) =>
    expect(daysOf(text)).toEqual(days),
  );
});

describe('for whom', () => {
  it.each<[string, boolean]>([
    ['meu filho está com covid', true],
    ['minha mãe está com covid', false],
    ['meu filho e eu estamos com febre', false],
    ['my son and I have a fever', false],
    ['my son and my daughter have a fever', false],
    ['meu filho me passou febre', false],
    ['meu filho com 38 de febre', false],
    ['meu filho com febre', true],
    ["my son's fever", true],
    ["my mother's fever", true],
    ['my 3 year old has a fever', true],
    ['my old has a fever', false],
    ['é o meu filho', true],
    ['não é o meu filho', false],
  ])('Given "%s" Then a dependent: %s', (text, is) => expect(readDependent(text) !== undefined).toBe(is));

  it.each<[string, string | undefined]>([
    ['na verdade é para a minha mãe', 'other'],
    ['na verdade é para mim', 'self'],
    ['é para o meu filho mais velho que mora longe de casa', 'child'],
    ['é para o meu filho mais velho que mora longe de casa hoje', undefined],
    ['meu filho', undefined],
  ])('Given "%s", while something else is asked, Then %s', (text, whom) =>
    expect(readChangedPerson(text)).toBe(whom),
  );
});
