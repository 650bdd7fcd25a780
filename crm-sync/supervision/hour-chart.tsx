import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Speech } from '../web/speech';
import { classes, type DispositionClass, type Figures, type HourFigures } from './figures';

interface Size {
  name: 'wide' | 'narrow';
  width: number;
  height: number;
  /** Every how many hours the axis is labelled. */
  labelEvery: number;
}

/** Two drawings, one for wide and one for narrow screens: scaling one would make its text unreadable on a phone. */
const sizes: Size[] = [
  { name: 'wide', width: 960, height: 260, labelEvery: 1 },
  { name: 'narrow', width: 340, height: 220, labelEvery: 4 },
];
const margin = { top: 12, right: 4, bottom: 26, left: 34 };

/** Most urgent at the bottom, where heights are easiest to compare. */
const stacked = stack<unknown, HourFigures, DispositionClass>()
  .keys([...classes])
  .value((hour, key) => hour.counts[key]);

function Drawing({ speech, figures, size }: { speech: Speech; figures: Figures; size: Size }) {
  const { t } = speech;
  const { hours } = figures;
  const peak = Math.max(0, ...hours.map((hour) => hour.total));
  const x = scaleBand<number>()
    .domain(hours.map((_, index) => index))
    .range([margin.left, size.width - margin.right])
    .padding(0.2);
  const y = scaleLinear()
    .domain([0, Math.max(4, peak)])
    .nice(4)
    .range([size.height - margin.bottom, margin.top]);
  const first = hours[0]?.start;
  const last = hours.at(-1)?.start;
  const id = `by-hour-${size.name}`;
  const description = t('byHourDesc', {
    from: first ? speech.dateTime(first) : '',
    to: last ? speech.dateTime(last) : '',
    total: speech.number(figures.total),
    peak: speech.number(peak),
  });
  return (
    <svg
      class={`chart chart-${size.name}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{t('byHour')}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g class="tick">
            <line x1={margin.left} x2={size.width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text x={margin.left - 6} y={y(tick)} dy="0.32em" text-anchor="end">
              {speech.number(tick)}
            </text>
          </g>
        ))}
      {stacked(hours).map((series) => (
        <g class={`fill-${series.key}`}>
          {series.map((part, index) =>
            part[1] > part[0] ? (
              <rect x={x(index)} width={x.bandwidth()} y={y(part[1])} height={y(part[0]) - y(part[1])}>
                <title>{`${hours[index]?.label ?? ''} h · ${speech.coded('disposition', series.key)}: ${part[1] - part[0]}`}</title>
              </rect>
            ) : null,
          )}
        </g>
      ))}
      {hours.map((hour, index) =>
        index % size.labelEvery === 0 ? (
          <text class="hour" x={(x(index) ?? 0) + x.bandwidth() / 2} y={size.height - 8} text-anchor="middle">
            {hour.label}
          </text>
        ) : null,
      )}
    </svg>
  );
}

function HourTable({ speech, figures }: { speech: Speech; figures: Figures }) {
  const { t } = speech;
  return (
    <details id="hour-table">
      <summary>{t('asTable')}</summary>
      <div class="scroll" tabIndex={0} role="region" aria-label={t('byHour')}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">{t('hour')}</th>
              {classes.map((key) => (
                <th scope="col">{speech.coded('disposition', key)}</th>
              ))}
              <th scope="col">{t('total')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.hours.map((hour) => (
              <tr>
                <th scope="row">
                  <time
                    dateTime={hour.start.toISOString()}
                  >{`${hour.label} h${hour.repeated ? ' (2)' : ''}`}</time>
                </th>
                {classes.map((key) => (
                  <td>{speech.number(hour.counts[key])}</td>
                ))}
                <td>{speech.number(hour.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

export function HourChart({ speech, figures }: { speech: Speech; figures: Figures }) {
  return (
    <>
      <ul class="legend" aria-hidden="true">
        {classes.map((key) => (
          <li>
            <svg viewBox="0 0 12 12" width="12" height="12" class={`fill-${key}`}>
              <rect width="12" height="12" rx="2" />
            </svg>
            {speech.coded('disposition', key)}
          </li>
        ))}
      </ul>
      {sizes.map((size) => (
        <Drawing speech={speech} figures={figures} size={size} />
      ))}
      <HourTable speech={speech} figures={figures} />
    </>
  );
}
