export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  description?: string;
  nullable?: boolean;
  default?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  discriminator?: { mapping?: Record<string, string> };
  'x-enum-descriptions'?: unknown[];
  'x-enum-varnames'?: string[];
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  description?: string;
  schema: Schema;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  operationId: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content & { $ref?: string; description?: string }>;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Content>;
  };
}

/** Where a schema is used. */
type Direction = 'request' | 'response' | 'parameter';

export interface Place {
  where: string;
  schema: Schema;
  /** Has a name of its own. */
  named: boolean;
  property: string | null;
  directions: ReadonlySet<Direction>;
}

/** Every schema of the document with the direction in which it is used. */
export function placesIn(document: Document): Place[] {
  const { schemas } = document.components;
  const used = new Map(Object.keys(schemas).map((name) => [name, new Set<Direction>()]));
  const places: Place[] = [];

  const mark = (schema: Schema | undefined, direction: Direction): void => {
    if (!schema) return;
    const name = schema.$ref?.split('/').pop();
    if (name === undefined) return partsOf('', schema).forEach(([, part]) => mark(part, direction));
    const directions = used.get(name)!;
    if (directions.has(direction)) return;
    directions.add(direction);
    mark(schemas[name], direction);
  };
  const list = (where: string, schema: Schema, directions: ReadonlySet<Direction>, named = false) => {
    const property = /\.(\w+)$/.exec(where)?.[1] ?? null;
    places.push({ where, schema, named, property, directions });
    for (const [at, part] of partsOf(where, schema)) list(at, part, directions);
  };
  const root = (where: string, schema: Schema | undefined, direction: Direction) => {
    if (!schema) return;
    mark(schema, direction);
    list(where, schema, new Set([direction]));
  };

  for (const operation of operationsOf(document)) {
    const { operationId, parameters = [], requestBody, responses } = operation;
    for (const { name, schema } of parameters.map((one) => parameterOf(document, one)))
      root(`${operationId}?${name}`, schema, 'parameter');
    for (const [type, { schema }] of Object.entries(requestBody?.content ?? {}))
      root(`${operationId} ${type}`, schema, 'request');
    for (const [status, response] of Object.entries(responses)) {
      const shared = response.$ref && document.components.responses?.[response.$ref.split('/').pop()!];
      for (const { schema } of Object.values((shared || response).content ?? {}))
        root(`${operationId} ${status}`, schema, 'response');
    }
  }
  for (const [name, schema] of Object.entries(schemas)) list(name, schema, used.get(name)!, true);
  return places;
}

export function operationsOf(document: Document): Operation[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path));
}

export function parameterOf(document: Document, parameter: Parameter): Parameter {
  const name = parameter.$ref?.split('/').pop();
  return (name === undefined ? undefined : document.components.parameters?.[name]) ?? parameter;
}

function partsOf(where: string, schema: Schema): [string, Schema][] {
  const { items, additionalProperties, properties = {} } = schema;
  return [
    ...Object.entries(properties).map(([name, part]): [string, Schema] => [`${where}.${name}`, part]),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(
      (part, index): [string, Schema] => [`${where}|${index}`, part],
    ),
    ...(items ? [[`${where}[]`, items] as [string, Schema]] : []),
    ...(typeof additionalProperties === 'object'
      ? [[`${where}{}`, additionalProperties] as [string, Schema]]
      : []),
  ];
}
