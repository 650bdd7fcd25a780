/** The permission table as docs/crm-sync.md tells it to operators: a second telling, that code must not contradict. */
import { readFileSync } from 'fs';
import { join } from 'path';
import { columns, type Cell, type Column } from '../../crm-sync/access/permissions';

const cells: Record<string, Cell> = { '': 'no', yes: 'yes', investigation: 'investigation' };

/** Action → column → cell. @throws Error when the table is not there or holds another word */
export function documentedRoles(): Record<string, Record<Column, Cell>> {
  const text = readFileSync(join(__dirname, '../../docs/crm-sync.md'), 'utf8');
  const lines = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const head = lines.find((line) => line[1] === 'may' && line[2] === 'action');
  if (!head) throw new Error('docs/crm-sync.md has no table of roles');
  const named = head.slice(3, -1);
  if (named.join() !== columns.join()) throw new Error(`the table’s columns are ${named.join()}`);
  const rows = lines.filter(
    (line) => /^`[a-z-]+\.[a-z-]+`$/.test(line[2] ?? '') && line.length === head.length,
  );
  return Object.fromEntries(
    rows.map((row) => {
      const told = columns.map((column, at) => {
        const cell = cells[row[at + 3] ?? '?'];
        if (!cell) throw new Error(`the table says ${row[at + 3]} of ${row[2]}`);
        return [column, cell] as const;
      });
      return [row[2]!.slice(1, -1), Object.fromEntries(told) as Record<Column, Cell>];
    }),
  );
}
