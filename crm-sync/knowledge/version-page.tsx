/** One version: what it is, who signed it, what may be done with it, and all it says. */
import { can } from '../access/permissions';
import { At, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { PackContent } from './compare';
import { AuthorName, placeName, StatusBadge, versionPath } from './knowledge-page';
import type { ShownVersion } from './knowledge-store';
import type { PackProblem } from './pack-check';
import { PackProblems } from './pack-problems';
import { PackView, packWords } from './pack-view';
import { PartView } from './part-view';
import type { CaseResult } from './run-cases';
import { placeOf, signaturesNeeded } from './version';
import type { ComponentChildren } from 'preact';

export interface VersionProps {
  context: PageContext;
  version: ShownVersion;
  body: unknown;
  cases: readonly CaseResult[];
  /** What keeps it from being signed. */
  problems: readonly PackProblem[];
  done?: string;
  error?: string;
}

export function VersionShell({
  context,
  version,
  tools,
  children,
}: {
  context: PageContext;
  version: ShownVersion;
  tools?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { speech } = context;
  const { t } = speech;
  const name = placeName(speech, placeOf(version));
  return (
    <Shell context={context} title={`${name} ${version.label}`} active="/knowledge">
      <div class="page-head with-tools">
        <div>
          <p class="crumb">
            <a href="/knowledge">{t('knowledge')}</a>
          </p>
          <h1>
            {name} <span class="version-label">{version.label}</span>{' '}
            <StatusBadge speech={speech} status={version.status} />
          </h1>
          <p class="lead">
            <AuthorName speech={speech} version={version} />
          </p>
        </div>
        {tools}
      </div>
      {children}
    </Shell>
  );
}

function Acts({ context, version, problems }: Pick<VersionProps, 'context' | 'version' | 'problems'>) {
  const { speech, csrf, signedIn } = context;
  const { t } = speech;
  const role = signedIn?.person.role;
  const missing = Math.max(0, signaturesNeeded - version.signers.length);
  const signed = version.signers.some(({ by }) => by.staffId === signedIn?.person.staffId);
  const fails = problems.length > 0;
  const mySign = role !== undefined && can(role, 'knowledge.sign') && !signed && !fails;
  const myActivate =
    role !== undefined &&
    can(role, 'knowledge.activate') &&
    missing === 0 &&
    !fails &&
    version.status !== 'active';
  const path = versionPath(version._id);
  return (
    <section class="card" id="signatures">
      <h2>{t('knowledgeSignatures')}</h2>
      {version.signers.length > 0 ? (
        <ul class="plain">
          {version.signers.map(({ by, at }) => (
            <li>
              {by.name} <span class="sub">{<At speech={speech} at={at} />}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {missing > 0 ? <p class="quietly">{t('knowledgeMissing', { n: missing })}</p> : null}
      {signed && missing > 0 ? <p class="quietly">{t('knowledgeYouSigned')}</p> : null}
      {mySign ? (
        <form method="post" action={`${path}/sign`} class="act-row">
          <input type="hidden" name="_csrf" value={csrf} />
          <p>{t('knowledgeSignLead')}</p>
          <button class={`button ${missing === 0 ? 'secondary' : ''}`}>{t('knowledgeSign')}</button>
        </form>
      ) : null}
      {myActivate ? (
        <form method="post" action={`${path}/activate`} class="act-row">
          <input type="hidden" name="_csrf" value={csrf} />
          <p>{t('knowledgeActivateLead')}</p>
          <button class="button">{t('knowledgeActivate')}</button>
        </form>
      ) : null}
    </section>
  );
}

export function VersionPage({ context, version, body, cases, problems, done, error }: VersionProps) {
  const { speech } = context;
  const { t } = speech;
  const path = versionPath(version._id);
  const tools = (
    <div class="buttons">
      <a class="button small secondary" href={`${path}/compare`}>
        {t('knowledgeCompare')}
      </a>
      <a class="button small secondary" href={`${path}/file`} download>
        {t('knowledgeDownload')}
      </a>
      {version.kind === 'routing' || version.kind === 'hours' || version.kind === 'texts' ? (
        <a class="button small secondary" href={`/knowledge/new?from=${encodeURIComponent(version._id)}`}>
          {t('knowledgeEditAsNew')}
        </a>
      ) : null}
      {version.kind === 'pack' ? (
        <a class="button small secondary" href={`${path}/file?as=xlsx`} download>
          {t('knowledgeDownloadWorkbook')}
        </a>
      ) : null}
      {version.kind === 'pack' ? (
        <a class="button small secondary" href={`${path}/file?as=csv`} download>
          {t('knowledgeDownloadCsv')}
        </a>
      ) : null}
    </div>
  );
  return (
    <VersionShell context={context} version={version} tools={tools}>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {error ? <Notice kind="error">{error}</Notice> : null}
      {version.kind === 'pack' ? (
        <PackProblems words={packWords(speech, body as PackContent)} problems={problems} />
      ) : null}
      <Acts context={context} version={version} problems={problems} />
      {version.kind === 'pack' ? (
        <PackView speech={speech} content={body as PackContent} status={version.status} cases={cases} />
      ) : (
        <PartView speech={speech} kind={version.kind} body={body} />
      )}
    </VersionShell>
  );
}
