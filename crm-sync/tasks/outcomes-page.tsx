/** Conversations without outcome, to be worked through: each opened where it stands, or registered here. */
import { serviceOutcomes } from '../../contract/service-events';
import { conversationPath } from '../patients/timeline-page';
import { At, Empty, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { MissingRow } from './outcome-shelf';

/** Days a list can go back. */
export const outcomeDays = [7, 30, 90] as const;
/** A page with more rows than this is worked through by nobody. */
export const maxOutcomeRows = 100;

export type OutcomeProblem = 'choose' | 'gone';

export interface OutcomesProps {
  context: PageContext;
  /** Of the department, the latest first. */
  rows: readonly MissingRow[];
  /** Names of all that have any. */
  departments: readonly string[];
  department?: string;
  days: number;
  done?: boolean;
  problem?: OutcomeProblem;
}

function Filter({ context, departments, department, days }: OutcomesProps) {
  const { t } = context.speech;
  return (
    <form method="get" action="/tasks/outcomes" class="filter">
      <div class="field">
        <label for="department">{t('department')}</label>
        <select id="department" name="department">
          <option value="">{t('serviceAll')}</option>
          {departments.map((name) => (
            <option value={name} selected={name === department}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="days">{t('outcomesPeriod')}</label>
        <select id="days" name="days">
          {outcomeDays.map((n) => (
            <option value={String(n)} selected={n === days}>
              {t('outcomesDays', { n })}
            </option>
          ))}
        </select>
      </div>
      <button class="button secondary">{t('show')}</button>
    </form>
  );
}

function Register({
  context,
  row,
  department,
  days,
}: Omit<OutcomesProps, 'rows' | 'departments'> & { row: MissingRow }) {
  const { t, coded } = context.speech;
  const patient = row.patientId ?? t('nameless');
  return (
    <form method="post" action="/tasks/outcomes" class="inline">
      <input type="hidden" name="_csrf" value={context.csrf} />
      <input type="hidden" name="conversation" value={row._id} />
      <input type="hidden" name="days" value={String(days)} />
      <input type="hidden" name="department" value={department ?? ''} />
      <select name="outcome" required aria-label={t('outcomesFor', { patient })}>
        <option value="">{t('taskChoose')}</option>
        {serviceOutcomes.map((outcome) => (
          <option value={outcome}>{coded('serviceOutcome', outcome)}</option>
        ))}
      </select>
      <button class="button small" aria-label={t('outcomesRegisterFor', { patient })}>
        {t('outcomesRegister')}
      </button>
    </form>
  );
}

function Rows(props: OutcomesProps) {
  const { context, rows } = props;
  const { speech } = context;
  const { t, coded } = speech;
  return (
    <div class="card">
      <table class="rows">
        <thead>
          <tr>
            {(['patient', 'department', 'agentColumn', 'outcomesClosed', 'outcomesColumn'] as const).map(
              (key) => (
                <th scope="col">{t(key)}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, maxOutcomeRows).map((row) => (
            <tr key={row._id}>
              <th scope="row" data-label={t('patient')}>
                <span>
                  <span class="id">{row.patientId ?? t('nameless')}</span>
                  {row.patientId ? (
                    <a
                      class="sub"
                      href={conversationPath(row.patientId, row)}
                      aria-label={t('outcomesOpenOf', { patient: row.patientId })}
                    >
                      {t('outcomesOpen')}
                    </a>
                  ) : null}
                </span>
              </th>
              <td data-label={t('department')}>{row.department?.name ?? t('noDepartment')}</td>
              <td data-label={t('agentColumn')}>{row.agent?.name ?? '—'}</td>
              <td data-label={t('outcomesClosed')}>
                <span>
                  <At speech={speech} at={row.outcomeMissingSince} as="recent" />
                  {row.closedBy ? <span class="sub">{coded('from', row.closedBy)}</span> : null}
                </span>
              </td>
              <td data-label={t('outcomesColumn')}>
                <Register {...props} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function OutcomesPage(props: OutcomesProps) {
  const { context, rows, problem, done } = props;
  const { t, coded, number } = context.speech;
  return (
    <Shell context={context} title={t('outcomesTitle')} active="/tasks">
      <div class="page-head">
        <h1>{t('outcomesTitle')}</h1>
        <p class="lead">{t('outcomesLead')}</p>
      </div>
      {problem ? <Notice kind="error">{coded('outcomesProblem', problem)}</Notice> : null}
      {done ? <Notice kind="done">{t('outcomesDone')}</Notice> : null}
      <Filter {...props} />
      {rows.length === 0 ? (
        <Empty title={t('outcomesNone')} lead={t('outcomesNoneLead')} />
      ) : (
        <>
          <p class="count">{t('outcomesCount', { n: number(rows.length) })}</p>
          <Rows {...props} />
        </>
      )}
      {rows.length > maxOutcomeRows ? (
        <p class="quietly">{t('queueCut', { shown: number(maxOutcomeRows), n: number(rows.length) })}</p>
      ) : null}
    </Shell>
  );
}
