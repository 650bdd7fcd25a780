/** The second screening: the form until the person has decided, then both decisions side by side. */
import type { ComponentChildren } from 'preact';
import { packNotice } from '../../settings/pack-notice';
import { DecisionFacts } from '../patients/decision-facts';
import { answerText, packWords, questionText } from '../patients/coded-texts';
import { decidedBy } from '../patients/decision-reasons';
import { can } from '../access/permissions';
import { At, DispositionBadge, Notice, PatientId } from '../web/components';
import type { UrgencyAnswer } from '../commands/send-urgency';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { comparedWithBot } from './agreement';
import { Alarms } from './alarms';
import { choicesIn } from './own-choice';
import { eventIdOf, type Rescreen } from './rescreen';
import { RescreenForm, type FormProps } from './rescreen-form';
import type { Screened } from './rescreen-store';
import { alarmsOf } from './told';

function Side({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="side">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Verdict({ speech, rescreen }: { speech: Speech; rescreen: Rescreen }) {
  const { t, coded } = speech;
  if (!rescreen.bot) return <Notice kind="info">{t('rescreenBotNothing')}</Notice>;
  const own = rescreen.own ?? rescreen.disposition;
  const found = comparedWithBot(own, rescreen.bot.disposition);
  if (found === 'same') {
    const words = { disposition: coded('disposition', own) };
    return <Notice kind="done">{t('rescreenAgrees', words)}</Notice>;
  }
  return <Notice kind="error">{t(found === 'more' ? 'rescreenMoreUrgent' : 'rescreenLessUrgent')}</Notice>;
}

function BotSide({ speech, rescreen, screened }: { speech: Speech; rescreen: Rescreen; screened: Screened }) {
  const { t } = speech;
  const { bot } = rescreen;
  const decision = screened.decisions.find((one) => eventIdOf(one) === bot?.decision);
  const alarms = alarmsOf(screened.encounter).filter(({ at }) => at <= rescreen.at);
  // an alarm is an emergency, whatever a protocol had decided before
  const isPast = decision !== undefined && bot !== undefined && decision.disposition !== bot.disposition;
  return (
    <Side title={t('rescreenByBot')}>
      {bot ? (
        <p>
          {t('rescreenBotLast')}: <DispositionBadge speech={speech} disposition={bot.disposition} />
        </p>
      ) : (
        <p>{t('rescreenBotNothing')}</p>
      )}
      <Alarms speech={speech} alarms={alarms} />
      {decision && !isPast ? <DecisionFacts speech={speech} decision={decision} newest /> : null}
      {decision && isPast ? (
        <details id={`before-${rescreen.event.replace(/\W/g, '-')}`}>
          <summary>{t('rescreenBotBefore')}</summary>
          <DecisionFacts speech={speech} decision={decision} newest />
        </details>
      ) : null}
      {bot && !decision ? (
        <p class="quietly">{t(bot.decision === undefined ? 'rescreenBotFlag' : 'rescreenBotGone')}</p>
      ) : null}
    </Side>
  );
}

/** What the person chose, as entered; and what the form made of it, where that is something else. */
function Chosen({ speech, rescreen }: { speech: Speech; rescreen: Rescreen }) {
  const { t } = speech;
  const { own = rescreen.disposition, disposition, answers } = rescreen;
  const pack = decidedBy(rescreen);
  const choices = pack ? choicesIn(pack, answers) : [];
  return (
    <>
      <p>
        {t('rescreenOwn')}: <DispositionBadge speech={speech} disposition={own} />
      </p>
      <dl class="answers chosen">
        {choices.map(([id, value]) => (
          <div>
            <dt>{questionText(speech, rescreen, id)}</dt>
            <dd>{answerText(speech, rescreen, id, value)}</dd>
          </div>
        ))}
      </dl>
      {own === disposition ? null : (
        <p>
          {t('rescreenMade')}: <DispositionBadge speech={speech} disposition={disposition} />
        </p>
      )}
    </>
  );
}

function Compared({
  speech,
  rescreen,
  screened,
}: {
  speech: Speech;
  rescreen: Rescreen;
  screened: Screened;
}) {
  const { t } = speech;
  const { outcome, comment } = rescreen;
  const known = decidedBy(rescreen)?.outcomes.find(({ id }) => id === outcome);
  const advice = known ? [known.advice, known.safetyNet].map((key) => packWords(speech, rescreen, key)) : [];
  return (
    <section class="card compared">
      <p class="meta">
        <At speech={speech} at={rescreen.at} />
      </p>
      <Verdict speech={speech} rescreen={rescreen} />
      {rescreen.bot ? <p class="quietly small">{t('rescreenComparedLead')}</p> : null}
      {rescreen.blind ? null : <p class="quietly small">{t('rescreenNotBlind')}</p>}
      <div class="sides">
        <Side title={t('rescreenByHuman', { name: screened.names[rescreen.staff] ?? rescreen.staff })}>
          <Chosen speech={speech} rescreen={rescreen} />
          {advice.map((text) => (text ? <p>{text}</p> : null))}
          {comment ? <p class="comment">{comment}</p> : null}
          <DecisionFacts speech={speech} decision={{ ...rescreen, _id: rescreen.event }} />
        </Side>
        <BotSide speech={speech} rescreen={rescreen} screened={screened} />
      </div>
    </section>
  );
}

function FormNotice({ speech, pack, texts, unreadable }: FormProps['form'] & { speech: Speech }) {
  const { language, t } = speech;
  return (
    <>
      {unreadable ? <Notice kind="error">{t('rescreenPackUnreadable')}</Notice> : null}
      <Notice kind="info">
        {packNotice(pack.status, language, texts[language][pack.notice] ?? '')}{' '}
        <span class="quietly">
          {pack.id} · {t('version')} {pack.version}
        </span>
      </Notice>
    </>
  );
}

/** To the conversation, or for who reads no records to the queue. */
function Back({ context, patientId }: { context: PageContext; patientId: string }) {
  const { speech, signedIn } = context;
  const reads = signedIn !== undefined && can(signedIn.person.role, 'patients.read');
  return (
    <a class="button secondary" href={reads ? `/patients/${patientId}` : '/queue'}>
      {speech.t(reads ? 'rescreenBack' : 'queue')}
    </a>
  );
}

interface Props {
  context: PageContext;
  patientId: string;
  screened: Screened;
  /** Absent once they have decided. */
  form?: Omit<FormProps, 'context'>;
  isErased: boolean;
  isDone: boolean;
  /** What the app said of the urgency that came of it. */
  urgency?: UrgencyAnswer;
}

export function RescreenPage({ context, patientId, screened, form, isErased, isDone, urgency }: Props) {
  const { speech } = context;
  const { t } = speech;
  const { encounter, rescreens } = screened;
  return (
    <Shell context={context} title={t('rescreen')} active="/patients">
      <div class="page-head">
        <h1>{t('rescreen')}</h1>
        <p class="lead">
          <PatientId role={context.signedIn?.person.role} id={patientId} />{' '}
          {t('conversationOf', { date: speech.dateTime(encounter.startedAt) })}
        </p>
        {form ? <p>{t('rescreenLead')}</p> : null}
      </div>
      {isErased ? <Notice kind="info">{t('rescreenErased')}</Notice> : null}
      {form ? (
        <>
          <FormNotice speech={speech} {...form.form} />
          {form.told?.answers ? null : <Notice kind="info">{t('rescreenNobody')}</Notice>}
          <RescreenForm context={context} {...form} />
        </>
      ) : null}
      {!form && !isErased ? (
        <>
          {isDone ? <Notice kind="done">{t('rescreenDone')}</Notice> : null}
          {isDone && urgency ? (
            <Notice kind={urgency === 'accepted' ? 'done' : 'info'}>
              {speech.coded('rescreenUrgency', urgency)}
            </Notice>
          ) : null}
          {rescreens.map((rescreen) => (
            <Compared key={rescreen.event} speech={speech} rescreen={rescreen} screened={screened} />
          ))}
          <p class="pages">
            <Back context={context} patientId={patientId} />
            <a class="button secondary" href="?again=yes">
              {t('rescreenAgain')}
            </a>
          </p>
        </>
      ) : null}
    </Shell>
  );
}
