import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation, Schema } from './document-types.js';

/**
 * Adds to each JSON body an example that can be sent unchanged: the required properties and those with an example
 * of their own. Optional ids are left out, since nobody can guess them.
 */
export function addBodyExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const operation of operations) {
    const body = operation.requestBody?.content?.['application/json']?.schema;
    const schema = body && resolve(body, schemas);
    if (schema) schema.example ??= exampleOf(schema, schemas);
  }
}

function resolve(schema: Schema, schemas: Record<string, Schema>): Schema {
  return (schema.$ref && schemas[schema.$ref.split('/').at(-1)!]) || schema;
}

/** @param name the placeholder for a text that only the caller knows: `<refreshToken>` */
function exampleOf(given: Schema, schemas: Record<string, Schema>, name = 'text'): unknown {
  const schema = resolve(given, schemas);
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return exampleOf(choice, schemas, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name, property]) => schema.required?.includes(name) || isTelling(property, schemas))
          .map(([name, property]) => [name, exampleOf(property, schemas, name)]),
      );
    case 'array':
      return schema.items ? [exampleOf(schema.items, schemas, name)] : [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return schema.format === 'uuid' ? '0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e' : `<${name}>`;
  }
}

/** Whether an optional property belongs into the example: it is no id and has an example, default or choices. */
function isTelling(given: Schema, schemas: Record<string, Schema>): boolean {
  const schema = resolve(given, schemas);
  if (schema.format === 'uuid') return false;
  if (schema.example !== undefined || schema.default !== undefined || schema.enum) return true;
  if (schema.items) return isTelling(schema.items, schemas);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices?.[0]) return isTelling(choices[0], schemas);
  if (schema.type === 'object')
    return Object.values(schema.properties ?? {}).some((property) => isTelling(property, schemas));
  return schema.type === 'boolean';
}
