import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headerFaults, type DeclaredHeader } from './contract-headers.js';

interface Reference {
  $ref?: string;
}

interface Answer {
  description: string;
  headers?: Record<string, DeclaredHeader & Reference>;
  content?: Record<string, { schema: object; examples?: Record<string, unknown> }>;
}

interface Nullable {
  nullable?: boolean;
  enum?: unknown[];
}

interface Operation {
  operationId: string;
  responses: Record<string, Answer & Reference>;
}

/** The committed document, which every answer is held to. */
export const openapi = JSON.parse(readFileSync(join(process.cwd(), 'openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: object;
};

/** The component that stands behind a reference, or what was given. */
export function resolved<T extends object>(given: T & Reference): T {
  if (!given.$ref) return given;
  const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(given.$ref)!;
  return (openapi.components as Record<string, Record<string, T>>)[kind!]![name!]!;
}

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('idn-email', true);
ajv.addSchema(readable(closed({ components: openapi.components })), 'document');
const validators = new Map<string, ValidateFunction>();

const routes = Object.entries(openapi.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/{[^}]+}/g, '[^/]+')}$`),
    literal: !path.includes('{'),
    operation,
  })),
);

/** OpenAPI 3.0 as Ajv reads it: absolute references, and null among the choices that may be null. */
export function readable(schema: object, document = ''): object {
  const text = JSON.stringify(schema).replaceAll('"#/components', `"${document}#/components`);
  return JSON.parse(text, (_key, value: unknown) => {
    const { nullable, enum: values } = (value ?? {}) as Nullable;
    return nullable && values ? { ...(value as object), enum: [...values, null] } : value;
  }) as object;
}

/**
 * The same without room for more: clients must expect new fields, but this version sends none that the document
 * does not name.
 */
function closed(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    const { type, properties } = (value ?? {}) as { type?: unknown; properties?: object };
    return type === 'object' && properties ? { additionalProperties: false, ...(value as object) } : value;
  }) as object;
}

/** Throws when an answer is not one that the document promises. */
export async function assertContract(method: string, url: string, response: Response): Promise<void> {
  const { pathname } = new URL(url);
  const matching = routes.filter((route) => route.method === method && route.pattern.test(pathname));
  const route = matching.find(({ literal }) => literal) ?? matching[0];
  if (!route) return;
  const where = `${method} ${pathname} → ${response.status}`;
  const given = route.operation.responses[String(response.status)];
  if (!given) throw new Error(`${where} is not in the document (${route.operation.operationId})`);
  const promised = resolved<Answer>(given);
  const headers = Object.entries(promised.headers ?? {}).map(([name, header]) => [name, resolved(header)]);
  const faults = headerFaults(
    Object.fromEntries(headers) as Record<string, DeclaredHeader>,
    response.headers,
  );
  if (faults.length > 0) throw new Error(`${where}: ${faults.join('; ')}`);
  const type = response.headers.get('content-type')?.split(';')[0];
  if (response.status === 204 || response.status === 304) return;
  const content = promised.content?.[type ?? ''];
  if (!content) throw new Error(`${where}: content type ${type} is not in the document`);
  if (!/[/+]json$/.test(type ?? '')) return;
  const key = `${route.operation.operationId} ${response.status} ${type}`;
  const validate = validators.get(key) ?? ajv.compile(readable(closed(content.schema), 'document'));
  validators.set(key, validate);
  if (!validate(await response.clone().json()))
    throw new Error(`${where} does not match the document: ${ajv.errorsText(validate.errors)}`);
}

/** `fetch`, with every answer checked. */
export const checkedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  await assertContract(init?.method ?? 'GET', String(input instanceof Request ? input.url : input), response);
  return response;
};
