import AdmZip from 'adm-zip';
import * as z from 'zod';
import { Failure } from '../failure';

const packed = z.object({
  id: z.string().min(1),
  name: z.string(),
  version: z.string(),
  requiredApiVersion: z.string(),
  permissions: z.array(z.looseObject({ name: z.string() })),
});
export type ZipInfo = z.infer<typeof packed>;

/** What the app.json inside a zip says. @throws Failure bad-app-zip */
export function readZipInfo(file: string): ZipInfo {
  try {
    return packed.parse(JSON.parse(new AdmZip(file).readAsText('app.json')));
  } catch (cause) {
    throw new Failure('bad-app-zip', `${file} is not an app made by \`acolhe package\``, 2, { cause });
  }
}
