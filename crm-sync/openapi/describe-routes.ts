/** The service's description in OpenAPI 3.1, made from the routes as they are registered and from their zod schemas. */
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import * as z from 'zod';
import { answersOf, formToken, kindOf, securityOf, securitySchemes, type Kind } from './kinds';
import type { Answer, Operation } from './operation';
import { operations } from './operations';

/** Routes of browsers' files: their addresses hold a hash. */
export const hiddenRoutes = /^\/assets\//;

function responseOf({ description, content }: Answer): object {
  if (!content) return { description, type: 'null' };
  const entries = Object.entries(content).map(([type, schema]) => [type, { schema }]);
  return { description, content: Object.fromEntries(entries) as object };
}

function bodyOf(kind: Kind, { body }: Operation): z.ZodType | undefined {
  if (kind !== 'form') return body;
  return body instanceof z.ZodObject ? formToken.extend(body.shape) : formToken;
}

function paramsOf(url: string): z.ZodType | undefined {
  const names = [...url.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!);
  return names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined;
}

function schemaOf(route: RouteOptions): FastifySchema {
  const operation = operations[`${String(route.method)} ${route.url}`];
  if (hiddenRoutes.test(route.url) || !operation) return { hide: true };
  const kind = kindOf(route);
  const body = bodyOf(kind, operation);
  const params = operation.params ?? paramsOf(route.url);
  const answers = Object.entries(answersOf(kind, route, operation));
  return {
    summary: operation.summary,
    tags: [operation.tag],
    security: securityOf(kind, route),
    ...(params && { params }),
    ...(operation.query && { querystring: operation.query }),
    ...(body && {
      body,
      consumes: [kind === 'form' ? 'application/x-www-form-urlencoded' : 'application/json'],
    }),
    response: Object.fromEntries(answers.map(([status, answer]) => [status, responseOf(answer)])),
  };
}

/** `null` answers are no zod schema: they pass the zod transform by. */
const transform: typeof jsonSchemaTransform = (document) => {
  const { response, ...rest } = (document.schema ?? {}) as FastifySchema & {
    response?: Record<string, object>;
  };
  const bodied = Object.entries(response ?? {}).filter(([, answer]) => 'content' in answer);
  const transformed = jsonSchemaTransform({
    ...document,
    schema: { ...rest, ...(response && { response: Object.fromEntries(bodied) }) },
  });
  const schema = transformed.schema as { response?: Record<string, object> };
  if (response) schema.response = { ...response, ...schema.response };
  return transformed;
};

/** Before any route is registered. Schemas describe only: each route reads its input itself, and says what is wrong in its own words. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  app.setValidatorCompiler(() => (value: unknown) => ({ value }));
  app.setSerializerCompiler(() => (answer: unknown) => JSON.stringify(answer));
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Acolhe crm-sync',
        version,
        description:
          'What a Rocket.Chat workspace tells the CRM (signed), what monitoring asks, and the pages staff use in a browser.',
      },
      components: { securitySchemes },
    },
    transform,
  });
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && !route.schema) route.schema = schemaOf(route);
  });
}

/** Once the server is ready. */
export function apiDescription(app: FastifyInstance): object {
  return app.swagger();
}
