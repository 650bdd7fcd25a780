/** The second screening's form. Beside each question stands what the bot was answered, never what it decided. */
import type { AnswerScalar, Answers, Question } from '../../src/triage/pack';
import { conceptOfQuestion } from '../../src/triage/answer';
import type { PackInForce } from '../knowledge/kept-packs';
import { answerText, questionText, type Worded } from '../patients/coded-texts';
import { Notice } from '../web/components';
import type { PageContext } from '../web/page';
import type { Speech } from '../web/speech';
import { Alarms } from './alarms';
import { fieldOf, unknownFieldOf } from './form';
import type { Told } from './told';

/** What was sent and not taken. */
export interface Sent {
  body: Readonly<Record<string, unknown>>;
  invalid: readonly string[];
  needed: readonly string[];
}

export interface FormProps {
  context: PageContext;
  /** In whose words it is asked: the version in force. */
  form: PackInForce;
  questions: readonly Question[];
  /** What the patient said until now, without what the bot made of it. */
  told?: Told;
  /** What the form starts with. */
  start: Answers;
  submission: string;
  /** Where the form is sent. */
  action: string;
  sent?: Sent;
}

interface AskedProps {
  speech: Speech;
  words: Worded;
  question: Question;
  said?: string;
  /** When an alarm about it was raised, after its last answer. */
  alarmed?: Date;
  /** As it stands in the form. */
  value: string;
  isUnknown: boolean;
  problem?: string;
}

function choicesOf(speech: Speech, words: Worded, question: Question): [string, string][] {
  const unknown: [string, string][] = question.unknown.allowed ? [['unknown', speech.t('unknown')]] : [];
  if (question.type === 'yes-no')
    return [['yes', speech.t('yes')], ['no', speech.t('no')], ...unknown] as [string, string][];
  const choices = (question.choices ?? []).map((choice): [string, string] => [
    choice,
    answerText(speech, words, question.id, choice),
  ]);
  return [...choices, ...unknown];
}

/** One question: a legend, what the bot was told, and radio buttons or a field. */
function Asked({ speech, words, question, said, alarmed, value, isUnknown, problem }: AskedProps) {
  const { t } = speech;
  const name = fieldOf(question);
  const isNumber = question.type === 'number';
  const own = conceptOfQuestion(question) === undefined && question.kind === 'vital';
  const kinds = `ask ask-${question.type}${own ? ' ask-own' : ''}${problem ? ' ask-wrong' : ''}`;
  return (
    <fieldset class={kinds} id={name} aria-describedby={said ? `${name}-said` : undefined}>
      <legend>{questionText(speech, words, question.id)}</legend>
      {said ? (
        <p class="said" id={`${name}-said`}>
          {t('rescreenSaid', { answer: said })}
          {alarmed ? (
            <strong class="flag">{t('rescreenAlarmAt', { time: speech.recent(alarmed) })}</strong>
          ) : null}
        </p>
      ) : null}
      {problem ? (
        <p class="wrong" role="alert">
          {problem}
        </p>
      ) : null}
      <div class="options">
        {isNumber ? (
          <>
            <input
              name={name}
              value={value}
              inputMode="decimal"
              autocomplete="off"
              maxLength={10}
              aria-label={questionText(speech, words, question.id)}
              aria-invalid={problem ? 'true' : undefined}
            />
            {question.unit ? <span class="unit">{speech.coded('unit', question.unit)}</span> : null}
            {question.kind === 'vital' && question.unknown.allowed ? (
              <label class="option">
                <input type="checkbox" name={unknownFieldOf(question)} checked={isUnknown} /> {t('unknown')}
              </label>
            ) : null}
          </>
        ) : (
          choicesOf(speech, words, question).map(([code, words]) => (
            <label class="option">
              <input type="radio" name={name} value={code} checked={value === code} /> {words}
            </label>
          ))
        )}
      </div>
    </fieldset>
  );
}

function typedAs(value: AnswerScalar | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

/** What the bot was answered that the form does not ask. */
function OtherAnswers({
  speech,
  told,
  asked,
}: {
  speech: Speech;
  told: FormProps['told'];
  asked: Set<string>;
}) {
  const others = Object.entries(told?.answers ?? {}).flatMap(([id, value]) =>
    asked.has(id) || value === undefined ? [] : [[id, value] as const],
  );
  if (!told || others.length === 0) return null;
  return (
    <details class="card told" id="told">
      <summary>{speech.t('rescreenTold', { n: speech.number(others.length) })}</summary>
      <dl class="answers">
        {others.map(([id, value]) => (
          <div>
            <dt>{questionText(speech, told, id)}</dt>
            <dd>{answerText(speech, told, id, value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function problemOf({ t }: Speech, question: Question, sent: Sent | undefined): string | undefined {
  if (sent?.invalid.includes(question.id)) {
    const { min = '', max = '' } = question;
    return question.type === 'number' ? t('rescreenInvalidField', { min, max }) : t('rescreenNeeded');
  }
  return sent?.needed.includes(question.id) ? t('rescreenNeeded') : undefined;
}

export function RescreenForm({ context, form, questions, told, start, submission, action, sent }: FormProps) {
  const { speech, csrf } = context;
  const { t } = speech;
  const words = { pack: form.pack.id, by: form };
  const body = sent?.body;
  const text = (name: string): string => (typeof body?.[name] === 'string' ? body[name] : '');
  const missing = sent?.needed.length ?? 0;
  /** Under its own id, or as the concept it asks for. */
  const idIn = ({ id, concept }: Question): string =>
    concept !== undefined && (told?.alarmed.has(concept) || told?.answers[id] === undefined) ? concept : id;
  const said = (id: string): string | undefined => {
    const value = told?.answers[id];
    return value === undefined || !told ? undefined : answerText(speech, told, id, value);
  };
  return (
    <>
      {sent && sent.invalid.length > 0 ? <Notice kind="error">{t('rescreenInvalid')}</Notice> : null}
      {sent && sent.invalid.length === 0 && missing > 0 ? (
        <Notice kind="error">
          {t(missing === 1 ? 'rescreenMissing_one' : 'rescreenMissing', { n: missing })}
        </Notice>
      ) : null}
      {told ? <Alarms speech={speech} alarms={told.alarms} /> : null}
      <OtherAnswers
        speech={speech}
        told={told}
        asked={new Set(questions.flatMap((question) => [question.id, idIn(question)]))}
      />
      <form method="post" action={action} class="card rescreen-form">
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="submission" value={submission} />
        <div class="asks">
          {questions.map((question) => (
            <Asked
              key={question.id}
              speech={speech}
              words={words}
              question={question}
              said={said(idIn(question))}
              alarmed={told?.alarmed.get(idIn(question))}
              value={body ? text(fieldOf(question)) : typedAs(start[question.id])}
              isUnknown={body?.[unknownFieldOf(question)] === 'on'}
              problem={problemOf(speech, question, sent)}
            />
          ))}
        </div>
        <div class="field">
          <label for="comment">{t('rescreenComment')}</label>
          <textarea id="comment" name="comment" rows={3} maxLength={5000}>
            {text('comment')}
          </textarea>
          <p class="hint">{t('rescreenCommentHint')}</p>
        </div>
        <p>
          <button class="button">{t('rescreenDecide')}</button>
        </p>
      </form>
    </>
  );
}
