import type { DispatchState } from '../dispatch/dispatch-state';
import { Empty, Live } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { Agents, isPresent } from './agents-table';
import type { Board } from './board';
import { Departments } from './departments-table';
import { DispatchNotes } from './dispatch-notes';
import type { Pause } from './intake';
import { clockOfRow, type WaitingRow } from './queue';
import { QueueTables, type TableProps } from './queue-table';
import { isUnanswered, Served } from './served-table';
import type { OpenRow } from './supervision-desk';
import type { MeasuresOf } from './wait-measures';

/** A page with more rows than this helps nobody choose whom to answer next. */
export const maxQueueRows = 200;

/** What managers see besides the queue. */
export interface Overview {
  boards: readonly Board[];
  served: readonly OpenRow[];
  pauses: readonly Pause[];
  dispatch: readonly DispatchState[];
  /** Whom a person is to call, answer or look after, and how many of them since longer than was to be. */
  tasks: { open: number; overdue: number };
}

function Figure({
  label,
  value,
  hint,
  alarm,
  late,
}: {
  label: string;
  value: string;
  hint: string;
  alarm?: boolean;
  late?: boolean;
}) {
  const kind = late ? ' figure-late' : alarm ? ' figure-alarm' : '';
  return (
    <div class={`figure${kind}`}>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{hint}</span>
      </dd>
    </div>
  );
}

function Figures({
  speech,
  rows,
  overview,
  measuresOf,
  now,
}: {
  speech: Speech;
  rows: readonly WaitingRow[];
  overview: Overview;
  measuresOf: MeasuresOf;
  now: Date;
}) {
  const { t, number } = speech;
  const unanswered = [...rows, ...overview.served.filter(isUnanswered)];
  const stands = unanswered.map((row) => clockOfRow(row, measuresOf, now).stand);
  const count = (wanted: string): number => stands.filter((stand) => stand === wanted).length;
  const agents = overview.boards.flatMap((board) => board.agents);
  const here = agents.filter(isPresent).length;
  const atRisk = count('at-risk');
  const breached = count('breached');
  const { tasks } = overview;
  return (
    <dl class="figures figures-small">
      <Figure label={t('figureWaiting')} value={number(rows.length)} hint={t('figureWaitingHint')} />
      <Figure label={t('figureRisk')} value={number(atRisk)} hint={t('figureRiskHint')} alarm={atRisk > 0} />
      <Figure
        label={t('figureBreached')}
        value={number(breached)}
        hint={t('figureBreachedHint')}
        late={breached > 0}
      />
      <Figure label={t('figureServed')} value={number(overview.served.length)} hint={t('figureServedHint')} />
      <Figure
        label={t('figureAgents')}
        value={agents.length === 0 ? '—' : number(here)}
        hint={t('figureAgentsHint', { n: number(agents.length) })}
        alarm={agents.length > 0 && here === 0}
      />
      <Figure
        label={t('figureTasks')}
        value={number(tasks.open)}
        hint={tasks.overdue > 0 ? t('figureTasksLate', { n: number(tasks.overdue) }) : t('figureTasksHint')}
        late={tasks.overdue > 0}
      />
    </dl>
  );
}

interface QueueProps extends Omit<TableProps, 'acts'> {
  /** In the queue's order. */
  rows: readonly WaitingRow[];
  /** For who may act. */
  overview?: Overview;
}

function Waiting({ rows, overview, ...props }: QueueProps) {
  const { speech } = props;
  const { t, number } = speech;
  if (rows.length === 0) return <Empty title={t('queueEmpty')} lead={t('queueEmptyLead')} />;
  return (
    <>
      <p class="count" id="waiting-count">
        {rows.length === 1 ? t('waitingCount_one') : t('waitingCount', { n: number(rows.length) })}
      </p>
      <QueueTables rows={rows.slice(0, maxQueueRows)} acts={overview !== undefined} {...props} />
      {rows.length > maxQueueRows ? (
        <p class="quietly">{t('queueCut', { shown: number(maxQueueRows), n: number(rows.length) })}</p>
      ) : null}
    </>
  );
}

export function Queue(props: QueueProps) {
  const { overview, speech, rows, now, viewer, measuresOf } = props;
  if (!overview) return <Waiting {...props} />;
  return (
    <>
      <DispatchNotes speech={speech} states={overview.dispatch} />
      <Figures speech={speech} rows={rows} overview={overview} measuresOf={measuresOf} now={now} />
      <form method="get" action="/queue/act" class="choices">
        <Waiting {...props} />
        <Served {...{ speech, viewer, measuresOf, now }} rows={overview.served} acts />
        <p class="choices-end">
          <button class="button">{speech.t('actChosen')}</button>
          <span class="quietly small">{speech.t('actChosenHint')}</span>
        </p>
      </form>
      <Agents speech={speech} boards={overview.boards} now={now} />
      <Departments speech={speech} boards={overview.boards} pauses={overview.pauses} rows={rows} />
    </>
  );
}

export function QueuePage({
  context,
  ...props
}: Omit<QueueProps, 'speech' | 'now'> & { context: PageContext }) {
  const { speech, now } = context;
  return (
    <Shell context={context} title={speech.t('queueTitle')} active="/queue">
      <div class="page-head">
        <h1>{speech.t('queueTitle')}</h1>
        <p class="lead">{speech.t('queueLead')}</p>
      </div>
      <Live speech={speech} topic="queue" fragment="/queue/rows">
        <Queue speech={speech} now={now} {...props} />
      </Live>
    </Shell>
  );
}
