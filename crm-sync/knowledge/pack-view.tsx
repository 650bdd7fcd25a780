/** A protocol as a clinician reads it: whom it is for, rules in words, questions, outcomes, sources, cases, texts. */
import { packNotice } from '../../settings/pack-notice';
import type { Outcome, Question, Source } from '../../src/triage/pack';
import { DispositionBadge } from '../web/components';
import { CasesCard } from './cases-card';
import type { PackContent } from './compare';
import { ConditionWords, type PackWords } from './condition-words';
import { PackContents } from './pack-contents';
import { derivedName, flagName, outcomeName, rowName } from './pack-labels';
import { Cited, Facts, Texts } from './pack-facts';
import type { CaseResult } from './run-cases';
import type { Status } from './version';
import type { Speech } from '../web/speech';

export function packWords(speech: Speech, { pack, texts }: PackContent): PackWords {
  const own = texts[speech.language];
  const find = (key: string): string | undefined => (Object.hasOwn(own, key) ? own[key] : undefined);
  return { speech, pack, find, text: (key) => find(key) ?? key };
}

export function urgencyText({ t, duration }: Speech, minutes: number): string {
  if (minutes === 0) return t('knowledgeAtOnce');
  const time = minutes % 60 === 0 ? `${minutes / 60} h` : duration(minutes * 60_000);
  return t('knowledgeWithin', { time });
}

function OutcomeName({ words, id }: { words: PackWords; id: string }) {
  const outcome = words.pack.outcomes.find((one) => one.id === id);
  if (!outcome) return <code>{id}</code>;
  return (
    <span class="outcome-name">
      <DispositionBadge speech={words.speech} disposition={outcome.disposition} />{' '}
      <a href={`#o-${id}`} title={id}>
        {outcomeName(words, id)}
      </a>
      <span class="sub">{urgencyText(words.speech, outcome.urgencyMinutes)}</span>
    </span>
  );
}

function Rules({ words }: { words: PackWords }) {
  const { speech, pack } = words;
  const { t } = speech;
  const before: [Parameters<typeof t>[0], { outcome: string; source: Source } | undefined][] = [
    ['knowledgeAnyFlag', pack.redFlagOutcome],
    ['knowledgeOutOfScope', pack.outOfScope],
    ['knowledgeVitalUnknown', pack.vitalUnknown],
  ];
  return (
    <section class="card" id="rules">
      <h2>{t('knowledgeRules')}</h2>
      <p class="lead">{t('knowledgeRulesLead')}</p>
      <ol class="rules">
        {before.map(([key, rule]) =>
          rule ? (
            <li class="rule special">
              <div class="rule-when">
                <em>{t(key)}</em>
                <Cited pack={pack} source={rule.source} />
              </div>
              <OutcomeName words={words} id={rule.outcome} />
            </li>
          ) : null,
        )}
        {pack.table.map((row, at) => (
          <li class="rule" id={`r-${row.id}`}>
            <div class="rule-when">
              <span class="rule-id">
                {at + 1}. {rowName(words, row.id)} <code>{row.id}</code>
              </span>
              <ConditionWords words={words} condition={row.when} />
              <span class="sub">{speech.coded('knowledgeRowUnknown', row.unknown)}</span>
              <Cited pack={pack} source={row.source} />
            </div>
            <OutcomeName words={words} id={row.outcome} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionItem({ words, question }: { words: PackWords; question: Question }) {
  const { speech, text } = words;
  const { t } = speech;
  const { unknown, min, max, unit, kind } = question;
  const unknownWords = unknown.means
    ? speech.coded('knowledgeUnknown', unknown.means)
    : t('knowledgeUnknownAllowed');
  return (
    <li id={`q-${question.id}`}>
      <p class="question-text">{text(question.text)}</p>
      <p class="sub">
        <span class={`chip kind-${kind}`}>{speech.coded('knowledgeQuestionKind', kind)}</span>{' '}
        <code>{question.id}</code>
        {question.type === 'number' && min !== undefined && max !== undefined
          ? ` · ${t('knowledgeRange', { min: speech.number(min), max: speech.number(max) })}${unit ? ` ${speech.coded('unit', unit)}` : ''}`
          : ''}
        {unknown.allowed ? ` · ${unknownWords}` : ''}
      </p>
      {question.choices ? (
        <p class="choices">
          {question.choices.map((choice) => (
            <span class="chip">{text(`${question.text}.${choice}`)}</span>
          ))}
        </p>
      ) : null}
      {question.when ? (
        <div class="sub asked-when">
          {t('knowledgeAskedWhen')} <ConditionWords words={words} condition={question.when} />
        </div>
      ) : null}
    </li>
  );
}

function OutcomeItem({ words, outcome }: { words: PackWords; outcome: Outcome }) {
  const { speech, text } = words;
  const { t } = speech;
  return (
    <li id={`o-${outcome.id}`}>
      <p>
        <DispositionBadge speech={speech} disposition={outcome.disposition} />{' '}
        <strong>{outcomeName(words, outcome.id)}</strong> <code>{outcome.id}</code>{' '}
        <span class="sub">
          {[
            urgencyText(speech, outcome.urgencyMinutes),
            speech.coded('route', outcome.department),
            outcome.specialty && speech.coded('specialty', outcome.specialty),
            outcome.followUp,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <dl class="outcome-texts">
        <dt>{t('knowledgeAdvice')}</dt>
        <dd class="text">{text(outcome.advice)}</dd>
        <dt>{t('knowledgeSafetyNet')}</dt>
        <dd class="text">{text(outcome.safetyNet)}</dd>
      </dl>
    </li>
  );
}

function Named({ words }: { words: PackWords }) {
  const { speech, pack } = words;
  const { t } = speech;
  const derived = Object.entries(pack.derived);
  return (
    <>
      {pack.redFlags.length > 0 ? (
        <section class="card" id="flags">
          <h2>{t('knowledgeFlags')}</h2>
          <ul class="named">
            {pack.redFlags.map((flag) => (
              <li>
                <span class="flag">{flagName(words, flag.id)}</span> <strong>{flag.call}</strong>
                <div>
                  <ConditionWords words={words} condition={flag.when} />
                </div>
                <Cited pack={pack} source={flag.source} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {derived.length > 0 ? (
        <section class="card" id="derived">
          <h2>{t('knowledgeDerived')}</h2>
          <ul class="named">
            {derived.map(([id, condition]) => (
              <li id={`d-${id}`}>
                <strong>{derivedName(words, id)}</strong>
                <div>
                  <ConditionWords words={words} condition={condition} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

export function PackView({
  speech,
  content,
  status,
  cases,
}: {
  speech: Speech;
  content: PackContent;
  /** Of this version here: what was brought in says that it is a draft for ever. */
  status: Status;
  cases: readonly CaseResult[];
}) {
  const words = packWords(speech, content);
  const { pack, texts } = content;
  const { t } = speech;
  return (
    <div class="pack">
      <section class="card">
        <dl class="facts">
          <dt>{t('knowledgeScope')}</dt>
          <dd>{words.text(pack.scope.text)}</dd>
          <dt>{t('knowledgeNotice')}</dt>
          <dd class="text">{packNotice(status, speech.language, words.text(pack.notice))}</dd>
          <dt>{t('knowledgeValidFrom')}</dt>
          <dd>{pack.validFrom}</dd>
          <dt>{t('knowledgeLicence')}</dt>
          <dd>{pack.licence}</dd>
        </dl>
      </section>
      <PackContents speech={speech} pack={pack} cases={cases.length} />
      <CasesCard words={words} results={cases} />
      <Rules words={words} />
      <section class="card" id="questions">
        <h2>{t('knowledgeQuestions')}</h2>
        <ol class="questions">
          {pack.questions.map((question) => (
            <QuestionItem words={words} question={question} />
          ))}
        </ol>
      </section>
      <section class="card" id="outcomes">
        <h2>{t('knowledgeOutcomes')}</h2>
        <ul class="outcomes">
          {pack.outcomes.map((outcome) => (
            <OutcomeItem words={words} outcome={outcome} />
          ))}
        </ul>
      </section>
      <Named words={words} />
      <Facts words={words} />
      <Texts speech={speech} texts={texts} />
    </div>
  );
}
