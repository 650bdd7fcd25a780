import { readFileSync } from 'fs';
import path from 'path';
import * as z from 'zod';
import { Failure } from '../failure';

/** app.json, as Rocket.Chat's packager asks for it. Whatever else the file holds is kept. */
const appInfo = z.looseObject({
  id: z.uuidv4(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be major.minor.patch'),
  requiredApiVersion: z.string().min(1),
  iconFile: z.string().regex(/^[\w-]+\.png$/, 'must be a .png beside app.json'),
  name: z.string().min(1),
  nameSlug: z.string().regex(/^[a-z-]+$/, 'must be a-z and -'),
  classFile: z.string().regex(/^\w+\.ts$/, 'must be a .ts file name'),
  permissions: z.array(z.looseObject({ name: z.string() })).min(1),
});
export type AppInfo = z.infer<typeof appInfo>;

/** @throws Failure bad-app-json naming each wrong field */
export function readAppInfo(root: string): AppInfo {
  const file = path.join(root, 'app.json');
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Failure('bad-app-json', `${file} is missing or is not JSON`, 2, { cause });
  }
  const parsed = appInfo.safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Failure('bad-app-json', `${file}: ${problems.join('; ')}`, 2);
}
