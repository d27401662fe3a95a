import { z } from 'zod';
import { orderInput } from './order-input.schema.js';
import { EMAIL_PATTERN } from './parsers/email.js';
import { VISIBLE_PATTERN } from '../common/schemas/tidy-text.js';

type Schema = z.core.JSONSchema.BaseSchema;

const NO_NUL = '^[^\\u0000]*$';
const FILLED = `^[^\\u0000]*${VISIBLE_PATTERN}[^\\u0000]*$`;

const BOTH_COORDINATES: Schema = {
  type: 'object',
  required: ['latitude', 'longitude'],
  properties: { latitude: { type: 'number' }, longitude: { type: 'number' } },
};
const NO_COORDINATES: Schema = {
  type: 'object',
  properties: { latitude: { type: 'null' }, longitude: { type: 'null' } },
};
const STREET: Schema = {
  type: 'object',
  required: ['addressLineOne'],
  properties: { addressLineOne: { type: 'string', pattern: FILLED } },
};

/** What schemas tell of themselves except the names by which the API document refers to them. */
class Unnamed extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType) {
    return { ...z.globalRegistry.get(schema), id: undefined } as never;
  }
}

/**
 * JSON Schema 2020-12 of an order that may be submitted when `requiredFields` (field names) are required. It
 * validates texts as they are, whereas the API trims them first: a text too long only by surrounding spaces
 * is refused here. Only the API checks that latestTime is not before earliestTime.
 */
export function orderSchema(requiredFields: readonly string[]): Schema {
  const schema: Schema = z.toJSONSchema(orderInput, {
    target: 'draft-2020-12',
    io: 'input',
    metadata: new Unnamed(),
    override: ({ jsonSchema }) => finish(jsonSchema),
  });
  schema.title = 'Order';
  const address = child(schema, 'address');
  address.allOf = [{ anyOf: [STREET, BOTH_COORDINATES] }, { anyOf: [BOTH_COORDINATES, NO_COORDINATES] }];
  for (const name of requiredFields) requireField(schema, name.split('.'));
  return schema;
}

function finish(schema: Schema): void {
  if (schema.type === 'string' && schema.maxLength !== undefined) schema.pattern ??= NO_NUL;
  // The pattern is stricter, and strict validators reject unknown formats.
  if (schema.pattern !== undefined) delete schema.format;
  delete schema['x-enum-descriptions'];
  if (!('example' in schema)) return;
  schema.examples = [schema.example];
  delete schema.example;
}

function requireField(parent: Schema, path: readonly string[]): void {
  const [key = '', ...rest] = path;
  parent.required = [...new Set([...(parent.required ?? []), key])];
  const schema = withoutNull(child(parent, key));
  parent.properties = { ...parent.properties, [key]: schema };
  if (rest.length > 0) return requireField(schema, rest);
  delete schema.default;
  if (schema.type === 'array') {
    Object.assign(schema, { minItems: 1, contains: { type: 'string', pattern: VISIBLE_PATTERN } });
  }
  if (schema.type !== 'string' || schema.enum) return;
  schema.minLength = 1;
  if (schema.pattern === NO_NUL) schema.pattern = FILLED;
  else if (schema.pattern?.startsWith(EMAIL_PATTERN)) schema.pattern = EMAIL_PATTERN;
}

function child(parent: Schema, key: string): Schema {
  const schema = parent.properties?.[key];
  if (typeof schema !== 'object') throw new Error(`No order field is called ${key}`);
  return schema;
}

/** The schema of a nullable value, without its null. */
function withoutNull(schema: Schema): Schema {
  const { anyOf, ...rest } = schema;
  const kept = anyOf?.find((branch) => typeof branch === 'object' && branch.type !== 'null');
  return typeof kept === 'object' ? { ...kept, ...rest } : schema;
}
