/** Conditions of packs in words: questions by their text, groups as lists. */
import type { Condition, Pack, Question } from '../../src/triage/pack';
import type { AnswerScalar } from '../../settings/pack-condition';
import { conceptTexts } from '../../settings/texts/concepts';
import { derivedName, type Labelled } from './pack-labels';

export interface PackWords extends Labelled {
  pack: Pack;
  /** A text of the pack in the page's language. */
  text: (key: string) => string;
}

/** A question up to its question mark: examples that follow are for patients. */
export function shortQuestion({ text }: PackWords, question: Question): string {
  const whole = text(question.text).replace(/\*\*/g, '');
  // a number is asked for in the last sentence, a yes or no in the first
  const mark = question.type === 'yes-no' ? whole.indexOf('?') : whole.lastIndexOf('?');
  return mark > 0 ? whole.slice(0, mark + 1) : whole;
}

/** What is computed, or only ever told. */
function UnaskedName({ words: { speech, pack }, id }: { words: PackWords; id: string }) {
  const computed = Object.hasOwn(pack.computed ?? {}, id) ? pack.computed?.[id] : undefined;
  const texts = conceptTexts[speech.language];
  const name = Object.hasOwn(texts, id) ? texts[id] : undefined;
  if (computed) return <span title={id}>{speech.coded('knowledgeFormula', computed.formula)}</span>;
  return name === undefined ? <code>{id}</code> : <span title={id}>{name}</span>;
}

function Named({ words, id }: { words: PackWords; id: string }) {
  const question = words.pack.questions.find((one) => one.id === id.replace(/^previous\./, ''));
  if (!question) return <UnaskedName words={words} id={id} />;
  return (
    <a class="question-name" href={`#q-${question.id}`} title={question.id}>
      {shortQuestion(words, question)}
    </a>
  );
}

export function valueWords(words: PackWords, id: string, value: AnswerScalar): string {
  const { speech, pack, text } = words;
  if (typeof value === 'boolean') return speech.t(value ? 'yes' : 'no');
  if (value === 'unknown') return speech.t('unknown');
  const question = pack.questions.find((one) => one.id === id);
  if (typeof value === 'number') return speech.number(value);
  return question?.choices?.includes(value) ? text(`${question.text}.${value}`) : value;
}

function unitOf({ pack, speech }: PackWords, id: string): string {
  const unit = pack.questions.find((one) => one.id === id)?.unit;
  return unit ? ` ${speech.coded('unit', unit)}` : '';
}

function Group({
  title,
  words,
  members,
}: {
  title: string;
  words: PackWords;
  members: readonly Condition[];
}) {
  return (
    <span class="group">
      <em>{title}</em>
      <ul>
        {members.map((member) => (
          <li>
            <ConditionWords words={words} condition={member} />
          </li>
        ))}
      </ul>
    </span>
  );
}

export function ConditionWords({ words, condition }: { words: PackWords; condition: Condition }) {
  const { t, number } = words.speech;
  if ('always' in condition) return <em>{t('knowledgeAlways')}</em>;
  const named = 'ref' in condition ? words.pack.derived[condition.ref] : undefined;
  // a name for one comparison says less than the comparison
  if (named && ('gte' in named || 'lt' in named || 'is' in named))
    return <ConditionWords words={words} condition={named} />;
  if ('ref' in condition)
    return (
      <a class="ref" href={`#d-${condition.ref}`}>
        {derivedName(words, condition.ref)}
      </a>
    );
  if ('not' in condition)
    return (
      <>
        <em>{t('knowledgeNot')}</em> <ConditionWords words={words} condition={condition.not} />
      </>
    );
  if ('all' in condition) {
    const [only, ...more] = condition.all;
    return more.length === 0 && only ? (
      <ConditionWords words={words} condition={only} />
    ) : (
      <Group title={t('knowledgeAll')} words={words} members={condition.all} />
    );
  }
  if ('any' in condition) return <Group title={t('knowledgeAny')} words={words} members={condition.any} />;
  if ('atLeast' in condition) {
    const [needed, ...members] = condition.atLeast;
    return <Group title={t('knowledgeAtLeast', { n: needed })} words={words} members={members} />;
  }
  if ('rise' in condition || 'fall' in condition) {
    const [id, by] = 'rise' in condition ? condition.rise : condition.fall;
    return (
      <>
        <Named words={words} id={id} />{' '}
        {t('rise' in condition ? 'knowledgeRise' : 'knowledgeFall', { n: number(by) })}
      </>
    );
  }
  if ('gte' in condition || 'lt' in condition) {
    const [id, limit] = 'gte' in condition ? condition.gte : condition.lt;
    return (
      <>
        <Named words={words} id={id} />{' '}
        <strong>
          {'gte' in condition ? '≥' : '<'} {number(limit)}
          {unitOf(words, id)}
        </strong>
      </>
    );
  }
  const [id, ...wanted] = condition.is;
  return (
    <>
      <Named words={words} id={id} />{' '}
      <strong>{wanted.map((one) => valueWords(words, id, one)).join(' / ')}</strong>
    </>
  );
}
