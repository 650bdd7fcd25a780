import type { SetAside } from '../projector/set-aside';
import { At, Empty, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';

interface Props {
  context: PageContext;
  rows: readonly SetAside[];
  /** A sentence about what was just done. */
  done?: string;
  error?: string;
}

function Again({ context, stream, text }: { context: PageContext; stream?: string; text: string }) {
  return (
    <form method="post" action="/set-aside/retry">
      <input type="hidden" name="_csrf" value={context.csrf} />
      {stream === undefined ? null : <input type="hidden" name="stream" value={stream} />}
      <button>{text}</button>
    </form>
  );
}

export function SetAsidePage({ context, rows, done, error }: Props) {
  const { speech } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('setAside')} active="/set-aside">
      <div class="page-head">
        <h1>{t('setAside')}</h1>
        <p class="lead">{t('setAsideLead')}</p>
      </div>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {error ? <Notice kind="error">{error}</Notice> : null}
      {rows.length === 0 ? (
        <Empty title={t('nothingSetAside')} lead={t('nothingSetAsideLead')} />
      ) : (
        <>
          <div class="card">
            <table class="rows">
              <thead>
                <tr>
                  {(['setAsideStream', 'setAsideReason', 'setAsideAttempts', 'setAsideSince'] as const).map(
                    (key) => (
                      <th scope="col">{t(key)}</th>
                    ),
                  )}
                  <td />
                </tr>
              </thead>
              <tbody>
                {rows.map(({ stream, reason, attempts, since }) => (
                  <tr>
                    <th scope="row" data-label={t('setAsideStream')}>
                      <code class="code">{stream}</code>
                    </th>
                    <td data-label={t('setAsideReason')}>
                      <code class="code">{reason}</code>
                    </td>
                    <td data-label={t('setAsideAttempts')}>{speech.number(attempts)}</td>
                    <td data-label={t('setAsideSince')}>
                      <At speech={speech} at={since} />
                    </td>
                    <td>
                      <Again context={context} stream={stream} text={t('tryAgain')} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Again context={context} text={t('tryAllAgain')} />
        </>
      )}
    </Shell>
  );
}
