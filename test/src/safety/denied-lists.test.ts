/** One denial before a list, "nobody did it", and what passed and came back: which red flags stay. */
import { readFindings } from '../../../src/language/findings';
import { redFlagsInText } from '../../../src/safety/red-flags';

const flagsOf = (text: string): string[] => redFlagsInText(text).map(({ concept }) => concept);

describe('a denial that reaches a list', () => {
  it.each([
    'não tenho falta de ar, dor no peito, desmaio ou confusão',
    'não tenho falta de ar, dor no peito, desmaio',
    'sem falta de ar, dor no peito, tontura',
    'sem febre, tosse, falta de ar',
    'sem febre, sem tosse, sem falta de ar',
    'nego dor no peito, falta de ar, desmaio',
    'não sinto: falta de ar, dor no peito',
    'tenho tudo menos falta de ar',
    'tudo menos falta de ar',
    'não tô com falta de ar, dor no peito, nada disso',
    'nada de falta de ar, dor no peito, desmaio',
    'no tengo falta de aire, dolor de pecho, desmayo',
    'no chest pain, shortness of breath, fainting',
  ])('Given "%s" Then no flag', (text) => expect(flagsOf(text)).toEqual([]));

  it.each<[string, string]>([
    ['não tenho febre, falta de ar sim', 'dyspnea'],
    ['não tenho febre, mas falta de ar', 'dyspnea'],
    ['não tenho febre, estou com falta de ar', 'dyspnea'],
    ['não tenho febre, só falta de ar', 'dyspnea'],
    ['não tenho febre. falta de ar', 'dyspnea'],
    ['sem febre, muita falta de ar', 'dyspnea'],
    ['sem febre, falta de ar', 'dyspnea'],
    ['não tenho febre, falta de ar', 'dyspnea'],
    ['sem febre, tosse, com falta de ar', 'dyspnea'],
    ['não tenho febre, tosse, falta de ar forte desde ontem', 'dyspnea'],
    ['não melhora, dor no peito, falta de ar', 'dyspnea'],
    ['não durmo, dor no peito, falta de ar', 'chest_pain'],
    ['febre não falta de ar sim', 'dyspnea'],
    ['tosse não tenho, falta de ar tenho', 'dyspnea'],
    ['tosse não falta de ar sim', 'dyspnea'],
    ['febre não dor no peito tenho', 'chest_pain'],
    ['passou a falta de ar mas voltou agora', 'dyspnea'],
    ['a falta de ar passou mas voltou', 'dyspnea'],
    ['a falta de ar tinha passado, voltou hoje', 'dyspnea'],
    ['parou a falta de ar e começou de novo', 'dyspnea'],
    ['falta de ar não, minto, tenho um pouco sim', 'dyspnea'],
    ['não, minto, tenho falta de ar sim', 'dyspnea'],
    ['não tenho falta de ar, minto, tenho um pouco', 'dyspnea'],
  ])('Given "%s" Then %s', (text, concept) => expect(flagsOf(text)).toContain(concept));

  it('Given a symptom before and after its own yes and no Then each has its own', () => {
    const findings = readFindings('febre não falta de ar sim', 'pt-BR');
    expect(findings.map(({ concept, value }) => `${concept}=${value}`).sort()).toEqual([
      'dyspnea=yes',
      'fever=no',
    ]);
  });
});

describe('nobody did it', () => {
  it.each([
    'ninguém me bateu',
    'ninguém me agrediu',
    'ninguém me bateu, só quero consulta',
    'ninguém aqui desmaiou',
    'nobody hit me',
    'no one hit me',
    'nadie me pegó',
    'não fui picado por cobra',
    'não fui mordido',
    'não fui atropelado',
  ])('Given "%s" Then no flag', (text) => expect(flagsOf(text)).toEqual([]));
  it.each<[string, string]>([
    ['ninguém me ajuda, ele me bateu', 'violence'],
    ['ninguém acredita que ele me bateu', 'violence'],
    ['ninguém viu, fui picado por cobra', 'animal_sting'],
    ['ninguém sabe que apanho do meu marido', 'violence'],
  ])('Given "%s" Then %s', (text, concept) => expect(flagsOf(text)).toContain(concept));
});
