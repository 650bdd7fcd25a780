/** Routing, hours, places, answers and texts, as a table each. */
import type { DepartmentHours, DialogOverrides, KnowledgeKind, RoutingRules } from '../../contract/knowledge';
import { languages } from '../../contract/event';
import type { AnswerBase } from '../../settings/answers/answer-base';
import { dialogTexts, type TextKey } from '../../settings/dialog-texts';
import type { Facility } from '../../settings/places/facility';
import { municipalityOf } from '../../settings/places/municipalities';
import type { Speech } from '../web/speech';
import { HoursView } from './hours-view';
import { Listed } from './listed';
import { RoutingView } from './routing-view';

export function PartView({
  speech,
  kind,
  body,
}: {
  speech: Speech;
  kind: Exclude<KnowledgeKind, 'pack'>;
  body: unknown;
}) {
  const { t } = speech;
  switch (kind) {
    case 'routing':
      return <RoutingView speech={speech} rules={body as RoutingRules} />;
    case 'hours':
      return <HoursView speech={speech} hours={body as DepartmentHours} />;
    case 'facilities': {
      const rows = (body as Facility[]).map(({ id, name, address, municipality }) => [
        <>
          {name}
          <span class="sub">CNES {id}</span>
        </>,
        municipalityOf(municipality)?.name ?? municipality,
        address,
      ]);
      return (
        <Listed
          speech={speech}
          heads={[t('knowledgeName'), t('knowledgeMunicipality'), t('knowledgeAddress')]}
          rows={rows}
        />
      );
    }
    case 'answers': {
      const rows = (body as AnswerBase).entries[speech.language].map(
        ({ id, questions, answer, citations, reviewed }) => [
          <>
            {questions[0]}
            <span class="sub">{id}</span>
          </>,
          answer,
          `${citations.join(', ')} · ${reviewed}`,
        ],
      );
      return (
        <Listed
          speech={speech}
          heads={[t('knowledgeQuestions'), t('knowledgeText'), t('knowledgeCitations')]}
          rows={rows}
        />
      );
    }
    case 'texts': {
      const texts = body as DialogOverrides;
      const rows = languages.flatMap((language) =>
        Object.entries(texts[language] ?? {}).map(([key, text]) => [
          <>
            {key} <span class="sub">{language}</span>
          </>,
          dialogTexts[language][key as TextKey],
          text,
        ]),
      );
      return (
        <Listed
          speech={speech}
          heads={[t('knowledgeText'), t('knowledgeBefore'), t('knowledgeAfter')]}
          rows={rows}
        />
      );
    }
  }
}
