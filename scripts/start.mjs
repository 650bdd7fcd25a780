// `npm start`: makes sure that Node and the packages are there, then is `acolhe start`.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
const command = path.join(root, 'cli/acolhe.mjs');
process.argv = [process.argv[0], command, 'start', ...process.argv.slice(2)];
await import(pathToFileURL(command).href);
