import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { openapi, readable } from '../support/contract.js';

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  example?: unknown;
  default?: unknown;
  enum?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const document = openapi as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const bodies = Object.values(document.paths)
  .flatMap((operations) => Object.values(operations))
  .flatMap(({ operationId, requestBody }) => {
    const schema = requestBody?.content['application/json']?.schema;
    return schema ? [[operationId, schema] as const] : [];
  });

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('idn-email', true);
ajv.addSchema(readable({ components: document.components }), 'document');

/** The body that Swagger UI writes into the form: examples, else what it makes of the type. */
function sample(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref) return sample(document.components.schemas[schema.$ref.split('/').pop()!]!);
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return sample(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sample(property)]),
      );
    case 'array':
      return schema.items ? [sample(schema.items)] : [];
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return true;
    default:
      return schema.format === 'date-time' ? '2026-03-02T09:30:00.000Z' : 'string';
  }
}

describe('the body that the documentation page proposes', () => {
  it.each(bodies)('for %s can be sent as it stands', (_operation, schema) => {
    const proposed = sample(schema);
    const held = readable(schema, 'document');
    expect({ proposed, errors: ajv.validate(held, proposed) ? [] : ajv.errorsText() }).toEqual({
      proposed,
      errors: [],
    });
    // Only what nobody but the caller can know is left to fill in.
    expect(JSON.stringify(proposed)).not.toMatch(/"string"|<(?!refreshToken|token)/);
  });
});
