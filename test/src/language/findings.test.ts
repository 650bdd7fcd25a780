import { concepts } from '../../../settings/concepts';
import { readFindings, type Finding } from '../../../src/language/findings';
import { fold, normalise } from '../../../src/language/normalise';
import { canonicalWord } from '../../../src/language/tokens';
import { lexicons } from '../../../src/language/word-sets';

const values = (text: string): Record<string, Finding['value']> =>
  Object.fromEntries(readFindings(text, 'pt-BR').map(({ concept, value }) => [concept, value]));

const cases: [text: string, found: Record<string, Finding['value']>][] = [
  ['tosse e febre', { cough: 'yes', fever: 'yes' }],
  ['febre não, só tosse', { fever: 'no', cough: 'yes' }],
  ['nem febre nem tosse', { fever: 'no', cough: 'no' }],
  ['não tenho febre mas falta de ar', { fever: 'no', dyspnea: 'yes' }],
  ['não tenho febre, tosse nem dor de garganta', { fever: 'no', cough: 'no', sore_throat: 'no' }],
  ['não tenho mais febre', { fever: 'no' }],
  ['acho que não tenho febre', { fever: 'unknown' }],
  ['tive febre ontem, hoje não tenho febre', { fever: 'yes' }],
  ['tenho 70 anos', { age: 70 }],
  ['febre de 38,5', { fever: 'yes', temperature: 38.5 }],
  ['febre há 3 dias', { fever: 'yes', symptom_duration: 3 }],
  ['pressão 19 por 12', { blood_pressure_systolic: 190, blood_pressure_diastolic: 120 }],
  ['BP 190x120', { blood_pressure_systolic: 190, blood_pressure_diastolic: 120 }],
  ['sou diabética e tenho asma', { diabetes: 'yes', asthma: 'yes' }],
  ['no fever but a cough', { fever: 'no', cough: 'yes' }],
  ['no tengo fiebre pero tengo tos', { fever: 'no', cough: 'yes' }],
  ['diareia e vomitu', { diarrhea: 'yes', vomiting: 'yes' }],
  ['', {}],
];

describe('findings', () => {
  it.each(cases)('Given "%s" Then %j', (text, found) => expect(values(text)).toEqual(found));
});

describe('normalise', () => {
  it.each([
    ['  NÃO\t\nConsigo ', 'nao consigo'],
    ['f\u200bebre', 'febre'],
    ['ﬁebre', 'fiebre'],
    ['\ud800', ''],
    ['', ''],
  ])('Given %j Then %j', (text, folded) => expect(normalise(text)).toBe(folded));
  it('reads no more than 5,000 characters', () => expect(normalise('a'.repeat(100_000))).toHaveLength(5_000));
  it('is settled: folding twice changes nothing', () =>
    expect(fold(fold('Ação ﬁnal ÑÃO'))).toBe(fold('Ação ﬁnal ÑÃO')));
});

const shortestOf = (phrase: string): number =>
  phrase
    .trim()
    .split(/\s+/)
    .filter((element) => !element.endsWith('?'))
    .map((element) =>
      Math.min(...element.split('|').map((one) => one.split('_').map(canonicalWord).join('').length)),
    )
    .reduce((sum, length) => sum + length, 0);

describe('the lexicons', () => {
  it('name every red flag and every symptom in all three languages', () => {
    const spoken = Object.entries(concepts)
      .filter(([, concept]) => concept.kind === 'yes-no')
      .map(([id]) => id);
    for (const lexicon of lexicons)
      expect(spoken.filter((id) => !lexicon.concepts[id as keyof typeof concepts]?.length)).toEqual([]);
  });
  it('hold no phrase that could match everything', () => {
    for (const lexicon of lexicons) {
      for (const phrases of Object.values(lexicon.concepts)) {
        // its shortest wording: of each element the shortest alternative
        for (const phrase of phrases) expect(shortestOf(phrase)).toBeGreaterThan(1);
      }
    }
  });
});
