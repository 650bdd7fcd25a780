/** Is a message a question to us, or does it ask where to go? In the three languages; plain patterns only. */
import { normalise } from './normalise';

/** `clear`: begins like a question and ends with its mark. `maybe`: one of the two. */
export type Asking = 'clear' | 'maybe' | 'no';

const before =
  '(?:(?:oi|ola|bom dia|boa tarde|boa noite|por favor|mas|e|hi|hello|please|but|and|hola|buenos dias|y|pero|entao|so|me diga|diga|uma pergunta|duvida|tell me)[\\s,:.!]+)*';
const openers = [
  'o que|oque|que|qual|quais|quant[oa]s?|quando|onde|aonde|para onde|pra onde|como|por que|porque|pq|quem|posso|pode|podem|podemos|devo|deve|preciso|precisa|tem|existe|ha|da pra|da para|sera que|em quanto|ate quando|de quanto|e verdade|e normal|e seguro|e preciso|e contagios[oa]|(?:voces |vcs )?(?:atendem|aceitam|abrem|fecham|fazem|vendem|funcionam|marcam|agendam)',
  'what|which|how|when|where|why|who|can|could|should|is|are|do|does|may|must|will',
  'cual|cuales|cuant[oa]s?|cuando|donde|adonde|quien|puedo|puede|pueden|debo|debe|hay|es verdad|es normal|es seguro|necesito',
].join('|');
const opening = new RegExp(`^[¿¡\\s]*${before}[¿]?(?:${openers})(?![\\p{L}])`, 'u');
const mark = /[?\uFF1F]/;

export function readAsking(text: string): Asking {
  const said = normalise(text.slice(0, 500));
  const opens = opening.test(said);
  if (opens && mark.test(text)) return 'clear';
  return opens || mark.test(text) ? 'maybe' : 'no';
}

const ofSomebody =
  /(?<!\p{L})(?:eu|meus?|minhas?|me|mim|estou|to|tou|tenho|sinto|ela|ele|filh[oa]|bebe|mae|pai|esposa|marido|i|im|my|me|she|he|mi|mis|yo|estoy|tengo|siento|ella|el tiene|hij[oa]|daughter|son|baby)(?!\p{L})/u;

/** "A vacina causa autismo?": asks with its mark, in four words or more, and speaks of nobody. */
export function isGeneralQuestion(text: string): boolean {
  const said = normalise(text.slice(0, 500));
  return /[?\uFF1F]\s*$/.test(text) && (said.match(/\p{L}+/gu)?.length ?? 0) >= 4 && !ofSomebody.test(said);
}

export type PlaceKind = 'any' | 'primary' | 'urgent' | 'hospital' | 'maternity' | 'pharmacy' | 'vaccination';

const wheres =
  /(?<!\p{L})(?:onde|aonde|donde|adonde|where|nearest|closest|mais (?:perto|proxim[oa])|mas (?:cerca|cercan[oa])|perto (?:de mim|daqui|de casa)|near me|cerca de (?:mi|aqui))(?!\p{L})/u;
/** What one may go to; the first that is named. */
const kinds: readonly [PlaceKind, RegExp][] = [
  ['vaccination', /(?<!\p{L})(?:vacin|vaccin|vacun)/u],
  ['pharmacy', /(?<!\p{L})(?:farmacia|drogaria|pharmacy|drugstore|chemist)/u],
  ['maternity', /(?<!\p{L})(?:maternidade|maternidad|maternity|dar a luz)/u],
  [
    'urgent',
    /(?<!\p{L})(?:upas?|pronto socorro|pronto atendimento|emergencia|urgencias?|emergency room|urgent care)(?!\p{L})/u,
  ],
  ['hospital', /(?<!\p{L})hospita/u],
  [
    'primary',
    /(?<!\p{L})(?:posto|postinho|ubs|usf|psf|unidade (?:basica|de saude)|health (?:post|cent)|centro de salud|puesto de salud|clinic)/u,
  ],
  [
    'any',
    /(?<!\p{L})(?:ir|vou|voy|go|consulta|consultar|atendid[oa]|atendimento|atendem|atienden|medic[oa]|doctor|seen|unidade|unidades|clinica|tratamento|treatment|tratamiento|socorro|ajuda|ser visto|procurar)(?!\p{L})/u,
  ],
];

/** "Onde tem posto?", "where is the nearest hospital": which kind of place is looked for; undefined when none is. */
export function readPlaceWanted(text: string): PlaceKind | undefined {
  const said = normalise(text.slice(0, 500)).replace(/-/g, ' ');
  if (!wheres.test(said)) return undefined;
  return kinds.find(([, words]) => words.test(said))?.[0];
}
