import * as fc from 'fast-check';
import { concepts } from '../../../settings/concepts';
import { workOf } from '../../../src/language/findings';
import { redFlagOfAnswer, redFlagsInText } from '../../../src/safety/red-flags';

const conceptsIn = (text: string): string[] => redFlagsInText(text).map((flag) => flag.concept);

/** Text, a concept that must be among the flags, and the most urgent call. */
const flagged: [text: string, concept: string, call: string][] = [
  ['falta de ar', 'dyspnea', '192'],
  ['tô com falta de ar', 'dyspnea', '192'],
  ['nao consigo respira', 'dyspnea', '192'],
  ['n consigo respirar direito', 'dyspnea', '192'],
  ['mt falta de ar', 'dyspnea', '192'],
  ['to sem ar', 'dyspnea', '192'],
  ['FAAALTA DE AAAR!!!', 'dyspnea', '192'],
  ['f\u200balta de\u00ad ar', 'dyspnea', '192'],
  ['ｆａｌｔａ ｄｅ ａｒ', 'dyspnea', '192'],
  ['fаlta de аr', 'dyspnea', '192'],
  ['nao consigo... respirar', 'dyspnea', '192'],
  ['falta\nde ar', 'dyspnea', '192'],
  ["I can't breathe", 'dyspnea', '192'],
  ['shortness of breath', 'dyspnea', '192'],
  ['no puedo respirar', 'dyspnea', '192'],
  ['dor no peito', 'chest_pain', '192'],
  ['dor forte aqui no meu peito', 'chest_pain', '192'],
  ['me duele el pecho', 'chest_pain', '192'],
  ['desmaiei', 'fainting', '192'],
  ['convulssao', 'seizure', '192'],
  ['minha boca ficou torta', 'face_droop', '192'],
  ['meu filho não acorda', 'unresponsive', '192'],
  ['tomei muito remedio', 'poisoning', '192'],
  ['fezes pretas', 'black_stool', '192'],
  ['levei um choque', 'electric_shock', '192'],
  ['to gravida e sangrando', 'vaginal_bleeding', '192'],
  ['quero morrer', 'suicidal_ideation', '188'],
  ['não quero mais viver', 'suicidal_ideation', '188'],
  ['i want to die', 'suicidal_ideation', '188'],
  ['quiero morir', 'suicidal_ideation', '188'],
  ['tentei me matar', 'self_harm', '192'],
  ['ele ta me batendo', 'violence', '190'],
  ['ele quer me matar', 'violence', '190'],
  ['fui estuprada', 'sexual_violence', '190'],
  ['febre de 40,5', 'temperature', '192'],
  ['fever of 104', 'temperature', '192'],
  ['saturação 88', 'oxygen_saturation', '192'],
  ['spo2 85%', 'oxygen_saturation', '192'],
  ['pressao 8 por 5', 'blood_pressure_systolic', '192'],
  ['febre e nuca dura', 'stiff_neck', '192'],
  ['suor frio e dor de barriga', 'sweating_cold', '192'],
  ['bebe de 2 meses com febre', 'fever', '192'],
];

/** What a review found missed. */
const onceMissed: [text: string, concept: string, call: string][] = [
  ['me quero matar', 'suicidal_ideation', '188'],
  ['qro morrer', 'suicidal_ideation', '188'],
  ['kero morre', 'suicidal_ideation', '188'],
  ['tenho uma arma', 'weapon_at_hand', '190'],
  ['I have a gun', 'weapon_at_hand', '190'],
  ['tengo una pistola', 'weapon_at_hand', '190'],
  ['tenho uma arma e quero morrer', 'self_harm', '192'],
  ['quero morrer. tenho uma arma aqui', 'self_harm', '192'],
  ['parei de respirar', 'dyspnea', '192'],
  ['não sinto pulso', 'unresponsive', '192'],
  ['não sinto o pulso dela', 'unresponsive', '192'],
  ['paralisou metade do corpo', 'limb_weakness', '192'],
  ['dor de cabeça pior da minha vida', 'headache_sudden_worst', '192'],
  ['bebe 20 dias febre 38', 'temperature', '192'],
  ['bebê 2 meses febre', 'fever', '192'],
  ['I cannot breathe', 'dyspnea', '192'],
  ['she cannot drink', 'cannot_drink_or_feed', '192'],
  ['cannot feel my arm', 'limb_weakness', '192'],
  ['falta di ar', 'dyspnea', '192'],
  ['faltade ar', 'dyspnea', '192'],
  ['dor no peto', 'chest_pain', '192'],
  ['glicose 40', 'glucose', '192'],
  ['glicemia: 38', 'glucose', '192'],
  ['glucose 2.5 mmol', 'glucose', '192'],
  ['acidente de carro', 'traffic_accident', '192'],
  ['sofri um acidente de moto agora', 'traffic_accident', '192'],
  ['fui atropelado', 'traffic_accident', '192'],
  ['car accident', 'traffic_accident', '192'],
  ['accidente de coche', 'traffic_accident', '192'],
  ['help me im dying', 'cry_for_help', '192'],
  ['ayuda me muero', 'cry_for_help', '192'],
  ['no chest pain relief, still hurts', 'chest_pain', '192'],
  ['nem água desce', 'cannot_drink_or_feed', '192'],
  ['não desce nada', 'cannot_drink_or_feed', '192'],
];

const cries = [
  'socorro',
  'SOCORRO!!!',
  'socorrooo',
  'emergência',
  'emergencia!',
  'é uma emergência',
  'Isso é uma emergência!',
  'emergência, minha mãe',
  'é urgente',
  'É URGENTE!!',
  'urgente',
  'por favor é urgente',
  'preciso de ajuda urgente',
  'preciso de um médico urgente',
  'auxilio',
  'me ajuda pelo amor de deus',
  'me ajudem!',
  'mandem uma ambulância',
  'SAMU',
  'preciso do samu',
  'não sei o que fazer, é urgente',
  'help!',
  'help me please',
  'helpme',
  'preciso de ajuda agora',
  'ajuda aí',
  'ajuda rápido',
  'I need help now',
  'this is an emergency',
  "it's urgent",
  'send an ambulance',
  'ayuda',
  'ayúdame por favor',
  'me ayuda es una emergencia',
  'es urgente',
  'necesito ayuda urgente',
];

const errands = [
  'não é urgente',
  'nao e urgencia',
  'não é nada urgente',
  'não é uma emergência',
  'sem urgência',
  'não preciso de ajuda urgente',
  'contato de emergência',
  'qual o contato de emergência do cadastro?',
  'UPA de urgência fica onde?',
  'onde fica a emergência?',
  'onde fica o pronto socorro',
  'pronto-socorro abre que horas?',
  'curso de primeiros socorros',
  'preciso da receita, é urgente',
  'consulta urgente',
  'pílula de emergência',
  'em caso de emergência ligo para quem?',
  'se for urgente posso ir aí?',
  'auxílio doença',
  'auxílio brasil',
  'me ajuda a marcar consulta',
  'pode me ajudar?',
  'preciso de ajuda para agendar',
  'me ajuda com a consulta agora',
  'posso falar com o médico agora?',
  'fui na emergência ontem',
  'can you help me book an appointment',
  'not urgent',
  'it is not an emergency',
  'emergency contact',
  'where is the emergency room?',
  'I have a question about emergency contraception',
  'no es urgente',
  'contacto de emergencia',
  'necesito ayuda con mi cita',
  'acho que não é urgente',
  'me muero de risa',
  'im dying to see you',
  'ambulância agendada para amanhã',
  'primeros auxilios',
];

/** The same words as a newly heard flag, meaning none. */
const nearMisses = [
  'não tenho arma',
  'arma de brinquedo',
  'sofri um acidente de carro há 10 anos',
  'tive um acidente de moto ano passado',
  'glicose 98',
  'glicemia 110',
  'glicose deu 95 às 10:30',
  'glicose às 10:30 deu 120',
  'glicose ok, tomei 20 unidades de insulina',
  'glucose 5.6 mmol',
  'glucose 10.2 mmol',
  'bebê de 2 anos com febre',
  'grávida, bebê 10 semanas, febre',
  'tenho um bebe e 20 dias de ferias',
  'sem ar condicionado',
  'falta de ar condicionado',
  'sem ar-condicionado no posto',
];

/** Words of denial that deny something else, nothing, or not for sure: the safe side is a flag. */
const notDenied = [
  'não tenho febre mas falta de ar',
  'não tenho febre mas tô com falta de ar',
  'não, falta de ar',
  'não só falta de ar',
  'não passa a falta de ar',
  'não melhora a dor no peito',
  'não aguento mais essa dor no peito',
  'acho que não tenho falta de ar',
  'não é que eu não tenha falta de ar',
  'não sei se é falta de ar',
  'nunca senti essa dor no peito antes',
  'não tenho febre, estou com falta de ar ou cansaço',
  'sem febre. falta de ar',
  'não tenho febre! dor no peito',
  'tenho falta de ar, não febre',
  'No, I have chest pain',
  'no fever but chest pain',
  'no tengo fiebre pero no puedo respirar',
  'não é falta de ar isso?',
];

const denied = [
  'não tenho falta de ar',
  'não tenho mais falta de ar',
  'não tenho febre, tosse nem falta de ar',
  'sem febre, tosse ou falta de ar',
  'sem dor no peito',
  'falta de ar não, febre sim',
  'falta de ar não tenho',
  'dor no peito? não',
  'falta de ar: não',
  'nem dor no peito nem falta de ar',
  'nega dor no peito',
  'não quero morrer',
  'no chest pain',
  'No fever, cough, or shortness of breath',
  "I don't have chest pain",
  'no tengo fiebre ni dificultad para respirar',
  'sin dolor de pecho',
];

const harmless = [
  '',
  ' ',
  '?',
  'oi',
  'bom dia',
  'febre não, só tosse',
  'nem febre nem tosse',
  'não tenho mais febre',
  'dor de garganta',
  'tosse e febre',
  'morrendo de rir',
  'to morrendo de fome',
  'saturacao 97',
  'temperatura 37,5',
  'pressao 12 por 8',
  'não consigo dormir',
  'nao consigo agendar',
  'quero marcar consulta',
  'perdi minha consulta',
  'i need an appointment',
  'no puedo dormir',
  'sem ar condicionado em casa',
];

describe('red flags in text', () => {
  it.each(flagged)('Given "%s" Then %s, call %s', (text, concept, call) => {
    expect(conceptsIn(text)).toContain(concept);
    expect(redFlagsInText(text)[0]?.call).toBe(call);
  });
  it.each(onceMissed)('Given "%s" Then %s, call %s', (text, concept, call) => {
    expect(conceptsIn(text)).toContain(concept);
    expect(redFlagsInText(text)[0]?.call).toBe(call);
  });
  it.each(cries)('Given the cry "%s" Then help is called though no symptom is named', (text) =>
    expect(redFlagsInText(text)).toEqual([{ concept: 'cry_for_help', call: '192' }]),
  );
  it.each(errands)('Given the errand "%s" Then no flag', (text) => expect(conceptsIn(text)).toEqual([]));
  it.each(nearMisses)('Given the near miss "%s" Then no flag', (text) =>
    expect(conceptsIn(text)).toEqual([]),
  );
  it('Given a cry beside a flag of its own Then only that flag, and its number', () => {
    expect(redFlagsInText('socorro ele ta me batendo')).toEqual([{ concept: 'violence', call: '190' }]);
    expect(redFlagsInText('help me I want to die').map((flag) => flag.call)).toEqual(['188']);
    expect(conceptsIn('socorro, falta de ar')).toEqual(['dyspnea']);
  });
  it.each(notDenied)('Given "%s", where nothing is clearly denied, Then a flag', (text) =>
    expect(conceptsIn(text)).not.toEqual([]),
  );
  it.each(denied)('Given the denial "%s" Then no flag', (text) => expect(conceptsIn(text)).toEqual([]));
  it.each(harmless)('Given the harmless "%s" Then no flag', (text) => expect(conceptsIn(text)).toEqual([]));

  it('names the most urgent call first', () => {
    expect(redFlagsInText('quero morrer e estou com falta de ar').map((flag) => flag.call)).toEqual([
      '192',
      '188',
    ]);
  });
});

describe('whatever surrounds and disguises a flag', () => {
  const phrase = fc.constantFrom(...flagged.slice(0, 10).map(([text]) => text));
  const padding = fc.constantFrom(
    'bom dia',
    'não tenho febre',
    'tudo bem?',
    'sem tosse',
    'minha mae mandou perguntar',
    'no fever',
    'nunca fumei',
    '😀😀',
    'não',
  );

  it('stays when clauses are added around it', () => {
    fc.assert(
      fc.property(
        phrase,
        padding,
        padding,
        fc.constantFrom('. ', '! ', '; ', '\n', ', mas '),
        (text, before, after, end) => {
          expect(conceptsIn(`${before}${end}${text}${end}${after}`)).toContain('dyspnea');
        },
      ),
    );
  });
  it('does not depend on case, accents or spaces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...flagged, ...denied.map((text) => [text, '', ''] as const)),
        fc.integer({ min: 1, max: 4 }),
        ([text], spaces) => {
          const disguised = text.normalize('NFD').replace(/ /g, ' '.repeat(spaces)).toUpperCase();
          expect(conceptsIn(` ${disguised} `)).toEqual(conceptsIn(text));
          expect(conceptsIn(text.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(conceptsIn(text));
        },
      ),
    );
  });
  it('is not raised by denied templates', () => {
    const symptom = fc.constantFrom(
      'falta de ar',
      'dor no peito',
      'desmaio',
      'convulsão',
      'confusão mental',
      'febre',
      'suor frio',
    );
    const template = fc.constantFrom(
      (s: string) => `não tenho ${s}`,
      (s: string) => `nao to com ${s}`,
      (s: string) => `sem ${s}`,
      (s: string) => `${s} não`,
      (s: string) => `não tive nenhum ${s}`,
      (s: string) => `não sinto mais ${s}`,
    );
    fc.assert(fc.property(template, symptom, (say, text) => expect(conceptsIn(say(text))).toEqual([])));
  });
  it('never throws, whatever the characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
        ),
        (text) => {
          expect(Array.isArray(redFlagsInText(text))).toBe(true);
        },
      ),
    );
  });
});

describe('hostile texts', () => {
  const floods: [string, string][] = [
    ['emoji', '😀'.repeat(50_000)],
    ['denials', 'não '.repeat(25_000)],
    ['half a phrase', 'falta de '.repeat(11_000)],
    ['one letter', 'a'.repeat(100_000)],
    ['fillers', 'dor de de de '.repeat(8_000)],
    ['commas', ', febre'.repeat(14_000)],
    ['lists', 'ou febre '.repeat(11_000)],
    ['cries', 'me ajuda '.repeat(11_000)],
    ['errands', 'e urgente receita '.repeat(6_000)],
    ['unknown long words', 'desmaiatu convulsatu '.repeat(5_000)],
    ['combining marks', `a${'\u0301'.repeat(99_000)}`],
  ];
  it.each(floods)('Given a flood of %s Then the work is bounded by its tokens', (_name, text) => {
    const { tokens, steps } = workOf(text);
    expect(tokens).toBeLessThanOrEqual(text.length);
    expect(steps).toBeLessThanOrEqual(tokens * 20 + 20);
    expect(() => redFlagsInText(text)).not.toThrow();
  });
  it.each(floods)('Given a flag after a flood of %s Then it is still found', (_name, text) => {
    expect(conceptsIn(`${text}. Falta de ar`)).toContain('dyspnea');
  });
});

describe('the red flag of an answer', () => {
  it.each([
    ['dyspnea', true, '192'],
    ['suicidal_ideation', true, '188'],
    ['violence', true, '190'],
    ['self_harm', 'yes', '192'],
    ['temperature', 40.2, '192'],
    ['temperature', 34.9, '192'],
    ['oxygen_saturation', 89, '192'],
    ['glucose', 53, '192'],
    ['blood_pressure_systolic', 85, '192'],
  ] as const)('Given %s = %s Then %s', (concept, value, call) =>
    expect(redFlagOfAnswer(concept, value)).toEqual({ concept, call }),
  );
  it.each([
    ['dyspnea', false],
    ['dyspnea', 'no'],
    ['fever', true],
    ['temperature', 39.9],
    ['temperature', 35],
    ['oxygen_saturation', 90],
    ['oxygen_saturation', 97],
    ['glucose', 54],
    ['constructor', true],
    ['unheard_of', true],
    ['temperature', NaN],
  ] as const)('Given %s = %s Then none', (concept, value) =>
    expect(redFlagOfAnswer(concept, value)).toBeUndefined(),
  );

  it('has a flag for the word of every concept that alone is one', () => {
    for (const [id, concept] of Object.entries(concepts))
      expect(redFlagOfAnswer(id, true)?.call).toBe(concept.call);
  });
});
