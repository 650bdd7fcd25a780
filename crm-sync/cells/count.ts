/** Figures of cells from encounters. Pure: what a cell says can be recounted by hand. */
import { parseContribution, type CellFigures } from './cell';
import { addTo } from './histogram';
import { contributionsOf, type CellFacts } from './metrics';

export function noFigures(): CellFigures {
  return { n: 0 };
}

/** Every cell the encounters count in, by key. */
export function cellsOf(encounters: Iterable<CellFacts>): Map<string, CellFigures> {
  const cells = new Map<string, CellFigures>();
  for (const encounter of encounters) {
    for (const { key, value } of contributionsOf(encounter).map(parseContribution)) {
      const cell = cells.get(key) ?? noFigures();
      cells.set(key, cell);
      cell.n += 1;
      if (value === undefined) continue;
      cell.sum = (cell.sum ?? 0) + value;
      addTo((cell.histogram ??= {}), value);
    }
  }
  return cells;
}

/** One cell's figures: those of the encounters that count in it. */
export function cellOf(key: string, encounters: Iterable<CellFacts>): CellFigures {
  return cellsOf(encounters).get(key) ?? noFigures();
}
