/** What a message says of the concept that was just asked about. */
import type { Language } from '../../contract/event';
import { conceptOf } from '../../settings/concepts';
import { deniesOwn, isOfYouth, numberOfYes, timeOfYes, yesBefore } from './answer-details';
import { cannotTell } from './cannot-tell';
import { changesOfMind } from './changes-of-mind';
import { isDeniedAnswer } from './denied-answers';
import type { Finding } from './findings';
import { readBothPressures, readLoneNumber, withoutIdentifiers } from './number-answer';
import { isOpeningDenialWithin, ownReply, readReply } from './replies';
import { subjectsOf } from './subject';
import { ofThem } from './subject-words';
import { setOfWords, tokenise, type Token } from './tokens';
import { isAtWork, isWellThere } from './well-there';
import { readWhole } from './whole-answers';
import { wordSets } from './word-sets';
import { readPolar, readPolarity, type Polarity } from './yes-no';

/** Of the questions, those for a pain. */
export const pains = new Set([
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

/** Asked about a pain, "nenhuma dor" denies it. */
function isNoPain(asked: string, text: string): boolean {
  return (
    pains.has(asked) &&
    /^\s*(?:nenhuma|sem|n[aã]o sinto|zero) dor(?:es)?\s*[.!]*\s*$/iu.test(text.slice(0, 60))
  );
}

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

/** @param told what the message names in words */
export function answerTo(
  asked: string,
  text: string,
  told: readonly Finding[],
  { language, today }: { language: Language; today?: string },
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
    if (answer.length === 0 && cannotTell(tokens, 'number')) return [finding('unknown')];
    return answer.map(([id, value]) => finding(value, id));
  }
  const before = known.some(({ value }) => value === 'yes') ? undefined : yesBefore(tokens);
  if (before) return [{ ...finding('yes'), when: before }];
  if (
    known.every(({ value }) => value === 'unknown') &&
    asked !== 'covid_test_positive' &&
    cannotTell(tokens, 'yes-no')
  )
    return [finding('unknown')];
  if (known.length === 0 && (isWellThere(asked, tokens) || isAtWork(asked, tokens))) return [finding('no')];
  // "sinto cheiro normal"
  if (senses.has(asked) && known.length > 0 && known.every(({ value }) => value === 'no')) return known;
  // "I smoke... I mean, I quit"
  const changed = changesOfMind(tokens).at(-1);
  const turned = changed && ownReply(asked, tokens.slice(changed.next));
  if (turned) return [finding(turned)];
  if (isDeniedAnswer(asked, tokens)) return [finding('no')];
  if (deniesOwn(tokens, known)) return [{ ...finding('no'), who: 'self' }, ...known];
  const isVital = concept.call !== undefined;
  const polarity =
    isNoPain(asked, text) && !known.some(({ value }) => value === 'yes')
      ? 'no'
      : (wholeAnswer(asked, tokens, isVital, known) ??
        withReply(
          readPolar(text, asked, isVital, language, told),
          readReply(asked, tokens),
          tokens,
          known,
          asked,
        ));
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

const senses = setOfWords('anosmia ageusia saddle_numbness');

/** What answers any question, but for words that answer this one. */
const wholeAnswer = (
  asked: string,
  tokens: readonly Token[],
  isVital: boolean,
  known: readonly Finding[],
): Polarity | undefined => {
  const whole = readWhole(asked, tokens, isVital);
  // "parece que levei uma surra" is named, and no doubt
  if (whole !== 'yes' && !known.every(({ value }) => value === 'unknown')) return undefined;
  // "pula" to the heart is no wish to skip
  const isCertain = whole === 'unknown' && tokens.length > 1;
  return whole === undefined || isCertain ? whole : (ownReply(asked, tokens) ?? whole);
};

/** A yes or no in so many words stands, and what is said of the concept; else counts what answers this very question. */
function withReply(
  polarity: Polarity | undefined,
  reply: Polarity | undefined,
  tokens: readonly Token[],
  known: readonly Finding[],
  asked: string,
): Polarity | undefined {
  if (reply === undefined || known.length > 0) return polarity;
  if (isOpeningDenialWithin(asked, tokens)) return reply;
  // "moro na cidade, não fui pra mato nenhum"
  if (reply === 'no' && polarity === 'yes' && !tokens.some(({ word }) => agreeing.has(word))) return reply;
  // "no" is "in the", but where it opens
  const says = tokens.some(({ word }, i) => inSoManyWords.has(word) && (word !== 'no' || i === 0));
  return polarity !== undefined && says ? polarity : reply;
}
const agreeing = setOfWords('sim s si yes tenho tem claro isso acho');
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
