/** What a protocol's page holds, and how much of each: long ones are thousands of lines. */
import type { Pack } from '../../src/triage/pack';
import type { Speech } from '../web/speech';

export function PackContents({ speech, pack, cases }: { speech: Speech; pack: Pack; cases: number }) {
  const { t } = speech;
  const parts: [anchor: string, name: string, count?: number][] = [
    ['cases', t('knowledgeCases'), cases],
    ['rules', t('knowledgeRules'), pack.table.length],
    ['questions', t('knowledgeQuestions'), pack.questions.length],
    ['outcomes', t('knowledgeOutcomes'), pack.outcomes.length],
    ['flags', t('knowledgeFlags'), pack.redFlags.length],
    ['derived', t('knowledgeDerived'), Object.keys(pack.derived).length],
    ['citations', t('knowledgeCitations'), Object.keys(pack.citations).length],
    ['texts', t('knowledgeTexts')],
  ];
  return (
    <nav class="card contents" aria-label={t('knowledgeContents')}>
      <h2>{t('knowledgeContents')}</h2>
      <ul>
        {parts
          .filter(([, , count]) => count !== 0)
          .map(([anchor, name, count]) => (
            <li>
              <a href={`#${anchor}`}>{name}</a>
              {count === undefined ? null : <span class="sub"> {speech.number(count)}</span>}
            </li>
          ))}
      </ul>
    </nav>
  );
}
