import fc from 'fast-check';
import { understand, type Understood } from '../../../src/safety/understand';
import { hostile } from '../../../bench/understanding/messages';
import { runs } from '../../support/runs';

const of = (text: string, asked?: string): Understood => understand(text, { language: 'pt-BR', asked });
/** "fever=yes", "fever=no/other", "seizure=yes/past". */
const said = ({ findings }: Understood): string[] =>
  findings
    .map(({ concept, value, who, when }) =>
      [`${concept}=${value}`, ...(who === 'other' ? [who] : []), ...(when === 'now' ? [] : [when])].join('/'),
    )
    .sort();

describe('what a message tells', () => {
  it.each<[string, string[]]>([
    ['não tenho febre mas falta de ar', ['dyspnea=yes', 'fever=no']],
    ['nem febre nem tosse', ['cough=no', 'fever=no']],
    ['febre não, só tosse', ['cough=yes', 'fever=no']],
    ['não paro de vomitar', ['persistent_vomiting=yes']],
    ['num to com febre', ['fever=no']],
    ['fui num hospital com febre', ['fever=yes']],
    ['não tenho mais febre', ['fever=no']],
    ['a febre passou', ['fever=no']],
    ['a febre não passou', ['fever=yes']],
    ['minha mãe tem febre', ['fever=yes/other']],
    ['minha mãe disse que estou com febre', ['fever=yes']],
    ['minha mãe tem diabetes e eu estou com tosse', ['cough=yes', 'diabetes=yes/other']],
    ['escorpião picou meu filho', ['animal_sting=yes/other']],
    ['meu filho me passou gripe e eu to com tosse', ['cough=yes', 'runny_nose=yes']],
    ['tive febre ontem', ['fever=yes/recent']],
    ['tosse desde ontem', ['cough=yes', 'symptom_duration=1']],
    ['tive convulsão quando era criança', ['seizure=yes/past']],
    ['trinta e oito e meio de febre', ['fever=yes', 'temperature=38.5']],
    ['febre de 38 e 5', ['fever=yes', 'temperature=38.5']],
    ['to com 101F de febre', ['fever=yes', 'temperature=unknown']],
    ['pressão 16 por 10', ['blood_pressure_diastolic=100', 'blood_pressure_systolic=160']],
    ['tenho febre, quer dizer, não', ['fever=no']],
    ['não tenho tosse, quer dizer, tenho sim', ['cough=yes']],
    ['respiro bem, só tosse', ['cough=yes', 'dyspnea=no']],
    ['não respiro bem', ['dyspnea=yes']],
    ['vomitei mas sem sangue', ['vomiting=yes', 'vomiting_blood=no']],
    ['quem pode tomar a vacina da gripe?', []],
    ['falta de ar é sinal de quê?', []],
    ['morrendo de rir', []],
    ['🤒', ['fever=yes']],
  ])('Given "%s" Then %j', (text, expected) => expect(said(of(text))).toEqual(expected));

  it.each<[string, boolean]>([
    ['estou grávida e sangrando', true],
    ['estou grávida e minha irmã está sangrando', false],
    ['não estou grávida, mas estou sangrando', false],
    ['estou sangrando', false],
    ['estou grávida', false],
  ])('of "%s", bleeding in pregnancy: %s', (text, isTold) =>
    expect(said(of(text)).some((told) => told.startsWith('vaginal_bleeding=yes'))).toBe(isTold),
  );

  it.each([
    'socorro',
    'mordida de morcego',
    'meu filho engoliu uma pilha',
    'estou sangrando',
    'capotei o carro',
  ])('of "%s", what only helps a rule is not told by itself', (text) => {
    const helpers = /^(bleeding|wild_animal_bite|sharp_or_battery_swallowed|cry_for_help|traffic_accident)=/;
    expect(said(of(text)).filter((told) => helpers.test(told))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['sim', 'dyspnea', ['dyspnea=yes']],
    ['👍', 'dyspnea', ['dyspnea=yes']],
    ['não', 'dyspnea', ['dyspnea=no']],
    ['não consigo', 'cannot_drink_or_feed', []],
    ['acho que não', 'dyspnea', ['dyspnea=unknown']],
    ['acho que não', 'cough', ['cough=no']],
    ['acho que sim', 'dyspnea', ['dyspnea=yes']],
    ['não, pera, sim', 'chest_pain', ['chest_pain=yes']],
    ['sim. ops, não', 'fever', ['fever=no']],
    ['desde ontem', 'fever', ['fever=yes', 'symptom_duration=1']],
    ['trinta e oito vírgula cinco', 'temperature', ['temperature=38.5']],
    ['101F', 'temperature', ['temperature=unknown']],
    ['não medi', 'temperature', ['temperature=unknown']],
    ['dois meses', 'age', ['age=0.1667']],
    ['umas duas semanas', 'symptom_duration', ['symptom_duration=14']],
    ['anteontem', 'symptom_duration', ['symptom_duration=2']],
    ['2 dias, aliás 3', 'symptom_duration', ['symptom_duration=3']],
    ['12 por 8', 'blood_pressure_systolic', ['blood_pressure_diastolic=80', 'blood_pressure_systolic=120']],
    ['não, no peito', 'headache', ['chest_pain=yes', 'headache=no']],
  ])('Given "%s" to %s Then %j', (text, asked, expected) => expect(said(of(text, asked))).toEqual(expected));

  it.each<[string, Understood['intent']]>([
    ['oi', 'greeting'],
    ['oi, to com tosse', 'answer'],
    ['obrigada', 'thanks'],
    ['quero um atendente', 'human'],
    ['help', 'human'],
    ['recomeçar', 'restart'],
    ['quero cancelar', 'cancel'],
    ['onde tem vacina?', 'question'],
    ['quer namorar comigo?', 'none'],
    ['kkkkk', 'none'],
    ['', 'none'],
  ])('Given "%s" Then the intent is %s', (text, intent) => expect(of(text).intent).toBe(intent));

  it('raises no flag for a doubt about what was asked, nor for a bare answer among what words tell', () => {
    expect(of('acho que não tenho falta de ar', 'dyspnea')).toMatchObject({ redFlag: false, flagsTold: [] });
    expect(of('sim', 'dyspnea')).toMatchObject({ redFlag: true, call: '192', flagsTold: [] });
    expect(of('acho que não, mas dor no peito', 'dyspnea').flagsTold).toMatchObject([
      { concept: 'chest_pain' },
    ]);
  });
  it('raises none for what is long past, and one for what was yesterday', () => {
    expect(of('em 2019 tive falta de ar').redFlag).toBe(false);
    expect(of('desmaiei ontem').redFlag).toBe(true);
  });
});

describe('hostile texts', () => {
  it.each(Object.entries(hostile))('Given %s Then a clear answer', (_name, text) => {
    const understood = of(text);
    expect(['answer', 'question', 'none']).toContain(understood.intent);
    expect(understood.redFlag).toBe(understood.call !== null);
  });
  it('finds a red flag anywhere in the first 20,000 characters, and at the end', () => {
    const filler = (length: number): string => 'bla '.repeat(length / 4);
    for (const at of [0, 4_000, 12_000, 19_900])
      expect(of(`${filler(at)} falta de ar. ${filler(400_000)}`).call).toBe('192');
    expect(of(`${filler(900_000)} falta de ar`).call).toBe('192');
  });
  it('hears through marks that hide letters', () => {
    expect(of('\u202efalta\u202c de\u200f ar\u0000').call).toBe('192');
    expect(of('f\u0301\u0316a\u0316\u0489l\u0301ta de a\u0316r').call).toBe('192');
  });
  it('never throws, and keeps to its values', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.string({ unit: 'grapheme', maxLength: 200 }),
        ),
        fc.constantFrom(undefined, 'fever', 'dyspnea', 'temperature', 'symptom_duration', 'age'),
        (text, asked) => {
          for (const { value, who, when } of of(text, asked).findings) {
            expect(
              typeof value === 'number' ? Number.isFinite(value) : ['yes', 'no', 'unknown'].includes(value),
            ).toBe(true);
            expect(['self', 'other']).toContain(who);
            expect(['now', 'recent', 'past']).toContain(when);
          }
        },
      ),
      runs(100),
    );
  });
  it('is the same for the same text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => expect(of(text)).toEqual(of(text))),
      runs(50),
    );
  });
});
