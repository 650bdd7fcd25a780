/** How an invented person answers what the bot asks: in words, in the conversation's language. Pure. */
import type { Language } from '../../contract/event';
import type { Question } from '../../src/triage/pack';
import type { Vignette } from './vignette';

/**
 * `short`: one word; `sentence`: as people talk, with more around it; `label`: the words on the button; `literal`: one word, no
 * to whatever is asked that is no concept of its own, and to a choice the first message once more.
 */
export const styles = ['short', 'sentence', 'label', 'literal'] as const;
export type Style = (typeof styles)[number];

type Said = 'yes' | 'no' | 'unknown';

const words: Record<Language, Record<'short' | 'sentence', Record<Said, string>>> = {
  'pt-BR': {
    short: { yes: 'sim', no: 'não', unknown: 'não sei' },
    sentence: { yes: 'sim, estou', no: 'não, nada disso', unknown: 'não sei dizer' },
  },
  en: {
    short: { yes: 'yes', no: 'no', unknown: "I don't know" },
    sentence: { yes: 'yes I do', no: "no, I don't", unknown: "I'm not sure" },
  },
  es: {
    short: { yes: 'sí', no: 'no', unknown: 'no sé' },
    sentence: { yes: 'sí, así es', no: 'no, para nada', unknown: 'no lo sé' },
  },
};

const counted: Record<Language, Record<'years' | 'months' | 'days' | 'weeks', (n: number) => string>> = {
  'pt-BR': {
    years: (n) => `${n} ${n === 1 ? 'ano' : 'anos'}`,
    months: (n) => `${n} ${n === 1 ? 'mês' : 'meses'}`,
    days: (n) => (n === 0 ? 'começou hoje' : n === 1 ? 'desde ontem' : `há ${n} dias`),
    weeks: (n) => `${n} semanas`,
  },
  en: {
    years: (n) => `${n} years old`,
    months: (n) => `${n} ${n === 1 ? 'month' : 'months'}`,
    days: (n) => (n === 0 ? 'it started today' : n === 1 ? 'since yesterday' : `for ${n} days`),
    weeks: (n) => `${n} weeks`,
  },
  es: {
    years: (n) => `${n} ${n === 1 ? 'año' : 'años'}`,
    months: (n) => `${n} ${n === 1 ? 'mes' : 'meses'}`,
    days: (n) => (n === 0 ? 'empezó hoy' : n === 1 ? 'desde ayer' : `hace ${n} días`),
    weeks: (n) => `${n} semanas`,
  },
};

export interface Asked {
  question: Question;
  /** Labels of its buttons by what they stand for: `yes`, `no`, `unknown`, or a choice. */
  labels: ReadonlyMap<string, string>;
}

/** What the person writes to this question. */
export function answerInWords(vignette: Vignette, asked: Asked, style: Style): string {
  const { question } = asked;
  if (question.type === 'number') return numberInWords(vignette, question, style);
  if (question.type === 'choice')
    return style === 'literal' ? vignette.opening : choiceInWords(vignette, asked);
  const said = answerTo(vignette, question, style === 'literal');
  const { lang } = vignette;
  if (style === 'label') return asked.labels.get(said) ?? words[lang].short[said];
  return words[lang][style === 'sentence' ? 'sentence' : 'short'][said];
}

/** By the question's own name, its concept, or a part of it that the person has. */
export function answerTo(
  { facts, default: otherwise }: Vignette,
  question: Question,
  literally = false,
): Said {
  const own = facts[question.id] ?? facts[question.concept ?? ''];
  if (own === 'yes' || own === 'no') return own;
  if (!literally && question.impliedBy?.some((concept) => facts[concept] === 'yes')) return 'yes';
  return otherwise;
}

function numberInWords({ facts, lang }: Vignette, question: Question, style: Style): string {
  const concept = question.concept ?? question.id;
  const { age } = facts;
  const inWords = counted[lang];
  const value = concept === 'age_months' && typeof age === 'number' ? Math.floor(age * 12) : facts[concept];
  if (typeof value !== 'number') return words[lang][style === 'sentence' ? 'sentence' : 'short'].unknown;
  // asked by mistake, it is set right
  if (concept === 'age_months' && Number(age) >= 2) return inWords.years(Number(age));
  if (concept === 'age_months') return inWords.months(value);
  if (concept === 'age') return value < 2 ? inWords.months(Math.round(value * 12)) : inWords.years(value);
  if (concept === 'symptom_duration') return style === 'label' ? String(value) : inWords.days(value);
  if (concept === 'gestational_weeks' && style === 'sentence') return inWords.weeks(value);
  return lang === 'en' ? String(value) : String(value).replace('.', ',');
}

/** What a choice is picked by, where the facts name it; in this order. */
const tellsChoice: Readonly<Record<string, readonly string[]>> = {
  chest_pain: ['chest_pain'],
  stroke_signs: ['face_droop', 'limb_weakness', 'speech_trouble'],
  mental_health: ['suicidal_ideation', 'self_harm', 'anxiety', 'harm_others', 'hearing_voices'],
  allergic_reaction: ['swelling_face_tongue', 'hives'],
  injury: ['injury', 'head_injury', 'fall', 'burn', 'animal_bite', 'animal_sting'],
  pregnancy_postpartum: ['pregnancy', 'postpartum'],
  eye: ['conjunctivitis', 'vision_loss', 'eye_injury'],
  abdominal_pain: ['abdominal_pain'],
  headache: ['headache'],
  vomiting_diarrhea: ['vomiting', 'diarrhea'],
  urinary: ['urinary_pain', 'no_urine'],
  back_pain: ['back_pain'],
  fever: ['fever'],
  burn: ['burn', 'burn_severe'],
  bite: ['animal_bite', 'animal_sting'],
};

function choiceInWords({ facts }: Vignette, { question, labels }: Asked): string {
  const choices = question.choices ?? [];
  const sex = { f: 'female', m: 'male' }[String(facts['sex'])];
  const told = Object.keys(tellsChoice).find(
    (choice) => choices.includes(choice) && tellsChoice[choice]?.some((concept) => facts[concept] === 'yes'),
  );
  const wanted = ['symptom', sex, told, 'other', 'blow'].find(
    (one) => one !== undefined && choices.includes(one),
  );
  return labels.get(wanted ?? '') ?? labels.get(choices[0] ?? '') ?? '';
}
