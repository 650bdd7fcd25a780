import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';

/**
 * Instead of a sign-in that must fail. It tells nothing that is not public: the code is the one that was typed, or
 * stands in the browser's own cookie, and no account was looked for.
 */
export function ArchivedPage({ context, code }: { context: PageContext; code: string }) {
  const { t } = context.speech;
  return (
    <Shell context={context} title={t('archivedTitle')} narrow>
      <div class="card error-page">
        <h1>{t('archivedTitle')}</h1>
        <p>{t('archivedLead', { code })}</p>
        <p>{t('archivedAsk')}</p>
        <p>
          <a class="button" href="/sign-in">
            {t('archivedOther')}
          </a>
        </p>
      </div>
    </Shell>
  );
}
