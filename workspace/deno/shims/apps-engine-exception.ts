// The runtime imports the TypeScript source of this class as a value; the published package holds it compiled.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const file = new URL(
  import.meta.resolve('@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.js'),
);
export const { AppsEngineException } = createRequire(import.meta.url)(file.pathname);
