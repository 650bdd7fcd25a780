import { Validator } from '@seriousme/openapi-schema-validator';
import { makeApiDescription, type ApiDescription } from '../../../crm-sync/openapi/make-description';
import { operations } from '../../../crm-sync/openapi/operations';

interface Operation {
  security: Record<string, unknown>[];
  responses: Record<string, unknown>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

describe('the service’s description', () => {
  let made: ApiDescription;
  let document: Document;
  beforeAll(async () => {
    made = await makeApiDescription();
    document = made.document as Document;
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      structuredClone(made.document) as Record<string, unknown>,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  const described = (): string[] =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );

  it('names every route and nothing else', () => {
    expect(described().sort()).toEqual([...made.routes].sort());
    expect(Object.keys(operations).sort()).toEqual([...made.routes].sort());
  });

  it('says for every route who may come in', () => {
    const open = described().filter((name) => {
      const [method = '', path = ''] = name.split(' ');
      return document.paths[path.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!.security.length === 0;
    });
    expect(open.sort()).toEqual([
      'GET /healthz',
      'GET /metrics',
      'GET /openapi.json',
      'GET /readyz',
      'GET /sign-in',
      'GET /sign-in/code',
      'POST /language',
      'POST /sign-in',
      'POST /sign-in/code',
    ]);
  });

  it('holds no secret and no address of this installation', () => {
    const text = JSON.stringify(made.document);
    expect(text).not.toMatch(/whsec_|mongodb:\/\/|127\.0\.0\.1/);
  });
});
