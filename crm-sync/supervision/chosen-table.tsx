/** The conversations an order is about, and what became of each. */
import type { Speech } from '../web/speech';
import type { Outcome } from './act';
import { urgencyOfRow } from './clock';
import type { OpenRow } from './supervision-desk';
import { UrgencyBadge } from './wait-cells';

function OutcomeCell({ speech, outcome, toName }: { speech: Speech; outcome: Outcome; toName?: string }) {
  const { t } = speech;
  const { result, why, already } = outcome;
  return (
    <span>
      <span class={`outcome outcome-${result}`}>{speech.coded('orderResult', result)}</span>
      {already ? <span class="sub">{t('orderAlready')}</span> : null}
      {result !== 'refused' && toName ? <span class="sub">{t('orderTo', { name: toName })}</span> : null}
      {why ? <span class="sub">{speech.coded('why', why)}</span> : null}
      {result === 'unknown' ? <span class="sub">{t('orderUnknown')}</span> : null}
    </span>
  );
}

interface ChosenProps {
  speech: Speech;
  rows: readonly OpenRow[];
  outcomes?: readonly Outcome[];
  /** What an outcome's `to` is called. */
  nameOf?: (to: string) => string;
}

export function ChosenTable({ speech, rows, outcomes, nameOf = (to) => to }: ChosenProps) {
  const { t, number } = speech;
  const byRoom = new Map(outcomes?.map((one) => [one.room, one]));
  const servedBy = outcomes ? 'wasWith' : 'agentColumn';
  const head = ['patient', 'urgencyColumn', 'department', servedBy] as const;
  return (
    <section class="card">
      <h2>{rows.length === 1 ? t('chosenCount_one') : t('chosenCount', { n: number(rows.length) })}</h2>
      <table class="rows">
        <thead>
          <tr>
            {head.map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
            {outcomes ? <th scope="col">{t('outcomeColumn')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const outcome = byRoom.get(row._id);
            const toName = outcome?.to === undefined ? undefined : nameOf(outcome.to);
            return (
              <tr key={row._id}>
                <th scope="row" data-label={t('patient')}>
                  <span class="id">{row.patientId ?? t('nameless')}</span>
                </th>
                <td data-label={t('urgencyColumn')}>
                  <UrgencyBadge speech={speech} urgency={urgencyOfRow(row)} />
                </td>
                <td data-label={t('department')}>{row.department?.name ?? t('noDepartment')}</td>
                <td data-label={t(servedBy)}>{row.agent?.name ?? t('nobodyYet')}</td>
                {outcome ? (
                  <td data-label={t('outcomeColumn')}>
                    <OutcomeCell speech={speech} outcome={outcome} {...(toName ? { toName } : {})} />
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
