import { createReadStream } from 'fs';
import { readFile, stat } from 'fs/promises';
import { basename, dirname, extname, join } from 'path';
import type { FastifyInstance } from 'fastify';

import type { HttpContext } from './context';
import { noticeSound } from './notice-sound';

const build = join(dirname(require.resolve('@rocket.chat/livechat/package.json')), 'build');
const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.map': 'application/json',
};

/** White on the yellow of who waits has a contrast of 1.5 to 1, the grey of the buttons that answer one of 2.6. */
const readable = `[class*="alert--warning__"],[class*="alert--warning__"] *{color:#1f2329!important}
[class*="uikit-actions-block"] button{color:#1f2329!important;border-color:#6c727a!important}`;

/** The real widget's built files, with its page told where the server is. */
export function widgetRoutes(app: FastifyInstance, { omnichannel }: HttpContext): void {
  app.get('/livechat', async (request, reply) => {
    const html = await readFile(join(build, 'index.html'), 'utf8');
    const server = JSON.stringify(`${request.protocol}://${request.host}`).replace(/</g, '\\u003c');
    return reply
      .type('text/html; charset=utf-8')
      .send(html.replace('<body>', `<body><style>${readable}</style><script>SERVER_URL=${server}</script>`));
  });
  app.get<{ Params: { '*': string } }>('/livechat/*', async (request, reply) => {
    // The build is one flat folder: a name is all that is ever looked up.
    const name = basename(request.params['*']);
    const type = types[extname(name)];
    const file = join(build, name);
    const found = type === undefined ? undefined : await stat(file).catch(() => undefined);
    if (!found?.isFile()) return reply.callNotFound();
    return reply
      .type(type ?? '')
      .header('cache-control', 'public, max-age=3600')
      .send(createReadStream(file));
  });
  /** Initials on a quiet ground: nobody here has a photograph. */
  app.get<{ Params: { username: string } }>('/avatar/:username', (request, reply) => {
    const { username } = request.params;
    const known = [...omnichannel.users.values()].find((user) => user.username === username);
    const initial = /[\p{L}\p{N}]/u.exec(known?.name ?? username)?.[0]?.toUpperCase() ?? '?';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="#0f5c5c"/><text x="20" y="27" font-family="sans-serif" font-size="20" text-anchor="middle" fill="#fff">${initial}</text></svg>`;
    return reply.type('image/svg+xml').send(svg);
  });
  const sound = noticeSound();
  app.get('/sounds/notice.wav', (_request, reply) =>
    reply.type('audio/wav').header('cache-control', 'public, max-age=3600').send(sound),
  );
}
