import { Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';

interface Props {
  context: PageContext;
  /** Ask which tenant? Only when there are several. */
  askTenant: boolean;
  tenant?: string;
  email?: string;
  next: string;
  error?: string;
  info?: string;
}

export function SignInPage({ context, askTenant, tenant, email, next, error, info }: Props) {
  const { t } = context.speech;
  return (
    <Shell context={context} title={t('signIn')} narrow>
      <div class="card sign-in">
        <h1>{t('signIn')}</h1>
        <p class="lead">{t('signInLead')}</p>
        {error ? <Notice kind="error">{error}</Notice> : null}
        {info && !error ? <Notice kind="info">{info}</Notice> : null}
        <form method="post" action="/sign-in">
          <input type="hidden" name="_csrf" value={context.csrf} />
          <input type="hidden" name="next" value={next} />
          {askTenant ? (
            <Field
              id="tenant"
              label={t('tenantCode')}
              hint={t('tenantHint')}
              input={{
                name: 'tenant',
                required: true,
                maxLength: 40,
                autocomplete: 'organization',
                value: tenant,
              }}
            />
          ) : null}
          <Field
            id="email"
            label={t('email')}
            input={{
              name: 'email',
              type: 'email',
              required: true,
              maxLength: 254,
              autocomplete: 'username',
              value: email,
            }}
          />
          <Field
            id="password"
            label={t('password')}
            input={{ name: 'password', type: 'password', required: true, autocomplete: 'current-password' }}
          />
          <button class="button wide">{t('signIn')}</button>
        </form>
      </div>
      <p class="tagline">{t('tagline')}</p>
    </Shell>
  );
}
