/** What a protocol rests on: parameters, follow-up plans, sources, and its texts in the three languages. */
import { languages } from '../../contract/event';
import type { Pack, Source } from '../../src/triage/pack';
import type { Speech } from '../web/speech';
import type { PackContent } from './compare';
import { ConditionWords, type PackWords } from './condition-words';

export function Cited({ pack, source }: { pack: Pack; source: Source }) {
  const citation = pack.citations[source.citation];
  return (
    <span class="sub">
      <a href={`#c-${source.citation}`} title={citation?.title}>
        {citation ? `${citation.publisher}, ${citation.year}` : source.citation}
      </a>
      {' · '}
      {source.at}
    </span>
  );
}

export function Facts({ words }: { words: PackWords }) {
  const { speech, pack } = words;
  const { t, number } = speech;
  const parameters = Object.entries(pack.parameters);
  const plans = pack.plans ?? [];
  return (
    <>
      {parameters.length > 0 ? (
        <section class="card">
          <h2>{t('knowledgeParameters')}</h2>
          <ul class="named">
            {parameters.map(([id, { value, unit, source }]) => (
              <li>
                <strong>{id.replace(/_/g, ' ')}</strong>: {number(value)} {speech.coded('unit', unit)}
                <Cited pack={pack} source={source} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {plans.length > 0 ? (
        <section class="card">
          <h2>{t('knowledgePlans')}</h2>
          <ul class="named">
            {plans.map(({ id, everyHours, untilDay, tries, when, source }) => (
              <li>
                <strong>{id}</strong>:{' '}
                {t('knowledgePlan', { hours: number(everyHours), day: untilDay, tries })}
                <div>
                  <ConditionWords words={words} condition={when} />
                </div>
                <Cited pack={pack} source={source} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="card" id="citations">
        <h2>{t('knowledgeCitations')}</h2>
        <ul class="named">
          {Object.entries(pack.citations).map(([id, { title, publisher, year, url, note }]) => (
            <li id={`c-${id}`}>
              {url ? (
                <a href={url} rel="noreferrer noopener">
                  {title}
                </a>
              ) : (
                title
              )}
              <span class="sub">{[publisher, year, note, id].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

export function Texts({ speech, texts }: { speech: Speech; texts: PackContent['texts'] }) {
  const { t } = speech;
  return (
    <section class="card" id="texts">
      <details>
        <summary>
          <h2>{t('knowledgeTexts')}</h2>
        </summary>
        <div class="scroll">
          <table class="texts">
            <thead>
              <tr>
                <th scope="col">{t('knowledgeText')}</th>
                {languages.map((language) => (
                  <th scope="col">{language}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Object.keys(texts['pt-BR']).map((key) => (
                <tr>
                  <th scope="row">
                    <code>{key}</code>
                  </th>
                  {languages.map((language) => (
                    <td lang={language} data-label={language}>
                      {texts[language][key]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
