import type { PageContext } from './page';
import { Shell } from './shell';
import type { TextKey } from './speech';

export type ErrorKind = '400' | '403' | 'Csrf' | '404' | '410' | '500';

/** Says what happened and what to do. @param code what support looks for in the logs */
export function ErrorPage({ context, kind, code }: { context: PageContext; kind: ErrorKind; code: string }) {
  const { t } = context.speech;
  const title = t(`error${kind}` as TextKey);
  return (
    <Shell context={context} title={title} narrow>
      <div class="card error-page">
        <h1>{title}</h1>
        <p>{t(`error${kind}Lead` as TextKey, { code })}</p>
        <p>
          <a class="button" href="/">
            {t('toStart')}
          </a>
        </p>
      </div>
    </Shell>
  );
}
