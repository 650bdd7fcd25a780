import type { Disposition } from '../../contract/event';
import { DispositionBadge } from '../web/components';
import type { PackWords } from './condition-words';
import { outcomeName, rowName } from './pack-labels';
import type { CaseResult } from './run-cases';

/** Embedded cases; those that fail stand first and open. */
export function CasesCard({ words, results }: { words: PackWords; results: readonly CaseResult[] }) {
  const { t } = words.speech;
  const failing = results.filter(({ passes }) => !passes);
  const sorted = [...failing, ...results.filter(({ passes }) => passes)];
  return (
    <section class="card" id="cases">
      <h2>{t('knowledgeCases')}</h2>
      {results.length === 0 ? <p class="notice notice-info">{t('knowledgeNoCases')}</p> : null}
      {failing.length > 0 ? (
        <p class="notice notice-error">
          {t(failing.length === 1 ? 'knowledgeCasesFail_one' : 'knowledgeCasesFail', { n: failing.length })}
        </p>
      ) : null}
      {results.length > 0 ? (
        <details open={failing.length > 0}>
          <summary>
            {t('knowledgeCasesPass', { n: results.length - failing.length, of: results.length })}
          </summary>
          <table class="rows cases">
            <thead>
              <tr>
                <th scope="col">
                  {t('knowledgeCase')} <span class="sub">{t('knowledgeCaseSource')}</span>
                </th>
                <th scope="col">{t('knowledgeCaseExpected')}</th>
                <th scope="col">{t('knowledgeCaseGot')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((result) => (
                <CaseRow words={words} result={result} />
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </section>
  );
}

function CaseRow({ words, result }: { words: PackWords; result: CaseResult }) {
  const { speech } = words;
  const { t } = speech;
  const { expect, id, about } = result.case;
  return (
    <tr class={result.passes ? undefined : 'urgent'}>
      <th scope="row" data-label={t('knowledgeCase')}>
        {about}
        <span class="sub">{id}</span>
      </th>
      <td data-label={t('knowledgeCaseExpected')}>
        <DispositionBadge speech={speech} disposition={expect.disposition} />
        <span class="sub">{outcomeName(words, expect.outcome)}</span>
      </td>
      <td data-label={t('knowledgeCaseGot')}>
        <DispositionBadge speech={speech} disposition={result.disposition as Disposition} />
        <span class="sub">
          {t(result.passes ? 'knowledgePasses' : 'knowledgeFails')} · {rowName(words, result.row)}
        </span>
      </td>
    </tr>
  );
}
