/** Whom a search found: one row a person, however many IDs they have. */
import type { SearchKind } from '../identity/search-term';
import { Empty, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import type { Speech } from '../web/speech';
import type { FoundPerson } from './patient-reads';
import { shownValue } from './shown-values';

export interface SearchOutcome {
  /** As typed; shown in the form alone, never in an address. */
  term: string;
  /** Kinds the term can be, when it can be several. */
  kinds: readonly SearchKind[];
  /** The only kind looked for, when somebody chose one. */
  kind?: SearchKind;
  /** Counted from 0. */
  page: number;
  pages: number;
  total: number;
  cut: boolean;
  found: readonly FoundPerson[];
}

interface AgainProps {
  context: PageContext;
  term: string;
  kind?: SearchKind;
  page?: number;
  label: string;
  pressed?: boolean;
}

/** Searches again without putting what was typed into an address. */
function Again({ context, term, kind, page, label, pressed }: AgainProps) {
  return (
    <form method="post" action="/patients/search">
      <input type="hidden" name="_csrf" value={context.csrf} />
      <input type="hidden" name="term" value={term} />
      {kind ? <input type="hidden" name="kind" value={kind} /> : null}
      {page === undefined ? null : <input type="hidden" name="page" value={String(page)} />}
      <button
        class="button small secondary"
        aria-pressed={pressed === undefined ? undefined : pressed ? 'true' : 'false'}
      >
        {label}
      </button>
    </form>
  );
}

function Person({ speech, person }: { speech: Speech; person: FoundPerson }) {
  const { t, coded } = speech;
  const { golden, patientIds, kind, exact } = person;
  const contact = [golden.phones[0], golden.emails[0]];
  return (
    <tr>
      <th scope="row" data-label={t('patient')}>
        <a href={`/patients/${patientIds[0]}`}>{golden.name?.value ?? t('nameless')}</a>
        {patientIds.map((id) => (
          <span class="sub id">{id}</span>
        ))}
      </th>
      <td data-label={t('field_birthDate')}>
        {golden.birthDate ? shownValue(speech, 'birthDate', golden.birthDate) : t('notSaid')}
      </td>
      <td data-label={t('field_cpf')} class="number">
        {golden.cpf ? shownValue(speech, 'cpf', golden.cpf) : t('notSaid')}
      </td>
      <td data-label={t('contact')} class="contact">
        {contact[0] ? <span class="number">{shownValue(speech, 'phones', contact[0])}</span> : null}
        {contact[1] ? <span>{contact[1].value}</span> : null}
        {contact[0] || contact[1] ? null : t('notSaid')}
      </td>
      <td data-label={t('foundBy')}>
        {coded('kind', kind)}
        {exact ? null : <span class="chip">{t('soundsLike')}</span>}
      </td>
    </tr>
  );
}

export function FoundPeople({ context, outcome }: { context: PageContext; outcome: SearchOutcome }) {
  const { speech } = context;
  const { t, coded } = speech;
  const { term, kinds, kind, page, pages, total, cut, found } = outcome;
  if (total === 0) return <Empty title={t('findNothing')} lead={t('findHint')} />;
  return (
    <>
      <p class="count">
        {total === 1 ? t('foundPeople_one') : t('foundPeople', { n: speech.number(total) })}
      </p>
      {kinds.length > 1 ? (
        <div class="inline filters">
          {kinds.map((one) => (
            <Again
              context={context}
              term={term}
              kind={one}
              label={t('onlyKind', { kind: coded('kind', one) })}
              pressed={one === kind}
            />
          ))}
        </div>
      ) : null}
      {cut ? <Notice kind="info">{t('foundCut')}</Notice> : null}
      <table class="rows">
        <thead>
          <tr>
            {(['patient', 'field_birthDate', 'field_cpf', 'contact', 'foundBy'] as const).map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map((person) => (
            <Person speech={speech} person={person} />
          ))}
        </tbody>
      </table>
      {pages > 1 ? (
        <div class="inline filters">
          {page > 0 ? (
            <Again context={context} term={term} kind={kind} page={page - 1} label={t('previousPage')} />
          ) : null}
          <span class="quietly">{t('pageOf', { page: page + 1, pages })}</span>
          {page + 1 < pages ? (
            <Again context={context} term={term} kind={kind} page={page + 1} label={t('nextPage')} />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
