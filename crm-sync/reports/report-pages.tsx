import { can } from '../access/permissions';
import { classes, type Period } from '../supervision/figures';
import { At, Empty, Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { speechOf, type Speech } from '../web/speech';
import { maxTitleCharacters, minTitleCharacters, type Report, type ReportFigures, type Told } from './report';

/** A report keeps the clock it was published under. */
function PeriodText({ speech, period }: { speech: Speech; period: Period }) {
  const local = speechOf(speech.language, period.timeZone);
  const last = new Date(period.to.getTime() - 1);
  const wholeDay = local.time(period.from) === '00:00' && local.date(period.from) === local.date(last);
  if (wholeDay) return <time dateTime={period.from.toISOString()}>{local.date(period.from)}</time>;
  return (
    <>
      <time dateTime={period.from.toISOString()}>{local.dateTime(period.from)}</time> –{' '}
      <time dateTime={period.to.toISOString()}>{local.dateTime(period.to)}</time>
    </>
  );
}

function ReportTable({ speech, figures }: { speech: Speech; figures: ReportFigures }) {
  const { t, number } = speech;
  const told = (count: Told | undefined) =>
    count === null || count === undefined ? t('tooFew') : number(count);
  const share = (count: Told | undefined) =>
    typeof count === 'number' && typeof figures.total === 'number' && figures.total > 0
      ? speech.percent(count / figures.total)
      : '—';
  const { contained, finished, medianResponseMs } = figures;
  return (
    <>
      <table class="numbers report-numbers">
        <caption>{t('byDisposition')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('riskLevel')}</th>
            <th scope="col">{t('total')}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((name) => (
            <tr>
              <th scope="row">{speech.coded('disposition', name)}</th>
              <td>{told(figures.byDisposition[name])}</td>
              <td>{share(figures.byDisposition[name])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('reportTotal')}</th>
            <td>{told(figures.total)}</td>
            <td>{share(figures.total)}</td>
          </tr>
        </tfoot>
      </table>
      <dl class="report-facts">
        <dt>{t('containment')}</dt>
        <dd>
          {typeof contained === 'number' && typeof finished === 'number' && finished > 0
            ? `${speech.percent(contained / finished)} (${number(contained)} / ${number(finished)})`
            : t('notTold')}
        </dd>
        <dt>{t('firstResponse')}</dt>
        <dd>{medianResponseMs === null ? t('notTold') : speech.duration(medianResponseMs)}</dd>
      </dl>
      <p class="quietly small">{t('smallNumbers', { n: figures.hiddenBelow })}</p>
    </>
  );
}

export function ReportsPage({
  context,
  reports,
  done,
}: {
  context: PageContext;
  reports: readonly Report[];
  done?: string;
}) {
  const { speech, signedIn } = context;
  const { t } = speech;
  const publishes = signedIn !== undefined && can(signedIn.person.role, 'reports.publish');
  return (
    <Shell context={context} title={t('reports')} active="/reports">
      <div class="page-head with-tools">
        <div>
          <h1>{t('reports')}</h1>
          <p class="lead">{t('reportsLead')}</p>
        </div>
        {publishes ? (
          <a class="button small" href="/reports/new">
            {t('newReport')}
          </a>
        ) : null}
      </div>
      {done ? <Notice kind="done">{done}</Notice> : null}
      <div class="card">
        {reports.length === 0 ? (
          <Empty title={t('noReports')} lead={t('noReportsLead')} />
        ) : (
          <table class="rows">
            <thead>
              <tr>
                {(['reportTitle', 'period', 'publishedOn'] as const).map((key) => (
                  <th scope="col">{t(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {reports.map((report) => (
                <tr class={report.withdrawnAt ? 'off' : undefined}>
                  <th scope="row" data-label={t('reportTitle')}>
                    <a href={`/reports/${report.id}`}>{report.title}</a>
                    {report.withdrawnAt ? <span class="chip">{t('withdrawn')}</span> : null}
                  </th>
                  <td data-label={t('period')}>
                    <PeriodText speech={speech} period={report} />
                  </td>
                  <td data-label={t('publishedOn')}>
                    <At speech={speech} at={report.publishedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Shell>
  );
}

export function ReportPage({ context, report }: { context: PageContext; report: Report }) {
  const { speech, signedIn, csrf, tenantName } = context;
  const { t } = speech;
  const publishes = signedIn !== undefined && can(signedIn.person.role, 'reports.publish');
  return (
    <Shell context={context} title={report.title} active="/reports">
      <article class="card report">
        <p class="crumb">
          <a href="/reports">{t('reports')}</a>
        </p>
        <h1>{report.title}</h1>
        <p class="lead">
          {tenantName} · <PeriodText speech={speech} period={report} />
        </p>
        {report.withdrawnAt ? (
          <Notice kind="info">
            {t('withdrawnOn')} <At speech={speech} at={report.withdrawnAt} />
          </Notice>
        ) : null}
        <ReportTable speech={speech} figures={report.figures} />
        <p class="quietly small">
          {t('publishedOn')} <At speech={speech} at={report.publishedAt} /> ·{' '}
          {t('timeZoneNote', { zone: report.timeZone.replace(/_/g, ' ') })}
        </p>
      </article>
      {publishes && !report.withdrawnAt ? (
        <form method="post" action={`/reports/${report.id}/withdraw`} class="after-rows">
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="button small danger">{t('withdrawReport')}</button>
        </form>
      ) : null}
    </Shell>
  );
}

interface NewProps {
  context: PageContext;
  figures: ReportFigures;
  period: Period;
  /** The chosen day; undefined = the last 24 hours. */
  day?: string;
  today: string;
  error?: string;
  typed?: string;
}

/** Shows what would be published, as it would be. */
export function NewReportPage({ context, figures, period, day, today, error, typed }: NewProps) {
  const { speech, csrf } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('newReport')} active="/reports">
      <div class="page-head with-tools">
        <div>
          <p class="crumb">
            <a href="/reports">{t('reports')}</a>
          </p>
          <h1>{t('newReport')}</h1>
          <p class="lead">
            <PeriodText speech={speech} period={period} />
          </p>
        </div>
        <form method="get" action="/reports/new" class="period">
          <label for="day">{t('day')}</label>
          <input type="date" id="day" name="day" value={day ?? ''} max={today} required />
          <button class="button small">{t('show')}</button>
        </form>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <section class="card report" aria-label={t('preview')}>
        <ReportTable speech={speech} figures={figures} />
      </section>
      <section class="card" aria-labelledby="publish">
        <h2 id="publish">{t('publishReport')}</h2>
        <p>{t('publishLead')}</p>
        <form method="post" action="/reports/publish">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="day" value={day ?? ''} />
          <Field
            id="title"
            label={t('reportTitle')}
            hint={t('reportTitleHint')}
            input={{
              name: 'title',
              required: true,
              minLength: minTitleCharacters,
              maxLength: maxTitleCharacters,
              autocomplete: 'off',
              value: typed,
            }}
          />
          <button class="button">{t('publishReport')}</button>
        </form>
      </section>
    </Shell>
  );
}
