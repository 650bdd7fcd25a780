/** Routing, hours, places, answers and texts, as a table each. */
import type { DepartmentHours, DialogOverrides, KnowledgeKind, RoutingRules } from '../../contract/knowledge';
import { languages } from '../../contract/event';
import type { AnswerBase } from '../../settings/answers/answer-base';
import { dialogTexts, type TextKey } from '../../settings/dialog-texts';
import type { Facility } from '../../settings/places/facility';
import { municipalityOf } from '../../settings/places/municipalities';
import type { ComponentChildren } from 'preact';
import type { Speech } from '../web/speech';

const shownFirst = 200;

function Listed({ speech, heads, rows }: { speech: Speech; heads: string[]; rows: ComponentChildren[][] }) {
  const { t, number } = speech;
  return (
    <section class="card">
      <p class="quietly small">
        {t('knowledgeEntries', { n: number(rows.length) })}
        {rows.length > shownFirst ? ` · ${t('knowledgeShownFirst', { n: shownFirst })}` : ''}
      </p>
      <table class="rows">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownFirst).map(([first, ...cells]) => (
            <tr>
              <th scope="row" data-label={heads[0]}>
                {first}
              </th>
              {cells.map((cell, at) => (
                <td data-label={heads[at + 1]} class="text">
                  <span>{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

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
    case 'routing': {
      const rows = (body as RoutingRules).map(({ department, specialty, disposition }) => [
        department,
        specialty ?? '—',
        disposition ? speech.coded('disposition', disposition) : '—',
      ]);
      return (
        <Listed
          speech={speech}
          heads={[t('knowledgeDepartment'), t('knowledgeSpecialty'), t('knowledgeDisposition')]}
          rows={rows}
        />
      );
    }
    case 'hours': {
      const spans = (open: readonly { from: string; to: string }[] | undefined): string =>
        open && open.length > 0
          ? open.map(({ from, to }) => `${from}–${to}`).join(', ')
          : t('knowledgeClosed');
      const rows = (body as DepartmentHours).map(({ department, timeZone, weekly, holidays }) => [
        <>
          {department}
          <span class="sub">{timeZone.replace(/_/g, ' ')}</span>
        </>,
        weekly
          .map(
            ({ days, open }) =>
              `${days.map((day) => speech.coded('knowledgeDay', String(day))).join(' ')} ${spans(open)}`,
          )
          .join('\n'),
        holidays
          .map(({ date, name, open }) => [date, name, spans(open)].filter(Boolean).join(' · '))
          .join('\n') || '—',
      ]);
      return (
        <Listed
          speech={speech}
          heads={[t('knowledgeDepartment'), t('knowledgeWeek'), t('knowledgeHolidays')]}
          rows={rows}
        />
      );
    }
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
