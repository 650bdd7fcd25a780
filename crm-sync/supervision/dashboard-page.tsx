import type { ComponentChildren } from 'preact';
import { can } from '../access/permissions';
import type { Agreement } from '../rescreen/agreement';
import { At, Empty, Live, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { classes, type Figures, type Period } from './figures';
import { HourChart } from './hour-chart';
import { ServiceCard } from './service-card';

interface FigureProps {
  id: string;
  label: string;
  value?: string;
  hint: string;
  alarm?: boolean;
  children?: ComponentChildren;
}

function Figure({ id, label, value, hint, alarm }: FigureProps) {
  return (
    <div class={`figure${alarm ? ' figure-alarm' : ''}`} id={id}>
      <dt>{label}</dt>
      <dd>
        <strong class={value === undefined ? 'none' : undefined}>{value ?? '—'}</strong>
        <span>{hint}</span>
      </dd>
    </div>
  );
}

function KeyFigures({
  speech,
  figures,
  waitingNow,
  agreement,
}: {
  speech: Speech;
  figures: Figures;
  waitingNow: number;
  agreement: Agreement;
}) {
  const { t, number } = speech;
  const { contained, of } = figures.containment;
  const { medianMs, n, approximate } = figures.firstResponse;
  return (
    <dl class="figures">
      <Figure id="figure-total" label={t('total')} value={number(figures.total)} hint={t('totalHint')} />
      <Figure
        id="figure-containment"
        label={t('containment')}
        value={of > 0 ? speech.percent(contained / of) : undefined}
        hint={
          of > 0
            ? t('containmentHint', { contained: number(contained), of: number(of) })
            : t('containmentNone')
        }
      />
      <Figure
        id="figure-waiting"
        label={t('waitingNow')}
        value={number(waitingNow)}
        hint={t('waitingNowHint')}
        alarm={waitingNow > 0}
      />
      <Figure
        id="figure-first-response"
        label={t('firstResponse')}
        value={medianMs === undefined ? undefined : `${approximate ? '≈ ' : ''}${speech.duration(medianMs)}`}
        hint={n > 0 ? t('firstResponseHint', { n: number(n) }) : t('firstResponseNone')}
      />
      <Figure
        id="figure-agreement"
        label={t('agreement')}
        value={agreement.of > 0 ? speech.percent(agreement.same / agreement.of) : undefined}
        hint={agreement.of > 0 ? t('agreementHint', { ...agreement }) : t('agreementNone')}
      />
    </dl>
  );
}

/** One row a class: name, its share of the whole as a bar, and count, so that colour is never the only sign. */
function DispositionBars({ speech, figures }: { speech: Speech; figures: Figures }) {
  return (
    <ul class="bars">
      {classes.map((key) => {
        const count = figures.byDisposition[key];
        const share = figures.total > 0 ? count / figures.total : 0;
        return (
          <li id={`disposition-${key}`}>
            <span class="bar-name">{speech.coded('disposition', key)}</span>
            <svg class={`bar fill-${key}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="bar-ground" width="100" height="10" />
              <rect width={share * 100} height="10" />
            </svg>
            <span class="bar-count">
              <strong>{speech.number(count)}</strong>{' '}
              <span class="quietly">{figures.total > 0 ? speech.percent(share) : ''}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export interface DashboardProps {
  speech: Speech;
  /** May they work through those without outcome? */
  works: boolean;
  figures: Figures;
  period: Period;
  waitingNow: number;
  agreement: Agreement;
  now: Date;
}

export function Dashboard({ speech, works, figures, period, waitingNow, agreement, now }: DashboardProps) {
  const { t } = speech;
  return (
    <>
      <KeyFigures speech={speech} figures={figures} waitingNow={waitingNow} agreement={agreement} />
      <div class="charts">
        <section class="card" aria-labelledby="by-disposition">
          <h2 id="by-disposition">{t('byDisposition')}</h2>
          <DispositionBars speech={speech} figures={figures} />
        </section>
        <section class="card" aria-labelledby="by-hour">
          <h2 id="by-hour">{t('byHour')}</h2>
          {figures.total === 0 ? (
            <Empty title={t('noConversationsPeriod')} lead={t('noConversationsPeriodLead')} />
          ) : (
            <HourChart speech={speech} figures={figures} />
          )}
        </section>
      </div>
      <ServiceCard speech={speech} service={figures.service} works={works} />
      <p class="quietly small">
        {t('timeZoneNote', { zone: period.timeZone.replace(/_/g, ' ') })}{' '}
        {t('updatedAt', { time: speech.clock(now) })}
      </p>
    </>
  );
}

interface Props extends Omit<DashboardProps, 'speech'> {
  context: PageContext;
  /** The chosen day; undefined = the last 24 hours. */
  day?: string;
  today: string;
  error?: string;
}

export function DashboardPage({ context, day, today, error, ...dashboard }: Props) {
  const { speech } = context;
  const { t } = speech;
  const query = day ? `?day=${day}` : '';
  const role = context.signedIn?.person.role;
  return (
    <Shell context={context} title={t('dashboardTitle')} active="/dashboard">
      <div class="page-head with-tools">
        <div>
          <h1>{t('dashboardTitle')}</h1>
          <p class="lead">
            {day ? <At speech={speech} at={dashboard.period.from} as="date" /> : t('last24h')}
          </p>
        </div>
        <form method="get" action="/dashboard" class="period">
          <a href="/dashboard" class="button small secondary" aria-current={day ? undefined : 'true'}>
            {t('last24h')}
          </a>
          <label for="day">{t('day')}</label>
          <input type="date" id="day" name="day" value={day ?? ''} max={today} required />
          <button class="button small">{t('show')}</button>
        </form>
      </div>
      {role && can(role, 'reports.publish') ? (
        <p>
          <a class="button small secondary" href={`/reports/new${query}`}>
            {t('newReport')}
          </a>
        </p>
      ) : null}
      {error ? <Notice kind="error">{error}</Notice> : null}
      <Live speech={speech} topic="dashboard" fragment={`/dashboard/figures${query}`}>
        <Dashboard speech={speech} {...dashboard} />
      </Live>
    </Shell>
  );
}
