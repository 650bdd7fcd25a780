/** How conversations ended that a person had, or was to have: by department, with what they all add up to. */
import type { RoutingFailure } from '../store/documents';
import type { ServiceFigures } from './figures';
import type { Speech } from '../web/speech';

interface Line {
  name: string;
  ended: number;
  registered: number;
  missing: number;
  left: number;
  scores: ServiceFigures['scores'];
  failures: ServiceFigures['failures'];
}

function lineOf(name: string, all: readonly ServiceFigures[]): Line {
  const counts = { ended: 0, registered: 0, missing: 0, left: 0 };
  const line: Line = { name, ...counts, scores: { n: 0, sum: 0 }, failures: {} };
  for (const { endings, scores, failures } of all) {
    for (const [why, times] of Object.entries(failures) as [RoutingFailure, number][])
      line.failures[why] = (line.failures[why] ?? 0) + times;
    for (const [ending, times] of Object.entries(endings)) {
      line.ended += times;
      if (ending === 'left') line.left += times;
      else if (ending === 'none') line.missing += times;
      else line.registered += times;
    }
    line.scores.n += scores.n;
    line.scores.sum += scores.sum;
  }
  return line;
}

/** The mean of whole numbers, with one decimal place in the language's own way. */
function meanText({ language }: Speech, { n, sum }: Line['scores']): string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return format.format(sum / n);
}

function Score({ speech, scores }: { speech: Speech; scores: Line['scores'] }) {
  const { t, number } = speech;
  if (scores.n === 0) return <>—</>;
  const n = scores.n === 1 ? t('serviceScores_one') : t('serviceScores', { n: number(scores.n) });
  return <>{t('serviceScoreOf', { mean: meanText(speech, scores), n })}</>;
}

/** Why, the most frequent first. */
function Failures({ speech, failures }: { speech: Speech; failures: Line['failures'] }) {
  const all = Object.entries(failures).sort(([, a], [, b]) => b - a);
  if (all.length === 0) return <>—</>;
  return (
    <span>
      {all.map(([why, times]) => (
        <span class="tried" key={why}>
          {`${speech.coded('tried', why)}: ${speech.number(times)}`}
        </span>
      ))}
    </span>
  );
}

interface Props {
  speech: Speech;
  service: readonly ServiceFigures[];
  /** May they work through those without outcome? */
  works: boolean;
}

function Row({
  speech,
  line,
  works,
  department,
}: { line: Line; department?: string } & Omit<Props, 'service'>) {
  const { t, number } = speech;
  const query = department === undefined ? '' : `&department=${encodeURIComponent(department)}`;
  return (
    <tr class={department === undefined ? 'total' : undefined}>
      <th scope="row" data-label={t('department')}>
        {line.name}
      </th>
      <td data-label={t('serviceEnded')}>{number(line.ended)}</td>
      <td data-label={t('serviceRegistered')}>{number(line.registered)}</td>
      <td data-label={t('serviceMissing')} class={line.missing > 0 ? 'alarm' : undefined}>
        {works && line.missing > 0 ? (
          <a
            href={`/tasks/outcomes?days=30${query}`}
            aria-label={`${number(line.missing)} · ${t('outcomesLink')}: ${line.name}`}
          >
            {number(line.missing)}
          </a>
        ) : (
          number(line.missing)
        )}
      </td>
      <td data-label={t('serviceLeft')} class={line.left > 0 ? 'alarm' : undefined}>
        {number(line.left)}
      </td>
      <td data-label={t('serviceScore')}>
        <Score speech={speech} scores={line.scores} />
      </td>
      <td data-label={t('serviceFailures')}>
        <Failures speech={speech} failures={line.failures} />
      </td>
    </tr>
  );
}

const columns = [
  'department',
  'serviceEnded',
  'serviceRegistered',
  'serviceMissing',
  'serviceLeft',
  'serviceScore',
  'serviceFailures',
] as const;

export function ServiceCard({ speech, service, works }: Props) {
  const { t } = speech;
  return (
    <section class="card service" aria-labelledby="service">
      <h2 id="service">{t('serviceTitle')}</h2>
      <p class="quietly small">{t('serviceLead')}</p>
      {service.length === 0 ? (
        <p class="quietly">{t('serviceNone')}</p>
      ) : (
        <>
          <table class="rows">
            <thead>
              <tr>
                {columns.map((key) => (
                  <th scope="col">{t(key)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {service.map((one) => {
                const line = lineOf(one.department || t('noDepartment'), [one]);
                return <Row key={one.department} {...{ speech, works, line }} department={one.department} />;
              })}
              {service.length > 1 ? (
                <Row {...{ speech, works }} line={lineOf(t('serviceAll'), service)} />
              ) : null}
            </tbody>
          </table>
          {service.some(({ scores }) => scores.n > 0) ? (
            <p class="quietly small">{t('serviceScoreNote')}</p>
          ) : null}
        </>
      )}
    </section>
  );
}
