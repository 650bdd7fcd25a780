import type { StaffDocument } from '../store/staff-documents';
import { At, Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import { minPasswordCharacters } from './password';
import { roles, type Role } from './permissions';

function RoleOptions({ speech, chosen }: { speech: Speech; chosen?: Role }) {
  return (
    <>
      {roles.map((role) => (
        <option value={role} selected={role === chosen}>
          {speech.coded('role', role)}
        </option>
      ))}
    </>
  );
}

function PersonRow({ context, person }: { context: PageContext; person: StaffDocument }) {
  const { speech, csrf } = context;
  const { t } = speech;
  const hidden = (
    <>
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="email" value={person._id} />
    </>
  );
  const self = context.signedIn?.person._id === person._id;
  return (
    <tr class={person.disabledAt ? 'off' : undefined}>
      <th scope="row" data-label={t('name')}>
        <a href={`/staff/${person.staffId}`}>{person.name}</a>
        {self ? <span class="chip">{t('you')}</span> : null}
        <span class="sub">{person._id}</span>
      </th>
      <td data-label={t('role')}>
        <form method="post" action="/staff/role" class="inline">
          {hidden}
          <select name="role" aria-label={t('roleOf', { name: person.name })}>
            <RoleOptions speech={speech} chosen={person.role} />
          </select>
          <button class="button small secondary">{t('changeRole')}</button>
        </form>
      </td>
      <td class="optional" data-label={t('added')}>
        <At speech={speech} at={person.createdAt} as="date" />
      </td>
      <td data-label={t('status')}>
        <span class={person.disabledAt ? 'state state-closed' : 'state state-served'}>
          {t(person.disabledAt ? 'disabled' : 'active')}
        </span>
      </td>
      <td>
        <form method="post" action={person.disabledAt ? '/staff/enable' : '/staff/disable'} class="inline">
          {hidden}
          <button
            class={`button small ${person.disabledAt ? 'secondary' : 'danger'}`}
            aria-label={`${t(person.disabledAt ? 'enable' : 'disable')}: ${person.name}`}
          >
            {t(person.disabledAt ? 'enable' : 'disable')}
          </button>
        </form>
      </td>
    </tr>
  );
}

interface Props {
  context: PageContext;
  people: readonly StaffDocument[];
  error?: string;
  done?: string;
  /** What was typed into the form that was refused. */
  typed?: { email: string; name: string; role: string };
}

export function StaffPage({ context, people, error, done, typed }: Props) {
  const { speech, csrf } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('staff')} active="/staff">
      <div class="page-head">
        <h1>{t('staff')}</h1>
        <p class="lead">{t('staffLead')}</p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      {done && !error ? <Notice kind="done">{done}</Notice> : null}
      <div class="card">
        <table class="rows">
          <thead>
            <tr>
              {(['name', 'role', 'added', 'status'] as const).map((key) => (
                <th scope="col" class={key === 'added' ? 'optional' : undefined}>
                  {t(key)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow context={context} person={person} />
            ))}
          </tbody>
        </table>
      </div>
      <section class="card" aria-labelledby="add-person">
        <h2 id="add-person">{t('addPerson')}</h2>
        <form method="post" action="/staff/add" class="grid-form">
          <input type="hidden" name="_csrf" value={csrf} />
          <Field
            id="name"
            label={t('name')}
            input={{ name: 'name', required: true, maxLength: 120, autocomplete: 'off', value: typed?.name }}
          />
          <Field
            id="email"
            label={t('email')}
            input={{
              name: 'email',
              type: 'email',
              required: true,
              maxLength: 254,
              autocomplete: 'off',
              value: typed?.email,
            }}
          />
          <div class="field">
            <label for="role">{t('role')}</label>
            <select id="role" name="role">
              <RoleOptions speech={speech} chosen={roles.find((role) => role === typed?.role)} />
            </select>
          </div>
          <Field
            id="password"
            label={t('initialPassword')}
            hint={t('passwordHint')}
            input={{
              name: 'password',
              type: 'password',
              required: true,
              minLength: minPasswordCharacters,
              autocomplete: 'new-password',
            }}
          />
          <div class="form-end">
            <button class="button">{t('addPerson')}</button>
          </div>
        </form>
      </section>
    </Shell>
  );
}
