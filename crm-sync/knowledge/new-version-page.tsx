/** The form that brings a version in, and what was wrong with it. */
import { knowledgeKinds, type KnowledgeKind } from '../../contract/knowledge';
import type { PartProblem } from '../../src/knowledge/check-parts';
import { Notice } from '../web/components';
import type { PageContext } from '../web/page';
import { Shell } from '../web/shell';
import { ProblemWords } from './problem-words';

const shownProblems = 200;

export function NewVersionPage({
  context,
  kind = 'pack',
  problems = [],
  error,
  text = '',
}: {
  context: PageContext;
  kind?: KnowledgeKind;
  problems?: readonly PartProblem[];
  error?: string;
  /** What stands in the field: a version to be changed, or what was refused. */
  text?: string;
}) {
  const { speech, csrf } = context;
  const { t } = speech;
  return (
    <Shell context={context} title={t('knowledgeNewTitle')} active="/knowledge">
      <div class="page-head">
        <p class="crumb">
          <a href="/knowledge">{t('knowledge')}</a>
        </p>
        <h1>{t('knowledgeNewTitle')}</h1>
        <p class="lead">{t('knowledgeNewLead')}</p>
      </div>
      {error ? <Notice kind="error">{error}</Notice> : null}
      {problems.length > 0 ? (
        <section class="card" id="problems" role="alert">
          <h2>
            {t(problems.length === 1 ? 'knowledgeProblems_one' : 'knowledgeProblems', { n: problems.length })}
          </h2>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{t('knowledgeProblemAt')}</th>
                <th scope="col">{t('knowledgeProblemWhat')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, shownProblems).map(({ at, ...problem }) => (
                <tr>
                  <th scope="row" data-label={t('knowledgeProblemAt')}>
                    {at ? <code>{at}</code> : t('knowledgeWholeFile')}
                  </th>
                  <td data-label={t('knowledgeProblemWhat')}>
                    <ProblemWords speech={speech} problem={problem} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {problems.length > shownProblems ? (
            <p class="quietly">{t('knowledgeMoreProblems', { n: problems.length - shownProblems })}</p>
          ) : null}
        </section>
      ) : null}
      <section class="card">
        <form method="post" action="/knowledge/propose" enctype="multipart/form-data" class="bring">
          <input type="hidden" name="_csrf" value={csrf} />
          <div class="field">
            <label for="kind">{t('knowledgeNewKind')}</label>
            <select id="kind" name="kind">
              {knowledgeKinds.map((one) => (
                <option value={one} selected={one === kind}>
                  {speech.coded('knowledgeKind', one)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="file">{t('knowledgeFile')}</label>
            <input
              type="file"
              id="file"
              name="file"
              accept=".json,.xlsx,.zip,.csv"
              aria-describedby="file-hint"
            />
            <p class="hint" id="file-hint">
              {t('knowledgeFileHint')}
            </p>
          </div>
          <div class="field">
            <label for="text">{t('knowledgePaste')}</label>
            <textarea id="text" name="text" rows={text ? 24 : 6} spellcheck={false}>
              {text}
            </textarea>
          </div>
          <button class="button">{t('knowledgeCheckAndKeep')}</button>
        </form>
      </section>
    </Shell>
  );
}
