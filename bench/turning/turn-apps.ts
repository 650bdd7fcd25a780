/** The apps of this measurement, packaged alike: Acolhe telling of its calls, and the twin that repeats them. */
import path from 'path';
import type { PackagedApp } from '../../cli/packaging/build-app';
import { implementedHooks } from '../../cli/packaging/implemented-hooks';
import { buildSmallApp } from '../installing/small-app';
import type { Handlings } from './calls';

export function buildToldApp(root: string, folder: string): Promise<PackagedApp> {
  const hooks = implementedHooks(path.join(root, 'src/AcolheApp.ts'), 'AcolheApp');
  const source = `import { ToldAcolhe } from ${JSON.stringify(path.join(__dirname, 'told-acolhe'))};
export class ToldApp extends ToldAcolhe implements ${hooks.join(', ')} {}
`;
  return buildSmallApp(root, folder, { id: '0b6f8bb1-6f0a-4c0e-9a63-2f0d5f1f7c12', name: 'Told', source });
}

const twinHooks = [
  'IPostLivechatRoomStarted',
  'IPostMessageSent',
  'IPostLivechatAgentAssigned',
  'IPostLivechatGuestSaved',
];

export function buildTwinApp(root: string, folder: string, handlings: Handlings): Promise<PackagedApp> {
  const source = `import { Twin } from ${JSON.stringify(path.join(__dirname, 'twin'))};
export class TwinApp extends Twin implements ${twinHooks.join(', ')} {
  handlings = JSON.parse(${JSON.stringify(JSON.stringify(handlings))});
}
`;
  return buildSmallApp(root, folder, {
    id: '0b6f8bb1-6f0a-4c0e-9a63-2f0d5f1f7c13',
    name: 'Twin',
    source,
  });
}
