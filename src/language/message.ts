/** One message, read once: what it tells, of whom and when, and what it wants of the chat. */
import type { Language } from '../../contract/event';
import { conceptOf } from '../../settings/concepts';
import { deniesOwn, isOfYouth, numberOfYes, timeOfYes, yesBefore } from './answer-details';
import { readAsking } from './asks';
import { readCommand } from './commands';
import { isSmallTalk } from './small-talk';
import { readFindings, type Finding } from './findings';
import { readIntent, type Intent } from './intent';
import { contrasted } from './contrasted';
import { changesOfMind } from './changes-of-mind';
import { readBothPressures, readLoneNumber, withoutIdentifiers } from './number-answer';
import { subjectsOf } from './subject';
import { ofThem } from './subject-words';
import { readReply } from './replies';
import { setOfWords, tokenise, type Token } from './tokens';
import { wordSets } from './word-sets';
import { readPolar, readPolarity, type Polarity } from './yes-no';

export interface Asking {
  /** The chat's; messages in the other languages are understood too. */
  language: Language;
  /** The concept that was just asked about: "sim" or "38,5" answers it. */
  asked?: string;
  /** ISO date (YYYY-MM-DD) where the patient is: since "segunda" it is so many days. */
  today?: string;
}

export interface Message {
  findings: Finding[];
  /** Those that the message names in words: without a bare "sim", and without a doubt about what was asked. */
  told: Finding[];
  /** `answer` whenever something is told. */
  intent: Intent | 'answer' | 'question' | 'cancel';
}

/** Of the general and the specific concept that the same words mean, only the specific is told. */
const implied: Readonly<Record<string, readonly string[]>> = {
  vomiting: ['persistent_vomiting', 'vomits_everything', 'vomiting_blood'],
  cough: ['coughing_blood'],
  abdominal_pain: ['severe_abdominal_pain'],
  headache: ['headache_sudden_worst'],
  burn: ['burn_severe'],
  bleeding: [
    'bleeding_heavy',
    'vaginal_bleeding',
    'postpartum_bleeding',
    'bleeding_mucosal',
    'vomiting_blood',
    'coughing_blood',
    'black_stool',
  ],
  drowsiness: ['unresponsive'],

  injury: ['self_harm', 'electric_shock'],
  suicidal_ideation: ['self_harm'],
  violence: ['sexual_violence'],
};
/** Facts whose words are part of another's: "posso estar grávida", "sangrando depois do parto". */
const partOf: Readonly<Record<string, string>> = {
  pregnancy: 'possible_pregnancy',
  postpartum: 'postpartum_bleeding',
};
/** Facts that stay told beside what they are part of: "grávida e sangrando". */
const facts = new Set([
  'pregnancy',
  'postpartum',
  'diabetes',
  'asthma',
  'cancer',
  'hypertension',
  'anosmia',
  'ageusia',
]);

/** What the message tells and asks. Pure; never throws; the work is linear in the text. */
export function readMessage(text: string, { language, asked, today }: Asking): Message {
  const said = readFindings(asked && pains.has(asked) ? withPain(text) : text, language, today);
  // "dois meses" to how long: no age
  const told =
    asked && lengths.has(asked) && !ages.test(text) ? said.filter(({ concept }) => concept !== 'age') : said;
  const intent = readIntent(text);
  const answers =
    asked && (intent !== 'human' || startsWithAnswer.test(text))
      ? answerTo(asked, text, told, { language, today })
      : [];
  const beside = contrasted(tokenise(text), told, asked);
  const isBeside = ({ concept, who }: Finding): boolean =>
    beside.some((one) => one.concept === concept && one.who === who);
  const answered = new Set(answers.map(({ concept }) => concept));
  const findings = [
    ...told.filter((one) => !answered.has(one.concept) && !isBeside(one)),
    ...answers.filter((one) => !isBeside(one)),
    ...beside,
  ];
  const clear = new Set(answers.filter(({ value }) => value !== 'unknown').map(({ concept }) => concept));
  const named = told.filter(
    ({ concept, perhaps }) =>
      concept !== asked || answers.length === 0 || perhaps !== undefined || clear.has(concept),
  );
  return { findings, told: named, intent: intentOf(text, intent, findings) };
}

/** "sim, mas quero falar com alguém" answers, "quero falar com alguém" does not. */
const startsWithAnswer = /^\s*(?:sim|s|n[aã]o|n|yes|no|s[ií])(?!\p{L})/iu;
const lengths = new Set(['symptom_duration', 'gestational_weeks', 'pregnancy']);
const ages = /anos|idade|years|old|a[nñ]os/iu;
/** Facts that do not end. */
const lasting = new Set([
  'covid_past',
  'recent_vaccine',
  'postpartum',
  'covid_contact',
  'malaria_area',
  'flood_or_rat_contact',
  'covid_test_positive',
  'asthma',
  'diabetes',
  'cancer',
  'heart_disease',
  'lung_disease',
  'kidney_disease',
  'liver_disease',
  'hypertension',
  'immunosuppression',
  'sickle_cell',
  'hiv',
]);

function intentOf(text: string, intent: Intent, findings: readonly Finding[]): Message['intent'] {
  if (intent === 'human') return intent;
  if (findings.length > 0) return 'answer';
  if (readCommand(text) === 'cancel') return 'cancel';
  if (intent !== 'none') return intent;
  return readAsking(text) === 'no' || isSmallTalk(text) ? 'none' : 'question';
}

const pains = new Set([
  'headache',
  'chest_pain',
  'abdominal_pain',
  'severe_abdominal_pain',
  'back_pain',
  'myalgia',
  'arthralgia',
  'sore_throat',
  'retro_orbital_pain',
  'testicular_pain',
  'headache_sudden_worst',
]);

/** Asked about a pain, "nenhuma dor" denies it … */
function isNoPain(asked: string, text: string): boolean {
  return (
    pains.has(asked) &&
    /^\s*(?:nenhuma|sem|n[aã]o sinto|zero) dor(?:es)?\s*[.!]*\s*$/iu.test(text.slice(0, 60))
  );
}

/** … and "não, no peito" names where it is instead. */
function withPain(text: string): string {
  return text.replace(/^(\s*n(?:[aã]o)?\s*,\s*)((?:é |e |só |so )?(?:no|na|nas|nos)\s)/iu, '$1dor $2');
}

/** What the message says of the concept that was asked about. */
function answerTo(
  asked: string,
  text: string,
  told: readonly Finding[],
  { language, today }: Asking,
): Finding[] {
  const concept = conceptOf(asked);
  if (!concept) return [];
  const known = told.filter((one) => one.concept === asked);
  const tokens = tokenise(text);
  const [first] = known;
  const finding = (value: Finding['value'], id = asked): Finding => ({
    concept: id,
    value,
    who: asked === 'unresponsive' ? 'other' : (first?.who ?? whoseAnswer(asked, tokens)),
    when: 'now',
    phrase: '',
  });
  if (concept.kind === 'number') {
    // what is told stays unless it is told otherwise after a change of mind
    if (known.length > 0 && changesOfMind(tokens).length === 0) return known;
    const answer = numberAnswer(asked, text, today);
    if (known.length > 0 && !answer.some(([id]) => id === asked)) return known;
    return answer.map(([id, value]) => finding(value, id));
  }
  const before = known.some(({ value }) => value === 'yes') ? undefined : yesBefore(tokens);
  if (before) return [{ ...finding('yes'), when: before }];
  if (deniesOwn(tokens, known)) return [{ ...finding('no'), who: 'self' }, ...known];
  const isVital = concept.call !== undefined;
  const polarity =
    isNoPain(asked, text) && !known.some(({ value }) => value === 'yes')
      ? 'no'
      : withReply(readPolar(text, asked, isVital, language, told), readReply(asked, tokens), tokens, known);
  if (!polarity) return known;
  // "sim, ontem": over, but told as the answer
  const when =
    polarity !== 'yes' || (lasting.has(asked) && !isOfYouth(tokens))
      ? 'now'
      : first?.value === 'yes'
        ? first.when
        : timeOfYes(tokens);
  const number = polarity === 'yes' ? numberOfYes(asked, tokens) : undefined;
  return [{ ...finding(polarity), when }, ...(number ? [finding(number[1], number[0])] : [])];
}

/** "ele acalmou no colo": of the one it names, where it names nobody else. */
function whoseAnswer(asked: string, tokens: readonly Token[]): Finding['who'] {
  if (ofWriter.has(asked) || tokens.length > 40) return 'self';
  // "olhei a costela dele"
  if (tokens.some(({ word }) => ofThem.has(word))) return 'other';
  return subjectsOf(tokens).unnamed;
}
/** What is done by others, or carried, is the writer's own. */
const ofWriter = setOfWords(
  'fewer_fetal_movements fluid_loss_pregnancy contractions possible_pregnancy pregnancy violence sexual_violence covid_contact animal_bite animal_sting harm_others',
);

/** A yes or no in so many words stands, and what is said of the concept; else counts what answers this very question. */
function withReply(
  polarity: Polarity | undefined,
  reply: Polarity | undefined,
  tokens: readonly Token[],
  known: readonly Finding[],
): Polarity | undefined {
  if (reply === undefined || known.length > 0) return polarity;
  return polarity !== undefined && tokens.some(({ word }) => inSoManyWords.has(word)) ? polarity : reply;
}
const inSoManyWords = setOfWords('sim nao s si no yes not acho sei talvez');

/** Of a change of mind the last number counts. */
function numberAnswer(asked: string, text: string, today?: string): [id: string, value: Finding['value']][] {
  const tokens = tokenise(asked === 'symptom_duration' ? text : withoutIdentifiers(text));
  const parts = [0, ...changesOfMind(tokens).map(({ next }) => next)];
  for (const from of parts.reverse()) {
    const part = tokens.slice(from);
    const both = asked.startsWith('blood_pressure') ? readBothPressures(part) : undefined;
    if (both)
      return [
        ['blood_pressure_systolic', both[0]],
        ['blood_pressure_diastolic', both[1]],
      ];
    const value = readLoneNumber(part, asked, today);
    // "acho que uns 38", and not "não sei se 38"
    const isGuess = value !== undefined && !part.some(({ word }) => wordSets.negators.has(word));
    if (!isGuess && readPolarity(part) === 'unknown') return [[asked, 'unknown']];
    if (value !== undefined) return [[asked, value]];
  }
  return [];
}

/** Without what a more specific finding says already, and without the helpers of a rule. */
export function mostSpecific(findings: readonly Finding[]): Finding[] {
  const yes = new Set(
    findings.filter(({ value, within }) => value === 'yes' && !within).map(({ concept }) => concept),
  );
  return findings.filter(({ concept, value, within }) => {
    if (value !== 'yes') return true;
    if (within && partOf[concept] && yes.has(partOf[concept])) return false;
    // what was taken to die is told, too
    if (within && !facts.has(concept) && !(concept === 'poisoning' && yes.has('self_harm'))) return false;
    return !(implied[concept] ?? []).some((specific) => yes.has(specific));
  });
}
