import { isHidden, type Viewer } from '../rescreen/blind';
import { HiddenDecision } from '../rescreen/hidden-decision';
import { At, DispositionBadge, Empty, Field, Live, Notice, StateBadge } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { FoundPeople, type SearchOutcome } from './found-people';
import type { LatestPatient } from './patient-reads';
import { rescreenPath } from './timeline-page';

interface LatestProps {
  speech: Speech;
  latest: readonly LatestPatient[];
  viewer: Viewer | undefined;
}

export function LatestPatients({ speech, latest, viewer }: LatestProps) {
  const { t } = speech;
  if (latest.length === 0) return <Empty title={t('noPatients')} lead={t('noPatientsLead')} />;
  return (
    <table class="rows">
      <thead>
        <tr>
          {(['patient', 'lastContact', 'situation', 'riskLevel', 'department'] as const).map((key) => (
            <th scope="col">{t(key)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {latest.map(({ patientId, name, encounter }) => (
          <tr>
            <th scope="row" data-label={t('patient')}>
              <a href={`/patients/${patientId}`}>{name ?? t('nameless')}</a>
              <span class="sub id">{patientId}</span>
            </th>
            <td data-label={t('lastContact')}>
              <At speech={speech} at={encounter.lastEventAt} as="recent" />
            </td>
            <td data-label={t('situation')}>
              <StateBadge speech={speech} state={encounter.state} />
            </td>
            <td data-label={t('riskLevel')}>
              {viewer && isHidden(viewer, encounter) ? (
                <HiddenDecision speech={speech} form={rescreenPath(patientId, encounter._id)} />
              ) : (
                <DispositionBadge speech={speech} disposition={encounter.disposition} />
              )}
            </td>
            <td data-label={t('department')}>{encounter.department?.name ?? t('noDepartment')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  context: PageContext;
  latest: readonly LatestPatient[];
  typed?: string;
  error?: string;
  outcome?: SearchOutcome;
}

export function PatientsPage({ context, latest, typed, error, outcome }: Props) {
  const { speech } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('patients')} active="/patients">
      <div class="page-head">
        <h1>{t('patients')}</h1>
      </div>
      <section class="card" aria-labelledby="find">
        <h2 id="find">{t('searchPatient')}</h2>
        {error ? <Notice kind="error">{error}</Notice> : null}
        <form method="post" action="/patients/search" class="search wide" role="search">
          <input type="hidden" name="_csrf" value={context.csrf} />
          <Field
            id="find-term"
            label={t('findTerm')}
            hint={t('findHint')}
            invalid={error !== undefined}
            input={{
              name: 'term',
              type: 'search',
              required: true,
              maxLength: 200,
              autocomplete: 'off',
              spellcheck: false,
              value: typed,
            }}
          />
          <button class="button">{t('search')}</button>
        </form>
      </section>
      {outcome ? (
        <section class="card" aria-label={t('searchPatient')}>
          <FoundPeople context={context} outcome={outcome} />
        </section>
      ) : (
        <section class="card" aria-labelledby="latest">
          <h2 id="latest">{t('latestPatients')}</h2>
          <p class="lead">{t('latestPatientsLead')}</p>
          <Live speech={speech} topic="patients" fragment="/patients/latest">
            <LatestPatients speech={speech} latest={latest} viewer={context.signedIn?.person} />
          </Live>
        </section>
      )}
    </Shell>
  );
}
