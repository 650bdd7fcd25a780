/** The sheet that explains the others to whoever edits them; reading passes over it. */
import { sheetLayouts } from './layout';
import type { Sheet } from './sheets';

const conditions: [string, string][] = [
  ['fever', 'the question is answered with yes; or the derived value of this name holds'],
  ['not fever', 'it does not hold'],
  ['fever = no', 'the question is answered with no'],
  ['age >= 60', 'from 60 on (a point in decimals: 37.8)'],
  ['age < 5', 'under 5'],
  ['contact_reason in (symptom, other)', 'one of these answers; also not in, =, !='],
  ['a and b', 'both; brackets where "and" and "or" stand together: a and (b or c)'],
  ['at least 2 of (a, b, c)', 'two or more of them'],
  ['oxygen_saturation falls by at least 3', 'in a follow-up, against the answer before; also rises'],
  ['previous.fever', 'in a follow-up: the answer before'],
  ['always', 'holds whatever was answered'],
];

export function helpSheet(): Sheet {
  const columns = sheetLayouts.flatMap((layout) => [
    [layout.name, '', layout.about],
    ...layout.columns.flatMap(({ heading, about }) => (about ? [[layout.name, heading, about]] : [])),
  ]);
  return {
    name: 'help',
    cells: [
      ['sheet', 'column', 'what it says'],
      ...columns,
      ['', '', ''],
      ['', 'condition', 'means'],
      ...conditions.map(([condition, means]) => ['', condition, means]),
      ['', '', ''],
      ['', '', 'An empty cell is "not given". A text that begins with = + - @ has an apostrophe in front.'],
      ['', '', 'Sheets and columns whose name begins with # are your own; they are not read.'],
    ],
  };
}
