/** Words of time, folded and in the one spelling of tokens.ts. */
import { canonicalWord, setOfWords } from './tokens';

export const since = setOfWords('desde since');
export const smallWords = setOfWords('ultima ultimo a o as os de the la el');
/** Who may have the years of "tem 7 anos". */
export const ownersOfAges = new Set(
  'ele ela filho filha filhinho filhinha bebe neto neta irmao irma mae pai avo vo menino menina crianca marido esposa'.split(
    ' ',
  ),
);
export const ago = setOfWords('ha faz fazem tem hace fez');
export const around = setOfWords(
  'uns umas quase mais de cerca menos a um uma muito varios varias alguns algumas bastante pouco poucos poucas ja muitos unos unas como',
);
export const many = setOfWords(
  'muito muitos varios varias alguns algumas pouco poucos poucas uns umas unos unas um uma bastante',
);
export const longUnits = setOfWords('ano anos mes meses decada decadas year years month months');
export const shortUnits = setOfWords(
  'dia dias semana semanas hora horas minuto minutos min h hr hrs day days week weeks hour hours minutes semaninha diazinho diazinhos',
);
export const minutes = setOfWords('minuto minutos min minutes minutinhos');
export const pluralUnits = setOfWords('dias semanas meses anos horas years months weeks days');
export const back = setOfWords('atras ago');
export const last = setOfWords('passado passada passados passadas retrasado retrasada pasado pasada last');
export const weekdays = setOfWords(
  'segunda terca quarta quinta sexta sabado domingo monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes',
);
export const inYear = setOfWords('em de in en desde');
export const childhood = setOfWords(
  'crianca pequeno pequena bebe menino menina adolescente jovem novo nova moleque solteiro child kid young nino nina chico chica',
);
export const wasWhen = setOfWords('quando qdo qd era when was cuando');
export const contrast = setOfWords('mas porem contudo entretanto todavia but pero');
/** "isso foi há anos" */
export const thatWas = setOfWords('isso that eso');
export const wasThen = setOfWords('foi faz tem ja was fue hace');
export const began = setOfWords(
  'comecou comecaram comecei apareceu apareceram surgiu surgiram iniciou iniciaram veio voltou voltaram piorou aumentou started began empezo comenzo aparecio',
);
export const past = setOfWords(
  'era eram batia apanhava doia sofria vivia cortava machucava abusava bebia fumava usava tive teve tiveram tivemos tinha tava tavam estava estavam estive esteve sofri sofreu morreu faleceu had was were tuve tuvo estaba tenia',
);
export const became = setOfWords(
  'senti sentiu fiquei ficou houve apresentei apresentou peguei pegou deu got felt caiu cai bateu bati torci bebi bebeu convulsione convulsiono desmaye desmayo',
);
export const already = setOfWords('ja ya already');
export const present = setOfWords(
  'to ta tao tenho tem tamo sinto sente sou e fico fica ando anda continuo continua segue sigo vem vivo doi doendo faco faz uso tomo have has am is are feel feels tengo tiene siento siente soy es consigo consegue passa passam melhora cede',
);
export const noVerbs = setOfWords('sei sou ou vou dou lei rei farei');

export type PhraseKind = 'recent' | 'past' | 'now';
const phrases: readonly [PhraseKind, string][] = [
  [
    'now',
    'agora|hoje|hj|neste momento|nesse momento|no momento|ainda|continua|today|now|ahora|hoy|hoje cedo|mais cedo|ha pouco|agora pouco|agora ha pouco|agorinha|essa noite|essa madrugada|de madrugada|nessa madrugada|esses dias|esses dia|nesses dias|ultimos dias|hoje de manha|hoje de madrugada|hoje pela manha|essa semana|nessa semana|nesta semana|ha pouco tempo|earlier|this morning|hace poco|recentemente|recently|atualmente|currently|still|todo dia|toda hora|sempre|direto',
  ],
  [
    'recent',
    `ontem|anteontem|antiontem|onte|outro dia|noite passada|madrugada passada|fim de semana passado|final de semana|fim de semana|dia desses|dias atras|tempinho atras|yesterday|last night|the other day|ayer|anteayer|anoche|antes de ontem|antier`,
  ],
  [
    'past',
    `antigamente|na infancia|na adolescencia|na juventude|na mocidade|de pequeno|de pequena|de crianca|quando pequeno|quando pequena|quando jovem|de nina|na outra gestacao|quando crianca|muito tempo atras|ha muito tempo|faz muito tempo|faz tempo|ha tempos|ha tempo|ha anos|anos atras|faz anos|no passado|na outra gravidez|na primeira gravidez|outra gravidez|ultima gravidez|na gravidez passada|long ago|
     in the past|as a child|as a kid|de nino|hace mucho|hace mucho tempo|uma vez na vida|historico de|antecedente de|antecedentes de|quando eu era|quando era|when i was|cuando era`,
  ],
];

/** By first word, the longest first. */
export const timePhrases: ReadonlyMap<string, { rest: string[]; kind: PhraseKind }[]> = (() => {
  const found = new Map<string, { rest: string[]; kind: PhraseKind }[]>();
  for (const [kind, list] of phrases) {
    for (const phrase of list.split('|')) {
      const [first = '', ...rest] = phrase.trim().split(/\s+/).map(canonicalWord);
      const known = found.get(first) ?? [];
      found.set(
        first,
        [...known, { rest, kind }].sort((a, b) => b.rest.length - a.rest.length),
      );
    }
  }
  return found;
})();
