import type { OpenAPIObject } from '@nestjs/swagger';

type Node = Record<string, unknown>;

/** The same document as OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
export function toOpenApi31(document: OpenAPIObject): OpenAPIObject {
  const { info, components, 'x-webhooks': webhooks, ...rest } = document as OpenAPIObject & Node;
  const { schemas = {}, ...others } = components ?? {};
  return {
    ...(withSchemas(rest) as Node),
    ...(webhooks !== undefined && { webhooks: withSchemas(webhooks) }),
    openapi: '3.1.0',
    info: { ...info, license: { name: info.license?.name, identifier: 'MIT' } },
    jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base',
    components: { ...(withSchemas(others) as Node), schemas: eachOf(schemas, toJsonSchema) },
  } as unknown as OpenAPIObject;
}

/** Values are copied as they are: what looks like a schema in them is none. */
const isValue = (key: string) => key === 'example' || key === 'value';

function withSchemas(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withSchemas);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'schema') return [key, toJsonSchema(value as Node)];
      return [key, isValue(key) ? value : withSchemas(value)];
    }),
  );
}

const eachOf = (nodes: Node, convert: (node: Node) => unknown): Node =>
  Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, convert(node as Node)]));

/** Of which keywords the value is a schema, a list of them, or a map of them. */
const single = new Set(['items', 'not', 'additionalProperties']);
const lists = new Set(['allOf', 'anyOf', 'oneOf']);

function toJsonSchema(schema: Node): Node {
  const { nullable, example, ...rest } = eachKeyword(schema);
  const converted: Node = {
    ...withExclusiveBounds(rest),
    ...(example !== undefined && { examples: [example] }),
  };
  if (converted.format === 'binary') {
    delete converted.format;
    converted.contentMediaType = 'application/octet-stream';
  }
  return nullable ? orNull(converted) : converted;
}

function eachKeyword(schema: Node): Node {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (lists.has(key)) return [key, (value as Node[]).map(toJsonSchema)];
      if (key === 'properties') return [key, eachOf(value as Node, toJsonSchema)];
      return [key, single.has(key) && typeof value === 'object' ? toJsonSchema(value as Node) : value];
    }),
  );
}

/** In 3.0 they are flags beside the bounds. */
function withExclusiveBounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, ...rest }: Node): Node {
  return {
    ...rest,
    ...(minimum !== undefined && { [exclusiveMinimum ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
}

/** In this API, `allOf` holds the one reference that may be null. */
function orNull(schema: Node): Node {
  const { type, allOf, anyOf, oneOf, enum: values, ...rest } = schema;
  if (allOf) return { ...rest, anyOf: [...(allOf as Node[]), { type: 'null' }] };
  const choices = anyOf ?? oneOf;
  if (choices) return { ...rest, [anyOf ? 'anyOf' : 'oneOf']: [...(choices as Node[]), { type: 'null' }] };
  return {
    type: typeof type === 'string' ? [type, 'null'] : type,
    ...rest,
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...(values as unknown[]), null] }),
  };
}
