/** What holds of a person, and for each field who said it. */
import type { FactField, FactOrigin } from '../identity/facts';
import type { GoldenField, GoldenValue } from '../identity/golden-record';
import { At } from '../web/components';
import type { Speech } from '../web/speech';
import type { PatientRecord } from './patient-record';
import { ageInYears, shownValue } from './shown-values';

interface OriginProps {
  speech: Speech;
  record: PatientRecord;
  origin: FactOrigin;
}

function whoSaid({ speech, record, origin }: OriginProps): string {
  const { t, coded } = speech;
  if (origin.staff !== undefined)
    return t('correctedBy', { name: record.staff[origin.staff] ?? origin.staff });
  if (origin.channel === undefined) return t('saidByGuardian');
  return t('saidOn', { channel: coded('channel', origin.channel) });
}

function Origin(props: OriginProps) {
  const { speech, record, origin } = props;
  return (
    <span class="provenance">
      {whoSaid(props)} · <At speech={speech} at={new Date(origin.at)} as="date" />
      {record.ids.length > 1 ? <span class="id">{origin.patientId}</span> : null}
    </span>
  );
}

interface ValueProps {
  speech: Speech;
  record: PatientRecord;
  field: FactField;
  value: GoldenValue;
}

function Value({ speech, record, field, value }: ValueProps) {
  const { t } = speech;
  return (
    <dd>
      <span class="value">
        {shownValue(speech, field, value)}
        {value.verified ? <span class="chip verified">{t('verifiedByChannel')}</span> : null}
        {value.valid || field === 'name' ? null : <span class="chip doubtful">{t('notValid')}</span>}
      </span>
      <Origin speech={speech} record={record} origin={value.origin} />
    </dd>
  );
}

function Others({ speech, record, field, others }: Omit<ValueProps, 'value'> & { others: GoldenValue[] }) {
  const { t, number } = speech;
  return (
    <dd>
      <details id={`others-${field}`}>
        <summary>{t('otherValues', { n: number(others.length) })}</summary>
        <ul class="others">
          {others.map((one) => (
            <li>
              {shownValue(speech, field, one)} <Origin speech={speech} record={record} origin={one.origin} />
            </li>
          ))}
        </ul>
      </details>
    </dd>
  );
}

const singles = ['name', 'birthDate', 'cpf', 'cns'] as const;
const lists = ['phones', 'emails'] as const;

interface Props {
  speech: Speech;
  record: PatientRecord;
  now: Date;
}

export function RecordCard({ speech, record, now }: Props) {
  const { t } = speech;
  const { golden } = record;
  const label = (field: FactField, value?: GoldenField) =>
    field === 'birthDate' && value?.valid
      ? `${t('field_birthDate')} (${t('years', { n: ageInYears(value.value, now) })})`
      : t(`field_${field}`);
  return (
    <section class="card" aria-labelledby="record">
      <h2 id="record">{t('record')}</h2>
      <dl class="record">
        {singles.map((field) => {
          const value = golden[field];
          return (
            <div>
              <dt>{label(field, value)}</dt>
              {value ? (
                <Value speech={speech} record={record} field={field} value={value} />
              ) : (
                <dd class="quietly">{t('notSaid')}</dd>
              )}
              {value?.others.length ? (
                <Others speech={speech} record={record} field={field} others={value.others} />
              ) : null}
            </div>
          );
        })}
        {lists.map((field) => (
          <div>
            <dt>{t(`field_${field}`)}</dt>
            {golden[field].length === 0 ? <dd class="quietly">{t('notSaid')}</dd> : null}
            {golden[field].map((value) => (
              <Value speech={speech} record={record} field={field} value={value} />
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
