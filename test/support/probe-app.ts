import AdmZip from 'adm-zip';
import { buildSync } from 'esbuild';
import { join } from 'path';

export const probeAppId = '5b0c7b46-6a3f-4a6b-9d0e-0d1f5a3c9e77';

export const probePermissions = [
  'livechat-department.read',
  'livechat-room.read',
  'livechat-room.write',
  'livechat-message.write',
  'livechat-visitor.read',
  'livechat-visitor.write',
  'message.read',
  'message.write',
  'persistence',
  'room.read',
  'scheduler',
  'networking',
  'slashcommand',
  'api',
  'ui.interact',
  'ui.registerButtons',
];

/** A small app of the kind rc-apps packages, for tests of the host: one bundled class file and its app.json. */
export function probeAppZip(permissions: readonly string[] = probePermissions): Buffer {
  const bundle = buildSync({
    entryPoints: [join(__dirname, 'probe-app-class.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2017',
    write: false,
    external: ['@rocket.chat/apps-engine/*'],
    logLevel: 'error',
  });
  const manifest = {
    id: probeAppId,
    version: '0.0.1',
    requiredApiVersion: '^1.50.0',
    iconFile: 'icon.png',
    author: { name: 'Workspace', homepage: 'http://127.0.0.1', support: 'http://127.0.0.1' },
    name: 'Probe',
    nameSlug: 'probe',
    classFile: 'ProbeApp.js',
    description: 'Answers so that tests can see it.',
    permissions: permissions.map((name) => ({ name })),
    implements: [
      'IPostLivechatRoomStarted',
      'IPostMessageSent',
      'IUIKitInteractionHandler',
      'IUIKitLivechatInteractionHandler',
    ],
  };
  const zip = new AdmZip();
  zip.addFile('ProbeApp.js', Buffer.from(bundle.outputFiles[0]?.contents ?? []));
  zip.addFile('app.json', Buffer.from(JSON.stringify(manifest)));
  return zip.toBuffer();
}
