/** What is in use, every version by its place, and what was published when by whom. */
import { knowledgeKinds } from '../../contract/knowledge';
import { packs, packTexts } from '../../settings/packs';
import { can } from '../access/permissions';
import { At, Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import type { Speech } from '../web/speech';
import type { Overview, ShownVersion } from './knowledge-store';
import { packName } from './pack-labels';
import { comparePlaces } from './place-order';
import { placeOf, placeOfId, productAuthor, signaturesNeeded, type SnapshotHead } from './version';

export function StatusBadge({ speech, status }: { speech: Speech; status: ShownVersion['status'] }) {
  return <span class={`chip status-${status}`}>{speech.coded('knowledgeStatus', status)}</span>;
}

export const versionPath = (id: string): string => `/knowledge/${id}`;

export function placeName(speech: Speech, place: string): string {
  const [kind = '', id = ''] = place.split('/');
  if (kind !== 'pack') return speech.coded('knowledgeKind', kind);
  const texts = Object.hasOwn(packTexts, id) ? packTexts[id]?.[speech.language] : undefined;
  return packName({ speech, find: (key) => texts?.[key] }, id);
}

export function AuthorName({
  speech,
  version,
}: {
  speech: Speech;
  version: Pick<ShownVersion, 'author' | 'at'>;
}) {
  const { t } = speech;
  if (version.author.staffId === productAuthor.staffId) return <>{t('knowledgeProduct')}</>;
  return (
    <>
      {version.author.name} <span class="sub">{speech.dateTime(version.at)}</span>
    </>
  );
}

function PlaceRows({ speech, versions }: { speech: Speech; versions: readonly ShownVersion[] }) {
  const { t } = speech;
  const [first] = versions;
  if (!first) return null;
  const pack = first.kind === 'pack' ? packs[first.id] : undefined;
  return (
    <>
      {versions.map((version, at) => (
        <tr class={version.status === 'retired' ? 'off' : undefined}>
          <th scope="row" data-label={t('knowledgeWhat')}>
            <a href={versionPath(version._id)}>{placeName(speech, placeOf(version))}</a>
            {at === 0 && version.kind === 'pack' ? <code class="sub">{version.id}</code> : null}
            {at === 0 && pack ? <span class="sub">{speech.coded('knowledgeUse', pack.use)}</span> : null}
            {at === 0 && pack?.demonstration ? <span class="sub">{t('knowledgeDemonstration')}</span> : null}
          </th>
          <td data-label={t('knowledgeVersion')}>{version.label}</td>
          <td data-label={t('knowledgeStatus')}>
            <StatusBadge speech={speech} status={version.status} />
          </td>
          <td data-label={t('knowledgeSignatures')}>
            <span title={version.signers.map(({ by }) => by.name).join(', ')}>
              {t('knowledgeSignaturesOf', { n: version.signers.length, of: signaturesNeeded })}
            </span>
          </td>
          <td data-label={t('knowledgeAuthor')}>
            <span>
              <AuthorName speech={speech} version={version} />
            </span>
          </td>
        </tr>
      ))}
    </>
  );
}

const order = { active: 0, signed: 1, draft: 2, retired: 3 } as const;

function VersionsTable({ speech, versions }: { speech: Speech; versions: readonly ShownVersion[] }) {
  const { t } = speech;
  const places = [...new Set(versions.map(placeOf))].sort(comparePlaces);
  return (
    <table class="rows knowledge-rows">
      <thead>
        <tr>
          {(
            [
              'knowledgeWhat',
              'knowledgeVersion',
              'knowledgeStatus',
              'knowledgeSignatures',
              'knowledgeAuthor',
            ] as const
          ).map((key) => (
            <th scope="col">{t(key)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <PlaceRows
            speech={speech}
            versions={versions
              .filter((version) => placeOf(version) === place)
              .sort((a, b) => order[a.status] - order[b.status])}
          />
        ))}
      </tbody>
    </table>
  );
}

function changeText(speech: Speech, { change }: SnapshotHead, versions: readonly ShownVersion[]): string {
  if ('restored' in change)
    return change.restored === 0
      ? speech.t('knowledgeRestoredProduct')
      : speech.t('knowledgeRestored', { n: change.restored });
  const version = versions.find(({ _id }) => _id === change.activated);
  const name = placeName(speech, placeOfId(change.activated));
  return speech.t('knowledgeActivated', { what: `${name} ${version?.label ?? ''}`.trim() });
}

function GoBack({ speech, csrf, number }: { speech: Speech; csrf: string | undefined; number: number }) {
  return (
    <form method="post" action={`/knowledge/published/${number}/restore`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <button class="button small secondary">{speech.t('knowledgeGoBack')}</button>
    </form>
  );
}

function History({ context, overview }: { context: PageContext; overview: Overview }) {
  const { speech, csrf, signedIn } = context;
  const { t } = speech;
  const mayGoBack = signedIn !== undefined && can(signedIn.person.role, 'knowledge.activate');
  return (
    <section class="card" id="history">
      <h2>{t('knowledgeHistory')}</h2>
      {mayGoBack ? <p class="lead">{t('knowledgeHistoryLead')}</p> : null}
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{t('knowledgeNumberShort')}</th>
            <th scope="col">{t('knowledgeWhat')}</th>
            <th scope="col">{t('knowledgeWho')}</th>
            <th scope="col">{t('knowledgeWhen')}</th>
            {mayGoBack ? <th /> : null}
          </tr>
        </thead>
        <tbody>
          {overview.snapshots.map((snapshot, at) => (
            <tr>
              <th scope="row" data-label={t('knowledgeNumberShort')}>
                {snapshot._id}
                {at === 0 ? <span class="chip status-active">{t('knowledgeStatus_active')}</span> : null}
                <span class="sub id">{snapshot.hash}</span>
              </th>
              <td data-label={t('knowledgeWhat')}>{changeText(speech, snapshot, overview.versions)}</td>
              <td data-label={t('knowledgeWho')}>{snapshot.by.name}</td>
              <td data-label={t('knowledgeWhen')}>
                <At speech={speech} at={snapshot.at} />
              </td>
              {mayGoBack ? (
                <td>{at > 0 ? <GoBack speech={speech} csrf={csrf} number={snapshot._id} /> : null}</td>
              ) : null}
            </tr>
          ))}
          <tr>
            <th scope="row" data-label={t('knowledgeNumberShort')}>
              0
            </th>
            <td data-label={t('knowledgeWhat')}>{t('knowledgeProductState')}</td>
            <td data-label={t('knowledgeWho')}>{t('knowledgeProduct')}</td>
            <td data-label={t('knowledgeWhen')}>—</td>
            {mayGoBack ? (
              <td>
                {(overview.snapshots[0]?.versions.length ?? 0) > 0 ? (
                  <GoBack speech={speech} csrf={csrf} number={0} />
                ) : null}
              </td>
            ) : null}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

export function KnowledgePage({
  context,
  overview,
  done,
  error,
}: {
  context: PageContext;
  overview: Overview;
  done?: string;
  error?: string;
}) {
  const { speech, signedIn } = context;
  const { t } = speech;
  const [newest] = overview.snapshots;
  const proposes = signedIn !== undefined && can(signedIn.person.role, 'knowledge.propose');
  const others = overview.versions.filter(({ kind }) => kind !== 'pack');
  const without = knowledgeKinds.filter(
    (kind) => kind !== 'pack' && !others.some((version) => version.kind === kind),
  );
  return (
    <Shell context={context} title={t('knowledge')} active="/knowledge">
      <div class="page-head with-tools">
        <div>
          <h1>{t('knowledge')}</h1>
          <p class="lead">{t('knowledgeLead')}</p>
        </div>
        {proposes ? (
          <a class="button small" href="/knowledge/new">
            {t('knowledgeBring')}
          </a>
        ) : null}
      </div>
      {done ? <Notice kind="done">{done}</Notice> : null}
      {error ? <Notice kind="error">{error}</Notice> : null}
      <section class="card" id="now">
        <h2>{t('knowledgeNow')}</h2>
        {newest ? (
          <>
            <p>
              <strong>{t('knowledgeNumber', { n: newest._id })}</strong> · {speech.dateTime(newest.at)}{' '}
              {t('knowledgeBy', { name: newest.by.name })}
              <span class="sub id">{t('knowledgeHash', { hash: newest.hash })}</span>
            </p>
            <p class="quietly small">{t('knowledgeFetch')}</p>
          </>
        ) : (
          <p>{t('knowledgeNonePublished')}</p>
        )}
      </section>
      <section class="card" id="packs">
        <h2>{t('knowledgePacks')}</h2>
        <VersionsTable speech={speech} versions={overview.versions.filter(({ kind }) => kind === 'pack')} />
      </section>
      <section class="card" id="others">
        <h2>{t('knowledgeOthers')}</h2>
        <VersionsTable speech={speech} versions={others} />
        {without.length > 0 ? (
          <p class="quietly small">
            {t('knowledgeNoVersion')}: {without.map((kind) => speech.coded('knowledgeKind', kind)).join(', ')}
          </p>
        ) : null}
      </section>
      {newest ? <History context={context} overview={overview} /> : null}
    </Shell>
  );
}
