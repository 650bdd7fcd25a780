/** A decision in words: what, by which version, which row and why, how soon and where, what was not known. */
import type { ComponentChildren } from 'preact';
import type { Disposition } from '../../contract/event';
import type { Speech } from '../web/speech';
import { answerText, flagText, outcomeText, packText, questionText, rowText } from './coded-texts';
import { changesOf, decidedBy, reasonsOf } from './decision-reasons';
import type { OpenedDecision } from './patient-reads';

/** As much as is told of a decision, the bot's or a person's. */
export type ShownDecision = Omit<
  OpenedDecision,
  'order' | 'version' | 'findings' | 'knowledge' | 'at' | 'conversation' | 'patientId' | 'ageBand'
>;

export interface DecisionProps {
  speech: Speech;
  decision: ShownDecision;
  /** Say also what would have changed it. */
  newest?: boolean;
}

const shownChanges = 12;

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Minutes as people say them; of a mild outcome they are the time to the next contact. */
export function urgencyText(
  { t, duration }: Speech,
  { urgencyMinutes = 0, disposition }: Pick<OpenedDecision, 'urgencyMinutes' | 'disposition'>,
): string {
  if (urgencyMinutes === 0) return t('urgencyNow');
  const time = urgencyMinutes % 60 === 0 ? `${urgencyMinutes / 60} h` : duration(urgencyMinutes * 60_000);
  return t(disposition === 'mild' ? 'nextContact' : 'urgencyWithin', { time });
}

/** Its own urgency, or for a decision from before it was told, that of the outcome. */
function urgencyOf({ urgencyMinutes, outcome, ...decision }: ShownDecision) {
  if (urgencyMinutes !== undefined) return urgencyMinutes;
  return decidedBy(decision)?.outcomes.find(({ id }) => id === outcome)?.urgencyMinutes;
}

function Because({ speech, decision }: DecisionProps) {
  const { t } = speech;
  const reasons = reasonsOf(decision);
  if (!reasons)
    return decision.answers ? null : <Fact name={t('decisionBecause')}>{t('decisionBecauseErased')}</Fact>;
  return (
    <Fact name={t('decisionBecause')}>
      {reasons.length === 0 ? t('decisionBecauseNothing') : null}
      {reasons.map(({ question, value }) => (
        <span class="because">
          {questionText(speech, decision, question)}{' '}
          <strong>{answerText(speech, decision, question, value)}</strong>
        </span>
      ))}
    </Fact>
  );
}

function Changes({ speech, decision }: DecisionProps) {
  const { t } = speech;
  const changes = changesOf(decision);
  if (!changes || changes.length === 0) return null;
  const { pack, by } = decision;
  return (
    <details id={`changes-${decision._id.replace('\u0000', '-')}`}>
      <summary>{t('decisionChanges', { n: speech.number(changes.length) })}</summary>
      <ul class="would-change">
        {changes.slice(0, shownChanges).map(({ question, to, outcome, ...changed }) => {
          const disposition = changed.disposition as Disposition;
          const { urgencyMinutes } = changed;
          const ends = [
            outcomeText(speech, { pack, by, outcome, disposition }),
            urgencyText(speech, { urgencyMinutes, disposition }),
          ];
          const words = {
            question: questionText(speech, decision, question),
            to: answerText(speech, decision, question, to),
            outcome: `${ends.join(', ')} (${outcome})`,
          };
          return <li>{t('decisionChange', words)}</li>;
        })}
      </ul>
    </details>
  );
}

function Answered({
  speech,
  decision,
  answers,
}: DecisionProps & { answers: readonly [string, boolean | number | string][] }) {
  return (
    <dl class="answers">
      {answers.map(([question, value]) => (
        <div>
          <dt>{questionText(speech, decision, question)}</dt>
          <dd>{answerText(speech, decision, question, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DecisionFacts({ speech, decision, newest }: DecisionProps) {
  const { t } = speech;
  const answers = Object.entries(decision.answers ?? {});
  const later = Object.entries(decision.later ?? {});
  const urgencyMinutes = urgencyOf(decision);
  // as `acolhe protocol replay --decision` takes it
  const [conversation, event] = decision._id.split('\u0000');
  const number = event === undefined ? undefined : `${conversation}/${event}`;
  const { redFlags = [], missing = [], department, routed, specialty } = decision;
  return (
    <>
      <dl class="facts">
        <Fact name={t('outcome')}>
          {outcomeText(speech, decision)} <code class="code">{decision.outcome}</code>
        </Fact>
        {urgencyMinutes === undefined ? null : (
          <Fact name={t('urgency')}>{urgencyText(speech, { ...decision, urgencyMinutes })}</Fact>
        )}
        {department || specialty || routed ? (
          <Fact name={t('destination')}>
            {[
              department && speech.coded('route', department),
              specialty && speech.coded('specialty', specialty),
            ]
              .filter(Boolean)
              .join(' · ')}
            {routed === undefined ? null : (
              <span class="sub">
                {t('decisionRouted', {
                  department:
                    routed === 'urgent' || routed === 'general' ? speech.coded('route', routed) : routed,
                })}
              </span>
            )}
          </Fact>
        ) : null}
        <Fact name={t('protocol')}>
          {packText(speech, decision)}{' '}
          <span class="quietly">{`${t('version')} ${decision.packVersion}`}</span>
          {decidedBy(decision) ? null : <span class="sub">{t('decisionVersionGone')}</span>}
        </Fact>
        <Fact name={t('row')}>
          {rowText(speech, decision, decision.row)} <code class="code">{decision.row}</code>
        </Fact>
        <Because speech={speech} decision={decision} />
        {redFlags.length > 0 ? (
          <Fact name={t('redFlags')}>
            {redFlags.map((flag) => (
              <span class="flag">{flagText(speech, decision, flag)}</span>
            ))}
          </Fact>
        ) : null}
        {missing.length > 0 ? (
          <Fact name={t('decisionMissing')}>
            {missing.map((question) => (
              <span class="because">{questionText(speech, decision, question)}</span>
            ))}
          </Fact>
        ) : null}
      </dl>
      {newest ? <Changes speech={speech} decision={decision} /> : null}
      {answers.length > 0 ? (
        <details id={`answers-${decision._id.replace('\u0000', '-')}`}>
          <summary>{`${t('answers')} (${speech.number(answers.length)})`}</summary>
          <Answered speech={speech} decision={decision} answers={answers} />
          {number === undefined ? null : (
            <p class="quietly small">
              {t('decisionNumber')}: <code class="code">{number}</code>
            </p>
          )}
        </details>
      ) : null}
      {later.length > 0 ? (
        <details id={`later-${decision._id.replace('\u0000', '-')}`}>
          <summary>{`${t('decisionLater')} (${speech.number(later.length)})`}</summary>
          <Answered speech={speech} decision={decision} answers={later} />
        </details>
      ) : null}
    </>
  );
}
