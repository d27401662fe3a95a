import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemCatalogue } from '../common/problems/problems.js';
import { problemDetails } from '../common/problems/problem-schemas.js';
import type { DocumentedWebhooks, Operation } from './document-types.js';
import { addBodyExamples } from './examples.js';
import { headerComponents } from './headers.js';
import { introduction } from './introduction.js';
import { addLinks } from './links.js';
import { admitNull } from './nullable-references.js';
import { declare, parameterComponents } from './operations.js';
import { describePathParameters, type PathOperations } from './path-parameters.js';
import { ProblemResponses } from './problem-responses.js';
import { convertSchema, type SchemaObject } from './schema-conversion.js';
import { inWorkOrder, tags } from './work-order.js';

/** The OpenAPI document, in the order of the work, so that it only changes when the API does. */
export function buildDocument(app: NestFastifyApplication, webhooks: DocumentedWebhooks): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('Waybill')
    .setDescription(introduction)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBasicAuth(
      { type: 'http', scheme: 'basic', description: 'An API key as the user name, no password.' },
      'basic',
    )
    .addBearerAuth(
      {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: undefined,
        description: 'An access token or an API key.',
      },
      'bearer',
    );
  for (const [name, description] of tags) builder.addTag(name, description);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) => convertSchema(schema as z.ZodType, schemaType),
  });
  document.info.contact = { name: 'Waybill' };
  return tidy(document, webhooks);
}

function tidy(document: OpenAPIObject, webhooks: DocumentedWebhooks): OpenAPIObject {
  const problems = new ProblemResponses();
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path) as [string, Operation][])
      declare(method, operation, problems);
  }
  const { schemas, ...components } = document.components ?? {};
  const made = {
    ...components,
    headers: headerComponents,
    parameters: { ...parameterComponents, ...webhooks.parameters },
    ...problems.components(),
    schemas: { ...problemSchemas(), ...schemas },
  };
  document.components = made;
  describePathParameters(document.paths as PathOperations);
  plainReferences(document, made.schemas);
  admitNull(document);
  made.schemas = sorted(made.schemas);
  addBodyExamples(document);
  listCodes(made.schemas.Problem);
  document.paths = inWorkOrder(document.paths);
  addLinks(document);
  const { openapi, info, servers, tags: parts, paths } = document;
  const tidied = {
    openapi,
    info,
    servers,
    tags: parts,
    paths,
    'x-webhooks': webhooks.items,
    components: made,
  };
  return tidied;
}

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

/** No operation names the schemas of its problems itself. */
function problemSchemas(): Record<string, SchemaObject> {
  const { components } = convertSchema(problemDetails, 'output');
  const text = JSON.stringify(components).replaceAll('#/definitions/', '#/components/schemas/');
  return JSON.parse(text) as Record<string, SchemaObject>;
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

function sorted<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
