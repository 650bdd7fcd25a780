import { readFileSync } from 'fs';
import path from 'path';
import { readConfig } from '../../../crm-sync/config/config';
import { matrix } from '../../../crm-sync/access/permissions';
import { documentedRoles } from '../../support/documented-roles';

const root = path.join(__dirname, '..', '..', '..');
const guide = readFileSync(path.join(root, 'docs', 'crm-sync.md'), 'utf8');
const names = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();

describe('the operator’s guide', () => {
  it('names every variable that is read, and no other', () => {
    const source = readFileSync(path.join(root, 'crm-sync', 'config', 'config.ts'), 'utf8');
    expect(names(guide, /^\| `([A-Z_]+)`/gm)).toEqual(names(source, /env\['([A-Z_]+)'\]/g));
  });

  it('shows tenants that are accepted as they stand', () => {
    const tenants = /```json\n(.*?)```/s.exec(guide)?.[1];
    const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as { id: string };
    const config = readConfig({
      MONGODB_URI: 'mongodb://127.0.0.1',
      ACOLHE_SESSION_KEY: Buffer.alloc(32).toString('base64'),
      ACOLHE_TENANTS: tenants,
      ACOLHE_TRUST_PROXY: /ACOLHE_TRUST_PROXY=(\w+)/.exec(guide)?.[1],
    });
    expect(config.tenants[0]?.workspaces[0]?.appId).toBe(app.id);
    expect(config.trustProxy).toEqual(['loopback']);
  });

  it('tells every cell of the permission matrix as it is', () => expect(documentedRoles()).toEqual(matrix));
});
