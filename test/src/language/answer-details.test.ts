/** What an answer says beside its yes or no; when it is over, how often, and what takes it back. */
import { testEachWord } from './each-word';
import { told } from './say';

const heard = (text: string, asked: string): string => told(text, 'pt-BR', asked);

describe('when it was', () => {
  it.each<[string, string]>([
    ['ontem sim, hoje não', 'fever=yes/recent'],
    ['hoje não, ontem sim', 'fever=yes/recent'],
    ['hoje sim, ontem não', 'fever=no'],
    ['ontem sim, não', 'fever=no'],
    ['sim, ontem', 'fever=yes/recent'],
    ['sim, ano passado', 'fever=yes/past'],
    ['sim, desde ontem', 'fever=yes, symptom_duration=1'],
    ['sim, ontem e hoje', 'fever=yes'],
    ['já tive', 'fever=yes/past'],
    ['já tive sim', 'fever=yes/past'],
    ['já tive isso sim', 'fever=yes'],
    ['já tenho', 'fever=yes'],
    ['sim, eu fiquei bem assim mesmo ontem', 'fever=yes/recent'],
    ['sim, eu fiquei bem assim mesmo sempre ontem', 'fever=yes'],
  ])('Given "%s" to fever Then %s', (text, expected) => expect(heard(text, 'fever')).toBe(expected));
});

describe('the number beside a yes', () => {
  it.each<[string, string, string]>([
    ['sim, 38,5', 'fever', 'fever=yes, temperature=38.5'],
    ['sim, 33', 'fever', 'fever=yes'],
    ['sim, 34', 'fever', 'fever=yes, temperature=34'],
    ['sim, 43', 'fever', 'fever=yes, temperature=43'],
    ['sim, 43,5', 'fever', 'fever=yes'],
    ['sim, de 12 semanas', 'pregnancy', 'gestational_weeks=12, pregnancy=yes'],
    ['sim, 45 semanas', 'pregnancy', 'gestational_weeks=45, pregnancy=yes'],
    ['sim, 46 semanas', 'pregnancy', 'pregnancy=yes'],
    ['sim, 5 meses', 'pregnancy', 'gestational_weeks=22, pregnancy=yes'],
    ['sim, 10 meses', 'pregnancy', 'gestational_weeks=43, pregnancy=yes'],
    ['sim, 11 meses', 'pregnancy', 'pregnancy=yes'],
    ['sim, 12 semanas', 'cough', 'cough=yes'],
    ['não, 38,5', 'cough', 'cough=no, temperature=38.5'],
  ])('Given "%s" to %s Then %s', (text, asked, expected) => expect(heard(text, asked)).toBe(expected));

  it.each('dia dias day days ano anos hora horas vez vezes mes meses semana semanas week weeks'.split(' '))(
    'Given 38 %s Then it is no temperature',
    (unit) => expect(heard(`sim, 38 ${unit}`, 'fever')).not.toContain('temperature'),
  );
});

describe('a no of who writes, and what another has', () => {
  it.each<[string, string]>([
    ['não. mas minha filha tá com febre', 'fever=no, fever=yes/other'],
    ['não mas minha filha tá com febre', 'fever=no, fever=yes/other'],
    ['não minha filha tá com febre', 'fever=yes/other'],
    ['não, tô com febre', 'fever=yes'],
    ['não. minha filha não tá com febre', 'fever=no/other'],
    ['sim. minha filha tá com febre', 'fever=yes/other'],
  ])('Given "%s" to fever Then %s', (text, expected) => expect(heard(text, 'fever')).toBe(expected));
});

describe('a bare yes or no after a change of mind', () => {
  it.each<[string, string]>([
    ['tenho febre, quer dizer, não', 'fever=no'],
    ['não tenho febre, quer dizer, tenho', 'fever=yes'],
    ['tenho febre e tosse, quer dizer, não', 'cough=no, fever=yes'],
    ['tenho febre, quer dizer, não, tosse', 'cough=yes, fever=no'],
    ['tenho febre, quer dizer, não. tosse', 'cough=yes, fever=no'],
    ['não tenho febre, quer dizer, tenho. tosse', 'cough=yes, fever=yes'],
    ['não tenho febre, quer dizer, tenho tosse', 'cough=yes, fever=no'],
    ['não tenho febre, quer dizer', 'fever=no'],
    ['não tenho febre, quer dizer, um pouco', 'fever=no'],
    ['não tenho febre, quer dizer, muito', 'fever=yes'],
    ['não tenho febre, quer dizer, tenho um pouco ainda sim agora', 'fever=yes'],
    ['não tenho febre, quer dizer, tenho um pouco bastante ainda sim agora', 'fever=no'],
  ])('Given "%s" Then %s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a yes or no in other words', () => {
  it.each<[string, string]>([
    ['só à noite', 'cough=yes'],
    ['só de noite?', ''],
    ['só de noite não', 'cough=no'],
    ['só de noite, de manhã e de tarde', 'cough=yes'],
    ['só de noite, de manhã e de tarde também', ''],
    ['quando ando', 'cough=yes'],
    ['já passou', 'cough=no'],
    ['já passou?', ''],
    ['já não passou', 'cough=yes'],
    ['já passou acho', ''],
    ['já passou isso tudo aqui', 'cough=no'],
    ['já passou isso tudo aqui sim', 'cough=yes'],
    ['hoje passou', 'cough=no'],
    ['não sei mas tenho', 'cough=yes'],
    ['não sei, mas sim', 'cough=yes'],
    ['não sei mas não', 'cough=no'],
    ['não sei mas acho que sim', 'cough=yes'],
    ['não sei mas acho que não', 'cough=no'],
    ['não sei mas talvez', 'cough=unknown'],
    ['umas coisinhas sim', 'cough=yes'],
    ['tenho não', 'cough=no'],
  ])('Given "%s" to cough Then "%s"', (text, expected) => expect(heard(text, 'cough')).toBe(expected));

  it.each<[string, string]>([
    ['não sei mas acho que não', 'chest_pain=unknown'],
    ['não, mas só um pouco', ''],
  ])('Given "%s" to a red flag Then "%s"', (text, expected) =>
    expect(heard(text, 'chest_pain')).toBe(expected),
  );
});

testEachWord(
  [
    ['a yes of yesterday', 'sim si yes tive', (word) => `hoje não, ontem ${word}`, /fever=yes\/recent/],
    [
      'a bare yes after a change of mind',
      'sim tenho sinto to tem si yes yeah i do have tengo s',
      (word) => `não tenho febre, quer dizer, ${word}`,
      /fever=yes/,
    ],
    [
      'a bare no after a change of mind',
      'nao no nope mais nunca',
      (word) => `tenho febre, quer dizer, ${word}`,
      /fever=no/,
    ],
    [
      'how much after a change of mind',
      'um uma pouco pouquinho bocado bastante ainda agora poco little a eu muito',
      (word) => `não tenho febre, quer dizer, tenho ${word}`,
      /fever=yes/,
    ],
    [
      'only',
      'so somente apenas only solo principalmente geralmente todo td toda',
      (word) => `${word} dia`,
      /yes/,
    ],
    ['only when', 'quando qnd qdo when cuando', (word) => `${word} ando`, /yes/],
    [
      'only at times',
      'quando qnd qdo se when if cuando si as de ao a um andando deitado deitada na at dia noite hora tarde manha dias mais',
      (word) => `só ${word} xyz`,
      /fever=yes/,
    ],
    [
      'over now',
      'passou melhorou sumiu parou acabou foi paso gone sarou sarei melhorei',
      (word) => `já ${word}`,
      /fever=no/,
    ],
    ['before what is over', 'ja ya its it', (word) => `${word} passou`, /fever=no/],
  ],
  'fever',
);

testEachWord(
  [
    ['being', 'sou soy am im', (word) => `olha ${word} um homem`, /contractions=no/],
    [
      'a man',
      'homem macho menino rapaz masculino hombre varon man male boy guy',
      (word) => `sou bem ${word}`,
      /contractions=no/,
    ],
  ],
  'contractions',
);

it.each([
  'pregnancy',
  'possible_pregnancy',
  'postpartum',
  'postpartum_bleeding',
  'contractions',
  'fewer_fetal_movements',
  'fluid_loss_pregnancy',
  'vaginal_bleeding',
])('Given a man asked for %s Then he has it not', (concept) =>
  expect(heard('eu sou homem', concept)).toBe(`${concept}=no`),
);

it('Given a man asked for a cough Then it is no answer', () =>
  expect(heard('eu sou homem', 'cough')).toBe(''));
