import type { SessionDocument } from '../store/staff-documents';
import { At } from '../web/components';
import type { PageContext } from '../web/page';

interface Props {
  context: PageContext;
  sessions: readonly SessionDocument[];
  /** Where one session, or all but this browser's, are ended. */
  action: string;
  /** Text of the button that ends several. */
  endAll: 'endOtherSessions' | 'endAllSessions';
}

/** A person's sessions; the one that asks is marked, and never ended from here. */
export function SessionsTable({ context, sessions, action, endAll }: Props) {
  const { speech, csrf, signedIn } = context;
  const { t } = speech;
  const others = sessions.filter((session) => session._id !== signedIn?.sessionId);
  if (sessions.length === 0) return <p class="quietly">{t('noSessions')}</p>;
  return (
    <>
      <table class="rows">
        <thead>
          <tr>
            {(['device', 'signedInAt', 'lastUsed'] as const).map((key) => (
              <th scope="col">{t(key)}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const device = session.device ?? t('unknownDevice');
            return (
              <tr>
                <th scope="row" data-label={t('device')}>
                  {device}
                  {session._id === signedIn?.sessionId ? <span class="chip">{t('thisSession')}</span> : null}
                </th>
                <td data-label={t('signedInAt')}>
                  <At speech={speech} at={session.createdAt} as="recent" />
                </td>
                <td data-label={t('lastUsed')}>
                  <At speech={speech} at={session.lastUsedAt ?? session.createdAt} as="recent" />
                </td>
                <td>
                  {session._id === signedIn?.sessionId ? null : (
                    <form method="post" action={action} class="inline">
                      <input type="hidden" name="_csrf" value={csrf} />
                      <input type="hidden" name="session" value={session._id} />
                      <button class="button small danger" aria-label={`${t('endSession')}: ${device}`}>
                        {t('endSession')}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {others.length > 0 ? (
        <form method="post" action={action} class="after-rows">
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="session" value="all" />
          <button class="button small secondary">{t(endAll)}</button>
        </form>
      ) : null}
    </>
  );
}
