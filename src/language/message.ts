/** One message, read once: what it tells, of whom and when, and what it wants of the chat. */
import type { Language } from '../../contract/event';
import { asAsked } from './as-asked';
import { answerTo } from './asked-answer';
import { readAsking } from './asks';
import { readCommand } from './commands';
import { isSmallTalk } from './small-talk';
import { readFindings, type Finding } from './findings';
import { withoutSupposed } from './general-question';
import { readIntent, type Intent } from './intent';
import { contrasted } from './contrasted';
import { tokenise } from './tokens';

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
  const said = withoutSupposed(text, readFindings(asked ? asAsked(asked, text) : text, language, today));
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
function intentOf(text: string, intent: Intent, findings: readonly Finding[]): Message['intent'] {
  if (intent === 'human') return intent;
  if (findings.length > 0) return 'answer';
  if (readCommand(text) === 'cancel') return 'cancel';
  if (intent !== 'none') return intent;
  return readAsking(text) === 'no' || isSmallTalk(text) ? 'none' : 'question';
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
