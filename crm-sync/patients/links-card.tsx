/** Who is linked with whom and why, what is left for people to decide, and whom the person answers for. */
import { At, Field, Notice } from '../web/components';
import type { Speech, TextKey } from '../web/speech';
import type { Conflict, LinkChange, PatientRecord, Relative, ShownLink } from './patient-record';

export interface LinkForms {
  speech: Speech;
  csrf: string;
  /** This person may link and unlink. */
  mayLink: boolean;
}

interface DecideProps {
  forms: LinkForms;
  /** The page the form belongs to. */
  patientId: string;
  action: 'link' | 'separate';
  a: string;
  b: string;
  label: TextKey;
}

/** A reason is asked for each time: the next reader was not there. */
function Decide({ forms: { speech, csrf }, patientId, action, a, b, label }: DecideProps) {
  const { t } = speech;
  const id = `${action}-${a}-${b}`;
  return (
    <details class="decide" id={id}>
      <summary>{t(label)}</summary>
      <form method="post" action={`/patients/${patientId}/${action}`} id={`form-${id}`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="patient" value={a} />
        <input type="hidden" name="other" value={b} />
        <Field
          id={`reason-${id}`}
          label={t('reason')}
          input={{ name: 'reason', required: true, maxLength: 2000, autocomplete: 'off' }}
        />
        <button class={`button small ${action === 'separate' ? 'danger' : ''}`}>{t(label)}</button>
      </form>
    </details>
  );
}

function Links({
  forms,
  patientId,
  links,
}: {
  forms: LinkForms;
  patientId: string;
  links: readonly ShownLink[];
}) {
  const { t } = forms.speech;
  return (
    <ul class="plain">
      {links.map(({ patientId: a, other: b, typed }) => (
        <li key={`${a} ${b}`}>
          <span class="id">{t('linkedPair', { a, b })}</span>{' '}
          {typed ? <span class="chip doubtful">{t('linkTyped')}</span> : null}
          {forms.mayLink && typed ? (
            <Decide forms={forms} patientId={patientId} action="link" a={a} b={b} label="samePerson" />
          ) : null}
          {forms.mayLink ? (
            <Decide forms={forms} patientId={patientId} action="separate" a={a} b={b} label="unlink" />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function fieldNames(speech: Speech, fields: readonly string[]): string {
  const name = (field: string): string => {
    const text = speech.coded('field', field);
    // Within a sentence; abbreviations stay as they are.
    return text === text.toUpperCase() ? text : text.toLowerCase();
  };
  return fields.map(name).join(', ');
}

function Review({
  forms,
  patientId,
  conflicts,
}: {
  forms: LinkForms;
  patientId: string;
  conflicts: readonly Conflict[];
}) {
  const { speech, mayLink } = forms;
  const { t, coded } = speech;
  return (
    <>
      {conflicts.map((one) => (
        <div class="review" key={`${one.patientId} ${one.other} ${one.key}`}>
          <p>
            {t('conflictLead', { key: coded('key', one.key), fields: fieldNames(speech, one.fields) })}{' '}
            <a class="id" href={`/patients/${one.other}`}>
              {one.other}
            </a>
          </p>
          {mayLink ? (
            <div class="inline">
              <Decide
                forms={forms}
                patientId={patientId}
                action="link"
                a={one.patientId}
                b={one.other}
                label="samePerson"
              />
              <Decide
                forms={forms}
                patientId={patientId}
                action="separate"
                a={one.patientId}
                b={one.other}
                label="keepApart"
              />
            </div>
          ) : null}
        </div>
      ))}
    </>
  );
}

function History({ speech, history }: { speech: Speech; history: readonly LinkChange[] }) {
  const { t, coded, number } = speech;
  return (
    <details id="link-history">
      <summary>{`${t('linkHistory')} (${number(history.length)})`}</summary>
      <ol class="notes">
        {history.map((one) => (
          <li>
            <p class="meta">
              <span class="author">
                {one.by === 'staff'
                  ? (one.staff ?? '')
                  : t('matchedBy', { key: coded('key', one.key ?? '') })}
              </span>
              <At speech={speech} at={one.at} />
            </p>
            <p>
              {t(one.kind === 'linked' ? 'historyLinked' : 'historyUnlinked', {
                a: one.patientId,
                b: one.other,
              })}
            </p>
            {one.reason === undefined ? null : <p class="text quietly">{one.reason}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Person({ speech, relative }: { speech: Speech; relative: Relative }) {
  return (
    <>
      <a href={`/patients/${relative.patientId}`}>{relative.name ?? speech.t('nameless')}</a>{' '}
      <span class="id quietly small">{relative.patientId}</span>
    </>
  );
}

export function LinksCard({ forms, record }: { forms: LinkForms; record: PatientRecord }) {
  const { speech } = forms;
  const { t } = speech;
  const { patientId, links, conflicts, contradicting, history } = record;
  if (links.length + conflicts.length + history.length === 0) return null;
  return (
    <section class="card" aria-labelledby="links">
      <h2 id="links">{t('links')}</h2>
      {contradicting.map(({ patientId: a, other: b, fields }) => (
        <Notice kind="error">{t('contradicting', { a, b, fields: fieldNames(speech, fields) })}</Notice>
      ))}
      {links.length ? <Links forms={forms} patientId={patientId} links={links} /> : null}
      <Review forms={forms} patientId={patientId} conflicts={conflicts} />
      {history.length ? <History speech={speech} history={history} /> : null}
    </section>
  );
}

export function RelativesCard({ speech, record }: { speech: Speech; record: PatientRecord }) {
  const { t } = speech;
  const { dependents, guardian } = record;
  if (dependents.length === 0 && !guardian) return null;
  return (
    <section class="card" aria-labelledby="relatives">
      <h2 id="relatives">{t(guardian ? 'guardian' : 'dependents')}</h2>
      <ul class="plain">
        {guardian ? (
          <li>
            <Person speech={speech} relative={guardian} />
          </li>
        ) : null}
        {dependents.map((one) => (
          <li key={one.patientId}>
            <Person speech={speech} relative={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
