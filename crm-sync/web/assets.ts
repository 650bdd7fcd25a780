/** The pages' two files, served under names that hold their hash, so that browsers may keep them for ever. */
import { createHash } from 'crypto';
import { readFileSync } from 'fs';
import { join } from 'path';
import type { FastifyInstance } from 'fastify';

export interface Assets {
  /** Paths on this server. */
  style: string;
  script: string;
}

/** Read one after another: later rules win. */
const styles = [
  'tokens',
  'shell',
  'forms',
  'people',
  'record',
  'dashboard',
  'access',
  'audit',
  'knowledge',
  'rescreen',
  'supervision',
  'screens',
];
const files = {
  style: { name: 'style.css', parts: styles.map((part) => `${part}.css`), type: 'text/css; charset=utf-8' },
  script: { name: 'live.js', parts: ['stream.js', 'live.js'], type: 'text/javascript; charset=utf-8' },
} as const;

export function registerAssets(app: FastifyInstance): Assets {
  const paths = { style: '', script: '' };
  for (const key of ['style', 'script'] as const) {
    const { name, parts, type } = files[key];
    const content = parts.map((part) => readFileSync(join(__dirname, 'assets', part), 'utf8')).join('\n');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
    paths[key] = `/assets/${name.replace('.', `.${hash}.`)}`;
    app.get(paths[key], { config: { access: 'public' } }, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(content),
    );
  }
  return paths;
}
