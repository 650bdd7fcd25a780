import { Field, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { QrCode } from './qr-code';
import { enrolmentUri } from './totp';

interface FormProps {
  context: PageContext;
  /** Where the code is posted to. */
  action: string;
  next?: string;
  error?: string;
}

function CodeForm({ context, action, next, recovery }: FormProps & { recovery: boolean }) {
  const { t } = context.speech;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="_csrf" value={context.csrf} />
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <Field
        id="code"
        label={t('code')}
        hint={t(recovery ? 'codeOrRecoveryHint' : 'codeHint')}
        input={{
          name: 'code',
          required: true,
          maxLength: 60,
          autocomplete: 'one-time-code',
          inputMode: recovery ? 'text' : 'numeric',
          autofocus: true,
        }}
      />
      <button class="button wide">{t('confirm')}</button>
    </form>
  );
}

/** Asks who signs in for the code of their app. */
export function CodePage(props: FormProps) {
  const { context, error } = props;
  const { t } = context.speech;
  return (
    <Shell context={context} title={t('secondStep')} narrow>
      <div class="card sign-in">
        <h1>{t('secondStep')}</h1>
        <p class="lead">{t('secondStepLead')}</p>
        {error ? <Notice kind="error">{error}</Notice> : null}
        <CodeForm {...props} recovery />
        <p class="small quietly">{t('lostPhone')}</p>
        <p>
          <a href="/sign-in">{t('startAgain')}</a>
        </p>
      </div>
    </Shell>
  );
}

interface EnrolProps extends FormProps {
  secret: string;
  issuer: string;
  label: string;
  /** The service lets nobody in without it. */
  required?: boolean;
}

export function EnrolPage({ secret, issuer, label, required, ...props }: EnrolProps) {
  const { context, error } = props;
  const { t } = context.speech;
  return (
    <Shell context={context} title={t('enrolTitle')} narrow>
      <div class="card sign-in">
        <h1>{t('enrolTitle')}</h1>
        <p class="lead">{t(required ? 'enrolRequired' : 'enrolLead')}</p>
        {error ? <Notice kind="error">{error}</Notice> : null}
        <ol class="steps">
          <li>{t('enrolInstall')}</li>
          <li>
            {t('enrolScan')}
            <QrCode text={enrolmentUri(secret, issuer, label)} label={t('qrLabel')} />
            <details>
              <summary>{t('enrolByHand')}</summary>
              <p>
                <code class="secret">{(secret.match(/.{4}/g) ?? []).join(' ')}</code>
              </p>
            </details>
          </li>
          <li>{t('enrolType')}</li>
        </ol>
        <CodeForm {...props} recovery={false} />
      </div>
    </Shell>
  );
}

/** Shown once: only hashes are kept. */
export function RecoveryCodesPage({
  context,
  codes,
  onward,
}: {
  context: PageContext;
  codes: readonly string[];
  onward: string;
}) {
  const { t } = context.speech;
  return (
    <Shell context={context} title={t('recoveryTitle')} narrow>
      <div class="card sign-in">
        <h1>{t('recoveryTitle')}</h1>
        <Notice kind="done">{t('enrolDone')}</Notice>
        <p>{t('recoveryLead')}</p>
        <ol class="codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>
          <a class="button" href={onward}>
            {t('recoveryKept')}
          </a>
        </p>
      </div>
    </Shell>
  );
}
