import type { SessionDocument, StaffDocument } from '../store/staff-documents';
import { At, Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { minPasswordCharacters } from './password';
import { hasSecondFactor, type SecondFactorPolicy } from './second-factor';
import { SessionsTable } from './sessions-table';

interface Props {
  context: PageContext;
  person: StaffDocument;
  sessions: readonly SessionDocument[];
  policy: SecondFactorPolicy;
  error?: string;
  done?: string;
}

function PasswordSection({ context, person }: Pick<Props, 'context' | 'person'>) {
  const { t } = context.speech;
  return (
    <section class="card" aria-labelledby="change-password">
      <h2 id="change-password">{t('changePassword')}</h2>
      <form method="post" action="/account/password">
        <input type="hidden" name="_csrf" value={context.csrf} />
        <input type="text" name="username" value={person._id} autocomplete="username" hidden />
        <Field
          id="current"
          label={t('currentPassword')}
          input={{ name: 'current', type: 'password', required: true, autocomplete: 'current-password' }}
        />
        <Field
          id="next"
          label={t('newPassword')}
          hint={t('newPasswordHint')}
          input={{
            name: 'next',
            type: 'password',
            required: true,
            minLength: minPasswordCharacters,
            autocomplete: 'new-password',
          }}
        />
        <button class="button">{t('changePassword')}</button>
      </form>
    </section>
  );
}

/** Each change asks for the password: a session left open must not change who can sign in. */
function PasswordedForm({
  context,
  id,
  buttons,
}: {
  context: PageContext;
  id: string;
  buttons: { action: string; text: string; danger?: boolean }[];
}) {
  const { t } = context.speech;
  return (
    <form method="post" action={buttons[0]?.action}>
      <input type="hidden" name="_csrf" value={context.csrf} />
      <Field
        id={id}
        label={t('currentPassword')}
        input={{ name: 'current', type: 'password', required: true, autocomplete: 'current-password' }}
      />
      <p class="buttons">
        {buttons.map(({ action, text, danger }) => (
          <button class={`button ${danger ? 'danger' : ''}`} formaction={action}>
            {text}
          </button>
        ))}
      </p>
    </form>
  );
}

function SecondFactorSection({ context, person, policy }: Pick<Props, 'context' | 'person' | 'policy'>) {
  const { speech } = context;
  const { t } = speech;
  if (policy === 'off') return null;
  const confirmedAt = person.secondFactor?.confirmedAt;
  const remove = {
    action: '/account/second-factor/remove',
    text: t('removeSecondFactor'),
    danger: true,
  };
  return (
    <section class="card" aria-labelledby="second-factor">
      <h2 id="second-factor">{t('secondFactor')}</h2>
      {confirmedAt ? (
        <p>
          <span class="state state-served">{t('secondFactorOn')}</span>{' '}
          <span class="quietly">
            {t('since')} <At speech={speech} at={confirmedAt} as="date" /> ·{' '}
            {t('recoveryLeft', { n: person.secondFactor?.recovery.length ?? 0 })}
          </span>
        </p>
      ) : (
        <p>{t('secondFactorOff')}</p>
      )}
      {hasSecondFactor(person) ? (
        <PasswordedForm
          context={context}
          id="factor-current"
          buttons={[
            { action: '/account/second-factor/recovery', text: t('newRecoveryCodes') },
            ...(policy === 'required' ? [] : [remove]),
          ]}
        />
      ) : (
        <PasswordedForm
          context={context}
          id="factor-current"
          buttons={[{ action: '/account/second-factor/begin', text: t('setUpSecondFactor') }]}
        />
      )}
    </section>
  );
}

export function AccountPage({ context, person, sessions, policy, error, done }: Props) {
  const { speech } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('account')} active="/account">
      <div class="page-head">
        <h1>{t('account')}</h1>
        <p class="lead">
          {person.name} · {person._id}
        </p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      {done && !error ? <Notice kind="done">{done}</Notice> : null}
      <div class="account">
        <PasswordSection context={context} person={person} />
        <SecondFactorSection context={context} person={person} policy={policy} />
      </div>
      <section class="card" aria-labelledby="sessions">
        <h2 id="sessions">{t('sessions')}</h2>
        <p class="lead">{t('sessionsLead')}</p>
        <SessionsTable
          context={context}
          sessions={sessions}
          action="/account/sessions/end"
          endAll="endOtherSessions"
        />
      </section>
    </Shell>
  );
}
