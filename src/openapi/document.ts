import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemCatalogue, type ProblemCode } from '../common/problems.js';
import { addBodyExamples } from './examples.js';
import { admitNull } from './nullable-references.js';
import { describePathParameters, type PathOperations } from './path-parameters.js';
import { convertSchema, type SchemaObject } from './schema-conversion.js';

const tags: [string, string][] = [
  ['Auth', 'Sign up, sign in, stay signed in.'],
  ['API keys', 'For programs.'],
  ['Organization', 'The delivery company.'],
  ['Depots', 'Where routes start.'],
  ['Clients', 'The companies that hand over their orders.'],
  ['Invitations', 'Ways into a team.'],
  ['Teams', 'Who works here, and as what.'],
  ['Required fields', 'What an order must carry.'],
  ['Orders', 'The client’s side: draft, submit, follow.'],
  ['Order imports', 'Spreadsheets in.'],
  ['Stops', 'The dispatcher’s side of the same orders.'],
  ['Stop imports', 'The same for dispatchers, with a Client ID column.'],
  ['Drivers', 'Who drives.'],
  ['Routes', 'Stops in order, with their ETAs.'],
  ['Tracking', 'What recipients see.'],
  ['Health', 'For operators.'],
];

/** The OpenAPI document. Sorted, so that it only changes when the API does. */
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

interface Parameter {
  in: string;
  name: string;
  schema?: SchemaObject;
}

interface Operation {
  requestBody?: { content?: object };
  parameters?: Parameter[];
  responses: Record<string, { description?: string; content?: Record<string, unknown> }>;
  security?: unknown[];
}

function tidy(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation][])
      tidyOperation(method, operation);
  }
  describePathParameters(document.paths as PathOperations);
  plainReferences(document, document.components?.schemas ?? {});
  admitNull(document);
  addBodyExamples(document);
  document.paths = inReadingOrder(document.paths);
  if (document.components?.schemas) document.components.schemas = sorted(document.components.schemas);
  listCodes(document.components?.schemas?.Problem);
  return document;
}

const idempotencyKey = {
  in: 'header',
  name: 'Idempotency-Key',
  required: false,
  description:
    'Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.',
  schema: { type: 'string', maxLength: 255 },
};

/** Unwraps an `allOf` around a single reference; a nullable one gets the type that OpenAPI 3.0 requires. */
function plainReferences(node: unknown, schemas: Record<string, SchemaObject>): void {
  if (typeof node !== 'object' || node === null) return;
  const { allOf, nullable } = node as { allOf?: { $ref?: string }[]; nullable?: boolean };
  const target =
    allOf?.length === 1 && allOf[0]?.$ref ? schemas[allOf[0].$ref.split('/').at(-1)!] : undefined;
  if (target && nullable) Object.assign(node, { type: 'type' in target ? target.type : 'object' });
  else if (allOf?.length === 1 && Object.keys(node).length === 1) {
    delete (node as { allOf?: object[] }).allOf;
    Object.assign(node, allOf[0]);
  }
  for (const child of Object.values(node)) plainReferences(child, schemas);
}

/** Lists the codes as an extensible enum, since more will be added, and the status that each comes with. */
function listCodes(problemSchema: unknown): void {
  const { code } = (problemSchema as { properties?: Record<string, object> } | undefined)?.properties ?? {};
  const statuses = Object.entries(problemCatalogue).map(([name, { status }]) => [name, status]);
  if (code)
    Object.assign(code, {
      'x-extensible-enum': Object.keys(problemCatalogue),
      'x-statuses': Object.fromEntries(statuses) as Record<string, number>,
    });
}

function tidyOperation(method: string, operation: Operation): void {
  operation.security ??= [];
  if (method === 'post' && operation.security.length > 0) takeIdempotencyKey(operation);
  if (operation.requestBody) {
    if ('application/json' in (operation.requestBody.content ?? {}))
      mayAnswer(operation, '400', 'malformed_json');
    mayAnswer(operation, '413', 'too_large');
    mayAnswer(operation, '415', 'unsupported_media_type');
  }
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path' && /^(id|.*Id)$/.test(parameter.name))
      parameter.schema = { type: 'string', format: 'uuid' };
  }
  for (const [status, response] of Object.entries(operation.responses)) {
    const json = response.content?.['application/json'];
    if (Number(status) >= 400 && json) response.content = { 'application/problem+json': json };
  }
}

function takeIdempotencyKey(operation: Operation): void {
  operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
  mayAnswer(operation, '409', 'idempotency_in_flight');
  mayAnswer(operation, '422', 'idempotency_mismatch');
}

function mayAnswer(operation: Operation, status: string, code: ProblemCode): void {
  const described = operation.responses[status]?.description ?? '';
  if (described.includes(`\`${code}\``)) return;
  operation.responses[status] = {
    description: [described, `\`${code}\``].filter(Boolean).join(', '),
    content: { ...operation.responses['400']?.content },
  };
}

/** What everybody calls first; the others follow alphabetically. */
const firstPaths = ['/v1/auth/signup', '/v1/auth/login'];

function inReadingOrder(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  const first = firstPaths.flatMap((path) => (paths[path] ? [[path, paths[path]] as const] : []));
  return { ...Object.fromEntries(first), ...sorted(paths) };
}

function sorted<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
