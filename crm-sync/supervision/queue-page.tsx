import { conceptText } from '../patients/coded-texts';
import { rescreenPath } from '../patients/timeline-page';
import { isHidden, type Viewer } from '../rescreen/blind';
import { HiddenDecision } from '../rescreen/hidden-decision';
import { DispositionBadge, Empty, Live, PatientId, Since } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { fileDueAt, isEmergency, waitingFrom, type WaitingRow } from './queue';

/** A page with more rows than this helps nobody choose whom to answer next. */
export const maxQueueRows = 200;

/** The risk; until this person has decided, only what a red flag says of it, and where to decide. */
function Risk({ speech, row, viewer }: { speech: Speech; row: WaitingRow; viewer: Viewer }) {
  const { disposition, redFlags, patientId } = row;
  if (!isHidden(viewer, { ...row, state: 'queued' }))
    return <DispositionBadge speech={speech} disposition={isEmergency(row) ? 'emergency' : disposition} />;
  return (
    <span>
      {redFlags.length > 0 ? <DispositionBadge speech={speech} disposition="emergency" /> : null}
      <HiddenDecision speech={speech} form={patientId && rescreenPath(patientId, row._id)} />
    </span>
  );
}

function Row({ speech, row, viewer, now }: Omit<QueueProps, 'rows'> & { row: WaitingRow }) {
  const { t } = speech;
  const since = waitingFrom(row);
  const due = fileDueAt(row);
  return (
    <tr class={isEmergency(row) ? 'urgent' : undefined}>
      <th scope="row" data-label={t('patient')}>
        {row.patientId ? (
          <span>
            <PatientId role={viewer.role} id={row.patientId} />
            <a class="sub" href={rescreenPath(row.patientId, row._id)}>
              {t('rescreen')}
            </a>
          </span>
        ) : (
          t('nameless')
        )}
      </th>
      <td data-label={t('riskLevel')}>
        <Risk speech={speech} row={row} viewer={viewer} />
      </td>
      <td data-label={t('redFlags')}>
        {row.redFlags.length === 0
          ? '—'
          : row.redFlags.map((flag) => <span class="flag">{conceptText(speech, flag)}</span>)}
      </td>
      <td data-label={t('department')}>{row.department?.name ?? t('noDepartment')}</td>
      <td data-label={t('waiting')}>
        <span>
          <Since speech={speech} at={since} now={now} />
          <span class="sub">{t('waitingSince', { time: speech.time(since) })}</span>
          {due ? <span class="flag">{t('fileDue', { time: speech.time(due) })}</span> : null}
        </span>
      </td>
    </tr>
  );
}

interface QueueProps {
  speech: Speech;
  /** In the queue's order. */
  rows: readonly WaitingRow[];
  viewer: Viewer;
  now: Date;
}

export function Queue({ speech, rows, viewer, now }: QueueProps) {
  const { t } = speech;
  if (rows.length === 0) return <Empty title={t('queueEmpty')} lead={t('queueEmptyLead')} />;
  return (
    <>
      <p class="count" id="waiting-count">
        {rows.length === 1 ? t('waitingCount_one') : t('waitingCount', { n: speech.number(rows.length) })}
      </p>
      <div class="card">
        <table class="rows">
          <thead>
            <tr>
              {(['patient', 'riskLevel', 'redFlags', 'department', 'waiting'] as const).map((key) => (
                <th scope="col">{t(key)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, maxQueueRows).map((row) => (
              <Row key={row._id} speech={speech} row={row} viewer={viewer} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > maxQueueRows ? (
        <p class="quietly">
          {t('queueCut', { shown: speech.number(maxQueueRows), n: speech.number(rows.length) })}
        </p>
      ) : null}
    </>
  );
}

export function QueuePage({
  context,
  rows,
  viewer,
}: Pick<QueueProps, 'rows' | 'viewer'> & { context: PageContext }) {
  const { speech, now } = context;
  return (
    <Shell context={context} title={speech.t('queueTitle')} active="/queue">
      <div class="page-head">
        <h1>{speech.t('queueTitle')}</h1>
        <p class="lead">{speech.t('queueLead')}</p>
      </div>
      <Live speech={speech} topic="queue" fragment="/queue/rows">
        <Queue speech={speech} rows={rows} viewer={viewer} now={now} />
      </Live>
    </Shell>
  );
}
