import { readdirSync, readFileSync } from 'fs';
import path from 'path';

/** Files of crm-sync whose text the pattern is in, sorted. */
export function sourcesWith(pattern: RegExp): string[] {
  const folder = path.join(__dirname, '..', '..', 'crm-sync');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && pattern.test(readFileSync(path.join(folder, file), 'utf8')))
    .sort();
}
