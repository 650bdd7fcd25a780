/** A part of the knowledge as a table. */
import type { ComponentChildren } from 'preact';
import type { Speech } from '../web/speech';

const shownFirst = 200;

export function Listed({
  speech,
  heads,
  rows,
}: {
  speech: Speech;
  heads: string[];
  rows: ComponentChildren[][];
}) {
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
