import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemCatalogue } from './common/problems.js';
import { addBodyExamples } from './openapi-examples.js';

const tags: [string, string][] = [
  ['Auth', 'Sign up, sign in, stay signed in.'],
  ['Organization', 'The delivery company.'],
  ['Depots', 'Where routes start.'],
  ['Clients', 'The companies that hand over their orders.'],
  ['Invitations', 'Ways into a team.'],
  ['Teams', 'Who works here, and as what.'],
  ['Required fields', 'What an order must carry.'],
  ['Orders', 'The client’s side: draft, submit, follow.'],
  ['Order imports', 'Spreadsheets in.'],
  ['Stops', 'The dispatcher’s side of the same orders.'],
  ['Drivers', 'Who drives.'],
  ['Routes', 'Stops in order, with their ETAs.'],
  ['Tracking', 'What recipients see.'],
  ['Health', 'For operators.'],
];

/** The OpenAPI document, sorted, the same every time. */
export function buildDocument(app: NestFastifyApplication): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Waybill')
    .setDescription(
      'The open client-portal API for delivery teams.\n\n' +
        'To try it on this page, send **Sign up** or **Sign in**: what you send after that carries your token. ' +
        'It lasts a few minutes; **Exchange a refresh token** gives the next.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'An access token or an API key.' },
      'bearer',
    )
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'An API key as the user name, no password.' },
      'basic',
    );
  for (const [name, description] of tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) => convertSchema(schema as z.ZodType, schemaType),
  });
  return tidy(document);
}

type SchemaObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type JsonSchema = Record<string, unknown>;

/** zod to OpenAPI 3.0, with named schemas as components. */
function convertSchema(schema: z.ZodType, io: 'input' | 'output' = 'input') {
  const { definitions, ...root } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => plain(jsonSchema),
  }) as JsonSchema & {
    definitions?: Record<string, JsonSchema>;
  };
  delete root.$schema;
  return { schema: root as SchemaObject, components: (definitions ?? {}) as Record<string, SchemaObject> };
}

/** Leaves out what only machines can read: formats' long patterns, the bounds of safe integers. */
function plain(schema: JsonSchema): void {
  if (schema.format) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.nullable === true && Array.isArray(schema.enum) && !schema.enum.includes(null))
    schema.enum = [...(schema.enum as unknown[]), null];
  delete schema.id;
}

interface Operation {
  parameters?: { in: string; name: string; schema?: SchemaObject }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
  security?: unknown[];
}

function tidy(document: OpenAPIObject): OpenAPIObject {
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]))
    tidyOperation(operation);
  addBodyExamples(document);
  document.paths = sorted(document.paths);
  if (document.components?.schemas) document.components.schemas = sorted(document.components.schemas);
  listCodes(document.components?.schemas?.Problem);
  return document;
}

/** Every code by name, without closing the list: more may come. */
function listCodes(problemSchema: unknown): void {
  const { code } = (problemSchema as { properties?: Record<string, object> } | undefined)?.properties ?? {};
  if (code) Object.assign(code, { 'x-extensible-enum': Object.keys(problemCatalogue) });
}

function tidyOperation(operation: Operation): void {
  operation.security ??= [];
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path' && /^(id|.*Id)$/.test(parameter.name))
      parameter.schema = { type: 'string', format: 'uuid' };
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const json = response.content?.['application/json'];
    if (Number(status) >= 400 && json) response.content = { 'application/problem+json': json };
  }
}

function sorted<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
