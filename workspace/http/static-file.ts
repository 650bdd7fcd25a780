import { readFileSync } from 'fs';
import type { FastifyInstance } from 'fastify';

const types = { css: 'text/css', js: 'text/javascript', html: 'text/html', svg: 'image/svg+xml' } as const;

/** Only our own scripts run in our pages; styles the widget writes on its own frame are let through. */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves one file, read once, at a fixed address. */
export function serveFile(app: FastifyInstance, url: string, file: string): void {
  const content = readFileSync(file);
  const type = types[file.slice(file.lastIndexOf('.') + 1) as keyof typeof types];
  app.get(url, (_request, reply) =>
    reply
      .type(`${type}; charset=utf-8`)
      .headers({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
      .send(content),
  );
}
