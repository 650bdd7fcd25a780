/** How urgent somebody is and how much of their time has gone, as cells of tables. */
import type { Urgency } from '../../contract/service-events';
import { rescreenPath } from '../patients/timeline-page';
import { isHidden, type Viewer } from '../rescreen/blind';
import { HiddenDecision } from '../rescreen/hidden-decision';
import { DispositionBadge, PatientId, Since } from '../web/components';
import type { Speech } from '../web/speech';
import { urgencyOfRow, type Clock } from './clock';
import { clockOfRow, fileDueAt, waitingFrom, type WaitingRow } from './queue';
import type { MeasuresOf } from './wait-measures';

export function UrgencyBadge({ speech, urgency }: { speech: Speech; urgency: Urgency }) {
  return <span class={`badge urgency urgency-${urgency}`}>{speech.coded('urgency', urgency)}</span>;
}

type Seen = Pick<WaitingRow, '_id' | 'patientId' | 'redFlags' | 'disposition' | 'screenedBy' | 'urgency'> & {
  unseenFileAt?: Date;
  state?: 'bot' | 'queued' | 'served' | 'closed';
};

/** Is what the bot decided about them, and so their urgency, hidden from this person? */
export const isUrgencyHidden = (viewer: Viewer, row: Seen): boolean =>
  isHidden(viewer, { ...row, state: row.state ?? 'queued' });

/** Until this person has decided, only what a red flag says of it, and where to decide. */
export function UrgencyCell({ speech, row, viewer }: { speech: Speech; row: Seen; viewer: Viewer }) {
  const { redFlags, patientId } = row;
  if (!isUrgencyHidden(viewer, row)) return <UrgencyBadge speech={speech} urgency={urgencyOfRow(row)} />;
  return (
    <span>
      {redFlags.length > 0 ? <DispositionBadge speech={speech} disposition="emergency" /> : null}
      <HiddenDecision speech={speech} form={patientId && rescreenPath(patientId, row._id)} />
    </span>
  );
}

function Bar({ clock: { waitedMs, targetMs, stand } }: { clock: Clock }) {
  if (targetMs === 0) return null;
  const width = Math.min(100, Math.round((waitedMs / targetMs) * 100));
  return (
    <svg class={`clock clock-${stand}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" width="100" height="6" />
      <rect width={width} height="6" />
    </svg>
  );
}

export function StandBadge({ speech, stand }: { speech: Speech; stand: Clock['stand'] }) {
  if (stand === 'calm') return null;
  return <span class={`stand stand-${stand}`}>{speech.coded('stand', stand)}</span>;
}

/** What was promised would tell what is hidden; that it is broken is told to everybody. */
export function WaitCell({
  speech,
  row,
  viewer,
  measuresOf,
  now,
}: {
  speech: Speech;
  row: WaitingRow & Pick<Seen, 'state'>;
  viewer: Viewer;
  measuresOf: MeasuresOf;
  now: Date;
}) {
  const { t } = speech;
  const since = waitingFrom(row);
  const due = fileDueAt(row);
  const clock = clockOfRow(row, measuresOf, now);
  const hidden = isUrgencyHidden(viewer, row);
  const minutes = clock.targetMs / 60_000;
  return (
    <span class="wait" data-changes-at={clock.changesAt?.getTime()}>
      <span class="wait-line">
        {row.state === 'served' ? <span class="sub">{t('unansweredFor')}</span> : null}
        <Since speech={speech} at={since} now={now} />
        {hidden && clock.stand !== 'breached' ? null : <StandBadge speech={speech} stand={clock.stand} />}
      </span>
      {hidden ? null : <Bar clock={clock} />}
      <span class="sub">
        {t('waitingSince', { time: speech.time(since) })}
        {hidden ? null : ` · ${minutes > 0 ? t('waitTarget', { minutes }) : t('waitNoTarget')}`}
      </span>
      {clock.paused ? <span class="sub">{t('waitPaused')}</span> : null}
      {due ? <span class="flag">{t('fileDue', { time: speech.time(due) })}</span> : null}
    </span>
  );
}

export function PatientCell({
  speech,
  row,
  viewer,
}: {
  speech: Speech;
  row: Pick<Seen, '_id' | 'patientId'>;
  viewer: Viewer;
}) {
  if (!row.patientId) return <span>{speech.t('nameless')}</span>;
  return (
    <span>
      <PatientId role={viewer.role} id={row.patientId} />
      <a class="sub" href={rescreenPath(row.patientId, row._id)}>
        {speech.t('rescreen')}
      </a>
    </span>
  );
}

/** Chooses a conversation to act on; what was chosen stays so while the page renews itself. */
export function Choose({
  speech,
  row,
}: {
  speech: Speech;
  row: { _id: string; patientId?: string | undefined };
}) {
  return (
    <input
      type="checkbox"
      class="choose"
      name="room"
      value={row._id}
      aria-label={speech.t('choose', { patient: row.patientId ?? speech.t('nameless') })}
    />
  );
}
