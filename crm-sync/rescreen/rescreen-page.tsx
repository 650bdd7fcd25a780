/** The second screening: the form until the person has decided, then both decisions side by side. */
import type { ComponentChildren } from 'preact';
import { packNotice } from '../../settings/pack-notice';
import { DecisionFacts } from '../patients/decision-facts';
import { packWords } from '../patients/coded-texts';
import { decidedBy } from '../patients/decision-reasons';
import { At, DispositionBadge, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { comparedWithBot } from './agreement';
import { eventIdOf, type Rescreen } from './rescreen';
import { RescreenForm, type FormProps } from './rescreen-form';
import type { Screened } from './rescreen-store';

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
  const found = comparedWithBot(rescreen.disposition, rescreen.bot.disposition);
  if (found === 'same') {
    const words = { disposition: coded('disposition', rescreen.disposition) };
    return <Notice kind="done">{t('rescreenAgrees', words)}</Notice>;
  }
  return <Notice kind="error">{t(found === 'more' ? 'rescreenMoreUrgent' : 'rescreenLessUrgent')}</Notice>;
}

function BotSide({ speech, rescreen, screened }: { speech: Speech; rescreen: Rescreen; screened: Screened }) {
  const { t } = speech;
  const { bot } = rescreen;
  const decision = screened.decisions.find((one) => eventIdOf(one) === bot?.decision);
  return (
    <Side title={t('rescreenByBot')}>
      {bot ? (
        <p>
          <DispositionBadge speech={speech} disposition={bot.disposition} />
        </p>
      ) : (
        <p>{t('rescreenBotNothing')}</p>
      )}
      {decision ? <DecisionFacts speech={speech} decision={decision} newest /> : null}
      {bot && !decision ? (
        <p class="quietly">{t(bot.decision === undefined ? 'rescreenBotFlag' : 'rescreenBotGone')}</p>
      ) : null}
    </Side>
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
      {rescreen.blind ? null : <p class="quietly small">{t('rescreenNotBlind')}</p>}
      <div class="sides">
        <Side title={t('rescreenByHuman', { name: screened.names[rescreen.staff] ?? rescreen.staff })}>
          <p>
            <DispositionBadge speech={speech} disposition={rescreen.disposition} />
          </p>
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

interface Props {
  context: PageContext;
  patientId: string;
  screened: Screened;
  /** Absent once they have decided. */
  form?: Omit<FormProps, 'context'>;
  isErased: boolean;
  isDone: boolean;
}

export function RescreenPage({ context, patientId, screened, form, isErased, isDone }: Props) {
  const { speech } = context;
  const { t } = speech;
  const { encounter, rescreens } = screened;
  return (
    <Shell context={context} title={t('rescreen')} active="/patients">
      <div class="page-head">
        <h1>{t('rescreen')}</h1>
        <p class="lead">
          <a class="id" href={`/patients/${patientId}`}>
            {patientId}
          </a>{' '}
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
          {rescreens.map((rescreen) => (
            <Compared key={rescreen.event} speech={speech} rescreen={rescreen} screened={screened} />
          ))}
          <p class="pages">
            <a class="button secondary" href={`/patients/${patientId}`}>
              {t('rescreenBack')}
            </a>
            <a class="button secondary" href="?again=yes">
              {t('rescreenAgain')}
            </a>
          </p>
        </>
      ) : null}
    </Shell>
  );
}
