/** Whether an answer is one that the service's description names. */
import type { z } from 'zod';
import { makeApiDescription } from '../../crm-sync/openapi/make-description';
import { operations } from '../../crm-sync/openapi/operations';

interface Described {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, unknown> }> }>>;
}

export interface GivenAnswer {
  method: string;
  /** Path, with or without a query. */
  url: string;
  status: number;
  contentType?: string | undefined;
  body: string;
}

let made: Promise<{ paths: Described['paths']; templates: string[] }> | undefined;

async function described() {
  const { paths } = (await makeApiDescription()).document as Described;
  return { paths, templates: Object.keys(paths).sort(byParameters) };
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length && wanted.every((part, i) => part.startsWith('{') || part === given[i])
  );
}

/** Paths with fewer parameters first: `/patients/latest` is not a patient. */
function byParameters(a: string, b: string): number {
  return a.split('{').length - b.split('{').length;
}

/** @throws Error when the description does not know the answer; addresses it does not know at all pass by */
export async function expectDescribed({
  method,
  url,
  status,
  contentType,
  body,
}: GivenAnswer): Promise<void> {
  const { paths, templates } = await (made ??= described());
  const [path = ''] = url.split('?');
  const template = templates.find((one) => matches(one, path));
  const operation = template && paths[template]?.[method.toLowerCase()];
  if (!operation) return;
  const name = `${method} ${template}`;
  const answer = operation.responses[String(status)];
  if (!answer) throw new Error(`${name} answered ${status}, which its description does not name`);
  const type = contentType?.split(';')[0];
  if (!answer.content) {
    if (body !== '')
      throw new Error(`${name} answered ${status} with a body that its description does not name`);
    return;
  }
  if (!type || !answer.content[type])
    throw new Error(`${name} answered ${status} as ${type}, which its description does not name`);
  const schema: z.ZodType | undefined =
    operations[`${method} ${template.replace(/\{(\w+)\}/g, ':$1')}`]?.answers?.[status]?.content?.[type];
  if (type === 'application/json') schema?.parse(JSON.parse(body));
}
