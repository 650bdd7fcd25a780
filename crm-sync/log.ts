import { pino, type Logger } from 'pino';

/** Fields that could hold personal data or secrets, wherever they are logged. */
const redact = [
  'body',
  'headers',
  'query',
  'params',
  'url',
  'email',
  'name',
  'text',
  'authorization',
  'cookie',
  'uri',
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

export function createLog(level: string): Logger {
  return pino({ level, redact: { paths: redact, censor: '[hidden]' }, base: { service: 'acolhe-crm' } });
}
