import type { StaffDocument } from '../store/staff-documents';
import type { Speech, TextKey } from '../web/speech';
import { knownActions } from './known-actions';

export interface AuditQuery {
  patient?: string;
  staff?: string;
  action?: string;
  day?: string;
}

interface Props {
  speech: Speech;
  people: readonly Pick<StaffDocument, 'staffId' | 'name'>[];
  query: AuditQuery;
}

export function AuditFilters({ speech, people, query }: Props) {
  const { t } = speech;
  const filtered = Object.values(query).some((value) => value !== undefined);
  return (
    <form method="get" action="/audit" class="card audit-filters">
      <div class="field">
        <label for="patient">{t('patientId')}</label>
        <input
          id="patient"
          name="patient"
          class="id"
          maxLength={40}
          autocomplete="off"
          value={query.patient}
        />
      </div>
      <div class="field">
        <label for="staff">{t('auditStaff')}</label>
        <select id="staff" name="staff">
          <option value="">{t('auditAnyone')}</option>
          {people.map((person) => (
            <option value={person.staffId} selected={person.staffId === query.staff}>
              {person.name}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="action">{t('auditAction')}</label>
        <select id="action" name="action">
          <option value="">{t('auditAnything')}</option>
          {knownActions.map((action) => (
            <option value={action} selected={action === query.action}>
              {t(`auditAction_${action}` as TextKey)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="day">{t('day')}</label>
        <input id="day" name="day" type="date" value={query.day} />
      </div>
      <div class="form-end inline">
        <button class="button">{t('auditFilter')}</button>
        {filtered ? (
          <a class="button secondary" href="/audit">
            {t('auditClear')}
          </a>
        ) : null}
      </div>
    </form>
  );
}
