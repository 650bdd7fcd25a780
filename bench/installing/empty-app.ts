/** An app that does nothing, packaged exactly as Acolhe is: what installing any app costs. */
import type { PackagedApp } from '../../cli/packaging/build-app';
import { buildSmallApp } from './small-app';

const source = `import { App } from '@rocket.chat/apps-engine/definition/App';
export class EmptyApp extends App {}
`;

/** @param folder an empty one, for its sources and its zip */
export const buildEmptyApp = (root: string, folder: string): Promise<PackagedApp> =>
  buildSmallApp(root, folder, { id: '7d0f6f0a-3c1b-4a54-9a63-2f0d5f1f7c11', name: 'Empty', source });
