/** Replies that begin like a yes or a no and are none, and the short noes of every day. */
import { readAnswer } from '../../../src/language/answer';
import { told } from './say';

const of = (asked: string, text: string, language: 'pt-BR' | 'en' | 'es' = 'pt-BR'): string =>
  told(text, language, asked);

describe('a bare verb of having or being', () => {
  const others = [
    'estou bem',
    'estou ótimo',
    'tô tranquila',
    'tô bem sim',
    'isso eu não tenho',
    'isso não tenho',
    'tenho 40 anos',
    'sou homem',
    'sou casada',
    'sou asmático',
    'tenho plano de saúde',
    'tenho medo',
    'tenho uma dúvida',
    'já respondi',
    'já falei',
    'sim, não tenho',
    'tenho não',
    'estou em casa',
    'tem como marcar consulta?',
    'quero marcar consulta',
    'faz favor',
  ];
  it.each(
    ['dyspnea', 'suicidal_ideation', 'chest_pain'].flatMap((asked) =>
      others.map((text) => [asked, text] as const),
    ),
  )('Given %s asked and "%s" Then it is never a yes', (asked, text) =>
    expect(of(asked, text)).not.toContain(`${asked}=yes`),
  );
  it.each([
    'sou homem',
    'sou homem, não se aplica',
    'eu sou homem',
    'sou do sexo masculino',
    'soy hombre',
    "i'm a man",
  ])('Given pregnancy asked and "%s" Then it is a no', (text) =>
    expect(of('pregnancy', text)).toBe('pregnancy=no'),
  );
  it.each<[string, string]>([
    ['dyspnea', 'tenho'],
    ['dyspnea', 'tenho sim'],
    ['dyspnea', 'tenho sim, muita'],
    ['dyspnea', 'estou'],
    ['dyspnea', 'to sim'],
    ['dyspnea', 'tô com muita'],
    ['dyspnea', 'tenho um pouco'],
    ['dyspnea', 'tenho bastante'],
    ['dyspnea', 'tenho desde ontem'],
    ['dyspnea', 'tenho quando ando'],
    ['dyspnea', 'tenho e tá piorando'],
    ['dyspnea', 'tenho isso'],
    ['dyspnea', 'sim, estou bem mal'],
    ['dyspnea', 'tenho dificuldade sim'],
    ['dyspnea', 'estou mal'],
    ['dyspnea', 'sim, tenho 40 anos'],
    ['dyspnea', 'já tive'],
    ['dyspnea', 'sinto'],
    ['dyspnea', 'sinto sim doutora'],
    ['dyspnea', 'estou com falta de ar'],
    ['pregnancy', 'estou'],
    ['pregnancy', 'sou gestante'],
    ['pregnancy', 'estou de 12 semanas'],
    ['diabetes', 'sou'],
    ['diabetes', 'sou diabética'],
    ['diabetes', 'tenho tipo 2'],
    ['diabetes', 'tenho faz tempo'],
    ['suicidal_ideation', 'tenho'],
    ['suicidal_ideation', 'tenho pensado nisso'],
    ['suicidal_ideation', 'já pensei'],
  ])('Given %s asked and "%s" Then it is a yes', (asked, text) =>
    expect(of(asked, text)).toContain(`${asked}=yes`),
  );
});

describe('a doubt about a red flag', () => {
  it.each<[string, 'pt-BR' | 'en' | 'es']>([
    ['acho que sim mas nao sei', 'pt-BR'],
    ['acho que sim, não sei', 'pt-BR'],
    ['sim, não tenho', 'pt-BR'],
    ['talvez sim', 'pt-BR'],
  ])('Given "%s" Then unknown', (text, language) =>
    expect(of('dyspnea', text, language)).toBe('dyspnea=unknown'),
  );
});

describe('the noes of every day', () => {
  it.each<[string, 'pt-BR' | 'en' | 'es']>([
    ['que nada', 'pt-BR'],
    ['magina', 'pt-BR'],
    ['nadica', 'pt-BR'],
    ['tô não', 'pt-BR'],
    ['ainda não', 'pt-BR'],
    ['agora não', 'pt-BR'],
    ['hoje não', 'pt-BR'],
    ['não mais', 'pt-BR'],
    ['não kkk', 'pt-BR'],
    ['não kkkkkk', 'pt-BR'],
    ['zero', 'pt-BR'],
    ['tá tudo bem', 'pt-BR'],
    ['normal', 'pt-BR'],
    ['não 😢', 'pt-BR'],
    ['não senhor', 'pt-BR'],
    ['tenho não', 'pt-BR'],
    ['isso eu não tenho', 'pt-BR'],
    ['not really', 'en'],
  ])('Given "%s" to a red-flag question Then no', (text, language) =>
    expect(of('dyspnea', text, language)).toBe('dyspnea=no'),
  );
  it.each(['ontem sim, hoje não'])('Given "%s" Then it was', (text) =>
    expect(of('dyspnea', text)).toBe('dyspnea=yes/recent'),
  );
});

it.each<[string, string]>([
  ['sou homem', 'unclear'],
  ['estou bem', 'unclear'],
  ['tenho plano de saúde', 'unclear'],
  ['tenho gota', 'value'],
  ['tenho pressão alta', 'value'],
  ['tenho', 'value'],
])('Given any lasting disease asked and "%s" Then %s', (text, kind) =>
  expect(
    readAnswer(text, { id: 'chronic_condition', type: 'yes-no', unknownAllowed: true }, 'pt-BR').kind,
  ).toBe(kind),
);

describe('who says that they did not understand', () => {
  it.each<['pt-BR' | 'en' | 'es', string]>([
    ['pt-BR', 'não entendi'],
    ['pt-BR', 'não entendi nada disso'],
    ['pt-BR', 'não entendi a pergunta'],
    ['pt-BR', 'não compreendi o que perguntou'],
    ['pt-BR', 'não entendo'],
    ['en', "I don't understand the question"],
    ['es', 'no entiendo la pregunta'],
    ['es', 'no comprendo nada'],
  ])('in %s "%s" answers nothing', (language, text) => {
    for (const asked of ['fever', 'cough', 'dyspnea']) expect(of(asked, text, language)).toBe('');
  });
});
